import type { UnitJob } from '../../contract/service.ts';
import type { JobOrder, View } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { chunks, dataKeys, metricFilters, streams, subscriptionFilters } from './state.ts';

const PURGE_JOB = 'logs.purge';
/** Chunks are large; each job drops so many, and orders the next. */
const BATCH = 100;

/** Drops what a deleted group, or a deleted stream of it, held. */
export function purgeOrder(
  scope: Scope,
  group: string,
  stream: string | undefined,
  due: Instant,
): JobOrder {
  return {
    id: `${PURGE_JOB}/${stream ?? group}`,
    kind: PURGE_JOB,
    scope,
    due,
    payload: JSON.stringify({ group, ...(stream === undefined ? {} : { stream }) }),
  };
}

export const purgeJob: UnitJob = {
  kind: PURGE_JOB,
  run: async (payload, { unit, scope, now }) => {
    const { group, stream } = targetOf(payload);
    const view = unit.view(scope);
    const isDone =
      stream === undefined
        ? await purgeGroup(view, `${group}/`)
        : await dropChunks(view, { index: 'stream', prefix: `${stream}/` });
    if (!isDone) unit.order(purgeOrder(scope, group, stream, now));
  },
};

async function purgeGroup(view: View, prefix: string): Promise<boolean> {
  const held = await view.list(streams, { prefix, limit: BATCH });
  for (const { id } of held.items) view.delete(streams, id);
  const keys = await view.list(dataKeys, { prefix, limit: BATCH });
  for (const { id } of keys.items) view.delete(dataKeys, id);
  const filters = await view.list(metricFilters, { prefix, limit: BATCH });
  for (const { id } of filters.items) view.delete(metricFilters, id);
  const subscriptions = await view.list(subscriptionFilters, { prefix, limit: BATCH });
  for (const { id } of subscriptions.items) view.delete(subscriptionFilters, id);
  const isEmpty = await dropChunks(view, { prefix });
  return isEmpty && [held, keys, filters, subscriptions].every(({ last }) => last === undefined);
}

async function dropChunks(
  view: View,
  where: { readonly index?: string; readonly prefix: string },
): Promise<boolean> {
  const { items, last } = await view.list(chunks, { ...where, limit: BATCH });
  for (const { id } of items) view.delete(chunks, id);
  return last === undefined;
}

function targetOf(payload: string): { readonly group: string; readonly stream?: string } {
  const value: JsonValue = JSON.parse(payload);
  const { group, stream } = isJsonObject(value) ? value : {};
  if (typeof group !== 'string') throw new Error('the job names no log group');
  return { group, ...(typeof stream === 'string' ? { stream } : {}) };
}
