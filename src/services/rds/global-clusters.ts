import type {
  CreateGlobalClusterMessage,
  GlobalCluster,
  RdsOperations,
} from '../../../models/rds/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { clusterOf, globalOf, onCluster, onGlobal, withTagging } from './authorization.ts';
import { identifierFault } from './domain/identifiers.ts';
import {
  clusterNotFound,
  globalExists,
  invalidClusterState,
  invalidCombination,
  invalidGlobalState,
  invalidParameter,
  tooManyGlobals,
  unbuilt,
} from './errors.ts';
import { memberOf, requireSettled, requireUnmanaged } from './global-members.ts';
import { requireEngine } from './instance-creation.ts';
import { filtered } from './instance-listing.ts';
import { newResourceId, requireNoFault } from './new-server.ts';
import { pageOf } from './pages.ts';
import { arnOf, globalArnOf } from './resources.ts';
import { orderServerWork, putOwner } from './server-job.ts';
import {
  type ClusterDocument,
  type GlobalDocument,
  type GlobalMember,
  globals,
  LISTED_MAX,
} from './state.ts';
import { tagListOf, tagsOf } from './tags.ts';

/** AWS's default for an account. */
const GLOBALS_MAX = 5;
/** The ARN pattern of all global databases, which a listing needs. */
const ALL = '*';

export function memberArn({ scope }: GlobalDocument, { region, id }: GlobalMember): string {
  return arnOf({ kind: 'cluster', scope: { account: scope.account, region }, id });
}

/** It has no endpoint of its own: clients ask the primary cluster's. */
export function shownGlobal(global: GlobalDocument): GlobalCluster {
  const { members, change, database, version } = global;
  const [primary, ...others] = members.map((member) => memberArn(global, member));
  return {
    GlobalClusterIdentifier: global.id,
    GlobalClusterResourceId: global.resourceId,
    GlobalClusterArn: globalArnOf(global.scope, global),
    Status: global.status,
    Engine: global.engine,
    ...(version === undefined ? {} : { EngineVersion: version }),
    ...(database === undefined ? {} : { DatabaseName: database }),
    StorageEncrypted: false,
    DeletionProtection: global.deletionProtection,
    GlobalClusterMembers:
      primary === undefined
        ? []
        : [
            { DBClusterArn: primary, Readers: others, IsWriter: true },
            ...others.map((arn) => ({ DBClusterArn: arn, Readers: [], IsWriter: false })),
          ],
    ...(change === undefined || primary === undefined
      ? {}
      : {
          FailoverState: {
            Status: 'failing-over',
            FromDbClusterArn: primary,
            ToDbClusterArn: memberArn(global, change.to),
            IsDataLossAllowed: change.isLossAllowed,
          },
        }),
    TagList: tagListOf(global.tags),
  };
}

export function putGlobal(unit: Unit, global: GlobalDocument): void {
  unit.view(global.scope).put(globals, global.id, global);
}

export const createGlobalCluster: OperationOf<RdsOperations, 'CreateGlobalCluster'> = {
  name: 'CreateGlobalCluster',
  access: 'write',
  authorize: async (input, context) => {
    const action = 'rds:CreateGlobalCluster';
    const source = input.SourceDBClusterIdentifier;
    return [
      ...withTagging(await onGlobal(action, input.GlobalClusterIdentifier, context), input.Tags),
      ...(source === undefined ? [] : [await onCluster(action, source, context)]),
    ];
  },
  handle: async (input, context) => {
    const id = await newIdentifier(input, context);
    if (input.StorageEncrypted === true) {
      throw unbuilt('CreateGlobalCluster', 'StorageEncrypted=true: data is not encrypted');
    }
    const source =
      input.SourceDBClusterIdentifier === undefined
        ? undefined
        : await sourceOf(context, input.SourceDBClusterIdentifier, input);
    const global: GlobalDocument = {
      id,
      resourceId: await context.once(() => newResourceId('cluster')),
      scope: context.call.scope,
      deletionProtection: input.DeletionProtection ?? false,
      tags: tagsOf(input.Tags),
      status: 'available',
      ...(source === undefined ? withoutSource(input) : withSource(source)),
    };
    putGlobal(context.unit, global);
    if (source !== undefined) putOwner(context.unit, { ...source, global: id });
    return { GlobalCluster: shownGlobal(global) };
  },
};

