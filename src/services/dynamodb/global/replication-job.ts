import type { UnitJob } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import type { JsonObject } from '../../../core/json.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../../core/time.ts';
import { restoredItem } from '../domain/stored-items.ts';
import { openBody } from '../encryption/sealing.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { ownSpace } from '../items/own-space.ts';
import { type TableDocument, tables } from '../state.ts';
import { convey } from './conveying.ts';
import { tableAt } from './group.ts';
import { pendings, tombstones } from './pending.ts';
import { orderReplication, REPLICATION_JOB, type ReplicationPayload } from './replication-order.ts';

/** Items that one run brings. */
const BATCH = 100;
/** An older write that is still on its way must not bring an item back. */
const REMEMBERED_MS = DAY_MS;

/** Brings a replica what was written here. While a KMS key of either side can't be used it waits. */
export function createReplicationJob(keys: TableKeys): UnitJob {
  return {
    kind: REPLICATION_JOB,
    run: async (payload, context) => {
      const { name, id, to }: ReplicationPayload = JSON.parse(payload);
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const table = await view.get(tables, name);
      if (table === undefined || table.id !== id) return;
      const prefix = `${to}/${table.store}/`;
      const ids = await unit.once(async () => {
        const { items } = await view.list(pendings, { prefix, limit: BATCH });
        return items.map((one) => one.id);
      });
      if (ids.length === 0) return;
      const there = await tableAt(unit, table, to);
      if (there === undefined || there.status === 'DELETING') {
        for (const one of ids) view.delete(pendings, one);
        orderReplication(unit, table, to, now);
        return;
      }
      const source = await ownSpace(context, keys, table);
      const target = await ownSpace(context, keys, there);
      if (source === undefined || target === undefined) {
        orderReplication(unit, table, to, now + MINUTE_MS);
        return;
      }
      for (const one of ids) {
        const pending = await view.get(pendings, one);
        if (pending === undefined) continue;
        const itemId = one.slice(to.length + 1);
        const key: JsonObject = JSON.parse(openBody(source.keys, `${itemId} key`, pending.key));
        await convey(context, source, target, restoredItem(key));
        view.delete(pendings, one);
      }
      if (ids.length === BATCH) orderReplication(unit, table, to, now);
      else await forgetDeletions(view, table, to, now);
    },
  };
}

/** Once every replica has heard of everything, deletions of long ago need not be remembered. */
async function forgetDeletions(
  view: View,
  { store, replicas }: TableDocument,
  told: string,
  now: Instant,
): Promise<void> {
  for (const { region } of replicas) {
    if (region === told) continue;
    const waiting = await view.list(pendings, { prefix: `${region}/${store}/`, limit: 1 });
    if (waiting.items.length > 0) return;
  }
  const { items } = await view.list(tombstones, {
    index: 'store',
    prefix: `${store}/`,
    limit: BATCH,
  });
  for (const { id, document } of items) {
    if (document.written.at < now - REMEMBERED_MS) view.delete(tombstones, id);
  }
}
