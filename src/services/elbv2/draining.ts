import type { UnitJob } from '../../contract/service.ts';
import type { JobOrder } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { type TargetDocument, type TargetGroupDocument, targetSets } from './state.ts';

const KIND = 'elasticloadbalancing.endDraining';

/** When what a group's targets had begun is over. */
export function drainOrder(
  { id, scope }: TargetGroupDocument,
  targets: readonly TargetDocument[],
  due: Instant,
): JobOrder {
  const gone = targets
    .filter(({ state }) => state === 'draining')
    .map((target) => [target.id, target.port ?? null]);
  return {
    id: `${KIND}/${scope.account}/${scope.region}/${id}/${due}`,
    kind: KIND,
    scope,
    due,
    payload: JSON.stringify({ id, gone: gone.slice(0, 500) }),
  };
}

/** Takes away the targets that are still on their way out. */
export const drainJob: UnitJob = {
  kind: KIND,
  run: async (payload, { unit, scope }) => {
    const { id, gone } = readPayload(payload);
    const view = unit.view(scope);
    const set = await view.get(targetSets, id);
    if (set === undefined) return;
    const targets = set.targets.filter(
      (target) => target.state !== 'draining' || !gone.has(`${target.id}:${target.port ?? ''}`),
    );
    view.put(targetSets, id, { targets });
  },
};

function readPayload(payload: string): { readonly id: string; readonly gone: ReadonlySet<string> } {
  const parsed: unknown = JSON.parse(payload);
  const fields = new Map(
    typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [],
  );
  const list: unknown = fields.get('gone');
  const gone = (Array.isArray(list) ? list : []).map((one: unknown) =>
    Array.isArray(one) ? `${String(one[0])}:${one[1] === null ? '' : String(one[1])}` : '',
  );
  return { id: String(fields.get('id')), gone: new Set(gone) };
}
