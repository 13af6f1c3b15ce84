import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Cursor } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { HOUR_MS, SECOND_MS } from '../../core/time.ts';
import type { ItemKeys } from './encryption/sealing.ts';
import type { TableKeys } from './encryption/table-keys.ts';
import { EXPIRY_JOB, type ExpiryPayload, orderExpiry } from './expiry-order.ts';
import { expiry, opened, removeItem } from './items/storage.ts';
import { items, sortableSeconds, type TableDocument, tables } from './state.ts';

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
      const itemKeys = await usable(context, keys, table);
      if (itemKeys === undefined) orderExpiry(unit, table, now + HOUR_MS, after);
      else if (table.timeToLive.status === 'ENABLING') await date(context, table, itemKeys, after);
      else await expire(context, table, itemKeys);
    },
  };
}

/** Undefined: the table's KMS key can't be used for now. */
async function usable(context: JobContext, keys: TableKeys, table: TableDocument) {
  try {
    return await keys.openByItself(context, table, context.now);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

async function date(
  { unit, scope, now }: JobContext,
  table: TableDocument,
  keys: ItemKeys,
  after: Cursor | undefined,
): Promise<void> {
  const view = unit.view(scope);
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

async function expire(
  { unit, scope, now }: JobContext,
  table: TableDocument,
  keys: ItemKeys,
): Promise<void> {
  const view = unit.view(scope);
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
    removeItem({ unit, now, isExpiry: true }, { table, view, keys }, before);
  }
  orderExpiry(unit, table, ids.length === BATCH ? now : now + HOUR_MS);
}
