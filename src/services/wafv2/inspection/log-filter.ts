import type { Condition, LoggingFilter } from '../../../../models/wafv2/types.ts';
import type { Evaluation } from '../../../firewall/evaluation.ts';

/** True when the request's record is kept. The first filter that its conditions meet decides. */
export function isKept(filter: LoggingFilter | undefined, evaluation: Evaluation): boolean {
  if (filter === undefined) return true;
  const actions = actionsOf(evaluation);
  const meets = ({ ActionCondition, LabelNameCondition }: Condition): boolean =>
    ActionCondition === undefined
      ? evaluation.labels.includes(LabelNameCondition?.LabelName ?? '')
      : actions.has(ActionCondition.Action);
  const met = filter.Filters.find(({ Requirement, Conditions }) =>
    Requirement === 'MEETS_ALL' ? Conditions.every(meets) : Conditions.some(meets),
  );
  return (met?.Behavior ?? filter.DefaultBehavior) === 'KEEP';
}

/** What was done with the request, and what rules that matched would only count. */
function actionsOf(evaluation: Evaluation): ReadonlySet<string> {
  const actions = new Set<string>([evaluation.action]);
  for (const { action } of evaluation.matches) if (action === 'COUNT') actions.add('COUNT');
  if (evaluation.ruleGroups.some(({ excludedRules }) => excludedRules.length > 0)) {
    actions.add('EXCLUDED_AS_COUNT');
  }
  return actions;
}
