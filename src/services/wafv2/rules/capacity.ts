import type { Rule, Statement } from '../../../../models/wafv2/types.ts';
import { limitsExceeded } from '../errors.ts';
import { LIMITS } from '../quotas.ts';
import { fieldKindOf, type Inspected } from './fields.ts';
import type { ManagedGroups } from './managed-groups.ts';
import { byKind, type StatementTable } from './statement-kinds.ts';

/**
 * What rules take, in web ACL capacity units. Source: AWS WAF Developer Guide, "Web ACL capacity units (WCUs) in AWS WAF",
 * and the pages of the statements. A transformation of a component is charged once for all the statements that begin with
 * the same transformations of it: AWS says that it does so, and not how.
 */
export interface CapacityParts {
  readonly managed: ManagedGroups;
  /** The capacity of a customer's rule group. */
  readonly groupCapacity: (arn: string) => number;
}

interface Reckoning extends CapacityParts {
  /** Transformations that were charged. */
  readonly charged: Set<string>;
}

const TRANSFORMATION = 10;
const ALL_ARGUMENTS = 10;
const CUSTOM_KEY = 30;
const SEARCHING = 10;
const COMPARING = 2;

/** Errors: WAFLimitsExceededException beyond 5,000. */
export function capacityOf(rules: readonly Pick<Rule, 'Statement'>[], parts: CapacityParts): number {
  const reckoning: Reckoning = { ...parts, charged: new Set() };
  const total = rules.reduce((sum, { Statement }) => sum + costOf(Statement, reckoning), 0);
  if (total > LIMITS.capacityUnits) throw limitsExceeded('WEB_ACL_CAPACITY_UNITS');
  return total;
}

function costOf(statement: Statement, reckoning: Reckoning): number {
  return byKind(COSTS, statement, reckoning);
}

const COSTS: StatementTable<Reckoning, number> = {
  ByteMatchStatement: (statement, reckoning) => {
    const { PositionalConstraint: position } = statement;
    const isSearched = position === 'CONTAINS' || position === 'CONTAINS_WORD';
    return inspecting(isSearched ? SEARCHING : COMPARING, statement, reckoning);
  },
  SqliMatchStatement: (statement, reckoning) =>
    inspecting(statement.SensitivityLevel === 'HIGH' ? 30 : 20, statement, reckoning),
  XssMatchStatement: (statement, reckoning) => inspecting(40, statement, reckoning),
  SizeConstraintStatement: (statement, reckoning) => inspecting(1, statement, reckoning),
  GeoMatchStatement: () => 1,
  RuleGroupReferenceStatement: ({ ARN }, { groupCapacity }) => groupCapacity(ARN),
  IPSetReferenceStatement: ({ IPSetForwardedIPConfig }) =>
    IPSetForwardedIPConfig?.Position === 'ANY' ? 5 : 1,
  RegexPatternSetReferenceStatement: (statement, reckoning) =>
    inspecting(25, statement, reckoning),
  RateBasedStatement: ({ CustomKeys: keys = [], ScopeDownStatement }, reckoning) =>
    2 + CUSTOM_KEY * keys.length + optional(ScopeDownStatement, reckoning),
  AndStatement: ({ Statements }, reckoning) => sumOf(Statements, reckoning),
  OrStatement: ({ Statements }, reckoning) => sumOf(Statements, reckoning),
  NotStatement: (statement, reckoning) => costOf(statement.Statement, reckoning),
  ManagedRuleGroupStatement: ({ VendorName, Name, ScopeDownStatement }, reckoning) =>
    (reckoning.managed.find(VendorName, Name)?.capacity ?? 0) +
    optional(ScopeDownStatement, reckoning),
  LabelMatchStatement: () => 1,
  RegexMatchStatement: (statement, reckoning) => inspecting(3, statement, reckoning),
  AsnMatchStatement: () => 1,
};

function sumOf(statements: readonly Statement[], reckoning: Reckoning): number {
  return statements.reduce((sum, statement) => sum + costOf(statement, reckoning), 0);
}

function optional(statement: Statement | undefined, reckoning: Reckoning): number {
  return statement === undefined ? 0 : costOf(statement, reckoning);
}

function inspecting(base: number, inspected: Inspected, reckoning: Reckoning): number {
  const kind = fieldKindOf(inspected.FieldToMatch);
  const component =
    (kind === 'JsonBody' ? base * 2 : base) + (kind === 'AllQueryArguments' ? ALL_ARGUMENTS : 0);
  return component + transforming(inspected, reckoning);
}

function transforming({ FieldToMatch, TextTransformations }: Inspected, { charged }: Reckoning) {
  const types = TextTransformations.toSorted((a, b) => a.Priority - b.Priority).map(
    ({ Type }) => Type,
  );
  let cost = 0;
  let path = JSON.stringify(FieldToMatch);
  for (const type of types.filter((one) => one !== 'NONE')) {
    path += ` ${type}`;
    if (!charged.has(path)) cost += TRANSFORMATION;
    charged.add(path);
  }
  return cost;
}
