import type { ModifyDBClusterMessage, RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { clusterOf, onCluster, requestConditions } from './authorization.ts';
import { invalidClusterState, invalidCombination } from './errors.ts';
import { requireChangeable } from './instance-changes.ts';
import { requireNoSnapshot } from './instance-lifecycle.ts';
import { filtered } from './instance-listing.ts';
import { requireNoGlobal, requireUnmanaged } from './global-members.ts';
import { changePassword } from './master-password.ts';
import type { RdsParts } from './parts.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { membersOf, orderServerWork, putOwner } from './server-job.ts';
import { shownCluster } from './shown.ts';
import { type ClusterDocument, clusters, LISTED_MAX, type Status } from './state.ts';
import { changeTokens } from './token-logins.ts';
import { requireBuilt } from './unbuilt-choices.ts';

/** The ARN pattern of all clusters, which a listing needs. */
const ALL = '*';

type Matches = (cluster: ClusterDocument, value: string) => boolean;

const FILTERS: ReadonlyMap<string, Matches> = new Map<string, Matches>([
  ['db-cluster-id', (cluster, value) => cluster.id === value || arnOf(cluster) === value],
  ['db-cluster-resource-id', ({ resourceId }, value) => resourceId === value],
  ['domain', () => false],
  ['engine', ({ engine }, value) => engine === value],
]);

type ActsOnCluster = 'DeleteDBCluster' | 'ModifyDBCluster' | 'StartDBCluster' | 'StopDBCluster';

function onIts(action: ActsOnCluster) {
  return async (
    input: { readonly DBClusterIdentifier: string },
    context: Parameters<typeof onCluster>[2],
  ) => [
    await onCluster(`rds:${action}`, input.DBClusterIdentifier, context, requestConditions(input)),
  ];
}

async function shown(context: Context, cluster: ClusterDocument) {
  return { DBCluster: shownCluster(cluster, await membersOf(context.unit, cluster)) };
}

/** The cluster and its members with their new status, which a job acts on. */
async function begin(context: Context, cluster: ClusterDocument, status: Status) {
  const changed = { ...cluster, status };
  putOwner(context.unit, changed);
  for (const member of await membersOf(context.unit, cluster)) {
    if (member.status !== 'deleting') putOwner(context.unit, { ...member, status });
  }
  orderServerWork(context.unit, changed, context.call.now);
  return shown(context, changed);
}

export const describeDBClusters: OperationOf<RdsOperations, 'DescribeDBClusters'> = {
  name: 'DescribeDBClusters',
  access: 'read',
  authorize: async (input, context) => [
    await onCluster('rds:DescribeDBClusters', input.DBClusterIdentifier ?? ALL, context),
  ],
  handle: async (input, context) => {
    const found =
      input.DBClusterIdentifier === undefined
        ? (await context.view.list(clusters, { limit: LISTED_MAX })).items.map(
            ({ document }) => document,
          )
        : [await clusterOf(context, input.DBClusterIdentifier)];
    const page = pageOf(context.call, input, filtered(FILTERS, found, input.Filters));
    const DBClusters = [];
    for (const cluster of page.items) {
      DBClusters.push(shownCluster(cluster, await membersOf(context.unit, cluster)));
    }
    return { DBClusters, ...page.answer };
  },
};

/** What can be changed; the rest is named in a 501. */
const CHANGEABLE: ReadonlySet<string> = new Set([
  'DBClusterIdentifier',
  'ApplyImmediately',
  'MasterUserPassword',
  'ManageMasterUserPassword',
  'MasterUserSecretKmsKeyId',
  'RotateMasterUserPassword',
  'DeletionProtection',
  'EnableIAMDatabaseAuthentication',
]);

export function createModifyCluster({
  principals,
}: RdsParts): OperationOf<RdsOperations, 'ModifyDBCluster'> {
  return {
    name: 'ModifyDBCluster',
    access: 'write',
    authorize: onIts('ModifyDBCluster'),
    handle: async (input: ModifyDBClusterMessage, context) => {
      const cluster = await clusterOf(context, input.DBClusterIdentifier);
      requireBuilt('ModifyDBCluster', input);
      requireChangeable('ModifyDBCluster', CHANGEABLE, input);
      requireAvailable(cluster);
      const deletionProtection = input.DeletionProtection ?? cluster.deletionProtection;
      const changed = { ...cluster, deletionProtection };
      requireWriter(cluster, input);
      const entered = await changePassword(context, principals, changed, input);
      const settled = changeTokens(context, entered, cluster.server, input);
      putOwner(context.unit, settled);
      return shown(context, settled);
    },
  };
}

function requireAvailable(cluster: ClusterDocument): void {
  if (cluster.status !== 'available') {
    throw invalidClusterState(`DbCluster ${cluster.id} is not in available state.`);
  }
}

/** The master user's password is the primary's to change, and nobody's to keep. */
function requireWriter(cluster: ClusterDocument, input: ModifyDBClusterMessage): void {
  if (cluster.global === undefined) return;
  requireUnmanaged(input.ManageMasterUserPassword === true);
  if (cluster.source === undefined || input.MasterUserPassword === undefined) return;
  throw invalidClusterState(
    `DbCluster ${cluster.id} is a secondary cluster: modify the primary cluster of the global cluster.`,
  );
}

export const deleteDBCluster: OperationOf<RdsOperations, 'DeleteDBCluster'> = {
  name: 'DeleteDBCluster',
  access: 'write',
  authorize: onIts('DeleteDBCluster'),
  handle: async (input, context) => {
    const cluster = await clusterOf(context, input.DBClusterIdentifier);
    if (cluster.deletionProtection) {
      throw invalidCombination(
        'Cannot delete protected Cluster, please disable deletion protection and try again.',
      );
    }
    if (cluster.status === 'deleting') {
      throw invalidClusterState(`DbCluster ${cluster.id} is already being deleted.`);
    }
    await requireNoGlobal(context, cluster);
    const members = await membersOf(context.unit, cluster);
    if (members.some(({ status }) => status !== 'deleting')) {
      throw invalidClusterState(
        'Cluster cannot be deleted, it still contains DB instances in non-deleting state.',
      );
    }
    requireNoSnapshot(context, input);
    return begin(context, cluster, 'deleting');
  },
};

export const stopDBCluster: OperationOf<RdsOperations, 'StopDBCluster'> = {
  name: 'StopDBCluster',
  access: 'write',
  authorize: onIts('StopDBCluster'),
  handle: async (input, context) => {
    const cluster = await clusterOf(context, input.DBClusterIdentifier);
    requireAvailable(cluster);
    if (cluster.global !== undefined) {
      throw invalidClusterState(
        `DbCluster ${cluster.id} is part of a global cluster and cannot be stopped.`,
      );
    }
    return begin(context, cluster, 'stopping');
  },
};

export const startDBCluster: OperationOf<RdsOperations, 'StartDBCluster'> = {
  name: 'StartDBCluster',
  access: 'write',
  authorize: onIts('StartDBCluster'),
  handle: async (input, context) => {
    const cluster = await clusterOf(context, input.DBClusterIdentifier);
    if (cluster.status !== 'stopped') {
      throw invalidClusterState(`DbCluster ${cluster.id} is not in stopped state.`);
    }
    return begin(context, cluster, 'starting');
  },
};
