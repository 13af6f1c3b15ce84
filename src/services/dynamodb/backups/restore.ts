import type {
  DynamodbOperations,
  RestoreTableFromBackupInput,
} from '../../../../models/dynamodb/types.ts';
import type { OperationOf, Permission, ResolveContext } from '../../../contract/operation.ts';
import { hexId, uuid } from '../../../core/ids.ts';
import { forCaller } from '../encryption/kms-calls.ts';
import { firstKeyWatch, orderKeyWatch } from '../encryption/key-watch.ts';
import { type KeyChoice, keyChoice, newItemKey, protect } from '../encryption/protection.ts';
import { openItemKey } from '../encryption/table-keys.ts';
import { backupInUse, tableAlreadyExists, unbuilt } from '../errors.ts';
import { tableArn } from '../resources.ts';
import { type TableDocument, tables } from '../state.ts';
import { orderCounting } from '../tables/counting-job.ts';
import { tableDescription } from '../tables/description.ts';
import { requireName } from '../tables/names.ts';
import { requireRoom } from '../tables/room.ts';
import { tableThroughput } from '../tables/throughput.ts';
import { backupTarget } from './backups.ts';
import { orderRestore } from './orders.ts';
import { backupArn, backupKind } from './resources.ts';
import type { BackupDocument } from './state.ts';

const OPERATION = 'RestoreTableFromBackup';
/** What whoever fills a table must be allowed on it. */
const ON_TABLE = [
  OPERATION,
  'Scan',
  'Query',
  'UpdateItem',
  'PutItem',
  'GetItem',
  'DeleteItem',
  'BatchWriteItem',
];

/** Makes a table of a backup: its items, keys and indexes; not its stream, times to live, tags or policy. */
export const restoreTableFromBackup: OperationOf<DynamodbOperations, 'RestoreTableFromBackup'> = {
  name: OPERATION,
  access: 'write',
  authorize: permissions,
  handle: async (input, context) => {
    requireBuilt(input);
    const { TargetTableName: name } = input;
    requireName(name);
    const { unit, view, call } = context;
    const { now, scope } = call;
    const backup = await backupTarget(context, input.BackupArn);
    if (backup.status !== 'AVAILABLE') throw backupInUse(input.BackupArn);
    if ((await view.get(tables, name)) !== undefined) throw tableAlreadyExists(name);
    await requireRoom(view);
    const { holder, settings } = backup;
    if (holder.protection !== undefined) {
      await openItemKey(context, holder, holder.protection, forCaller(holder));
    }
    const drawn = await context.once(() => ({ id: uuid(), store: hexId(16) }));
    const place = { ...scope, ...drawn, name };
    const itemKey = await newItemKey(context);
    const chosen = choiceOf(input, backup);
    const protection =
      chosen === undefined ? undefined : await protect(context, place, chosen, itemKey);
    const table: TableDocument = {
      ...settings,
      ...billingOf(input, backup),
      ...place,
      indexes: settings.indexes.map((index) => ({
        ...index,
        status: index.isLocal ? 'ACTIVE' : 'CREATING',
      })),
      created: now,
      status: 'CREATING',
      isProtected: false,
      tags: {},
      ...(protection === undefined ? { itemKey: itemKey.toString('base64') } : { protection }),
      replicas: [],
      count: 0,
      bytes: 0,
      restored: {
        backup: backupArn(backup),
        table: tableArn(holder, holder.name),
        at: now,
      },
    };
    view.put(tables, name, table);
    if (protection !== undefined) orderKeyWatch(unit, table, firstKeyWatch(now));
    orderCounting(unit, table, now);
    const payload = { table: name, tableId: table.id, backup: backup.id };
    orderRestore(unit, scope, payload, now);
    return { TableDescription: tableDescription(table) };
  },
};

async function permissions(
  input: RestoreTableFromBackupInput,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const resource = await context.resolve(backupKind, input.BackupArn);
  const target = tableArn(context.call.scope, input.TargetTableName);
  return [
    { action: `dynamodb:${OPERATION}`, resource },
    ...ON_TABLE.map((action) => ({ action: `dynamodb:${action}`, resource: target })),
  ];
}

function requireBuilt(input: RestoreTableFromBackupInput): void {
  const overrides = [
    input.GlobalSecondaryIndexOverride,
    input.LocalSecondaryIndexOverride,
    input.OnDemandThroughputOverride,
  ];
  if (overrides.some((override) => override !== undefined)) {
    throw unbuilt(OPERATION, 'other indexes or limits than those of the backup');
  }
}

/** The key that is asked for, or else the one of the backup. */
function choiceOf(
  { SSESpecificationOverride: override }: RestoreTableFromBackupInput,
  { holder: { protection } }: BackupDocument,
): KeyChoice | undefined {
  if (override !== undefined) return keyChoice(override);
  return protection === undefined ? undefined : { keyId: protection.keyArn };
}

function billingOf(
  { BillingModeOverride, ProvisionedThroughputOverride }: RestoreTableFromBackupInput,
  { settings }: BackupDocument,
) {
  const billing = BillingModeOverride ?? settings.billing;
  if (billing === settings.billing && ProvisionedThroughputOverride === undefined) return {};
  return { billing, throughput: tableThroughput(billing, ProvisionedThroughputOverride) };
}