async function newIdentifier(
  { GlobalClusterIdentifier: wish }: CreateGlobalClusterMessage,
  context: Context,
): Promise<string> {
  requireNoFault(identifierFault('GlobalClusterIdentifier', wish));
  const id = wish.toLowerCase();
  if ((await context.view.get(globals, id)) !== undefined) throw globalExists(id);
  const { items } = await context.view.list(globals, { limit: GLOBALS_MAX });
  if (items.length >= GLOBALS_MAX) throw tooManyGlobals();
  return id;
}

function withoutSource(input: CreateGlobalClusterMessage) {
  if (input.Engine === undefined) {
    throw invalidParameter('The parameter Engine must be provided and must not be blank.');
  }
  const engine = requireEngine(input.Engine);
  if (engine !== 'aurora-postgresql') {
    throw unbuilt('CreateGlobalCluster', `engine ${engine}: clusters are of aurora-postgresql`);
  }
  const { EngineVersion: version, DatabaseName: database } = input;
  return { engine, version, database, members: [] };
}

function withSource({ engine, server, scope, id }: ClusterDocument) {
  const { version, database } = server;
  return { engine, version, database, members: [{ region: scope.region, id }] };
}

/** What a global database has from the cluster that it begins with. */
const OF_THE_SOURCE = ['Engine', 'EngineVersion', 'DatabaseName', 'StorageEncrypted'] as const;

async function sourceOf(
  context: Context,
  reference: string,
  input: CreateGlobalClusterMessage,
): Promise<ClusterDocument> {
  const own = OF_THE_SOURCE.find((member) => input[member] !== undefined);
  if (own !== undefined) {
    throw invalidCombination(
      `When creating global cluster from existing db cluster, value for ${own} should not be specified since it will be inherited from source cluster`,
    );
  }
  const cluster = await clusterOf(context, reference);
  if (cluster.global !== undefined) {
    throw invalidClusterState(`The cluster ${cluster.id} is already part of a global cluster.`);
  }
  if (cluster.server.isExternal) {
    throw unbuilt('CreateGlobalCluster', 'a server that is only registered: it runs elsewhere');
  }
  requireUnmanaged(cluster.secret !== undefined);
  if (cluster.status !== 'available') {
    throw invalidClusterState(`DbCluster ${cluster.id} is not in available state.`);
  }
  return cluster;
}

type Matches = (global: GlobalDocument, value: string) => boolean;

const FILTERS: ReadonlyMap<string, Matches> = new Map<string, Matches>([
  [
    'db-cluster-id',
    (global, value) =>
      global.members.some((member) => member.id === value || memberArn(global, member) === value),
  ],
  ['region', (global, value) => global.members.some(({ region }) => region === value)],
]);

export const describeGlobalClusters: OperationOf<RdsOperations, 'DescribeGlobalClusters'> = {
  name: 'DescribeGlobalClusters',
  access: 'read',
  authorize: async (input, context) => [
    await onGlobal('rds:DescribeGlobalClusters', input.GlobalClusterIdentifier ?? ALL, context),
  ],
  handle: async (input, context) => {
    const found =
      input.GlobalClusterIdentifier === undefined
        ? (await context.view.list(globals, { limit: LISTED_MAX })).items.map(
            ({ document }) => document,
          )
        : [await globalOf(context, input.GlobalClusterIdentifier)];
    const page = pageOf(context.call, input, filtered(FILTERS, found, input.Filters));
    return { GlobalClusters: page.items.map(shownGlobal), ...page.answer };
  },
};

