import type { UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';
import { type TableDocument, tables } from '../state.ts';
import { byItself } from './kms-calls.ts';
import { openItemKey } from './table-keys.ts';

const KIND = 'dynamodb.keyWatch';
const EVERY_MS = HOUR_MS;
/** A table whose key can't be used for so long is archived. */
const PATIENCE_MS = 7 * DAY_MS;

interface WatchPayload {
  readonly name: string;
  readonly id: string;
}

/** Looks after a table's KMS key from `due` on. */
export function orderKeyWatch(
  unit: Unit,
  { account, region, name, id }: Pick<TableDocument, 'account' | 'region' | 'name' | 'id'>,
  due: Instant,
): void {
  const payload: WatchPayload = { name, id };
  unit.order({
    id: `${KIND}/${account}/${region}/${name}`,
    kind: KIND,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}

export function firstKeyWatch(now: Instant): Instant {
  return now + EVERY_MS;
}

/**
 * Uses each table's KMS key once an hour. A table whose key fails is inaccessible until it works again; after seven days
 * it is archived, for good.
 */
export const keyWatchJob: UnitJob = {
  kind: KIND,
  run: async (payload, context) => {
    const { name, id }: WatchPayload = JSON.parse(payload);
    const { unit, scope, now } = context;
    const view = unit.view(scope);
    const table = await view.get(tables, name);
    const protection = table?.protection;
    if (table === undefined || protection === undefined || table.id !== id) return;
    if (table.status === 'DELETING' || table.status === 'ARCHIVED') return;
    const works = await isUsable(() => openItemKey(context, table, protection, byItself(table)));
    const watched = works ? accessible(table) : inaccessible(table, now);
    if (watched !== table) view.put(tables, name, watched);
    if (watched.status !== 'ARCHIVED') orderKeyWatch(unit, table, now + EVERY_MS);
  },
};

async function isUsable(open: () => Promise<unknown>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

function accessible(table: TableDocument): TableDocument {
  if (table.protection?.inaccessible === undefined) return table;
  const { inaccessible: _over, ...protection } = table.protection;
  const isWaiting = table.status === 'INACCESSIBLE_ENCRYPTION_CREDENTIALS';
  return { ...table, protection, ...(isWaiting ? { status: 'ACTIVE' } : {}) };
}

function inaccessible(table: TableDocument, now: Instant): TableDocument {
  if (table.protection === undefined) return table;
  const since = table.protection.inaccessible;
  if (since === undefined) {
    const protection = { ...table.protection, inaccessible: now };
    const isSettled = table.status === 'ACTIVE';
    return {
      ...table,
      protection,
      ...(isSettled ? { status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' } : {}),
    };
  }
  if (now - since < PATIENCE_MS) {
    return table.status === 'ACTIVE'
      ? { ...table, status: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS' }
      : table;
  }
  return { ...table, status: 'ARCHIVED', archived: now };
}
