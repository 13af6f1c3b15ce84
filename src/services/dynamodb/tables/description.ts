import type {
  GlobalSecondaryIndexDescription,
  KeySchemaElement,
  LocalSecondaryIndexDescription,
  ProvisionedThroughputDescription,
  SSEDescription,
  TableDescription,
} from '../../../../models/dynamodb/types.ts';
import { replicaDescription } from '../global/replica-description.ts';
import { indexArn, tableArn } from '../resources.ts';
import type { IndexDocument, KeySchema, TableDocument, Throughput } from '../state.ts';
import { onDemandMembers } from './throughput.ts';

/** A table as it is told. */
export function tableDescription(table: TableDocument): TableDescription {
  const { name, id, created, status, key, throughput, stream, tableClass, replicas } = table;
  const protection = sseDescription(table);
  return {
    AttributeDefinitions: table.attributes.map((attribute) => ({
      AttributeName: attribute.name,
      AttributeType: attribute.type,
    })),
    TableName: name,
    KeySchema: keySchemaMembers(key),
    TableStatus: status,
    CreationDateTime: new Date(created),
    ProvisionedThroughput: throughputMembers(throughput, table),
    TableSizeBytes: table.bytes,
    ItemCount: table.count,
    TableArn: tableArn(table, name),
    TableId: id,
    ...billingMembers(table),
    ...indexMembers(table),
    ...(stream === undefined
      ? {}
      : {
          StreamSpecification: { StreamEnabled: true, StreamViewType: stream.view },
          LatestStreamLabel: stream.label,
          LatestStreamArn: stream.arn,
        }),
    ...(replicas.length === 0
      ? {}
      : { GlobalTableVersion: '2019.11.21', Replicas: replicas.map(replicaDescription) }),
    ...(protection === undefined ? {} : { SSEDescription: protection }),
    ...restoreMembers(table),
    ...archivalMembers(table),
    ...(tableClass === undefined
      ? {}
      : {
          TableClassSummary: {
            TableClass: tableClass,
            ...(table.tableClassChanged === undefined
              ? {}
              : { LastUpdateDateTime: new Date(table.tableClassChanged) }),
          },
        }),
    DeletionProtectionEnabled: table.isProtected,
    ...(table.onDemand === undefined
      ? {}
      : { OnDemandThroughput: onDemandMembers(table.onDemand) }),
  };
}

export function keySchemaMembers({ hash, range }: KeySchema): readonly KeySchemaElement[] {
  const first = { AttributeName: hash.name, KeyType: 'HASH' } as const;
  return range === undefined ? [first] : [first, { AttributeName: range.name, KeyType: 'RANGE' }];
}

function throughputMembers(
  { read, write }: Throughput,
  { throughputRaised, throughputLowered }: Partial<TableDocument> = {},
): ProvisionedThroughputDescription {
  return {
    ...(throughputRaised === undefined ? {} : { LastIncreaseDateTime: new Date(throughputRaised) }),
    ...(throughputLowered === undefined
      ? {}
      : { LastDecreaseDateTime: new Date(throughputLowered) }),
    NumberOfDecreasesToday: 0,
    ReadCapacityUnits: read,
    WriteCapacityUnits: write,
  };
}

function billingMembers({ billing, onDemandSince }: TableDocument) {
  if (billing === 'PROVISIONED' && onDemandSince === undefined) return {};
  return {
    BillingModeSummary: {
      BillingMode: billing,
      ...(onDemandSince === undefined
        ? {}
        : { LastUpdateToPayPerRequestDateTime: new Date(onDemandSince) }),
    },
  };
}

function indexMembers(table: TableDocument) {
  const locals = table.indexes.filter(({ isLocal }) => isLocal);
  const globals = table.indexes.filter(({ isLocal }) => !isLocal);
  return {
    ...(locals.length === 0
      ? {}
      : { LocalSecondaryIndexes: locals.map((index) => localMembers(table, index)) }),
    ...(globals.length === 0
      ? {}
      : { GlobalSecondaryIndexes: globals.map((index) => globalMembers(table, index)) }),
  };
}

function localMembers(table: TableDocument, index: IndexDocument): LocalSecondaryIndexDescription {
  const { name, key, projection, attributes } = index;
  return {
    IndexName: name,
    KeySchema: keySchemaMembers(key),
    Projection: {
      ProjectionType: projection,
      ...(projection === 'INCLUDE' ? { NonKeyAttributes: attributes } : {}),
    },
    IndexSizeBytes: index.bytes ?? 0,
    ItemCount: index.count ?? 0,
    IndexArn: indexArn(table, table.name, name),
  };
}

function globalMembers(
  table: TableDocument,
  index: IndexDocument,
): GlobalSecondaryIndexDescription {
  const { status, isBackfilling, throughput, onDemand } = index;
  return {
    ...localMembers(table, index),
    IndexStatus: status,
    ...(isBackfilling === undefined ? {} : { Backfilling: isBackfilling }),
    ProvisionedThroughput: throughputMembers(throughput ?? { read: 0, write: 0 }),
    ...(onDemand === undefined ? {} : { OnDemandThroughput: onDemandMembers(onDemand) }),
  };
}

/** Absent for tables under the key that DynamoDB owns. */
function sseDescription({ protection }: TableDocument): SSEDescription | undefined {
  if (protection === undefined) return undefined;
  const { keyArn, inaccessible, isChanging } = protection;
  return {
    Status: isChanging === true ? 'UPDATING' : 'ENABLED',
    SSEType: 'KMS',
    KMSMasterKeyArn: keyArn,
    ...(inaccessible === undefined
      ? {}
      : { InaccessibleEncryptionDateTime: new Date(inaccessible) }),
  };
}

function restoreMembers({ restored, status }: TableDocument) {
  if (restored === undefined) return {};
  return {
    RestoreSummary: {
      SourceBackupArn: restored.backup,
      SourceTableArn: restored.table,
      RestoreDateTime: new Date(restored.at),
      RestoreInProgress: status === 'CREATING',
    },
  };
}

function archivalMembers({ archived }: TableDocument) {
  if (archived === undefined) return {};
  return {
    ArchivalSummary: {
      ArchivalDateTime: new Date(archived),
      ArchivalReason: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
    },
  };
}
