import type { RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { clusterOf, globalOf, onCluster, onGlobal } from './authorization.ts';
import { invalidClusterState, invalidCombination, invalidGlobalState } from './errors.ts';
import { putGlobal, shownGlobal } from './global-clusters.ts';
import { memberOf, requireSettled } from './global-members.ts';
import { tellChange } from './notices.ts';
import { orderServerWork, putOwner } from './server-job.ts';
import type { DatabaseServers, Login } from './servers.ts';
import { ADMIN_NAME, credentials, type GlobalDocument, globals } from './state.ts';

const KIND = 'rds.global';

interface Target {
  readonly GlobalClusterIdentifier: string;
  readonly TargetDbClusterIdentifier: string;
}

function onBoth(action: string) {
  return async (input: Target, context: ResolveContext) => [
    await onGlobal(action, input.GlobalClusterIdentifier, context),
    await onCluster(action, input.TargetDbClusterIdentifier, context),
  ];
}

/** For the day on which the primary's Region is lost: what its followers have not had is gone. */
export const failoverGlobalCluster: OperationOf<RdsOperations, 'FailoverGlobalCluster'> = {
  name: 'FailoverGlobalCluster',
  access: 'write',
  authorize: onBoth('rds:FailoverGlobalCluster'),
  handle: async (input, context) => {
    if (input.AllowDataLoss !== undefined && input.Switchover !== undefined) {
      throw invalidCombination('You cannot specify both AllowDataLoss and Switchover.');
    }
    return begin(context, input, input.AllowDataLoss === true);
  },
};

/** Nothing is lost, and nothing changes where that can't be had. */
export const switchoverGlobalCluster: OperationOf<RdsOperations, 'SwitchoverGlobalCluster'> = {
  name: 'SwitchoverGlobalCluster',
  access: 'write',
  authorize: onBoth('rds:SwitchoverGlobalCluster'),
  handle: (input, context) => begin(context, input, false),
};

async function begin(context: Context, input: Target, isLossAllowed: boolean) {
  const { unit, call } = context;
  const global = await globalOf(context, input.GlobalClusterIdentifier);
  const target = await clusterOf(context, input.TargetDbClusterIdentifier);
  requireSettled(global);
  if (target.global !== global.id || target.source === undefined) {
    throw invalidGlobalState(
      `DbCluster ${target.id} is not a secondary cluster of the global cluster ${global.id}.`,
    );
  }
  const members = await Promise.all(
    global.members.map((member) => memberOf(unit, global.scope.account, member)),
  );
  // A failover needs nothing of the others.
  for (const { id, status } of isLossAllowed ? [target] : members) {
    if (status !== 'available') {
      throw invalidClusterState(`DbCluster ${id} is not in available state.`);
    }
  }
  const to = { region: target.scope.region, id: target.id };
  const changing: GlobalDocument = {
    ...global,
    status: isLossAllowed ? 'failing-over' : 'switching-over',
    change: { to, isLossAllowed },
  };
  putGlobal(unit, changing);
  if (!isLossAllowed) tellChange(unit, target, call.now, 'switchoverStarted');
  unit.order({
    id: `${KIND}/${global.scope.account}/${global.id}`,
    kind: KIND,
    scope: call.scope,
    due: call.now,
    payload: JSON.stringify({ id: global.id }),
  });
  return { GlobalCluster: shownGlobal(changing) };
}

interface Task {
  readonly from: string;
  readonly to: string;
  readonly admin: Login;
  readonly isLossAllowed: boolean;
}

interface Outcome {
  readonly isChanged: boolean;
}

/** Stops the primary's server and promotes another, which the rest follow from then on. */
export function createGlobalJob(servers: DatabaseServers): ActingJob<Task, Outcome> {
  return {
    kind: KIND,
    prepare: async (payload, { unit, scope }) => {
      const global = await unit.view(scope).get(globals, idOf(payload));
      const [first] = global?.members ?? [];
      if (global?.change === undefined || first === undefined) return undefined;
      const { to, isLossAllowed } = global.change;
      const primary = await memberOf(unit, scope.account, first);
      const target = await memberOf(unit, scope.account, to);
      const kept = await unit.view(target.scope).get(credentials, target.resourceId);
      if (kept === undefined) throw new Error(`nothing opens ${target.resourceId}`);
      const admin = { name: ADMIN_NAME, password: kept.admin };
      return { from: primary.resourceId, to: target.resourceId, admin, isLossAllowed };
    },
    act: async ({ from, to, admin, isLossAllowed }) => {
      if (isLossAllowed) {
        // Whatever has become of it, it takes no more writes.
        await servers.stop(from);
      } else if (!(await servers.handOver(from, to, admin))) return { isChanged: false };
      await servers.promote(to, admin);
      return { isChanged: true };
    },
    handle: async (payload, context, outcome) => {
      const global = await context.unit.view(context.scope).get(globals, idOf(payload));
      if (global?.change !== undefined) await settle(context, global, outcome);
    },
  };
}

async function settle(
  { unit, now }: JobContext,
  global: GlobalDocument,
  { isChanged }: Outcome,
): Promise<void> {
  const { members, change, scope } = global;
  if (change === undefined) return;
  const { to, isLossAllowed } = change;
  const target = await memberOf(unit, scope.account, to);
  const settled = { ...global, status: 'available', change: undefined } as const;
  if (!isChanged) {
    putGlobal(unit, settled);
    tellChange(unit, target, now, 'switchoverFailed');
    return;
  }
  const others = members.filter(({ region, id }) => region !== to.region || id !== to.id);
  putGlobal(unit, { ...settled, members: [to, ...others] });
  putOwner(unit, { ...target, source: undefined });
  for (const member of others) {
    const cluster = await memberOf(unit, scope.account, member);
    const following = { ...cluster, source: target.resourceId, status: 'modifying' } as const;
    putOwner(unit, following);
    orderServerWork(unit, following, now);
    if (cluster.source === undefined && !isLossAllowed) {
      tellChange(unit, cluster, now, 'oldPrimaryStopped');
    }
  }
  tellChange(unit, target, now, 'newPrimaryPromoted');
  tellChange(unit, target, now, isLossAllowed ? 'failoverFinished' : 'switchoverFinished');
}

function idOf(payload: string): string {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('id' in value)) {
    throw new Error('the job names no global database');
  }
  return String(value.id);
}
