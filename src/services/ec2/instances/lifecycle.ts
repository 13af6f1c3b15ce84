import type { Ec2Operations, InstanceStateChange } from '../../../../models/ec2/types.ts';
import type {
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { permissionOn } from '../authorization.ts';
import { ec2Error, missingParameter, unbuilt } from '../errors.ts';
import { instanceNoun } from './noun.ts';
import { openingOf } from './start-keys.ts';
import type { InstanceDocument, InstanceState } from './state.ts';
import { byUser, enter, shownState } from './transitions.ts';

const INSTANCES_MAX = 1_000;

interface OnInstances {
  readonly InstanceIds: readonly string[];
}

async function onEach(
  { InstanceIds }: OnInstances,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const ids = [...new Set(InstanceIds)].slice(0, INSTANCES_MAX);
  return Promise.all(ids.map((id) => permissionOn(context, instanceNoun, id)));
}

/** All of them, before anything happens to one. Errors: InvalidInstanceID.NotFound and `.Malformed`. */
async function instancesOf(
  { InstanceIds }: OnInstances,
  context: Context,
): Promise<readonly InstanceDocument[]> {
  if (InstanceIds.length === 0) throw missingParameter('InstanceId');
  const ids = [...new Set(InstanceIds)].slice(0, INSTANCES_MAX);
  return Promise.all(ids.map((id) => instanceOf(context, id)));
}

/** Errors: InvalidInstanceID.NotFound and `.Malformed`. */
export async function instanceOf(context: Context, id: string): Promise<InstanceDocument> {
  const { resolved } = await context.resolve(instanceNoun.kind, id);
  if (resolved.document === undefined) throw instanceNoun.notFound(id);
  return resolved.document;
}

export function incorrectState(id: string, verb: string) {
  const text = `The instance '${id}' is not in a state from which it can be ${verb}.`;
  return ec2Error('IncorrectInstanceState', text);
}

function change(before: InstanceDocument, state: InstanceState): InstanceStateChange {
  return {
    InstanceId: before.id,
    CurrentState: shownState(state),
    PreviousState: shownState(before.state),
  };
}

const startInstances: OperationOf<Ec2Operations, 'StartInstances'> = {
  name: 'StartInstances',
  access: 'write',
  authorize: onEach,
  handle: async (input, context) => {
    const { unit, call } = context;
    const all = await instancesOf(input, context);
    for (const { id, state } of all) {
      if (!['stopped', 'running', 'pending'].includes(state)) throw incorrectState(id, 'started');
    }
    const stopped = all.filter(({ state }) => state === 'stopped');
    const opening = await openingOf(context, stopped);
    const StartingInstances = all.map((instance) => {
      if (instance.state !== 'stopped') return change(instance, instance.state);
      const { stateReason: _, ...rest } = instance;
      const begun = { state: 'pending', transitionReason: '', launched: call.now } as const;
      enter(unit, { ...rest, ...begun, ...opening(instance) }, call.now);
      return change(instance, 'pending');
    });
    return { StartingInstances };
  },
};

const stopInstances: OperationOf<Ec2Operations, 'StopInstances'> = {
  name: 'StopInstances',
  access: 'write',
  authorize: onEach,
  handle: async (input, context) => {
    const { unit, call } = context;
    if (input.Hibernate === true) throw unbuilt('StopInstances', 'hibernation');
    const all = await instancesOf(input, context);
    for (const { id, state, isProtectedFromStop } of all) {
      if (!['running', 'stopping', 'stopped'].includes(state)) throw incorrectState(id, 'stopped');
      if (isProtectedFromStop) throw notPermitted(id, 'stopped', 'disableApiStop');
    }
    const StoppingInstances = all.map((instance) => {
      if (instance.state !== 'running') return change(instance, instance.state);
      enter(unit, { ...instance, ...byUser(context), state: 'stopping' }, call.now);
      return change(instance, 'stopping');
    });
    return { StoppingInstances };
  },
};

const terminateInstances: OperationOf<Ec2Operations, 'TerminateInstances'> = {
  name: 'TerminateInstances',
  access: 'write',
  authorize: onEach,
  handle: async (input, context) => {
    const { unit, call } = context;
    const all = await instancesOf(input, context);
    for (const { id, isProtectedFromTermination } of all) {
      if (isProtectedFromTermination) throw notPermitted(id, 'terminated', 'disableApiTermination');
    }
    const TerminatingInstances = all.map((instance) => {
      const { state } = instance;
      if (state === 'shutting-down' || state === 'terminated') return change(instance, state);
      enter(unit, { ...instance, ...byUser(context), state: 'shutting-down' }, call.now);
      return change(instance, 'shutting-down');
    });
    return { TerminatingInstances };
  },
};

function notPermitted(id: string, verb: string, attribute: string) {
  const text = `The instance '${id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`;
  return ec2Error('OperationNotPermitted', text);
}

/** Nothing is running that could go down and up again: the state allows it or not. */
const rebootInstances: OperationOf<Ec2Operations, 'RebootInstances'> = {
  name: 'RebootInstances',
  access: 'write',
  authorize: onEach,
  handle: async (input, context) => {
    for (const { id, state } of await instancesOf(input, context)) {
      if (state !== 'running' && state !== 'pending') throw incorrectState(id, 'rebooted');
    }
    return {};
  },
};

export const lifecycleOperations: readonly AnyOperation[] = [
  startInstances,
  stopInstances,
  terminateInstances,
  rebootInstances,
];
