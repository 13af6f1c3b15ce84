import type { LabelSummary, Rule } from '../../../models/wafv2/types.ts';
import { statementsOf } from './rules/references.ts';

/** Labels that rules add, fully qualified, each once. */
export function availableLabels(
  rules: readonly Rule[],
  namespace: string,
): readonly LabelSummary[] {
  return summaries(
    rules.flatMap(({ RuleLabels = [] }) => RuleLabels.map(({ Name }) => namespace + Name)),
  );
}

/** Labels that rules look for, each once. */
export function consumedLabels(rules: readonly Rule[], namespace: string): readonly LabelSummary[] {
  const keys = [...statementsOf(rules)].flatMap(({ LabelMatchStatement: match }) =>
    match === undefined ? [] : [match.Key],
  );
  return summaries(keys.map((key) => (key.startsWith('awswaf:') ? key : namespace + key)));
}

function summaries(names: readonly string[]): readonly LabelSummary[] {
  return [...new Set(names)].map((Name) => ({ Name }));
}
