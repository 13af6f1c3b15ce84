import type { CreateDBInstanceMessage, RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import {
  clusterOf,
  onCluster,
  onInstance,
  requestConditions,
  withTagging,
} from './authorization.ts';
import { type Engine, engineOf } from './domain/engines.ts';
import { identifierFault, isInstanceClass } from './domain/identifiers.ts';
import {
  instanceExists,
  invalidCombination,
  invalidParameter,
  parameterGroupNotFound,
  subnetGroupNotFound,
  tooManyInstances,
  unbuilt,
} from './errors.ts';
import {
  keepCredentials,
  newResourceId,
  type PlannedServer,
  planServer,
  requireNoFault,
} from './new-server.ts';
import { requireOneWay } from './master-password.ts';
import { makeSecret, newPassword } from './master-secret.ts';
import { membersOf, orderServerWork } from './server-job.ts';
import type { RdsParts } from './parts.ts';
import { parameterGroupOf, shownInstance } from './shown.ts';
import {
  type ClusterDocument,
  type InstanceDocument,
  instances,
  type MasterSecret,
  type ServerFacts,
} from './state.ts';
import { tagsOf } from './tags.ts';
import { tokensOf } from './token-logins.ts';
import { requireBuilt } from './unbuilt-choices.ts';

type Input = CreateDBInstanceMessage;

/** AWS's default for an account and Region. */
const INSTANCES_MAX = 40;
const MEMBERS_MAX = 16;
const ALLOCATED_GIB_MIN = 5;
const ALLOCATED_GIB_MAX = 65_536;
const PROMOTION_TIER_DEFAULT = 1;
const PROMOTION_TIER_MAX = 15;

export function createCreateInstance(
  parts: RdsParts,
): OperationOf<RdsOperations, 'CreateDBInstance'> {
  return {
    name: 'CreateDBInstance',
    access: 'write',
    authorize,
    handle: async (input, context) => {
      const id = await newIdentifier(input, context);
      const engine = requireEngine(input.Engine);
      requireBuilt('CreateDBInstance', input);
      if (!isInstanceClass(input.DBInstanceClass)) {
        throw invalidParameter(`Invalid DB Instance class: ${input.DBInstanceClass}`);
      }
      if (input.DBSubnetGroupName !== undefined) throw subnetGroupNotFound(input.DBSubnetGroupName);
      const made =
        input.DBClusterIdentifier === undefined
          ? await withServer(parts, input, context, { engine, id })
          : await asMember(input, context, engine, input.DBClusterIdentifier);
      const { facts } = made;
      requireDefaultGroup(input.DBParameterGroupName, engine, facts);
      const instance: InstanceDocument = {
        ...common(input, context, engine, id),
        ...tokensOf('CreateDBInstance', input, facts),
        resourceId: await context.once(() => newResourceId('db')),
        status: facts.isExternal ? 'available' : 'creating',
        ...(made.secret === undefined ? {} : { secret: made.secret }),
        ...(made.cluster === undefined ? { server: facts } : { cluster: made.cluster.id }),
      };
      context.view.put(instances, id, instance);
      if (made.planned !== undefined) keepCredentials(context, instance.resourceId, made.planned);
      if (instance.status === 'creating') {
        orderServerWork(context.unit, instance, context.call.now);
      }
      return { DBInstance: shownInstance(instance, facts) };
    },
  };
}

async function authorize(input: Input, context: ResolveContext): Promise<readonly Permission[]> {
  const action = 'rds:CreateDBInstance';
  const { DBInstanceIdentifier: id, DBClusterIdentifier: cluster } = input;
  const conditions = requestConditions(input);
  const permissions = withTagging(await onInstance(action, id, context, conditions), input.Tags);
  if (cluster === undefined) return permissions;
  return [...permissions, await onCluster(action, cluster, context, conditions)];
}

async function newIdentifier(input: Input, context: Context): Promise<string> {
  requireNoFault(identifierFault('DBInstanceIdentifier', input.DBInstanceIdentifier));
  const id = input.DBInstanceIdentifier.toLowerCase();
  if ((await context.view.get(instances, id)) !== undefined) throw instanceExists();
  const { items } = await context.view.list(instances, { limit: INSTANCES_MAX });
  if (items.length >= INSTANCES_MAX) throw tooManyInstances();
  return id;
}

export function requireEngine(name: string): Engine {
  const engine = engineOf(name);
  if (engine === undefined) throw invalidParameter(`Invalid DB engine: ${name}`);
  return engine;
}

function requireDefaultGroup(group: string | undefined, engine: Engine, facts: ServerFacts): void {
  if (group !== undefined && group !== parameterGroupOf(engine, facts)) {
    throw parameterGroupNotFound(group);
  }
}

function common(input: Input, { call }: Context, engine: Engine, id: string) {
  const promotionTier = input.PromotionTier ?? PROMOTION_TIER_DEFAULT;
  if (promotionTier < 0 || promotionTier > PROMOTION_TIER_MAX) {
    throw invalidParameter(`PromotionTier must be between 0 and ${PROMOTION_TIER_MAX}.`);
  }
  return {
    kind: 'db',
    id,
    scope: call.scope,
    created: call.now,
    engine,
    instanceClass: input.DBInstanceClass,
    allocatedGiB: input.AllocatedStorage ?? 1,
    promotionTier,
    deletionProtection: input.DeletionProtection ?? false,
    tags: tagsOf(input.Tags),
  } as const;
}

interface Made {
  readonly facts: ServerFacts;
  readonly planned?: PlannedServer;
  readonly cluster?: ClusterDocument;
  readonly secret?: MasterSecret;
}

async function withServer(
  { databases, principals }: RdsParts,
  input: Input,
  context: Context,
  { engine, id }: { readonly engine: Engine; readonly id: string },
): Promise<Made> {
  if (engine === 'aurora-postgresql') {
    throw invalidCombination(`DBClusterIdentifier must be provided for engine ${engine}`);
  }
  const size = input.AllocatedStorage;
  if (size === undefined) {
    throw invalidParameter(
      'The parameter AllocatedStorage must be provided and must not be blank.',
    );
  }
  if (size < ALLOCATED_GIB_MIN || size > ALLOCATED_GIB_MAX) {
    throw invalidParameter(`Invalid storage size for engine name ${engine}: ${size}`);
  }
  if ((input.BackupRetentionPeriod ?? 0) > 0) {
    throw unbuilt('CreateDBInstance', 'BackupRetentionPeriod above 0: no backups are made');
  }
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
    database: { member: 'DBName', name: input.DBName },
    tags: tagsOf(input.Tags),
  });
  if (managed === undefined) return { facts: planned.facts, planned };
  const secret = await makeSecret(context, principals, {
    owner: { kind: 'db', scope: context.call.scope, id },
    username: planned.facts.masterUsername,
    password: managed,
    kmsKeyId: input.MasterUserSecretKmsKeyId,
  });
  return { facts: planned.facts, planned, secret };
}

