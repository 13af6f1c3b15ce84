import type { Statement } from '../../../../models/wafv2/types.ts';
import { EXACTLY_ONE, invalidParameter } from '../errors.ts';

export type StatementKind = keyof Statement;

/** What is done with a statement, by its kind. */
export type StatementTable<C, R> = {
  readonly [K in StatementKind]: (statement: NonNullable<Statement[K]>, context: C) => R;
};

const KINDS: readonly StatementKind[] = [
  'ByteMatchStatement',
  'SqliMatchStatement',
  'XssMatchStatement',
  'SizeConstraintStatement',
  'GeoMatchStatement',
  'RuleGroupReferenceStatement',
  'IPSetReferenceStatement',
  'RegexPatternSetReferenceStatement',
  'RateBasedStatement',
  'AndStatement',
  'OrStatement',
  'NotStatement',
  'ManagedRuleGroupStatement',
  'LabelMatchStatement',
  'RegexMatchStatement',
  'AsnMatchStatement',
];

/** Errors: WAFInvalidParameterException, when there is none or more than one. */
export function kindOf(statement: Statement): StatementKind {
  const [kind, more] = KINDS.filter((one) => statement[one] !== undefined);
  if (kind === undefined || more !== undefined) {
    throw invalidParameter(EXACTLY_ONE, 'STATEMENT', 'Statement');
  }
  return kind;
}

export function byKind<C, R>(table: StatementTable<C, R>, statement: Statement, context: C): R {
  return ofKind(table, kindOf(statement), statement, context);
}

function ofKind<C, R, K extends StatementKind>(
  table: StatementTable<C, R>,
  kind: K,
  statement: Statement,
  context: C,
): R {
  const value = statement[kind];
  if (value === undefined) throw new Error('a statement lost its kind');
  return table[kind](value, context);
}

/** Kinds that stand for a group of rules: their rules have an OverrideAction in the place of an Action. */
export function isGroup(kind: StatementKind): boolean {
  return kind === 'RuleGroupReferenceStatement' || kind === 'ManagedRuleGroupStatement';
}
