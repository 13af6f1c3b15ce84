import type { Rule, Statement } from '../../../../models/wafv2/types.ts';
import type { AddressKnowledge } from '../../../firewall/addresses/knowledge.ts';

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

/** What rules ask of an address, and the option of the data that tells it. */
interface Unknowable {
  /** `GeoMatchStatement`. */
  readonly asks: string;
  readonly data: string;
  readonly option: string;
}

/**
 * What rules ask of an address that only data tells which isn't loaded: its country, its network's number. They would never
 * match, and their opposite would always. Undefined: nothing of that kind.
 */
export function unknowableOf(
  rules: readonly Pick<Rule, 'Statement'>[],
  known: AddressKnowledge,
): Unknowable | undefined {
  for (const statement of statementsOf(rules)) {
    const found = unknowableIn(statement, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

const COUNTRIES = { data: 'countries', option: '--geo-database FILE' };
const NETWORKS = { data: 'autonomous systems', option: '--asn-database FILE' };

function unknowableIn(
  { GeoMatchStatement, AsnMatchStatement, RateBasedStatement }: Statement,
  { placeOf, asnOf }: AddressKnowledge,
): Unknowable | undefined {
  if (placeOf === undefined && GeoMatchStatement !== undefined) {
    return { asks: 'GeoMatchStatement', ...COUNTRIES };
  }
  if (asnOf !== undefined) return undefined;
  if (AsnMatchStatement !== undefined) return { asks: 'AsnMatchStatement', ...NETWORKS };
  const keys = RateBasedStatement?.CustomKeys ?? [];
  const hasAsn = keys.some((key) => key.ASN !== undefined);
  return hasAsn ? { asks: 'the custom key ASN', ...NETWORKS } : undefined;
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
