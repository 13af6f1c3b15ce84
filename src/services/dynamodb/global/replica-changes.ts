import type {
  CreateReplicationGroupMemberAction,
  ReplicationGroupUpdate,
  UpdateReplicationGroupMemberAction,
} from '../../../../models/dynamodb/types.ts';
import type { Context } from '../../../contract/operation.ts';
import { hexId, uuid } from '../../../core/ids.ts';
import { everyRegion } from '../../../core/regions.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { forCaller } from '../encryption/kms-calls.ts';
import { firstKeyWatch, orderKeyWatch } from '../encryption/key-watch.ts';
import { DEFAULT_KEY, newItemKey, protect, release } from '../encryption/protection.ts';
import { openItemKey } from '../encryption/table-keys.ts';
import { resourceInUse, resourceNotFound, unbuilt } from '../errors.ts';
import { orderExpiry } from '../expiry-order.ts';
import { type ReplicaDocument, type TableDocument, tables } from '../state.ts';
import { requireRoom } from '../tables/room.ts';
import { openStream } from '../streams/stream-life.ts';
import { orderCounting } from '../tables/counting-job.ts';
import { orderSettling } from '../tables/settling-order.ts';
import { tableAt, withReplica } from './group.ts';
import { orderSeeding } from './seeding-order.ts';

const IMAGES = 'NEW_AND_OLD_IMAGES';

/** Adds, changes or takes away a replica. Errors: ValidationException and its kin; KMS's for a replica's key. */
export async function changeReplicas(
  context: Context,
  table: TableDocument,
  updates: readonly ReplicationGroupUpdate[] | undefined,
): Promise<TableDocument> {
  if (updates === undefined || updates.length === 0) return table;
  const [update, ...further] = updates;
  if (update === undefined || further.length > 0) {
    throw unbuilt('UpdateTable', 'several replicas at once');
  }
  const { Create, Update, Delete } = update;
  const region = (Create ?? Update ?? Delete)?.RegionName ?? '';
  if (region === table.region) {
    throw invalid(
      'Cannot add, delete, or update the local region through ReplicaUpdates. ' +
        'Use CreateTable, DeleteTable, or UpdateTable as required.',
    );
  }
  if (!everyRegion().includes(region)) throw invalidParameter(`Invalid Region: ${region}`);
  if (Create !== undefined) return create(context, table, Create);
  const replica = table.replicas.find((one) => one.region === region);
  if (replica === undefined) {
    throw invalid(
      `Update global table operation failed because one or more replicas were not part of the global table: ${region}`,
    );
  }
  return Update === undefined
    ? remove(context, table, replica)
    : change(context, table, replica, Update);
}

async function create(
  context: Context,
  table: TableDocument,
  asked: CreateReplicationGroupMemberAction,
): Promise<TableDocument> {
  const { unit, call } = context;
  const { now } = call;
  const { RegionName: region } = asked;
  if (
    asked.GlobalSecondaryIndexes !== undefined ||
    asked.OnDemandThroughputOverride !== undefined
  ) {
    throw unbuilt('UpdateTable', 'replicas with limits of their own');
  }
  if (table.stream !== undefined && table.stream.view !== IMAGES) {
    throw invalidParameter(
      `Table needs to have its stream view type set to ${IMAGES} to be a global table`,
    );
  }
  if (table.replicas.some((one) => one.status !== 'ACTIVE')) {
    throw resourceInUse(
      `Attempt to change a resource which is still in use: Table is being updated: ${table.name}`,
    );
  }
  if ((await tableAt(unit, table, region)) !== undefined) {
    throw invalid(
      `Failed to create a the new replica of table with name: '${table.name}' because one or more replicas already existed as tables.`,
    );
  }
  await requireRoom(unit.view({ account: table.account, region }));
  const made = await newReplica(context, table, asked);
  const own: ReplicaDocument = { region: table.region, status: 'ACTIVE', ...keyOf(table) };
  const added: ReplicaDocument = {
    region,
    status: 'CREATING',
    ...keyOf(made),
    ...(asked.ProvisionedThroughputOverride?.ReadCapacityUnits === undefined
      ? {}
      : { readOverride: asked.ProvisionedThroughputOverride.ReadCapacityUnits }),
    ...(asked.TableClassOverride === undefined ? {} : { tableClass: asked.TableClassOverride }),
  };
  for (const { region: other } of table.replicas) {
    const replica = await tableAt(unit, table, other);
    if (replica !== undefined) {
      unit.view(replica).put(tables, replica.name, withReplica(replica, added));
    }
  }
  const streamed = openStream(unit, made, { StreamEnabled: true, StreamViewType: IMAGES }, now);
  unit.view(streamed).put(tables, made.name, { ...streamed, replicas: [own, ...table.replicas] });
  if (made.protection !== undefined) orderKeyWatch(unit, made, firstKeyWatch(now));
  orderCounting(unit, made, now);
  if (made.timeToLive !== undefined) orderExpiry(unit, made, now);
  orderSeeding(unit, table, region, now);
  const source =
    table.stream === undefined
      ? openStream(unit, table, { StreamEnabled: true, StreamViewType: IMAGES }, now)
      : table;
  return withReplica(source, added);
}

