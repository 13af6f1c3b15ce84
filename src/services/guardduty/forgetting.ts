import type { Collection } from '../../contract/collection.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { dayOf } from '../../detection/memory/histogram.ts';
import { actorMemories, bucketMemories, dayKey } from './state.ts';

const FORGET_JOB = 'guardduty.forget';
/** What principals and buckets did is forgotten when they have done nothing for as long. */
const KEPT_DAYS = 90;
/** Memories that one turn takes away. */
const AT_ONCE = 500;

/** Has what is no longer of use forgotten at the end of the day. */
export function orderForgetting(unit: Unit, { account, region }: Scope, now: Instant): void {
  unit.order({
    id: `${FORGET_JOB}/${account}/${region}`,
    kind: FORGET_JOB,
    scope: { account, region },
    due: (dayOf(now) + 1) * DAY_MS,
    payload: '{}',
  });
}

/** Goes on day by day while there is anything to forget. */
export const forgetJob: JobKind = {
  kind: FORGET_JOB,
  missed: 'once',
  run: async (_payload, { unit, scope, now }) => {
    const view = unit.view(scope);
    const before = dayOf(now) - KEPT_DAYS;
    const left = [
      await forget(view, actorMemories, before),
      await forget(view, bucketMemories, before),
    ];
    if (left.some(Boolean)) orderForgetting(unit, scope, now);
  },
};

/** Whether any are left. */
async function forget<T extends { readonly lastDay: number }>(
  view: View,
  collection: Collection<T>,
  before: number,
): Promise<boolean> {
  const { items } = await view.list(collection, { index: 'day', limit: AT_ONCE + 1 });
  const old = items.slice(0, AT_ONCE).filter(({ key }) => key < dayKey(before));
  for (const { id } of old) view.delete(collection, id);
  return items.length > old.length;
}
