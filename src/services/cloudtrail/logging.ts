import type { CloudtrailOperations } from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Instant } from '../../core/time.ts';
import { onTrail, trailOf } from './authorization.ts';
import { beginChain } from './digest-chain.ts';
import { wholeSeconds } from './domain/log-paths.ts';
import { deliveries, isLogging, trails } from './state.ts';
import { requireHome } from './trails.ts';

export const startLogging: OperationOf<CloudtrailOperations, 'StartLogging'> = {
  name: 'StartLogging',
  access: 'write',
  authorize: onTrail('cloudtrail:StartLogging', (input) => input.Name),
  handle: async (input, context) => {
    const { trail, resource } = await trailOf(context, input.Name);
    requireHome(trail, context.call.scope.region);
    if (isLogging(trail)) return {};
    const { stopped: _over, ...rest } = trail;
    const changed = { ...rest, started: context.call.now };
    context.viewOf(resource).put(trails, trail.id, changed);
    if (trail.validation) await beginChain(context, changed);
    return {};
  },
};

export const stopLogging: OperationOf<CloudtrailOperations, 'StopLogging'> = {
  name: 'StopLogging',
  access: 'write',
  authorize: onTrail('cloudtrail:StopLogging', (input) => input.Name),
  handle: async (input, context) => {
    const { trail, resource } = await trailOf(context, input.Name);
    requireHome(trail, context.call.scope.region);
    if (!isLogging(trail)) return {};
    const changed = { ...trail, stopped: context.call.now };
    context.viewOf(resource).put(trails, trail.id, changed);
    return {};
  },
};

export const getTrailStatus: OperationOf<CloudtrailOperations, 'GetTrailStatus'> = {
  name: 'GetTrailStatus',
  access: 'read',
  authorize: onTrail('cloudtrail:GetTrailStatus', (input) => input.Name),
  handle: async (input, context) => {
    const { trail, resource } = await trailOf(context, input.Name);
    const status = (await context.viewOf(resource).get(deliveries, trail.id)) ?? {};
    const { started, stopped } = trail;
    const { delivered, attempted, error, digested, digestError } = status;
    const { logsDelivered, logsError, notified, notifyAttempted, notifyError } = status;
    return {
      IsLogging: isLogging(trail),
      ...dated('LatestDeliveryTime', delivered),
      ...dated('LatestDigestDeliveryTime', digested),
      ...dated('StartLoggingTime', started),
      ...dated('StopLoggingTime', stopped),
      ...(error === undefined ? {} : { LatestDeliveryError: error }),
      ...(digestError === undefined ? {} : { LatestDigestDeliveryError: digestError }),
      ...dated('LatestCloudWatchLogsDeliveryTime', logsDelivered),
      ...(logsError === undefined ? {} : { LatestCloudWatchLogsDeliveryError: logsError }),
      LatestDeliveryAttemptTime: told(attempted),
      LatestDeliveryAttemptSucceeded: error === undefined ? told(delivered) : '',
      ...dated('LatestNotificationTime', notified),
      ...(notifyError === undefined ? {} : { LatestNotificationError: notifyError }),
      LatestNotificationAttemptTime: told(notifyAttempted),
      LatestNotificationAttemptSucceeded: notifyError === undefined ? told(notified) : '',
      TimeLoggingStarted: told(started),
      TimeLoggingStopped: told(stopped),
    };
  },
};

function dated<N extends string>(name: N, time: Instant | undefined) {
  return time === undefined ? {} : { [name]: new Date(time) };
}

function told(time: Instant | undefined): string {
  return time === undefined ? '' : wholeSeconds(time);
}
