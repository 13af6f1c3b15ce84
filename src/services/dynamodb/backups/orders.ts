import type { Cursor, Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';

export const BACKUP_JOB = 'dynamodb.backup';
export const REMOVAL_JOB = 'dynamodb.removeBackup';
export const RESTORE_JOB = 'dynamodb.restore';

export interface BackupPayload {
  readonly backup: string;
  readonly after?: Cursor;
}

/** Copies a table's items into a backup. */
export function orderBackup(
  unit: Unit,
  { account, region }: Scope,
  backup: string,
  due: Instant,
  after?: Cursor,
): void {
  const payload: BackupPayload = { backup, ...(after === undefined ? {} : { after }) };
  unit.order({
    id: `${BACKUP_JOB}/${account}/${region}/${backup}`,
    kind: BACKUP_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}

/** Takes away the items of a backup that is gone. */
export function orderRemoval(
  unit: Unit,
  { account, region }: Scope,
  store: string,
  due: Instant,
): void {
  unit.order({
    id: `${REMOVAL_JOB}/${account}/${region}/${store}`,
    kind: REMOVAL_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify({ store }),
  });
}

export interface RestorePayload {
  readonly table: string;
  readonly tableId: string;
  readonly backup: string;
  readonly after?: Cursor;
}

/** Fills a table from a backup. */
export function orderRestore(
  unit: Unit,
  { account, region }: Scope,
  payload: RestorePayload,
  due: Instant,
): void {
  unit.order({
    id: `${RESTORE_JOB}/${account}/${region}/${payload.table}`,
    kind: RESTORE_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
