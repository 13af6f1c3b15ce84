import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from '../../core/time.ts';
import { dropEntry } from './placing.ts';
import {
  contents,
  duplicates,
  entries,
  groups,
  type QueueDocument,
  queues,
  sortable,
} from './state.ts';
import { SWEEP_JOB, type SweepPayload, sweepOrder } from './sweep-order.ts';

/** Documents of each kind that one run takes away. */
const BATCH = 200;
/** How long a group without messages is remembered, so that its sequence numbers go on growing. */
const IDLE_MS = HOUR_MS;

/**
 * Takes away what is too old, and what stood in queues that are gone. A queue is looked after once a day, or once an hour
 * while something in it grows old: whoever receives passes over what is too old anyway.
 */
export const sweepJob: UnitJob = {
  kind: SWEEP_JOB,
  run: async (payload, context) => {
    const { queue: name, store, isGone }: SweepPayload = JSON.parse(payload);
    const view = context.unit.view(context.scope);
    const place = { ...context.scope, name, store };
    if (isGone) {
      const isMore = await sweepStore(view, context, store);
      if (isMore) context.unit.order(sweepOrder(place, context.now, 'gone'));
      return;
    }
    const queue = await view.get(queues, name);
    if (queue === undefined) return;
    const next = await sweepQueue(view, context, queue);
    context.unit.order(sweepOrder(queue, next));
  },
};

/** Listed once: a conflict with what comes meanwhile must not repeat it. */
async function sweepStore(view: View, { unit }: JobContext, store: string): Promise<boolean> {
  const prefix = `${store}/`;
  const found = await unit.once(async () => {
    const [gone, held, marks] = [
      await view.list(entries, { prefix, limit: BATCH }),
      await view.list(groups, { prefix, limit: BATCH }),
      await view.list(duplicates, { prefix, limit: BATCH }),
    ];
    const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
      items.map(({ id }) => id);
    return { entries: ids(gone), groups: ids(held), duplicates: ids(marks) };
  });
  for (const id of found.entries) {
    view.delete(entries, id);
    view.delete(contents, id);
  }
  for (const id of found.groups) view.delete(groups, id);
  for (const id of found.duplicates) view.delete(duplicates, id);
  const most = Math.max(found.entries.length, found.groups.length, found.duplicates.length);
  return most === BATCH;
}

async function sweepQueue(
  view: View,
  { unit, now }: JobContext,
  queue: QueueDocument,
): Promise<Instant> {
  const { store, settings } = queue;
  const prefix = `${store}/`;
  const retentionMs = settings.retention * SECOND_MS;
  const found = await unit.once(async () => {
    const aged = await view.list(entries, { index: 'sent', prefix, limit: BATCH });
    const marks = await view.list(duplicates, { index: 'until', prefix, limit: BATCH });
    const idle = await view.list(groups, { index: 'idle', prefix, limit: BATCH });
    const before = (key: string, instant: Instant) => key < `${prefix}${sortable(instant)}`;
    return {
      old: aged.items.filter(({ key }) => before(key, now - retentionMs)).map(({ id }) => id),
      isOccupied: aged.items.length > 0 || marks.items.length > 0 || idle.items.length > 0,
      marks: marks.items.filter(({ key }) => before(key, now)).map(({ id }) => id),
      idle: idle.items.filter(({ key }) => before(key, now - IDLE_MS)).map(({ id }) => id),
    };
  });
  for (const id of found.old) await dropEntry(view, id, now);
  for (const id of found.marks) view.delete(duplicates, id);
  for (const id of found.idle) {
    // One that got a message meanwhile stays.
    if ((await view.get(groups, id))?.count === 0) view.delete(groups, id);
  }
  const most = Math.max(found.old.length, found.marks.length, found.idle.length);
  if (most === BATCH) return now;
  return now + (found.isOccupied ? HOUR_MS : DAY_MS);
}
