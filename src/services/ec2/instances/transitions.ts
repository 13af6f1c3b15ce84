import type { Context } from '../../../contract/operation.ts';
import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { HOUR_MS, type Instant, SECOND_MS } from '../../../core/time.ts';
import { awsEvent } from '../../events/port.ts';
import { instanceNoun } from './noun.ts';
import {
  type HeldVolume,
  type InstanceDocument,
  instances,
  type InstanceState,
  type StateReason,
} from './state.ts';
import { openNext, releaseNext } from './volume-steps.ts';

const KIND = 'ec2.instance';

/** States that lead to others by themselves. */
const PASSING: ReadonlySet<InstanceState> = new Set(['pending', 'stopping', 'shutting-down']);

/** How long a terminated instance is still shown. */
const SHOWN_MS = HOUR_MS;
/** How often it is looked whether the blocks of a volume are there. */
const WAIT_MS = SECOND_MS / 4;

/** Why an instance does not start whose volume's key KMS refuses. */
export const UNUSABLE_KEY: StateReason = {
  code: 'Client.InvalidKMSKey.InvalidState',
  message: 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state',
};

/** Why an instance that was started again stops: its starter, or its host, can't use the key of a volume. */
export const CLIENT_ERROR: StateReason = {
  code: 'Client.InternalError',
  message: 'Client.InternalError: Client error on launch',
};

/** Puts an instance into a state, tells of it, and orders what follows. */
export function enter(unit: Unit, instance: InstanceDocument, now: Instant): void {
  const { scope, id, state } = instance;
  unit.view(scope).put(instances, id, instance);
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.ec2',
      detailType: 'EC2 Instance State-change Notification',
      resources: [instanceNoun.arn(scope, id)],
      detail: { 'instance-id': id, state },
    }),
  );
  if (state === 'terminated') order(unit, instance, now + SHOWN_MS);
  // Its volumes come first.
  else if (PASSING.has(state)) order(unit, instance, now + 1);
}

function order(unit: Unit, { scope, id }: InstanceDocument, due: Instant): void {
  const { account, region } = scope;
  unit.order({ id: `${KIND}/${account}/${region}/${id}`, kind: KIND, scope, due, payload: id });
}

/** Ends what an operation began, one volume after the other; forgets the terminated. */
export const transitionJob: UnitJob = {
  kind: KIND,
  run: async (payload, context) => {
    const { unit, scope, now } = context;
    const view = unit.view(scope);
    const instance = await view.get(instances, payload);
    switch (instance?.state) {
      case 'pending':
        return start(context, instance);
      case 'stopping':
        return enter(unit, { ...instance, state: 'stopped' }, now);
      case 'shutting-down':
        return release(context, instance);
      case 'terminated':
        return view.delete(instances, payload);
      default:
        return undefined;
    }
  },
};

/** Runs once all its volumes are open. */
async function start(context: JobContext, instance: InstanceDocument): Promise<void> {
  const { unit, now } = context;
  if (instance.launchFault !== undefined) return fail(context, instance, instance.launchFault);
  const step = await openNext(context, instance);
  switch (step.outcome) {
    case 'done':
      return proceed(context, step.instance, now);
    case 'waits':
      return order(unit, instance, now + WAIT_MS);
    case 'refused': {
      const isNew = instance.volumes.some(({ isAttaching }) => isAttaching === true);
      return fail(context, instance, isNew ? UNUSABLE_KEY : CLIENT_ERROR);
    }
    case 'none':
      return enter(unit, { ...instance, state: 'running' }, now);
  }
}

/** A new instance goes; one that ran before is as it was. */
function fail({ unit, now }: JobContext, instance: InstanceDocument, fault: StateReason): void {
  const { launchFault: _, ...rest } = instance;
  const failed = { ...rest, stateReason: fault, transitionReason: fault.code };
  if (fault.code === UNUSABLE_KEY.code) enter(unit, { ...failed, state: 'shutting-down' }, now);
  else enter(unit, { ...failed, volumes: rest.volumes.map(withoutGrant), state: 'stopped' }, now);
}

function withoutGrant(volume: HeldVolume): HeldVolume {
  const { grant: _, ...held } = volume;
  return held;
}

async function release(context: JobContext, instance: InstanceDocument): Promise<void> {
  const step = await releaseNext(context, instance);
  if (step.outcome === 'done') return proceed(context, step.instance, context.now);
  return enter(context.unit, { ...instance, state: 'terminated' }, context.now);
}

/** To the next volume, in a unit of its own. */
function proceed({ unit, scope }: JobContext, instance: InstanceDocument, due: Instant): void {
  unit.view(scope).put(instances, instance.id, instance);
  order(unit, instance, due);
}

const CODES: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** A state as it is shown. */
export function shownState(state: InstanceState) {
  return { Code: CODES[state], Name: state };
}

/** `User initiated (2026-01-31 10:00:00 GMT)`, and the reason that goes with it. */
export function byUser({ call }: Context) {
  const time = new Date(call.now).toISOString().slice(0, 19).replace('T', ' ');
  const code = 'Client.UserInitiatedShutdown';
  return {
    transitionReason: `User initiated (${time} GMT)`,
    stateReason: { code, message: `${code}: User initiated shutdown` },
  };
}
