import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Cursor, View } from '../../../contract/view.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { release } from '../encryption/protection.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { laterIndexPlaces } from '../items/keys.ts';
import { ownSpace } from '../items/own-space.ts';
import { opened } from '../items/storage.ts';
import { updateGroup, withoutReplica } from '../global/group.ts';
import { pendingId, pendings, tombstones } from '../global/pending.ts';
import { type IndexDocument, items, type TableDocument, tables } from '../state.ts';
import { closeStream } from '../streams/stream-life.ts';
import { usedAttributes } from './key-schemas.ts';
import { orderSettling, SETTLING_JOB, type SettlingPayload } from './settling-order.ts';

/** Items that one run places or takes away. */
const BATCH = 200;

/** Does what a table's status says is to be done, one batch of items after the other. */
export function createSettlingJob(keys: TableKeys): UnitJob {
  return {
    kind: SETTLING_JOB,
    run: async (payload, context) => {
      const { name, id, after }: SettlingPayload = JSON.parse(payload);
      const view = context.unit.view(context.scope);
      const table = await view.get(tables, name);
      if (table === undefined || table.id !== id) return;
      if (table.status === 'DELETING') return remove(context, table);
      if (table.status === 'UPDATING' && table.indexes.some(isUnsettled)) {
        return placeItems(context, keys, table, after);
      }
      if (table.status === 'CREATING' || table.status === 'UPDATING') settle(context, table);
    },
  };
}

function isUnsettled({ status, isLocal }: IndexDocument): boolean {
  return !isLocal && (status === 'CREATING' || status === 'DELETING');
}

/** All is as the table's description says. */
function settle({ unit, scope }: JobContext, table: TableDocument): void {
  const { protection } = table;
  const indexes = table.indexes
    .filter(({ status }) => status !== 'DELETING')
    .map(({ isBackfilling: _done, ...index }): IndexDocument => ({ ...index, status: 'ACTIVE' }));
  unit.view(scope).put(tables, table.name, {
    ...table,
    attributes: usedAttributes({ ...table, indexes }),
    indexes,
    status: 'ACTIVE',
    ...(protection === undefined ? {} : { protection: { ...protection, isChanging: false } }),
  });
}

/** Listed once: a conflict with what is written meanwhile must not repeat it. */
async function remove(context: JobContext, table: TableDocument): Promise<void> {
  const { unit, scope, now } = context;
  const view = unit.view(scope);
  const prefix = `${table.store}/`;
  const found = await unit.once(async () => ({
    items: (await view.list(items, { prefix, limit: BATCH })).items.map(({ id }) => id),
    stones: (await view.list(tombstones, { prefix, limit: BATCH })).items.map(({ id }) => id),
    pendings: await pendingsOf(view, table),
  }));
  if (found.items.length + found.stones.length + found.pendings.length > 0) {
    for (const id of found.pendings) view.delete(pendings, id);
    for (const id of found.items) view.delete(items, id);
    for (const id of found.stones) view.delete(tombstones, id);
    orderSettling(unit, table, now);
    return;
  }
  await release(context, table, table.protection);
  await updateGroup(unit, table, (one) => withoutReplica(one, table.region));
  await closeStream(unit, table, now, true);
  view.delete(tables, table.name);
}

async function pendingsOf(view: View, { replicas, store }: TableDocument) {
  const ids: string[] = [];
  for (const { region } of replicas) {
    const query = { prefix: pendingId(region, `${store}/`), limit: BATCH };
    ids.push(...(await view.list(pendings, query)).items.map(({ id }) => id));
  }
  return ids;
}

/** Gives every item its places in the indexes that are being made, and takes it out of those that go. */
async function placeItems(
  context: JobContext,
  keys: TableKeys,
  table: TableDocument,
  after: Cursor | undefined,
): Promise<void> {
  const { unit, now } = context;
  const space = await ownSpace(context, keys, table);
  if (space === undefined) {
    orderSettling(unit, table, now + MINUTE_MS, after);
    return;
  }
  const { view, keys: itemKeys } = space;
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
    const indexed = laterIndexPlaces(table, itemKeys, opened(itemKeys, id, document));
    view.put(items, id, { ...document, indexed });
  }
  if (page.last !== undefined) orderSettling(unit, table, now, page.last);
  else settle(context, table);
}
