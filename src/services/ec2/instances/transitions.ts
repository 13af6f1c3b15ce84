import type { Context } from '../../../contract/operation.ts';
import type { UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';
import { awsEvent } from '../../events/port.ts';
import { instanceNoun } from './noun.ts';
import { type InstanceDocument, instances, type InstanceState } from './state.ts';

const KIND = 'ec2.instance';

/** Where each state leads by itself. */
const NEXT: Readonly<Partial<Record<InstanceState, InstanceState>>> = {
  pending: 'running',
  stopping: 'stopped',
  'shutting-down': 'terminated',
};

/** How long a terminated instance is still shown. */
const SHOWN_MS = HOUR_MS;

/** What is done about the volumes of an instance that is terminated. */
export type Release = (unit: Unit, instance: InstanceDocument, now: Instant) => Promise<void>;

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
  if (NEXT[state] === undefined && state !== 'terminated') return;
  unit.order({
    id: `${KIND}/${scope.account}/${scope.region}/${id}`,
    kind: KIND,
    scope,
    due: state === 'terminated' ? now + SHOWN_MS : now,
    payload: id,
  });
}

/** Ends what an operation began; forgets the terminated. */
export function createTransitionJob(release: Release): UnitJob {
  return {
    kind: KIND,
    run: async (payload, { unit, scope, now }) => {
      const view = unit.view(scope);
      const instance = await view.get(instances, payload);
      if (instance === undefined) return;
      if (instance.state === 'terminated') {
        view.delete(instances, payload);
        return;
      }
      const { launchFault: fault } = instance;
      const isDoomed = instance.state === 'pending' && fault !== undefined;
      const state = isDoomed ? 'terminated' : NEXT[instance.state];
      if (state === undefined) return;
      if (state === 'terminated') await release(unit, instance, now);
      const reason = isDoomed ? { stateReason: fault, transitionReason: fault.code } : {};
      enter(
        unit,
        { ...instance, ...(state === 'terminated' ? NOTHING : {}), ...reason, state },
        now,
      );
    },
  };
}

/** What a terminated instance has no more. */
const NOTHING = { volumes: [] } as const;

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
