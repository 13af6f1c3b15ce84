import type { RdsOperations } from '../../../models/rds/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { clusterOf, instanceOf, onInstance } from './authorization.ts';
import { invalidCombination, invalidInstanceState, unbuilt } from './errors.ts';
import { membersOf, orderServerWork, putOwner } from './server-job.ts';
import { serverOf } from './server-of.ts';
import { shownInstance } from './shown.ts';
import type { InstanceDocument, Status } from './state.ts';

type ActsOnInstance =
  | 'DeleteDBInstance'
  | 'RebootDBInstance'
  | 'StartDBInstance'
  | 'StopDBInstance';

function onIts(action: ActsOnInstance) {
  return async (
    { DBInstanceIdentifier }: { readonly DBInstanceIdentifier: string },
    context: Parameters<typeof onInstance>[2],
  ) => [await onInstance(`rds:${action}`, DBInstanceIdentifier, context)];
}

async function answer(context: Context, instance: InstanceDocument) {
  return { DBInstance: shownInstance(instance, await serverOf(context.unit, instance)) };
}

/** The instance with its new status, which a job acts on. */
function begin(context: Context, instance: InstanceDocument, status: Status): InstanceDocument {
  const changed = { ...instance, status };
  putOwner(context.unit, changed);
  orderServerWork(context.unit, changed, context.call.now);
  return changed;
}

/** Of an instance whose server runs here and is its own. */
function requireOwn(context: Context, instance: InstanceDocument): void {
  const { operation } = context.call;
  if (instance.cluster !== undefined) {
    throw invalidInstanceState(
      `Instance ${instance.id} is a member of DB Cluster ${instance.cluster}: start or stop the cluster.`,
    );
  }
  if (instance.server?.isExternal === true) {
    throw unbuilt(operation, 'a server that is only registered: it runs elsewhere');
  }
}

export const deleteDBInstance: OperationOf<RdsOperations, 'DeleteDBInstance'> = {
  name: 'DeleteDBInstance',
  access: 'write',
  authorize: onIts('DeleteDBInstance'),
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.DBInstanceIdentifier);
    if (instance.deletionProtection) {
      throw invalidCombination(
        'Cannot delete protected DB Instance, please disable deletion protection and try again.',
      );
    }
    if (instance.status === 'deleting') {
      throw invalidInstanceState(`Instance ${instance.id} is already being deleted.`);
    }
    if (instance.cluster === undefined) requireNoSnapshot(context, input);
    const deleting = begin(context, instance, 'deleting');
    return answer(context, deleting);
  },
};

interface SnapshotChoice {
  readonly SkipFinalSnapshot?: boolean | undefined;
  readonly FinalDBSnapshotIdentifier?: string | undefined;
}

/** A last snapshot can't be made: whoever deletes says that none is wanted. */
export function requireNoSnapshot(context: Context, input: SnapshotChoice): void {
  if (input.SkipFinalSnapshot === true) {
    if (input.FinalDBSnapshotIdentifier === undefined) return;
    throw invalidCombination(
      'FinalDBSnapshotIdentifier can not be specified when SkipFinalSnapshot is true.',
    );
  }
  if (input.FinalDBSnapshotIdentifier === undefined) {
    throw invalidCombination(
      'FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.',
    );
  }
  throw unbuilt(context.call.operation, 'a final snapshot: set SkipFinalSnapshot to true');
}

export const stopDBInstance: OperationOf<RdsOperations, 'StopDBInstance'> = {
  name: 'StopDBInstance',
  access: 'write',
  authorize: onIts('StopDBInstance'),
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.DBInstanceIdentifier);
    requireOwn(context, instance);
    if (input.DBSnapshotIdentifier !== undefined) throw unbuilt('StopDBInstance', 'a snapshot');
    if (instance.status !== 'available') {
      throw invalidInstanceState(`Instance ${instance.id} is not in available state.`);
    }
    return answer(context, begin(context, instance, 'stopping'));
  },
};

export const startDBInstance: OperationOf<RdsOperations, 'StartDBInstance'> = {
  name: 'StartDBInstance',
  access: 'write',
  authorize: onIts('StartDBInstance'),
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.DBInstanceIdentifier);
    requireOwn(context, instance);
    if (instance.status !== 'stopped') {
      throw invalidInstanceState(
        `Instance ${instance.id} is not stopped, stopped-inaccessible-encryption-credentials-recoverable or inaccessible-encryption-credentials-recoverable.`,
      );
    }
    return answer(context, begin(context, instance, 'starting'));
  },
};

export const rebootDBInstance: OperationOf<RdsOperations, 'RebootDBInstance'> = {
  name: 'RebootDBInstance',
  access: 'write',
  authorize: onIts('RebootDBInstance'),
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.DBInstanceIdentifier);
    if (instance.server?.isExternal === true) requireOwn(context, instance);
    if (input.ForceFailover === true) {
      throw invalidCombination('Cannot ForceFailover a non-multi-az instance');
    }
    if (instance.status !== 'available') {
      throw invalidInstanceState(`Instance ${instance.id} is not in available state.`);
    }
    if (instance.cluster === undefined) {
      return answer(context, begin(context, instance, 'rebooting'));
    }
    // Members have one server: they reboot together.
    const cluster = {
      ...(await clusterOf(context, instance.cluster)),
      status: 'rebooting',
    } as const;
    putOwner(context.unit, cluster);
    for (const member of await membersOf(context.unit, cluster)) {
      if (member.status === 'available') putOwner(context.unit, { ...member, status: 'rebooting' });
    }
    orderServerWork(context.unit, cluster, context.call.now);
    return answer(context, { ...instance, status: 'rebooting' });
  },
};
