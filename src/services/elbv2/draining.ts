import type { UnitJob } from '../../contract/service.ts';
import type { JobOrder } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { type TargetGroupDocument, targetSets } from './state.ts';

const KIND = 'elasticloadbalancing.endDraining';

/** When what a group's targets had begun is over. */
export function drainOrder({ id, scope }: TargetGroupDocument, due: Instant): JobOrder {
  return {
    id: `${KIND}/${scope.account}/${scope.region}/${id}/${due}`,
    kind: KIND,
    scope,
    due,
    payload: JSON.stringify({ id }),
  };
}

/** Takes away the targets whose time has come: those that came back meanwhile, or left again, have another one or none. */
export const drainJob: UnitJob = {
  kind: KIND,
  run: async (payload, { unit, scope, now }) => {
    const id = groupOf(payload);
    const view = unit.view(scope);
    const set = await view.get(targetSets, id);
    if (set === undefined) return;
    const targets = set.targets.filter(
      ({ state, drained = 0 }) => state !== 'draining' || drained > now,
    );
    view.put(targetSets, id, { targets });
  },
};

function groupOf(payload: string): string {
  const parsed: unknown = JSON.parse(payload);
  return typeof parsed === 'object' && parsed !== null && 'id' in parsed ? String(parsed.id) : '';
}
