import type { UnitJob } from '../../../contract/service.ts';
import type { JsonObject } from '../../../core/json.ts';
import { ServiceError } from '../../../core/errors.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { restoredItem } from '../domain/stored-items.ts';
import { release } from '../encryption/protection.ts';
import { openBody } from '../encryption/sealing.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { ownSpace } from '../items/own-space.ts';
import { putItem } from '../items/storage.ts';
import { items, tables } from '../state.ts';
import { orderSettling } from '../tables/settling-order.ts';
import {
  BACKUP_JOB,
  type BackupPayload,
  orderBackup,
  orderRemoval,
  orderRestore,
  REMOVAL_JOB,
  RESTORE_JOB,
  type RestorePayload,
} from './orders.ts';
import { backupItems, backups } from './state.ts';

/** Items of one run. */
const BATCH = 200;

/** Copies items as they are stored: what opens them goes with the backup. A table that goes meanwhile leaves none. */
export const backupJob: UnitJob = {
  kind: BACKUP_JOB,
  run: async (payload, context) => {
    const { backup: id, after }: BackupPayload = JSON.parse(payload);
    const { unit, scope, now } = context;
    const view = unit.view(scope);
    const backup = await view.get(backups, id);
    if (backup === undefined) return;
    const { holder, store } = backup;
    const table = await view.get(tables, holder.name);
    if (table === undefined || table.id !== holder.id || table.status === 'DELETING') {
      await release(context, holder, holder.protection);
      view.delete(backups, id);
      orderRemoval(unit, scope, store, now);
      return;
    }
    const page = await unit.once(async () => {
      const { items: found, last } = await view.list(items, {
        prefix: `${table.store}/`,
        limit: BATCH,
        ...(after === undefined ? {} : { after }),
      });
      return { found: found.map(({ id: item, document }) => ({ item, document })), last };
    });
    let { count, bytes } = backup;
    for (const { item, document } of page.found) {
      const { body, size } = document;
      view.put(backupItems, `${store}/${item}`, { sealedAs: item, body, size });
      count += 1;
      bytes += size;
    }
    const isOver = page.last === undefined;
    view.put(backups, id, { ...backup, count, bytes, status: isOver ? 'AVAILABLE' : 'CREATING' });
    if (page.last !== undefined) orderBackup(unit, scope, id, now, page.last);
  },
};

export const removalJob: UnitJob = {
  kind: REMOVAL_JOB,
  run: async (payload, { unit, scope, now }) => {
    const { store }: { readonly store: string } = JSON.parse(payload);
    const view = unit.view(scope);
    const { items: found } = await view.list(backupItems, { prefix: `${store}/`, limit: BATCH });
    for (const { id } of found) view.delete(backupItems, id);
    if (found.length === BATCH) orderRemoval(unit, scope, store, now);
  },
};

/** Fills a table from a backup, and waits while a KMS key of either can't be used. */
export function createRestoreJob(keys: TableKeys): UnitJob {
  return {
    kind: RESTORE_JOB,
    run: async (text, context) => {
      const payload: RestorePayload = JSON.parse(text);
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const table = await view.get(tables, payload.table);
      if (table?.id !== payload.tableId || table.status === 'DELETING') return;
      const backup = await view.get(backups, payload.backup);
      if (backup === undefined) {
        orderSettling(unit, table, now);
        return;
      }
      const space = await ownSpace(context, keys, table);
      const opener = await keys
        .openByItself(context, backup.holder, now)
        .catch((error: unknown) => {
          if (error instanceof ServiceError) return undefined;
          throw error;
        });
      if (space === undefined || opener === undefined) {
        orderRestore(unit, scope, payload, now + MINUTE_MS);
        return;
      }
      const { items: found, last } = await view.list(backupItems, {
        prefix: `${backup.store}/`,
        limit: BATCH,
        ...(payload.after === undefined ? {} : { after: payload.after }),
      });
      for (const { document } of found) {
        const stored: JsonObject = JSON.parse(openBody(opener, document.sealedAs, document.body));
        putItem({ unit, now }, space, undefined, restoredItem(stored));
      }
      if (last === undefined) orderSettling(unit, table, now);
      else orderRestore(unit, scope, { ...payload, after: last }, now);
    },
  };
}
