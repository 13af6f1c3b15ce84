import type { SnsOperations } from '../../../models/sns/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import type { JobOrder } from '../../contract/view.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { insufficientTopicPolicy } from './errors.ts';
import { ownName } from './own-name.ts';
import { jobOrder, ownerScope, readPlace, type TrailPlace } from './places.ts';
import { deliveries, type TrailDocument, trails } from './state.ts';

const NOTIFY_JOB = 'cloudtrail.notify';

const publish: OperationReference<
  SnsOperations['Publish']['input'],
  SnsOperations['Publish']['output']
> = { service: 'sns', operation: 'Publish' };

/** A topic by its ARN, or by its name in the trail's account and home Region. */
function topicArn({ account, region }: TrailDocument, topic: string): string {
  if (parseArn(topic) !== undefined) return topic;
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'sns', region, account, resource: topic });
}

/** The ARN of a topic that CloudTrail may publish to: it is sent a message. Errors: InsufficientSnsTopicPolicyException. */
export async function usableTopic(
  context: Context,
  trail: TrailDocument,
  given: string,
): Promise<string> {
  const TopicArn = topicArn(trail, given);
  const region = parseArn(TopicArn)?.region ?? trail.region;
  const input = { TopicArn, Message: 'CloudTrail validation message.' };
  try {
    await context.callService(publish, input, { region, as: ownName(trail) });
    return TopicArn;
  } catch (error) {
    throw error instanceof ServiceError ? insufficientTopicPolicy() : error;
  }
}

/** Tells a trail's topic of a log file that was written. */
export function notifyOrder(
  place: TrailPlace,
  file: { bucket: string; key: string },
  now: Instant,
): JobOrder {
  const { bucket, key } = file;
  return {
    ...jobOrder(NOTIFY_JOB, place, now, key),
    payload: JSON.stringify({ ...place, bucket, key }),
  };
}

/** Tells it once: what a topic refuses is not sent again, and the trail's status says so. */
export const notifyJob: UnitJob = {
  kind: NOTIFY_JOB,
  run: async (payload, context) => {
    const { unit, now } = context;
    const place = readPlace(payload);
    const { bucket, key } = fileIn(payload);
    const view = unit.view(ownerScope(place));
    const trail = await view.get(trails, place.trail);
    if (trail?.topic === undefined) return;
    const Message = JSON.stringify({ s3Bucket: bucket, s3ObjectKey: [key] });
    const region = parseArn(trail.topic)?.region ?? trail.region;
    let refused: string | undefined;
    try {
      const input = { TopicArn: trail.topic, Message };
      await context.callService(publish, input, { region, as: ownName(trail) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      refused = error.code;
    }
    const { notifyError: _over, ...rest } = (await view.get(deliveries, trail.id)) ?? {};
    view.put(deliveries, trail.id, {
      ...rest,
      notifyAttempted: now,
      ...(refused === undefined ? { notified: now } : { notifyError: refused }),
    });
  },
};

function fileIn(payload: string): { readonly bucket: string; readonly key: string } {
  const value: JsonValue = JSON.parse(payload);
  const { bucket, key } = isJsonObject(value) ? value : {};
  if (typeof bucket !== 'string' || typeof key !== 'string') {
    throw new Error('the job names no log file');
  }
  return { bucket, key };
}
