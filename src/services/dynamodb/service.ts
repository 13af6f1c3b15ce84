import type { AnyOperation, Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { createBackup, deleteBackup, describeBackup, listBackups } from './backups/backups.ts';
import { backupJob, createRestoreJob, removalJob } from './backups/jobs.ts';
import { restoreTableFromBackup } from './backups/restore.ts';
import { backupItems, backups } from './backups/state.ts';
import { keyWatchJob } from './encryption/key-watch.ts';
import { TableKeys } from './encryption/table-keys.ts';
import { createExpiryJob } from './expiry-job.ts';
import { pendings, tombstones } from './global/pending.ts';
import { createReplicationJob } from './global/replication-job.ts';
import { createSeedingJob } from './global/seeding-job.ts';
import { createBatchGetItem } from './items/batch-get.ts';
import { createBatchWriteItem } from './items/batch-write.ts';
import { createDeleteItem } from './items/delete-item.ts';
import { createGetItem } from './items/get-item.ts';
import { createPutItem } from './items/put-item.ts';
import { createQuery } from './items/query.ts';
import { createScan } from './items/scan.ts';
import { createExecuteStatement } from './items/statement.ts';
import { createBatchExecuteStatement } from './items/statement-batch.ts';
import { createExecuteTransaction } from './items/statement-transaction.ts';
import { createTransactGetItems } from './items/transactions-get.ts';
import { forgetTokenJob } from './items/transactions-tokens.ts';
import { createTransactWriteItems } from './items/transactions-write.ts';
import { createUpdateItem } from './items/update-item.ts';
import { describeContinuousBackups, describeEndpoints, describeLimits } from './limits.ts';
import {
  createGetResourcePolicy,
  createPutResourcePolicy,
  deleteResourcePolicy,
} from './resource-policies.ts';
import { items, tables, tokens } from './state.ts';
import { followChanges } from './streams/followers.ts';
import { records, streams } from './streams/state.ts';
import { trimmingJob } from './streams/trimming-job.ts';
import { countingJob } from './tables/counting-job.ts';
import { createCreateTable } from './tables/create-table.ts';
import { deleteTable } from './tables/delete-table.ts';
import { describeTable, listTables } from './tables/reading.ts';
import { createSettlingJob } from './tables/settling-job.ts';
import { updateTable } from './tables/update-table.ts';
import { listTagsOfResource, tagResource, untagResource } from './tags.ts';
import { describeTimeToLive, updateTimeToLive } from './time-to-live.ts';
import { notImplemented } from './unbuilt.ts';

export interface DynamoDbParts {
  /** Knows the principals that policies name. */
  readonly principals: PrincipalDirectory;
}

/** What is done to items. */
function itemOperations(keys: TableKeys): readonly AnyOperation[] {
  return [
    createGetItem(keys),
    createPutItem(keys),
    createUpdateItem(keys),
    createDeleteItem(keys),
    createQuery(keys),
    createScan(keys),
    createBatchGetItem(keys),
    createBatchWriteItem(keys),
    createTransactGetItems(keys),
    createTransactWriteItems(keys),
    createExecuteStatement(keys),
    createBatchExecuteStatement(keys),
    createExecuteTransaction(keys),
  ];
}

/** Tables of items, encrypted under KMS keys. */
export function createDynamoDbService({ principals }: DynamoDbParts): Service {
  const keys = new TableKeys();
  return {
    id: 'dynamodb',
    principal: 'dynamodb.amazonaws.com',
    operations: [...onTables(principals), ...onBackups, ...itemOperations(keys)],
    notImplemented,
    collections: [
      tables,
      items,
      streams,
      records,
      pendings,
      tombstones,
      tokens,
      backups,
      backupItems,
    ],
    jobs: [
      forgetTokenJob,
      createSettlingJob(keys),
      createExpiryJob(keys),
      createReplicationJob(keys),
      createSeedingJob(keys),
      keyWatchJob,
      trimmingJob,
      countingJob,
      backupJob,
      removalJob,
      createRestoreJob(keys),
    ],
    followers: [followChanges],
    // Refusals of values repeat them.
    unrecordedMessages: new Set(['ValidationException']),
    // Attributes are the customer's; audit records name keys alone, as AWS's do.
    unrecordedMembers: new Set([
      'Item',
      'Items',
      'Attributes',
      'AttributeUpdates',
      'Expected',
      'ExpressionAttributeValues',
      'Responses',
      'RequestItems',
      'TransactItems',
      'UnprocessedItems',
      'CancellationReasons',
      'QueryFilter',
      'ScanFilter',
      'Statement',
      'Parameters',
      'Statements',
      'TransactStatements',
    ]),
  };
}

function onTables(principals: PrincipalDirectory): readonly AnyOperation[] {
  return [
    createCreateTable(principals),
    describeTable,
    listTables,
    updateTable,
    deleteTable,
    updateTimeToLive,
    describeTimeToLive,
    tagResource,
    untagResource,
    listTagsOfResource,
    describeLimits,
    describeEndpoints,
    createPutResourcePolicy(principals),
    createGetResourcePolicy(principals),
    deleteResourcePolicy,
  ];
}

const onBackups: readonly AnyOperation[] = [
  createBackup,
  describeBackup,
  listBackups,
  deleteBackup,
  restoreTableFromBackup,
  describeContinuousBackups,
];