/** What members of a cluster can't have of their own, and where it is set. */
const OF_THE_CLUSTER = [
  ['MasterUsername', 'master user name'],
  ['MasterUserPassword', 'master user password'],
  ['DBName', 'database name'],
  ['Port', 'port'],
  ['ManageMasterUserPassword', 'master user password'],
  ['DeletionProtection', 'deletion protection'],
  ['EnableIAMDatabaseAuthentication', 'IAM database authentication'],
] as const;

async function asMember(
  input: Input,
  context: Context,
  engine: Engine,
  clusterId: string,
): Promise<Made> {
  const cluster = await clusterOf(context, clusterId);
  if (engine !== cluster.engine) {
    throw invalidCombination(
      `The engine name requested for your DB Instance (${engine}) doesn't match the engine name of your DB Cluster (${cluster.engine}).`,
    );
  }
  const own = OF_THE_CLUSTER.find(([member]) => input[member] !== undefined);
  if (own !== undefined) {
    throw invalidCombination(
      `The requested DB Instance will be a member of a DB Cluster. Set ${own[1]} for the DB Cluster.`,
    );
  }
  const wished = input.EngineVersion;
  if (wished !== undefined && wished !== cluster.server.version) {
    throw invalidCombination(
      `The engine version that you requested for your DB instance (${wished}) does not match the engine version of your DB cluster (${cluster.server.version}).`,
    );
  }
  if ((await membersOf(context.unit, cluster)).length >= MEMBERS_MAX) throw tooManyInstances();
  return { facts: cluster.server, cluster };
}
