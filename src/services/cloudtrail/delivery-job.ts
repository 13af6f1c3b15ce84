import type { JobContext, JobKind } from '../../contract/service.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { HOUR_MS } from '../../core/time.ts';
import type { BucketWriter, NewObject, ServiceRequest } from '../s3/port.ts';
import { chainAt } from './digest-chain.ts';
import { logFileKey } from './domain/log-paths.ts';
import { type LogFile, nextLogFile } from './log-files.ts';
import {
  jobOrder,
  logPlaceOf,
  ownerScope,
  placeKey,
  readPlace,
  type TrailPlace,
} from './places.ts';
import { PRINCIPAL } from './own-name.ts';
import { notifyOrder } from './topic.ts';
import { trailContext } from './trail-key.ts';
import { DELIVERY_JOB } from './recorder.ts';
import { trailArn } from './resources.ts';
import { deliveries, digestChains, pendingRecords, type TrailDocument, trails } from './state.ts';

/** A bucket that refuses is asked again. */
const RETRY_MS = HOUR_MS;

export interface DeliveryParts {
  readonly trail: TrailReader;
  readonly buckets: BucketWriter;
}

/** Writes one log file of what waits: the object, and that its records are no longer waiting, commit together. */
export function createDeliveryJob(parts: DeliveryParts): JobKind {
  return {
    kind: DELIVERY_JOB,
    run: async (payload, context) => {
      const place = readPlace(payload);
      const view = context.unit.view(ownerScope(place));
      const trail = await view.get(trails, place.trail);
      if (trail === undefined) return;
      // Read and packed once: a conflict with the notes that keep coming must not repeat it.
      const file = await context.unit.once(() => nextLogFile(view, parts.trail, place));
      if (file === undefined) return;
      for (const id of file.notes) {
        const note = await view.get(pendingRecords, id);
        if (note === undefined) throw new Error('the records were delivered by another job');
      }
      await deliver(parts, context, { trail, place, file });
    },
  };
}

interface Delivery {
  readonly trail: TrailDocument;
  readonly place: TrailPlace;
  readonly file: LogFile;
}

async function deliver(
  { buckets }: DeliveryParts,
  context: JobContext,
  { trail, place, file }: Delivery,
): Promise<void> {
  const { unit, now, due } = context;
  const view = unit.view(ownerScope(place));
  const key = logFileKey(logPlaceOf(trail, place), due, file.random);
  const object = {
    bucket: trail.bucket,
    key,
    content: file.content,
    contentType: 'application/json',
    contentEncoding: 'gzip',
    metadata: {},
    ...fileKey(trail),
  };
  const status = (await view.get(deliveries, trail.id)) ?? {};
  const refused = await buckets.put(unit, object, requestOf(trail, context));
  if (refused !== undefined) {
    view.put(deliveries, trail.id, { ...status, attempted: now, error: refused });
    unit.order(jobOrder(DELIVERY_JOB, place, now + RETRY_MS, 'again'));
    return;
  }
  const { error: _over, ...rest } = status;
  view.put(deliveries, trail.id, { ...rest, attempted: now, delivered: now });
  for (const id of file.notes) view.delete(pendingRecords, id);
  if (trail.topic !== undefined) {
    unit.order(notifyOrder(place, { bucket: trail.bucket, key }, now));
  }
  if (trail.validation) {
    const chain = await chainAt(unit, place, now);
    const { hash, newest, oldest } = file;
    const delivered = { bucket: trail.bucket, key, hash, delivered: now, newest, oldest };
    const files = [...chain.files, delivered];
    view.put(digestChains, placeKey(place), { ...chain, files });
  }
  // What did not fit goes into a file of its own, at once.
  if (file.isFull) unit.order(jobOrder(DELIVERY_JOB, place, now, `more-${file.random}`));
}

/** The key of a trail's files, where it has one. */
export function fileKey(trail: TrailDocument): Pick<NewObject, 'kms'> {
  if (trail.kmsKey === undefined) return {};
  return { kms: { keyId: trail.kmsKey, context: trailContext(trail) } };
}

/** CloudTrail acts in its own name, for the trail. */
export function requestOf(trail: TrailDocument, context: JobContext): ServiceRequest {
  return {
    service: PRINCIPAL,
    sourceArn: trailArn(trail, trail.name),
    sourceAccount: trail.account,
    now: context.now,
    callService: (reference, input, options) => context.callService(reference, input, options),
  };
}
