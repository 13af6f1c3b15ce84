import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import { hexId } from '../../../core/ids.ts';
import { onTable, tableTarget } from '../authorization.ts';
import { invalid } from '../domain/invalid.ts';
import { forCaller } from '../encryption/kms-calls.ts';
import { protect, release } from '../encryption/protection.ts';
import { openItemKey } from '../encryption/table-keys.ts';
import { backupInUse, tableBusy } from '../errors.ts';
import { tableReference } from '../resources.ts';
import type { TableDocument } from '../state.ts';
import type { KeyHolder } from '../streams/state.ts';
import { backupDescription, backupDetails, backupSummary } from './description.ts';
import { orderBackup, orderRemoval } from './orders.ts';
import { backupArn, backupKind } from './resources.ts';
import { type BackupDocument, backups, type TableSettings } from './state.ts';

const SUMMARIES_MAX = 100;
const TIME_DIGITS = 14;

export const createBackup: OperationOf<DynamodbOperations, 'CreateBackup'> = {
  name: 'CreateBackup',
  access: 'write',
  authorize: onTable('dynamodb:CreateBackup'),
  handle: async (input, context) => {
    const { table, view } = await tableTarget(context, input.TableName);
    if (table.status !== 'ACTIVE') throw tableBusy(table.name);
    const { unit, call } = context;
    const drawn = await context.once(() => ({ random: hexId(8), store: hexId(16) }));
    const id = `${String(call.now).padStart(TIME_DIGITS, '0')}-${drawn.random}`;
    const { stream, timeToLive } = table;
    const backup: BackupDocument = {
      id,
      name: input.BackupName,
      created: call.now,
      status: 'CREATING',
      holder: await holderOf(context, table),
      tableCreated: table.created,
      settings: settingsOf(table),
      ...(stream === undefined ? {} : { stream }),
      ...(timeToLive === undefined ? {} : { timeToLive }),
      store: drawn.store,
      count: 0,
      bytes: 0,
    };
    view.put(backups, id, backup);
    orderBackup(unit, table, id, call.now);
    return { BackupDetails: backupDetails(backup) };
  },
};

/** The table's item key, wrapped once more for the backup: it outlives the table, and a change of the table's key. */
async function holderOf(context: Context, table: TableDocument): Promise<KeyHolder> {
  const { id, name, account, region, itemKey, protection } = table;
  const place = { id, name, account, region };
  if (protection === undefined) return { ...place, ...(itemKey === undefined ? {} : { itemKey }) };
  const opened = await openItemKey(context, table, protection, forCaller(table));
  const { keyArn } = protection;
  return { ...place, protection: await protect(context, table, { keyId: keyArn }, opened) };
}

function settingsOf(table: TableDocument): TableSettings {
  const { attributes, key, indexes, indexesMade, billing, throughput, onDemand, tableClass } =
    table;
  return {
    attributes,
    key,
    indexes,
    indexesMade,
    billing,
    throughput,
    ...(onDemand === undefined ? {} : { onDemand }),
    ...(tableClass === undefined ? {} : { tableClass }),
  };
}

function onBackup(action: string) {
  return async (input: { readonly BackupArn: string }, context: ResolveContext) => [
    { action, resource: await context.resolve(backupKind, input.BackupArn) },
  ];
}

/** The backup that `authorize` named. Errors: BackupNotFoundException. */
export async function backupTarget(context: Context, arn: string): Promise<BackupDocument> {
  const { document, missing } = (await context.resolve(backupKind, arn)).resolved;
  if (document === undefined) throw missing ?? invalid(`Invalid backup ARN: ${arn}`);
  return document;
}

export const describeBackup: OperationOf<DynamodbOperations, 'DescribeBackup'> = {
  name: 'DescribeBackup',
  access: 'read',
  authorize: onBackup('dynamodb:DescribeBackup'),
  handle: async (input, context) => ({
    BackupDescription: backupDescription(await backupTarget(context, input.BackupArn)),
  }),
};

export const deleteBackup: OperationOf<DynamodbOperations, 'DeleteBackup'> = {
  name: 'DeleteBackup',
  access: 'write',
  authorize: onBackup('dynamodb:DeleteBackup'),
  handle: async (input, context) => {
    const backup = await backupTarget(context, input.BackupArn);
    if (backup.status !== 'AVAILABLE') throw backupInUse(backupArn(backup));
    const { holder, id, store } = backup;
    await release(context, holder, holder.protection);
    const { unit, call } = context;
    unit.view(holder).delete(backups, id);
    orderRemoval(unit, holder, store, call.now);
    return { BackupDescription: backupDescription(backup, 'DELETED') };
  },
};

export const listBackups: OperationOf<DynamodbOperations, 'ListBackups'> = {
  name: 'ListBackups',
  access: 'read',
  authorize: async () => [{ action: 'dynamodb:ListBackups', resource: '*' }],
  handle: async (input, { view, call }) => {
    const { TableName, ExclusiveStartBackupArn: start, BackupType = 'USER' } = input;
    if (BackupType !== 'USER' && BackupType !== 'ALL') return { BackupSummaries: [] };
    const table = TableName === undefined ? undefined : tableReference(TableName, call.scope)?.name;
    const from = start?.slice(start.lastIndexOf('/') + 1);
    const key = table === undefined ? from : `${table}/${from ?? ''}`;
    const { items, last } = await view.list(backups, {
      limit: input.Limit ?? SUMMARIES_MAX,
      ...(table === undefined ? {} : { index: 'table', prefix: `${table}/` }),
      ...(from === undefined || key === undefined ? {} : { after: { key, id: from } }),
    });
    const [since, until] = [input.TimeRangeLowerBound, input.TimeRangeUpperBound];
    const shown = items
      .map(({ document }) => document)
      .filter(
        ({ created }) =>
          created >= (since?.getTime() ?? 0) && created < (until?.getTime() ?? Infinity),
      );
    const end = items.at(-1)?.document;
    return {
      BackupSummaries: shown.map(backupSummary),
      ...(last === undefined || end === undefined
        ? {}
        : { LastEvaluatedBackupArn: backupArn(end) }),
    };
  },
};
