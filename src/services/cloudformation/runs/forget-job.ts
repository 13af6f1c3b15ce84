import type { Collection, Document } from '../../../contract/collection.ts';
import type { UnitJob } from '../../../contract/service.ts';
import type { Unit, View } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import { DAY_MS, type Instant } from '../../../core/time.ts';
import { changeSets, eventNumbers, events, resources, stacks } from '../state.ts';

const FORGET = 'cloudformation.forget';
/** How long a stack that is gone can be looked at. */
const KEPT_MS = 90 * DAY_MS;
/** Documents of each kind that one turn takes away. */
const AT_ONCE = 500;

/** Has a stack that is gone forgotten. */
export function orderForgetting(unit: Unit, scope: Scope, stackId: string, gone: Instant): void {
  order(unit, scope, stackId, gone + KEPT_MS);
}

function order(unit: Unit, scope: Scope, stackId: string, due: Instant): void {
  const { account, region } = scope;
  const id = `${FORGET}/${account}/${region}/${stackId}`;
  unit.order({ id, kind: FORGET, scope, due, payload: stackId });
}

/** Forgets a stack with its events; the stack itself last, so that what is left of it can still be looked at. */
export const forgetJob: UnitJob = {
  kind: FORGET,
  run: async (stackId, { unit, scope, now }) => {
    const view = unit.view(scope);
    const left = [
      await forgetAll(view, events, stackId),
      await forgetAll(view, resources, stackId),
      await forgetAll(view, changeSets, stackId),
    ];
    if (left.some(Boolean)) {
      order(unit, scope, stackId, now);
      return;
    }
    view.delete(eventNumbers, stackId);
    view.delete(stacks, stackId);
  },
};

/** Whether any of a stack's documents are left. */
async function forgetAll<T extends Document>(
  view: View,
  collection: Collection<T>,
  stackId: string,
): Promise<boolean> {
  const { items, last } = await view.list(collection, { prefix: `${stackId}/`, limit: AT_ONCE });
  for (const { id } of items) view.delete(collection, id);
  return last !== undefined;
}