function keyOf({ protection }: TableDocument) {
  return protection === undefined ? {} : { kmsKeyArn: protection.keyArn };
}

/** The table in its new Region: the same in all that global tables share, under a key of that Region. */
async function newReplica(
  context: Context,
  table: TableDocument,
  { RegionName: region, KMSMasterKeyId, TableClassOverride }: CreateReplicationGroupMemberAction,
): Promise<TableDocument> {
  const drawn = await context.once(() => ({ id: uuid(), store: hexId(16) }));
  const {
    stream: _stream,
    policy: _policy,
    policyRevision: _revision,
    itemKey: _itemKey,
    protection: _protection,
    throughputRaised: _raised,
    throughputLowered: _lowered,
    restored: _restored,
    ...shared
  } = table;
  const place = { account: table.account, region, name: table.name, ...drawn };
  const itemKey = await newItemKey(context);
  const keyId = replicaKey(table, KMSMasterKeyId);
  const protection =
    keyId === undefined ? undefined : await protect(context, place, { keyId }, itemKey);
  if (protection?.isManaged !== table.protection?.isManaged) throw mixedKeys();
  return {
    ...shared,
    ...place,
    created: context.call.now,
    status: 'CREATING',
    tags: {},
    isProtected: false,
    ...(TableClassOverride === undefined ? {} : { tableClass: TableClassOverride }),
    ...(protection === undefined ? { itemKey: itemKey.toString('base64') } : { protection }),
    count: 0,
    bytes: 0,
  };
}

/** Every replica has a key of the same kind: DynamoDB's, the account's for DynamoDB, or one of its own. */
function replicaKey({ protection }: TableDocument, given: string | undefined): string | undefined {
  if (protection === undefined) {
    if (given === undefined) return undefined;
    throw mixedKeys();
  }
  if (protection.isManaged) {
    if (given === undefined) return DEFAULT_KEY;
    throw mixedKeys();
  }
  if (given !== undefined) return given;
  throw invalidParameter('KMSMasterKeyId must be specified for each replica.');
}

function mixedKeys() {
  return invalidParameter('All replicas of a global table must use the same type of KMS key.');
}

async function remove(
  { unit, call: { now } }: Context,
  table: TableDocument,
  replica: ReplicaDocument,
): Promise<TableDocument> {
  const { region } = replica;
  const there = await tableAt(unit, table, region);
  if (there === undefined) throw resourceNotFound('Requested resource not found');
  if (replica.status !== 'ACTIVE') {
    throw resourceInUse(
      `Attempt to change a resource which is still in use: Replica is being updated: ${region}`,
    );
  }
  if (there.isProtected) {
    throw invalid(
      'Resource cannot be deleted as it is currently protected against deletion. ' +
        'Disable deletion protection first.',
    );
  }
  const leaving: ReplicaDocument = { ...replica, status: 'DELETING' };
  for (const { region: other } of table.replicas) {
    const one = other === region ? undefined : await tableAt(unit, table, other);
    if (one !== undefined) unit.view(one).put(tables, one.name, withReplica(one, leaving));
  }
  unit.view(there).put(tables, there.name, { ...there, status: 'DELETING' });
  orderSettling(unit, there, now);
  return withReplica(table, leaving);
}

/** Another KMS key of the same kind, in the replica's Region. */
async function change(
  context: Context,
  table: TableDocument,
  replica: ReplicaDocument,
  asked: UpdateReplicationGroupMemberAction,
): Promise<TableDocument> {
  const { unit } = context;
  const keyId = asked.KMSMasterKeyId;
  if (keyId === undefined) throw unbuilt('UpdateTable', 'settings of replicas but their keys');
  const there = await tableAt(unit, table, replica.region);
  if (there?.protection === undefined || there.protection.isManaged) throw mixedKeys();
  const itemKey = await openItemKey(context, there, there.protection, forCaller(there));
  await release(context, there, there.protection);
  const protection = await protect(context, there, { keyId }, itemKey);
  if (protection.isManaged) throw mixedKeys();
  unit.view(there).put(tables, there.name, { ...there, protection });
  const changed: ReplicaDocument = { ...replica, kmsKeyArn: protection.keyArn };
  for (const { region: other } of table.replicas) {
    const one = other === replica.region ? undefined : await tableAt(unit, table, other);
    if (one !== undefined) unit.view(one).put(tables, one.name, withReplica(one, changed));
  }
  return withReplica(table, changed);
}
