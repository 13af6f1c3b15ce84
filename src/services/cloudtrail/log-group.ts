import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Context, ServiceActor } from '../../contract/operation.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import { logsCreateLogStream, logsPutLogEvents } from '../logs/port.ts';
import { invalidLogGroup, invalidLogRole } from './errors.ts';
import { eventTimeOf, nextRecords } from './log-files.ts';
import { ownName } from './own-name.ts';
import { jobOrder, ownerScope, readPlace, type TrailPlace } from './places.ts';
import { LOGS_JOB } from './recorder.ts';
import { deliveries, type LogTarget, pendingLogs, type TrailDocument, trails } from './state.ts';

const SESSION = 'CLOUDTRAIL_CLOUDWATCH_LOGS_DELIVERY';
/** A group that refuses is asked again. */
const RETRY_MS = HOUR_MS;
/** Limits of one PutLogEvents. */
const BATCH_BYTES_MAX = 1_048_576;
const EVENTS_MAX = 10_000;
const EVENT_OVERHEAD_BYTES = 26;
/** Bytes of records that one job delivers. */
const JOB_BYTES_MAX = 8 * 1024 * 1024;

function asRole(trail: TrailDocument, { role }: LogTarget): ServiceActor {
  return { ...ownName(trail), role: { arn: role, sessionName: SESSION } };
}

/** The group's name and Region; undefined when the text is no ARN of a group. */
function groupIn(arn: string): { readonly name: string; readonly region: string } | undefined {
  const parsed = parseArn(arn);
  const [, name] = /^log-group:([^:]+):\*$/.exec(parsed?.resource ?? '') ?? [];
  if (parsed?.service !== 'logs' || name === undefined) return undefined;
  return { name, region: parsed.region };
}

function streamName(account: string, region: string): string {
  return `${account}_CloudTrail_${region}`;
}

/** Errors: InvalidCloudWatchLogsLogGroupArnException and InvalidCloudWatchLogsRoleArnException where delivery could not work. */
export async function requireLogGroup(
  context: Context,
  trail: TrailDocument,
  target: LogTarget,
): Promise<void> {
  const group = groupIn(target.group);
  if (group === undefined || group.region !== trail.region) {
    throw invalidLogGroup('CloudTrail cannot validate the specified log group ARN.');
  }
  const input = {
    logGroupName: group.name,
    logStreamName: streamName(trail.account, trail.region),
  };
  try {
    await context.callService(logsCreateLogStream, input, { as: asRole(trail, target) });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    switch (error.code) {
      case 'ResourceAlreadyExistsException':
        return;
      case 'ResourceNotFoundException':
        throw invalidLogGroup('CloudTrail cannot validate the specified log group ARN.');
      case 'AccessDeniedException':
        throw invalidLogGroup(
          'Access denied. Verify in IAM that the role has adequate permissions.',
        );
      default:
        throw invalidLogRole('Access denied. Check the trust relationships for your role.');
    }
  }
}

/** Puts what waits into the trail's log group, as the trail's role: the events, and that they no longer wait, commit together. */
export function createLogGroupJob(reader: TrailReader): UnitJob {
  return {
    kind: LOGS_JOB,
    run: async (payload, context) => {
      const { unit, now } = context;
      const place = readPlace(payload);
      const view = unit.view(ownerScope(place));
      const trail = await view.get(trails, place.trail);
      const waiting = await nextRecords(view, reader, {
        place,
        notes: pendingLogs,
        bytes: JOB_BYTES_MAX,
      });
      if (waiting.notes.length === 0) return;
      const refused =
        trail?.logs === undefined
          ? undefined
          : await deliver(context, trail, { target: trail.logs, place, texts: waiting.texts });
      const status = (await view.get(deliveries, place.trail)) ?? {};
      const { logsError: _over, ...rest } = status;
      if (refused !== undefined) {
        view.put(deliveries, place.trail, { ...rest, logsError: refused });
        unit.order(jobOrder(LOGS_JOB, place, now + RETRY_MS, 'again'));
        return;
      }
      if (trail !== undefined) {
        view.put(deliveries, place.trail, { ...rest, logsDelivered: now });
      }
      for (const id of waiting.notes) view.delete(pendingLogs, id);
      if (waiting.isFull) unit.order(jobOrder(LOGS_JOB, place, now, `more-${now}`));
    },
  };
}

interface Delivery {
  readonly target: LogTarget;
  readonly place: TrailPlace;
  readonly texts: readonly string[];
}

/** The code of what refused it; undefined: delivered. */
async function deliver(
  context: JobContext,
  trail: TrailDocument,
  { target, place, texts }: Delivery,
): Promise<string | undefined> {
  const group = groupIn(target.group);
  if (group === undefined) return 'ResourceNotFoundException';
  const options = { region: group.region, as: asRole(trail, target) };
  const names = {
    logGroupName: group.name,
    logStreamName: streamName(place.account, place.region),
  };
  const create = () => context.callService(logsCreateLogStream, names, options);
  try {
    for (const logEvents of batchesOf(texts)) {
      const input = { ...names, logEvents };
      try {
        await context.callService(logsPutLogEvents, input, options);
      } catch (error) {
        // Its writes are dropped, and there are none yet but those of earlier batches, which had the stream.
        if (!isMissing(error)) throw error;
        await create();
        await context.callService(logsPutLogEvents, input, options);
      }
    }
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof ServiceError && error.code === 'ResourceNotFoundException';
}

interface InputEvent {
  readonly timestamp: Instant;
  readonly message: string;
}

/** Records in the order of their times, as many at once as one call takes. */
function batchesOf(texts: readonly string[]): readonly (readonly InputEvent[])[] {
  const events = texts
    .map((message) => ({ timestamp: Date.parse(eventTimeOf(message)), message }))
    .toSorted((a, b) => a.timestamp - b.timestamp);
  const batches: InputEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.message) + EVENT_OVERHEAD_BYTES;
    const current = batches.at(-1);
    const first = current?.[0];
    const isFull =
      current === undefined ||
      first === undefined ||
      current.length >= EVENTS_MAX ||
      bytes + size > BATCH_BYTES_MAX ||
      event.timestamp - first.timestamp >= DAY_MS;
    if (isFull) {
      batches.push([event]);
      bytes = size;
    } else {
      current.push(event);
      bytes += size;
    }
  }
  return batches;
}