export const modifyGlobalCluster: OperationOf<RdsOperations, 'ModifyGlobalCluster'> = {
  name: 'ModifyGlobalCluster',
  access: 'write',
  authorize: async (input, context) => [
    await onGlobal('rds:ModifyGlobalCluster', input.GlobalClusterIdentifier, context),
  ],
  handle: async (input, context) => {
    const global = await globalOf(context, input.GlobalClusterIdentifier);
    requireSettled(global);
    if (input.EngineVersion !== undefined && input.EngineVersion !== global.version) {
      throw unbuilt('ModifyGlobalCluster', 'another EngineVersion');
    }
    const wish = input.NewGlobalClusterIdentifier;
    const id =
      wish === undefined || wish.toLowerCase() === global.id
        ? global.id
        : await newIdentifier({ GlobalClusterIdentifier: wish }, context);
    const deletionProtection = input.DeletionProtection ?? global.deletionProtection;
    const changed = { ...global, id, deletionProtection };
    if (id !== global.id) {
      context.view.delete(globals, global.id);
      for (const member of global.members) {
        const cluster = await memberOf(context.unit, global.scope.account, member);
        putOwner(context.unit, { ...cluster, global: id });
      }
    }
    putGlobal(context.unit, changed);
    return { GlobalCluster: shownGlobal(changed) };
  },
};

export const deleteGlobalCluster: OperationOf<RdsOperations, 'DeleteGlobalCluster'> = {
  name: 'DeleteGlobalCluster',
  access: 'write',
  authorize: async (input, context) => [
    await onGlobal('rds:DeleteGlobalCluster', input.GlobalClusterIdentifier, context),
  ],
  handle: async (input, context) => {
    const global = await globalOf(context, input.GlobalClusterIdentifier);
    if (global.deletionProtection) {
      throw invalidCombination(
        'Cannot delete protected Global Cluster, please disable deletion protection and try again.',
      );
    }
    if (global.members.length > 0) {
      throw invalidGlobalState(`Global Cluster ${globalArnOf(global.scope, global)} is not empty`);
    }
    context.view.delete(globals, global.id);
    return { GlobalCluster: { ...shownGlobal(global), Status: 'deleting' } };
  },
};

export const removeFromGlobalCluster: OperationOf<RdsOperations, 'RemoveFromGlobalCluster'> = {
  name: 'RemoveFromGlobalCluster',
  access: 'write',
  authorize: async (input, context) => [
    await onGlobal('rds:RemoveFromGlobalCluster', input.GlobalClusterIdentifier, context),
    await onCluster('rds:RemoveFromGlobalCluster', input.DbClusterIdentifier, context),
  ],
  handle: async (input, context) => {
    const global = await globalOf(context, input.GlobalClusterIdentifier);
    const cluster = await clusterOf(context, input.DbClusterIdentifier);
    requireSettled(global);
    if (cluster.global !== global.id) throw clusterNotFound(input.DbClusterIdentifier);
    if (cluster.source === undefined && global.members.length > 1) {
      throw invalidGlobalState(
        'Unable to remove the primary cluster from the global cluster while there are other global cluster members',
      );
    }
    const isPromoted = cluster.source !== undefined && cluster.status !== 'failed';
    if (isPromoted && cluster.status !== 'available') {
      throw invalidClusterState(`DbCluster ${cluster.id} is not in available state.`);
    }
    const status = isPromoted ? 'promoting' : cluster.status;
    const alone: ClusterDocument = { ...cluster, global: undefined, status };
    putOwner(context.unit, alone);
    if (isPromoted) orderServerWork(context.unit, alone, context.call.now);
    const { region } = cluster.scope;
    const isOther = (member: GlobalMember) => member.region !== region || member.id !== cluster.id;
    const changed = { ...global, members: global.members.filter(isOther) };
    putGlobal(context.unit, changed);
    return { GlobalCluster: shownGlobal(changed) };
  },
};
