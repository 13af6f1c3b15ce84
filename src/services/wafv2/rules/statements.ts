import type {
  ExcludedRule,
  ManagedRuleGroupStatement,
  RuleActionOverride,
  Scope as WafScope,
  Statement,
} from '../../../../models/wafv2/types.ts';
import {
  BAD_FORMAT,
  BAD_NESTING,
  BAD_REFERENCE,
  invalidParameter,
  limitsExceeded,
  NOT_UNIQUE,
  TOO_FEW,
  TOO_MUCH,
  unbuilt,
} from '../errors.ts';
import { type ItemType, parseItemArn } from '../arns.ts';
import { LIMITS } from '../quotas.ts';
import { checkAction, type KnownBodies } from './actions.ts';
import { checkInspected, fieldKindOf } from './fields.ts';
import { checkLabelMatch } from './labels.ts';
import type { ManagedGroups } from './managed-groups.ts';
import { checkPattern } from './patterns.ts';
import { checkRateBased } from './rate-based.ts';
import { byKind, kindOf, type StatementTable } from './statement-kinds.ts';

/** Where a statement stands. */
export interface Where {
  readonly holder: 'webacl' | 'rulegroup';
  readonly wafScope: WafScope;
  readonly managed: ManagedGroups;
  readonly bodies: KnownBodies;
  /** 0: the rule's own statement. */
  readonly depth: number;
}

/** Errors: WAFInvalidParameterException, and those of limits. */
export function checkStatement(statement: Statement, where: Where): void {
  if (where.depth > LIMITS.nesting) throw invalidParameter(TOO_MUCH, 'STATEMENT', 'Statement');
  byKind(CHECKS, statement, where);
}

const CHECKS: StatementTable<Where, void> = {
  ByteMatchStatement: (statement) => {
    const { SearchString: bytes, PositionalConstraint: position } = statement;
    const field = fieldKindOf(statement.FieldToMatch);
    if (bytes.length === 0) throw searchFault(TOO_FEW);
    if (bytes.length > LIMITS.searchBytes) throw searchFault(TOO_MUCH);
    if (position === 'CONTAINS_WORD' && !/^\w+$/.test(Buffer.from(bytes).toString('latin1'))) {
      throw searchFault(BAD_FORMAT);
    }
    checkInspected(statement, position === 'EXACTLY');
    const digits = field === 'JA3Fingerprint' ? 32 : 36;
    const isFingerprint = field === 'JA3Fingerprint' || field === 'JA4Fingerprint';
    if (isFingerprint && bytes.length !== digits) throw searchFault(BAD_FORMAT);
  },
  SqliMatchStatement: (statement) => checkInspected(statement, false),
  XssMatchStatement: (statement) => checkInspected(statement, false),
  SizeConstraintStatement: (statement) => checkInspected(statement, false),
  GeoMatchStatement: ({ CountryCodes: codes = [] }) => {
    if (codes.length === 0) throw invalidParameter(TOO_FEW, 'GEO_MATCH_STATEMENT', 'CountryCodes');
    if (codes.length > LIMITS.countries) throw limitsExceeded('GEO_MATCH_COUNTRIES');
  },
  RuleGroupReferenceStatement: (statement, where) => {
    assertGroupPlace(where);
    checkReference(statement.ARN, 'rulegroup', where);
    checkOverrides(statement, where);
  },
  IPSetReferenceStatement: ({ ARN }, where) => checkReference(ARN, 'ipset', where),
  RegexPatternSetReferenceStatement: (statement, where) => {
    checkReference(statement.ARN, 'regexpatternset', where);
    checkInspected(statement, false);
  },
  RateBasedStatement: (statement, where) => {
    if (where.depth > 0) throw invalidParameter(BAD_NESTING, 'STATEMENT', 'RateBasedStatement');
    checkRateBased(statement);
    checkNested(statement.ScopeDownStatement, where);
  },
  AndStatement: ({ Statements }, where) => checkAll(Statements, 'AND_STATEMENT', where),
  OrStatement: ({ Statements }, where) => checkAll(Statements, 'OR_STATEMENT', where),
  NotStatement: (statement, where) => checkNested(statement.Statement, where),
  ManagedRuleGroupStatement: (statement, where) => {
    assertGroupPlace(where);
    checkManagedGroup(statement, where);
    checkOverrides(statement, where);
    checkNested(statement.ScopeDownStatement, where);
  },
  LabelMatchStatement: (statement) => checkLabelMatch(statement),
  RegexMatchStatement: (statement) => {
    checkPattern(statement.RegexString, 'STATEMENT');
    checkInspected(statement, false);
  },
  AsnMatchStatement: () => undefined,
};

