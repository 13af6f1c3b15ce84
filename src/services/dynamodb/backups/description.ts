import type {
  BackupDescription,
  BackupDetails,
  BackupSummary,
} from '../../../../models/dynamodb/types.ts';
import { tableArn } from '../resources.ts';
import { keySchemaMembers } from '../tables/description.ts';
import { onDemandMembers } from '../tables/throughput.ts';
import { backupArn } from './resources.ts';
import type { BackupDocument } from './state.ts';

type Status = BackupDetails['BackupStatus'];

export function backupDetails(
  backup: BackupDocument,
  BackupStatus: Status = backup.status,
): BackupDetails {
  return {
    BackupArn: backupArn(backup),
    BackupName: backup.name,
    BackupSizeBytes: backup.bytes,
    BackupStatus,
    BackupType: 'USER',
    BackupCreationDateTime: new Date(backup.created),
  };
}

export function backupSummary(backup: BackupDocument): BackupSummary {
  const { name, id } = backup.holder;
  return {
    ...backupDetails(backup),
    TableName: name,
    TableId: id,
    TableArn: tableArn(backup.holder, name),
  };
}

export function backupDescription(backup: BackupDocument, status?: Status): BackupDescription {
  const { holder, settings, stream, timeToLive } = backup;
  const { key, throughput, billing, onDemand, indexes } = settings;
  const shown = indexes.map((index) => ({
    isLocal: index.isLocal,
    IndexName: index.name,
    KeySchema: keySchemaMembers(index.key),
    Projection: {
      ProjectionType: index.projection,
      ...(index.projection === 'INCLUDE' ? { NonKeyAttributes: index.attributes } : {}),
    },
    ProvisionedThroughput: unitsMembers(index.throughput ?? { read: 0, write: 0 }),
  }));
  return {
    BackupDetails: backupDetails(backup, status),
    SourceTableDetails: {
      TableName: holder.name,
      TableId: holder.id,
      TableArn: tableArn(holder, holder.name),
      TableSizeBytes: backup.bytes,
      KeySchema: keySchemaMembers(key),
      TableCreationDateTime: new Date(backup.tableCreated),
      ProvisionedThroughput: unitsMembers(throughput),
      ...(onDemand === undefined ? {} : { OnDemandThroughput: onDemandMembers(onDemand) }),
      ItemCount: backup.count,
      BillingMode: billing,
    },
    SourceTableFeatureDetails: {
      LocalSecondaryIndexes: shown
        .filter(({ isLocal }) => isLocal)
        .map(({ isLocal: _kind, ProvisionedThroughput: _units, ...index }) => index),
      GlobalSecondaryIndexes: shown
        .filter(({ isLocal }) => !isLocal)
        .map(({ isLocal: _kind, ...index }) => index),
      ...(stream === undefined
        ? {}
        : { StreamDescription: { StreamEnabled: true, StreamViewType: stream.view } }),
      ...(timeToLive === undefined
        ? {}
        : {
            TimeToLiveDescription: {
              TimeToLiveStatus: timeToLive.status,
              AttributeName: timeToLive.attribute,
            },
          }),
      ...(holder.protection === undefined
        ? {}
        : {
            SSEDescription: {
              Status: 'ENABLED',
              SSEType: 'KMS',
              KMSMasterKeyArn: holder.protection.keyArn,
            },
          }),
    },
  };
}

function unitsMembers({ read, write }: { readonly read: number; readonly write: number }) {
  return { ReadCapacityUnits: read, WriteCapacityUnits: write };
}
