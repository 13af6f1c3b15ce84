import type { UnitJob } from '../../../contract/service.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { keyPart } from '../items/keys.ts';
import { ownSpace } from '../items/own-space.ts';
import { opened } from '../items/storage.ts';
import { items, type ReplicaDocument, type TableDocument, tables } from '../state.ts';
import { convey } from './conveying.ts';
import { tableAt, updateGroup, withReplica } from './group.ts';
import { orderSeeding, SEEDING_JOB, type SeedingPayload } from './seeding-order.ts';

/** Items that one run copies. */
const BATCH = 100;

/** Copies what a table held to its new replica, batch by batch; then the replica is active. */
export function createSeedingJob(keys: TableKeys): UnitJob {
  return {
    kind: SEEDING_JOB,
    run: async (payload, context) => {
      const { name, id, to, after }: SeedingPayload = JSON.parse(payload);
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const table = await view.get(tables, name);
      if (table === undefined || table.id !== id) return;
      const there = await tableAt(unit, table, to);
      if (there === undefined || there.status === 'DELETING') return;
      const source = await ownSpace(context, keys, table);
      const target = await ownSpace(context, keys, there);
      if (source === undefined || target === undefined) {
        orderSeeding(unit, table, to, now + MINUTE_MS, after);
        return;
      }
      const page = await unit.once(async () => {
        const { items: found, last } = await view.list(items, {
          prefix: `${table.store}/`,
          limit: BATCH,
          ...(after === undefined ? {} : { after }),
        });
        return { ids: found.map((one) => one.id), last };
      });
      for (const one of page.ids) {
        const document = await view.get(items, one);
        if (document === undefined) continue;
        const item = opened(source.keys, one, document);
        await convey(context, source, target, keyPart(table.key, item));
      }
      if (page.last !== undefined) orderSeeding(unit, table, to, now, page.last);
      else await activate(context.unit, table, there);
    },
  };
}

async function activate(
  unit: Parameters<typeof updateGroup>[0],
  table: TableDocument,
  there: TableDocument,
): Promise<void> {
  const replica = table.replicas.find(({ region }) => region === there.region);
  if (replica === undefined) return;
  const active: ReplicaDocument = { ...replica, status: 'ACTIVE' };
  unit.view(table).put(tables, table.name, withReplica(table, active));
  await updateGroup(unit, table, (one) =>
    one.region === there.region
      ? {
          ...one,
          status: 'ACTIVE',
          indexes: one.indexes.map((index) => ({ ...index, status: 'ACTIVE' })),
        }
      : withReplica(one, active),
  );
}
