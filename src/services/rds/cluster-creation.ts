import type { CreateDBClusterMessage, RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Tags } from '../../core/tags.ts';
import { onCluster, onGlobal, requestConditions, withTagging } from './authorization.ts';
import type { Engine } from './domain/engines.ts';
import { identifierFault } from './domain/identifiers.ts';
import {
  clusterExists,
  clusterParameterGroupNotFound,
  subnetGroupNotFound,
  tooManyClusters,
  unbuilt,
} from './errors.ts';
import { join, joinedGlobal, planFollower, primaryOf, withGlobal } from './global-members.ts';
import { requireEngine } from './instance-creation.ts';
import { requireOneWay } from './master-password.ts';
import { makeSecret, newPassword } from './master-secret.ts';
import {
  keepCredentials,
  newResourceId,
  type PlannedServer,
  planServer,
  requireNoFault,
} from './new-server.ts';
import { orderServerWork } from './server-job.ts';
import type { RdsParts } from './parts.ts';
import { parameterGroupOf, shownCluster } from './shown.ts';
import { type ClusterDocument, clusters, type MasterSecret } from './state.ts';
import { tagsOf } from './tags.ts';
import { tokensOf } from './token-logins.ts';
import { requireBuilt } from './unbuilt-choices.ts';

/** AWS's default for an account and Region. */
const CLUSTERS_MAX = 40;
/** The least that AWS lets a cluster have, and its default. */
const BACKUP_DAYS_DEFAULT = 1;

export function createCreateCluster(
  parts: RdsParts,
): OperationOf<RdsOperations, 'CreateDBCluster'> {
  return {
    name: 'CreateDBCluster',
    access: 'write',
    authorize: async (input, context) => {
      const action = 'rds:CreateDBCluster';
      const conditions = requestConditions(input);
      const { GlobalClusterIdentifier: global } = input;
      const own = await onCluster(action, input.DBClusterIdentifier, context, conditions);
      return [
        ...withTagging(own, input.Tags),
        ...(global === undefined ? [] : [await onGlobal(action, global, context, conditions)]),
      ];
    },
    handle: async (input, context) => {
      const id = await newIdentifier(input, context);
      const engine = requireEngine(input.Engine);
      requireBuiltCluster(input);
      const tags = tagsOf(input.Tags);
      const global = await joinedGlobal(context, input);
      const primary = global === undefined ? undefined : await primaryOf(context.unit, global);
      const wish = { input: withGlobal(input, global), engine, id, tags };
      const planned: PlannedCluster =
        primary === undefined
          ? await planCluster(parts, context, wish)
          : await planFollower(parts.databases, context, input, primary);
      requireDefaultGroup(input.DBClusterParameterGroupName, engine, planned.facts);
      const cluster: ClusterDocument = {
        kind: 'cluster',
        id,
        resourceId: await context.once(() => newResourceId('cluster')),
        scope: context.call.scope,
        created: context.call.now,
        engine,
        status: planned.facts.isExternal ? 'available' : 'creating',
        deletionProtection: input.DeletionProtection ?? false,
        tags,
        server: planned.facts,
        ...tokensOf('CreateDBCluster', input, planned.facts),
        ...(planned.secret === undefined ? {} : { secret: planned.secret }),
        ...(global === undefined ? {} : { global: global.id }),
        ...(primary === undefined ? {} : { source: primary.resourceId }),
      };
      if (global !== undefined) join(context.unit, global, cluster);
      context.view.put(clusters, id, cluster);
      keepCredentials(context, cluster.resourceId, planned);
      if (cluster.status === 'creating') orderServerWork(context.unit, cluster, context.call.now);
      return { DBCluster: shownCluster(cluster, []) };
    },
  };
}

interface PlannedCluster extends PlannedServer {
  readonly secret?: MasterSecret;
}

interface NewCluster {
  readonly input: CreateDBClusterMessage;
  readonly engine: Engine;
  readonly id: string;
  readonly tags: Tags;
}

/** The cluster's server, and the secret of its master user if RDS is to keep one. */
async function planCluster(
  { databases, principals }: RdsParts,
  context: Context,
  { input, engine, id, tags }: NewCluster,
): Promise<PlannedCluster> {
  requireOneWay(input);
  const isManaged = input.ManageMasterUserPassword === true;
  const managed = isManaged ? await context.once(newPassword) : undefined;
  const planned = await planServer(context, databases, {
    engine,
    version: input.EngineVersion,
    port: input.Port,
    masterUsername: input.MasterUsername,
    isManaged,
    masterPassword: managed ?? input.MasterUserPassword,
    database: { member: 'DatabaseName', name: input.DatabaseName },
    tags,
  });
  if (managed === undefined) return planned;
  const secret = await makeSecret(context, principals, {
    owner: { kind: 'cluster', scope: context.call.scope, id },
    username: planned.facts.masterUsername,
    password: managed,
    kmsKeyId: input.MasterUserSecretKmsKeyId,
  });
  return { ...planned, secret };
}

async function newIdentifier(input: CreateDBClusterMessage, context: Context): Promise<string> {
  requireNoFault(identifierFault('DBClusterIdentifier', input.DBClusterIdentifier));
  const id = input.DBClusterIdentifier.toLowerCase();
  if ((await context.view.get(clusters, id)) !== undefined) throw clusterExists();
  const { items } = await context.view.list(clusters, { limit: CLUSTERS_MAX });
  if (items.length >= CLUSTERS_MAX) throw tooManyClusters();
  return id;
}

function requireBuiltCluster(input: CreateDBClusterMessage): void {
  const operation = 'CreateDBCluster';
  const engine = requireEngine(input.Engine);
  if (engine !== 'aurora-postgresql') {
    throw unbuilt(operation, `engine ${engine}: clusters are of aurora-postgresql`);
  }
  requireBuilt(operation, input);
  if (input.DBSubnetGroupName !== undefined) throw subnetGroupNotFound(input.DBSubnetGroupName);
  if ((input.BackupRetentionPeriod ?? BACKUP_DAYS_DEFAULT) > BACKUP_DAYS_DEFAULT) {
    throw unbuilt(operation, 'BackupRetentionPeriod above 1: no backups are made');
  }
}

function requireDefaultGroup(
  group: string | undefined,
  engine: string,
  facts: ClusterDocument['server'],
): void {
  if (group !== undefined && group !== parameterGroupOf(engine, facts)) {
    throw clusterParameterGroupNotFound(group);
  }
}
