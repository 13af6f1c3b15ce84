import type { Rule, Statement } from '../../../../models/wafv2/types.ts';

/** Every statement of the rules: a statement stands before those within it. */
export function* statementsOf(rules: readonly Pick<Rule, 'Statement'>[]): Generator<Statement> {
  for (const rule of rules) yield* within(rule.Statement);
}

function* within(statement: Statement): Generator<Statement> {
  yield statement;
  const nested = [
    ...(statement.AndStatement?.Statements ?? []),
    ...(statement.OrStatement?.Statements ?? []),
    statement.NotStatement?.Statement,
    statement.RateBasedStatement?.ScopeDownStatement,
    statement.ManagedRuleGroupStatement?.ScopeDownStatement,
  ];
  for (const one of nested) if (one !== undefined) yield* within(one);
}

/**
 * What rules ask of an address that only data tells which isn't here: its country, its network's number. They would never
 * match, and their opposite would always. Undefined: nothing of that kind.
 */
export function unknowableOf(rules: readonly Pick<Rule, 'Statement'>[]): string | undefined {
  for (const statement of statementsOf(rules)) {
    if (statement.GeoMatchStatement !== undefined) return 'GeoMatchStatement';
    if (statement.AsnMatchStatement !== undefined) return 'AsnMatchStatement';
    const keys = statement.RateBasedStatement?.CustomKeys ?? [];
    if (keys.some((key) => key.ASN !== undefined)) return 'the custom key ASN';
  }
  return undefined;
}

/** ARNs that the rules refer to, each once. */
export function referencesOf(rules: readonly Pick<Rule, 'Statement'>[]): readonly string[] {
  const arns = new Set<string>();
  for (const statement of statementsOf(rules)) {
    const arn = (
      statement.IPSetReferenceStatement ??
      statement.RegexPatternSetReferenceStatement ??
      statement.RuleGroupReferenceStatement
    )?.ARN;
    if (arn !== undefined) arns.add(arn);
  }
  return [...arns];
}

export function usesManagedGroups(rules: readonly Pick<Rule, 'Statement'>[]): boolean {
  return rules.some(({ Statement: { ManagedRuleGroupStatement: group } }) => group !== undefined);
}
