import type { TargetDescription, TargetHealthDescription } from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { lookUpNetwork } from '../ec2/port.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import { isTargetAddress } from './domain/addresses.ts';
import { HTTP_GROUP, valueOf } from './domain/attributes.ts';
import { drainOrder } from './draining.ts';
import { invalidTarget, tooMany, validationError } from './errors.ts';
import { mayInvoke } from './function-targets.ts';
import { checkOrder } from './health-job.ts';
import { targetGroupKind } from './resources.ts';
import { type TargetDocument, type TargetGroupDocument, targetKey, targetSets } from './state.ts';
import { loadBalancersOf } from './group-users.ts';

const TARGETS_MAX = 1_000;
const PORT_MAX = 65_535;

export const registerTargets: ElbOperation<'RegisterTargets'> = {
  name: 'RegisterTargets',
  access: 'write',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('RegisterTargets', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn, Targets }, context) => {
    const { document, view } = await found(context, targetGroupKind, TargetGroupArn);
    const present = (await view.get(targetSets, document.id))?.targets ?? [];
    const added: TargetDocument[] = [];
    for (const target of Targets) added.push(await targetOf(context, document, target));
    const keys = new Set(added.map(targetKey));
    // One that was on its way out comes back as a new one does.
    const kept = present.filter((one) => !keys.has(targetKey(one)) || one.state !== 'draining');
    const known = new Set(kept.map(targetKey));
    const targets = [...kept, ...added.filter((one) => !known.has(targetKey(one)))];
    const most = document.targetType === 'lambda' ? 1 : TARGETS_MAX;
    if (targets.length > most) {
      throw tooMany(
        'TooManyTargets',
        `The maximum number of targets has been reached for '${document.arn}'`,
      );
    }
    view.put(targetSets, document.id, { targets });
    context.unit.order(checkOrder(document, context.call.now));
    return {};
  },
};

/** Errors: InvalidTarget, ValidationError, AccessDenied. */
async function targetOf(
  context: Context,
  group: TargetGroupDocument,
  { Id, Port, AvailabilityZone }: TargetDescription,
): Promise<TargetDocument> {
  const fresh = {
    id: Id,
    state: 'initial',
    reason: 'Elb.RegistrationInProgress',
    description: 'Target registration is in progress',
    passes: 0,
    failures: 0,
  } as const;
  if (group.targetType === 'lambda') {
    await mayInvoke(context, group.arn, Id);
    return { ...fresh, port: undefined, zone: undefined };
  }
  const port = Port ?? group.port ?? 0;
  if (port < 1 || port > PORT_MAX) throw validationError(`The port '${port}' is not valid`);
  if (group.targetType === 'ip') {
    if (!isTargetAddress(Id))
      throw validationError(
        `The IP address '${Id}' is not a valid IPv4 address within the VPC or a private range`,
      );
    return { ...fresh, port, zone: AvailabilityZone };
  }
  const instance = await (await lookUpNetwork(context)).instance(Id);
  if (instance === undefined) {
    throw invalidTarget(`The following targets are not valid instances: '${Id}'`);
  }
  if (instance.state !== 'running') {
    throw invalidTarget(
      `The following targets are not in a running state and cannot be registered: '${Id}'`,
    );
  }
  return { ...fresh, port, zone: instance.zone };
}

export const deregisterTargets: ElbOperation<'DeregisterTargets'> = {
  name: 'DeregisterTargets',
  access: 'write',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('DeregisterTargets', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn, Targets }, context) => {
    const { document, view } = await found(context, targetGroupKind, TargetGroupArn);
    const present = (await view.get(targetSets, document.id))?.targets ?? [];
    const gone = (target: TargetDocument): boolean =>
      Targets.some(({ Id, Port }) => Id === target.id && (Port ?? target.port) === target.port);
    const isUsed = (await loadBalancersOf(view, document.arn)).length > 0;
    const delay = Number(
      valueOf(HTTP_GROUP, document.attributes, 'deregistration_delay.timeout_seconds'),
    );
    if (!isUsed || delay === 0 || document.targetType === 'lambda') {
      view.put(targetSets, document.id, { targets: present.filter((one) => !gone(one)) });
      return {};
    }
    const drained = context.call.now + delay * SECOND_MS;
    const targets = present.map((one) =>
      gone(one) && one.state !== 'draining' ? draining(one, drained) : one,
    );
    view.put(targetSets, document.id, { targets });
    context.unit.order(drainOrder(document, drained));
    return {};
  },
};

function draining(target: TargetDocument, drained: Instant): TargetDocument {
  return {
    ...target,
    state: 'draining',
    reason: 'Target.DeregistrationInProgress',
    description: 'Target deregistration is in progress',
    drained,
  };
}

export const describeTargetHealth: ElbOperation<'DescribeTargetHealth'> = {
  name: 'DescribeTargetHealth',
  access: 'read',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('DescribeTargetHealth', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn, Targets }, context) => {
    const { document, view } = await found(context, targetGroupKind, TargetGroupArn);
    const present = (await view.get(targetSets, document.id))?.targets ?? [];
    const isUsed = (await loadBalancersOf(view, document.arn)).length > 0;
    const wanted =
      Targets === undefined || Targets.length === 0
        ? present
        : Targets.map(({ Id, Port = document.port }) => {
            const one = present.find(({ id, port }) => id === Id && port === Port);
            return one ?? absent(Id, Port);
          });
    return {
      TargetHealthDescriptions: wanted.map((target) => shown(document, target, isUsed)),
    };
  },
};

function absent(id: string, port: number | undefined): TargetDocument {
  return {
    id,
    port,
    zone: undefined,
    state: 'draining',
    reason: 'Target.NotRegistered',
    description: 'Target is not registered to the target group',
    passes: 0,
    failures: 0,
  };
}

function shown(
  { healthCheck, targetType }: TargetGroupDocument,
  target: TargetDocument,
  isUsed: boolean,
): TargetHealthDescription {
  const { id, port, zone, state, reason, description } = target;
  const head = {
    Target: {
      Id: id,
      ...(port === undefined ? {} : { Port: port }),
      ...(zone === undefined ? {} : { AvailabilityZone: zone }),
    },
    ...(targetType === 'lambda'
      ? {}
      : { HealthCheckPort: healthCheck.port === 'traffic-port' ? String(port) : healthCheck.port }),
  };
  if (reason === 'Target.NotRegistered' || !isUsed) {
    const isMissing = reason === 'Target.NotRegistered';
    return {
      ...head,
      TargetHealth: {
        State: 'unused',
        Reason: isMissing ? reason : 'Target.NotInUse',
        Description: isMissing
          ? 'Target is not registered to the target group'
          : 'Target group is not configured to receive traffic from the load balancer',
      },
    };
  }
  if (!healthCheck.enabled) {
    return {
      ...head,
      TargetHealth: {
        State: 'unavailable',
        Reason: 'Target.HealthCheckDisabled',
        Description: 'Health checks are not enabled for this target',
      },
    };
  }
  return {
    ...head,
    TargetHealth: {
      State: state,
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(description === undefined ? {} : { Description: description }),
    },
  };
}
