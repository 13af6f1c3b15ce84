import type {
  DynamodbOperations,
  GlobalSecondaryIndexUpdate,
  UpdateTableInput,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { saveTable, tableTarget } from '../authorization.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { changeProtection } from '../encryption/protection-change.ts';
import { limitExceeded, resourceNotFound, unbuilt } from '../errors.ts';
import { conveySettings } from '../global/shared-settings.ts';
import { changeReplicas } from '../global/replica-changes.ts';
import { updatePermissions } from '../global/replica-permissions.ts';
import type { IndexDocument, KeyAttribute, TableDocument } from '../state.ts';
import { closeStream, openStream } from '../streams/stream-life.ts';
import { requireSettled } from './delete-table.ts';
import { tableDescription } from './description.ts';
import { definedAttributes, indexDraft, requireFitting, usedAttributes } from './key-schemas.ts';
import { requireName } from './names.ts';
import { orderSettling } from './settling-order.ts';
import { indexThroughput, onDemandLimits, tableThroughput, unitsOf } from './throughput.ts';

const OPERATION = 'UpdateTable';

/** What a request changes, one after the other. Each gives the table as it is to be. */
const CHANGES: readonly ((
  table: TableDocument,
  input: UpdateTableInput,
  context: Context,
) => TableDocument | Promise<TableDocument>)[] = [
  changeBilling,
  changeSettings,
  changeIndexes,
  changeStream,
  (table, { SSESpecification }, context) => changeProtection(context, table, SSESpecification),
  (table, { ReplicaUpdates }, context) => changeReplicas(context, table, ReplicaUpdates),
];

export const updateTable: OperationOf<DynamodbOperations, 'UpdateTable'> = {
  name: OPERATION,
  access: 'write',
  authorize: updatePermissions,
  handle: async (input, context) => {
    requireBuilt(input);
    const target = await tableTarget(context, input.TableName);
    requireSettled(target.table);
    let table = target.table;
    for (const change of CHANGES) table = await change(table, input, context);
    if (table === target.table) {
      throw invalid(
        'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, ' +
          'GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
      );
    }
    const updated: TableDocument = { ...table, status: 'UPDATING' };
    saveTable(target, updated);
    await conveySettings(context, target.table, updated);
    orderSettling(context.unit, updated, context.call.now);
    return { TableDescription: tableDescription(updated) };
  },
};

function requireBuilt(input: UpdateTableInput): void {
  if (input.MultiRegionConsistency === 'STRONG') {
    throw unbuilt(OPERATION, 'global tables of strong consistency');
  }
  if (input.GlobalTableWitnessUpdates !== undefined) {
    throw unbuilt(OPERATION, 'witnesses of global tables');
  }
  if (input.GlobalTableSettingsReplicationMode !== undefined) {
    throw unbuilt(OPERATION, 'settings that global tables replicate');
  }
}

function changeBilling(
  table: TableDocument,
  { BillingMode: mode, ProvisionedThroughput: given }: UpdateTableInput,
  { call: { now } }: Context,
): TableDocument {
  const billing = mode ?? table.billing;
  if (given === undefined && billing === table.billing) return table;
  const throughput = tableThroughput(billing, given);
  if (billing === 'PAY_PER_REQUEST') {
    return {
      ...table,
      billing,
      throughput,
      onDemandSince: now,
      indexes: table.indexes.map((index) =>
        index.isLocal ? index : { ...index, throughput: { read: 0, write: 0 } },
      ),
    };
  }
  const { read, write } = table.throughput;
  const isSame =
    billing === table.billing && read === throughput.read && write === throughput.write;
  if (isSame) {
    throw invalid(
      'The provisioned throughput for the table will not change. The requested value equals the current value. ' +
        `Current ReadCapacityUnits provisioned for the table: ${read}. Requested ReadCapacityUnits: ${throughput.read}. ` +
        `Current WriteCapacityUnits provisioned for the table: ${write}. Requested WriteCapacityUnits: ${throughput.write}. ` +
        'Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.',
    );
  }
  const isRaised = throughput.read > read || throughput.write > write;
  const isLowered = throughput.read < read || throughput.write < write;
  return {
    ...table,
    billing,
    throughput,
    ...(isRaised ? { throughputRaised: now } : {}),
    ...(isLowered ? { throughputLowered: now } : {}),
  };
}

function changeSettings(
  table: TableDocument,
  input: UpdateTableInput,
  { call: { now } }: Context,
): TableDocument {
  let changed = table;
  const { TableClass: tableClass, DeletionProtectionEnabled: isProtected } = input;
  if (tableClass !== undefined) changed = { ...changed, tableClass, tableClassChanged: now };
  if (isProtected !== undefined) changed = { ...changed, isProtected };
  if (input.OnDemandThroughput !== undefined) {
    const { onDemand: _before, ...rest } = changed;
    const onDemand = onDemandLimits(input.OnDemandThroughput);
    changed = { ...rest, ...(onDemand === undefined ? {} : { onDemand }) };
  }
  return changed;
}

async function changeStream(
  table: TableDocument,
  { StreamSpecification: given }: UpdateTableInput,
  { unit, call: { now } }: Context,
): Promise<TableDocument> {
  if (given === undefined) return table;
  if (given.StreamEnabled) {
    if (table.stream !== undefined) throw invalid('Table already has an enabled stream');
    return openStream(unit, table, given, now);
  }
  if (table.stream === undefined) {
    throw invalid('Table is not enabled for streams');
  }
  if (table.replicas.length > 0) {
    throw invalid('Streams of global tables cannot be disabled');
  }
  return closeStream(unit, table, now);
}

function changeIndexes(
  table: TableDocument,
  { GlobalSecondaryIndexUpdates: updates, AttributeDefinitions }: UpdateTableInput,
): TableDocument {
  if (updates === undefined || updates.length === 0) return table;
  const attributes = withDefined(table.attributes, definedAttributes(AttributeDefinitions));
  let changed: TableDocument = { ...table, attributes };
  const making = updates.filter(({ Create, Delete }) => (Create ?? Delete) !== undefined);
  if (making.length > 1) {
    throw limitExceeded(
      'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
    );
  }
  for (const update of updates) changed = withIndexUpdate(changed, update);
  requireFitting(changed.indexes);
  return { ...changed, attributes: usedAttributes(changed) };
}

function withDefined(
  known: readonly KeyAttribute[],
  given: readonly KeyAttribute[],
): readonly KeyAttribute[] {
  for (const { name, type } of given) {
    const before = known.find((one) => one.name === name);
    if (before !== undefined && before.type !== type) {
      throw invalidParameter(
        'Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. ' +
          `Existing schema: ${name}=${before.type}, New schema: ${name}=${type}`,
      );
    }
  }
  const names = new Set(known.map(({ name }) => name));
  return [...known, ...given.filter(({ name }) => !names.has(name))];
}

function withIndexUpdate(
  table: TableDocument,
  { Create, Update, Delete }: GlobalSecondaryIndexUpdate,
): TableDocument {
  const name = Create?.IndexName ?? Update?.IndexName ?? Delete?.IndexName;
  if (name === undefined) throw invalidParameter('GlobalSecondaryIndexUpdate is empty');
  requireName(name);
  const existing = table.indexes.find((index) => index.name === name);
  if (Create !== undefined) {
    if (existing !== undefined) {
      throw invalid(`Attempting to create an index which already exists: ${name}`);
    }
    const onDemand = onDemandLimits(Create.OnDemandThroughput);
    const made: IndexDocument = {
      ...indexDraft(OPERATION, Create, false, table.attributes),
      place: `i${table.indexesMade + 1}`,
      status: 'CREATING',
      isBackfilling: true,
      throughput: indexThroughput(table.billing, name, Create.ProvisionedThroughput),
      ...(onDemand === undefined ? {} : { onDemand }),
    };
    return { ...table, indexes: [...table.indexes, made], indexesMade: table.indexesMade + 1 };
  }
  if (existing === undefined || existing.isLocal) {
    throw resourceNotFound('Requested resource not found');
  }
  const changed: IndexDocument =
    Update?.ProvisionedThroughput === undefined
      ? { ...existing, status: 'DELETING' }
      : { ...existing, throughput: unitsOf(Update.ProvisionedThroughput) };
  if (Update !== undefined && Update.ProvisionedThroughput === undefined) {
    throw unbuilt(OPERATION, 'settings of indexes other than their provisioned throughput');
  }
  return {
    ...table,
    indexes: table.indexes.map((index) => (index === existing ? changed : index)),
  };
}
