import type { CreateDBClusterMessage, RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Tags } from '../../core/tags.ts';
import { onCluster, requestConditions, withTagging } from './authorization.ts';
import type { Engine } from './domain/engines.ts';
import { identifierFault } from './domain/identifiers.ts';
import {
  clusterExists,
  clusterParameterGroupNotFound,
  subnetGroupNotFound,
  tooManyClusters,
  unbuilt,
} from './errors.ts';
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
    authorize: async (input, context) =>
      withTagging(
        await onCluster(
          'rds:CreateDBCluster',
          input.DBClusterIdentifier,
          context,
          requestConditions(input),
        ),
        input.Tags,
      ),
    handle: async (input, context) => {
      const id = await newIdentifier(input, context);
      const engine = requireEngine(input.Engine);
      requireBuiltCluster(input);
      const tags = tagsOf(input.Tags);
      const planned = await planCluster(parts, context, { input, engine, id, tags });
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
        ...(planned.secret === undefined ? {} : { secret: planned.secret }),
      };
      context.view.put(clusters, id, cluster);
      keepCredentials(context, cluster.resourceId, planned);
      if (cluster.status === 'creating') orderServerWork(context.unit, cluster, context.call.now);
      return { DBCluster: shownCluster(cluster, []) };
    },
  };
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
): Promise<PlannedServer & { readonly secret?: MasterSecret }> {
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
