import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Cursor } from '../../contract/view.ts';
import { HOUR_MS, SECOND_MS } from '../../core/time.ts';
import type { TableKeys } from './encryption/table-keys.ts';
import { EXPIRY_JOB, type ExpiryPayload, orderExpiry } from './expiry-order.ts';
import { ownSpace } from './items/own-space.ts';
import type { ItemSpace } from './items/space.ts';
import { expiry, opened, removeItem } from './items/storage.ts';
import { items, sortableSeconds, tables } from './state.ts';

/** Items that one run looks at. */
const BATCH = 200;

/**
 * Deletes the items of a table whose time is over, once an hour. When times to live are turned on it first finds out when
 * the items that were there before expire.
 */
export function createExpiryJob(keys: TableKeys): UnitJob {
  return {
    kind: EXPIRY_JOB,
    run: async (payload, context) => {
      const { name, id, after }: ExpiryPayload = JSON.parse(payload);
      const { unit, scope, now } = context;
      const table = await unit.view(scope).get(tables, name);
      if (table?.timeToLive === undefined || table.id !== id) return;
      if (table.status === 'DELETING' || table.status === 'ARCHIVED') return;
      const space = await ownSpace(context, keys, table);
      if (space === undefined) orderExpiry(unit, table, now + HOUR_MS, after);
      else if (table.timeToLive.status === 'ENABLING') await date(context, space, after);
      else await expire(context, space);
    },
  };
}

async function date(
  { unit, now }: JobContext,
  { table, view, keys }: ItemSpace,
  after: Cursor | undefined,
): Promise<void> {
  const page = await unit.once(async () => {
    const { items: found, last } = await view.list(items, {
      prefix: `${table.store}/`,
      limit: BATCH,
      ...(after === undefined ? {} : { after }),
    });
    return { ids: found.map(({ id }) => id), last };
  });
  for (const id of page.ids) {
    const document = await view.get(items, id);
    if (document === undefined) continue;
    const { expires: _before, ...rest } = document;
    const expires = expiry(table, opened(keys, id, document));
    view.put(items, id, expires === undefined ? rest : { ...rest, expires });
  }
  if (page.last !== undefined) {
    orderExpiry(unit, table, now, page.last);
    return;
  }
  const { timeToLive } = table;
  if (timeToLive === undefined) return;
  view.put(tables, table.name, { ...table, timeToLive: { ...timeToLive, status: 'ENABLED' } });
  orderExpiry(unit, table, now);
}

async function expire({ unit, now }: JobContext, space: ItemSpace): Promise<void> {
  const { table, view, keys } = space;
  const prefix = `${table.store}/`;
  const limit = `${prefix}${sortableSeconds(now / SECOND_MS)}`;
  const ids = await unit.once(async () => {
    const { items: found } = await view.list(items, { index: 'expires', prefix, limit: BATCH });
    return found.filter(({ key }) => key < limit).map(({ id }) => id);
  });
  for (const id of ids) {
    const document = await view.get(items, id);
    // One that was written meanwhile may live longer.
    if (document?.expires === undefined || document.expires >= now / SECOND_MS) continue;
    const before = { id, document, item: opened(keys, id, document) };
    removeItem({ unit, now, isExpiry: true }, space, before);
  }
  orderExpiry(unit, table, ids.length === BATCH ? now : now + HOUR_MS);
}
