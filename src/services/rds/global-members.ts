import type { CreateDBClusterMessage } from '../../../models/rds/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { globalOf } from './authorization.ts';
import {
  invalidClusterState,
  invalidCombination,
  invalidGlobalState,
  invalidParameter,
} from './errors.ts';
import { type PlannedServer, portFor } from './new-server.ts';
import type { DatabaseServers } from './servers.ts';
import {
  type ClusterDocument,
  clusters,
  credentials,
  type GlobalDocument,
  type GlobalMember,
  globals,
} from './state.ts';

/** A primary, and ten others. */
const MEMBERS_MAX = 11;

/** The global database that a new cluster is to be a member of. Errors: it can't. */
export async function joinedGlobal(
  context: Context,
  input: CreateDBClusterMessage,
): Promise<GlobalDocument | undefined> {
  if (input.GlobalClusterIdentifier === undefined) return undefined;
  const global = await globalOf(context, input.GlobalClusterIdentifier);
  requireSettled(global);
  requireUnmanaged(input.ManageMasterUserPassword === true);
  const { region } = context.call.scope;
  if (global.engine !== input.Engine) {
    throw invalidCombination(
      `The engine ${input.Engine} does not match the engine ${global.engine} of the global cluster ${global.id}.`,
    );
  }
  if (global.members.some((member) => member.region === region)) {
    throw invalidGlobalState(`Global cluster ${global.id} already has a cluster in ${region}.`);
  }
  if (global.members.length >= MEMBERS_MAX) {
    throw invalidGlobalState(`Global cluster ${global.id} has as many clusters as it can have.`);
  }
  return global;
}

/** A first cluster has what its global database was to have. */
export function withGlobal(
  input: CreateDBClusterMessage,
  global: GlobalDocument | undefined,
): CreateDBClusterMessage {
  if (global === undefined) return input;
  return {
    ...input,
    EngineVersion: input.EngineVersion ?? global.version,
    DatabaseName: input.DatabaseName ?? global.database,
  };
}

/** Undefined: it has no cluster yet. */
export async function primaryOf(
  unit: Unit,
  { scope, members: [first] }: GlobalDocument,
): Promise<ClusterDocument | undefined> {
  return first === undefined ? undefined : memberOf(unit, scope.account, first);
}

export async function memberOf(
  unit: Unit,
  account: string,
  { region, id }: GlobalMember,
): Promise<ClusterDocument> {
  const found = await unit.view({ account, region }).get(clusters, id);
  // A member is not deleted before it was removed.
  if (found === undefined) throw new Error(`the DB cluster ${id} in ${region} is not there`);
  return found;
}

/** What secondary clusters have from the primary. */
const OF_THE_PRIMARY = [
  ['MasterUsername', 'user name'],
  ['MasterUserPassword', 'password'],
  ['DatabaseName', 'database name'],
] as const;

/** A server that follows the primary's. */
export async function planFollower(
  servers: DatabaseServers,
  context: Context,
  input: CreateDBClusterMessage,
  primary: ClusterDocument,
): Promise<PlannedServer> {
  const own = OF_THE_PRIMARY.find(([member]) => input[member] !== undefined);
  if (own !== undefined) {
    throw invalidCombination(`Cannot specify ${own[1]} for cross region replication cluster`);
  }
  const { server, scope, resourceId, id, status } = primary;
  if (status !== 'available') {
    throw invalidClusterState(`Source cluster ${id} is in a state which is not valid: ${status}`);
  }
  const wished = input.EngineVersion ?? server.version;
  if (wished !== server.version) {
    throw invalidParameter(
      `The engine version ${wished} does not match the engine version ${server.version} of the primary cluster.`,
    );
  }
  const kept = await context.unit.view(scope).get(credentials, resourceId);
  if (kept === undefined) throw new Error(`nothing opens the database server ${resourceId}`);
  const port = await portFor(context, servers, input.Port);
  const { admin, master } = kept;
  return { facts: { ...server, port }, credentials: { admin, master } };
}

export function join(unit: Unit, global: GlobalDocument, { scope, id }: ClusterDocument): void {
  const members = [...global.members, { region: scope.region, id }];
  unit.view(scope).put(globals, global.id, { ...global, members });
}

/** Errors: its primary is being changed. */
export function requireSettled({ id, status }: GlobalDocument): void {
  if (status === 'available') return;
  throw invalidGlobalState(`Global cluster ${id} is not in available state: ${status}`);
}

/** Errors: InvalidParameterCombination. */
export function requireUnmanaged(isManaged: boolean): void {
  if (!isManaged) return;
  throw invalidCombination(
    'ManageMasterUserPassword is not supported for DB clusters that are part of a global cluster.',
  );
}

/** Errors: AWS's, for a cluster that can't be deleted as a member. */
export async function requireNoGlobal(context: Context, cluster: ClusterDocument): Promise<void> {
  if (cluster.global === undefined) return;
  const global = await globalOf(context, cluster.global);
  if (cluster.source === undefined && global.members.length > 1) {
    throw invalidGlobalState(
      'Unable to delete cluster that is a primary member of global cluster while there are other global cluster members',
    );
  }
  throw invalidClusterState(
    'This cluster is a part of a global cluster, please remove it from globalcluster first',
  );
}