function searchFault(reason: string) {
  return invalidParameter(reason, 'BYTE_MATCH_STATEMENT', 'SearchString');
}

/** Statements of groups stand alone in rules of web ACLs. */
function assertGroupPlace({ depth, holder }: Where): void {
  if (depth > 0 || holder === 'rulegroup') {
    throw invalidParameter(BAD_NESTING, 'STATEMENT', 'Statement');
  }
}

function checkAll(
  statements: readonly Statement[],
  field: 'AND_STATEMENT' | 'OR_STATEMENT',
  where: Where,
): void {
  if (statements.length < 2) throw invalidParameter(TOO_FEW, field, 'Statements');
  for (const statement of statements) checkNested(statement, where);
}

function checkNested(statement: Statement | undefined, where: Where): void {
  if (statement !== undefined) checkStatement(statement, { ...where, depth: where.depth + 1 });
}

const REFERENCE_FIELDS = {
  ipset: 'IP_SET_REFERENCE_STATEMENT',
  regexpatternset: 'REGEX_PATTERN_REFERENCE_STATEMENT',
  rulegroup: 'RULE_GROUP_REFERENCE_STATEMENT',
} as const;

function checkReference(
  arn: string,
  type: Extract<ItemType, keyof typeof REFERENCE_FIELDS>,
  { wafScope }: Where,
): void {
  const item = parseItemArn(arn);
  if (item?.type !== type || item.wafScope !== wafScope) {
    throw invalidParameter(BAD_REFERENCE, REFERENCE_FIELDS[type], arn);
  }
}

interface Overriding {
  readonly ExcludedRules?: readonly ExcludedRule[] | undefined;
  readonly RuleActionOverrides?: readonly RuleActionOverride[] | undefined;
}

/** The names of the rules whose actions are overridden. */
export function overriddenRules(statement: Overriding): readonly string[] {
  return [...(statement.ExcludedRules ?? []), ...(statement.RuleActionOverrides ?? [])].map(
    ({ Name }) => Name,
  );
}

function checkOverrides(statement: Overriding, { bodies }: Where): void {
  const names = overriddenRules(statement);
  if (new Set(names).size < names.length) {
    throw invalidParameter(NOT_UNIQUE, 'EXCLUDED_RULE', 'Name');
  }
  for (const { ActionToUse } of statement.RuleActionOverrides ?? []) {
    checkAction(ActionToUse, 'RULE_ACTION', bodies);
  }
}

function checkManagedGroup(
  { VendorName: vendor, Name: name, Version: version, ...rest }: ManagedRuleGroupStatement,
  { managed }: Where,
): void {
  const group = managed.find(vendor, name);
  if (group === undefined) {
    throw invalidParameter(BAD_REFERENCE, 'MANAGED_RULE_SET_STATEMENT', `${vendor}/${name}`);
  }
  if (group.unbuilt !== undefined) throw unbuilt('ManagedRuleGroupStatement', group.unbuilt);
  if (version !== undefined && !group.versions.includes(version)) {
    throw invalidParameter(BAD_REFERENCE, 'MANAGED_RULE_SET_STATEMENT', version);
  }
  if ((rest.ManagedRuleGroupConfigs ?? []).length > 0) {
    throw invalidParameter(BAD_FORMAT, 'MANAGED_RULE_GROUP_CONFIG', name);
  }
}

/** True of a statement that counts requests. */
export function isRateBased(statement: Statement): boolean {
  return kindOf(statement) === 'RateBasedStatement';
}
