import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { JobContext, JobKind } from '../../contract/service.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../core/time.ts';
import type { BucketWriter } from '../s3/port.ts';
import { fileKey, requestOf } from './delivery-job.ts';
import { DIGEST_JOB, DIGEST_MS } from './digest-chain.ts';
import { digestKey, wholeSeconds } from './domain/log-paths.ts';
import {
  jobOrder,
  logPlaceOf,
  ownerScope,
  placeKey,
  readPlace,
  type TrailPlace,
} from './places.ts';
import { signingKeyFor, signText } from './signing-keys.ts';
import {
  deliveries,
  type DeliveredFile,
  type DigestChain,
  digestChains,
  isLogging,
  pendingRecords,
  type SigningKey,
  type TrailDocument,
  trails,
} from './state.ts';

const zip = promisify(gzip);
/** The last digest waits for the last log file. */
const LAST_FILES_MS = 5 * MINUTE_MS;
/** A chain that can't be ended properly is left after this. */
const GIVEN_UP_MS = DAY_MS;
const ALGORITHM = 'SHA256withRSA';

/** Writes the digest of an hour, signed, with the signature of the one before in it. */
export function createDigestJob(buckets: BucketWriter): JobKind {
  return {
    kind: DIGEST_JOB,
    run: async (payload, context) => {
      const place = readPlace(payload);
      const { unit, due } = context;
      const view = unit.view(ownerScope(place));
      const chain = await view.get(digestChains, placeKey(place));
      if (chain === undefined) return;
      const trail = await view.get(trails, place.trail);
      if (trail === undefined) {
        view.delete(digestChains, placeKey(place));
        return;
      }
      const isLast = !trail.validation || !isLogging(trail);
      if (isLast && (await isWaiting(context, place))) {
        if (context.now - chain.start > GIVEN_UP_MS) view.delete(digestChains, placeKey(place));
        else unit.order(jobOrder(DIGEST_JOB, place, due + LAST_FILES_MS));
        return;
      }
      const written = await writeDigest(buckets, context, { trail, place, chain, isLast });
      if (isLast && written !== undefined) view.delete(digestChains, placeKey(place));
      else {
        view.put(digestChains, placeKey(place), written ?? chain);
        unit.order(jobOrder(DIGEST_JOB, place, due + DIGEST_MS));
      }
    },
  };
}

async function isWaiting({ unit }: JobContext, place: TrailPlace): Promise<boolean> {
  const query = { prefix: `${placeKey(place)}/`, limit: 1 };
  const { items } = await unit.view(ownerScope(place)).list(pendingRecords, query);
  return items.length > 0;
}

interface Turn {
  readonly trail: TrailDocument;
  readonly place: TrailPlace;
  readonly chain: DigestChain;
  readonly isLast: boolean;
}

/** The chain as it goes on. Undefined when the bucket refused: the next digest then spans this hour too. */
async function writeDigest(
  buckets: BucketWriter,
  context: JobContext,
  { trail, place, chain, isLast }: Turn,
): Promise<DigestChain | undefined> {
  const { unit, due, now } = context;
  const key = await signingKeyFor(unit, place.region, now);
  const { bucket } = trail;
  const path = digestKey(logPlaceOf(trail, place), trail, due);
  // A server that was down catches up: what it delivers late stands in the digest of that later hour.
  const files = chain.files.filter((file) => isLast || file.delivered <= due);
  const plain = Buffer.from(digestText({ trail, place, chain, files, end: due, path, key }));
  const hash = createHash('sha256').update(plain).digest('hex');
  const before = chain.previous?.signature ?? 'null';
  const signature = signText(key, `${wholeSeconds(due)}\n${bucket}/${path}\n${hash}\n${before}`);
  const object = {
    bucket,
    key: path,
    content: await zip(plain),
    contentType: 'application/json',
    contentEncoding: 'gzip',
    metadata: { signature, 'signature-algorithm': ALGORITHM },
    ...fileKey(trail),
  };
  const view = unit.view(ownerScope(place));
  const status = (await view.get(deliveries, trail.id)) ?? {};
  const refused = await buckets.put(unit, object, requestOf(trail, context));
  if (refused !== undefined) {
    view.put(deliveries, trail.id, { ...status, digestError: refused });
    return undefined;
  }
  const { digestError: _over, ...rest } = status;
  view.put(deliveries, trail.id, { ...rest, digested: now });
  return {
    start: due,
    previous: { bucket, key: path, hash, signature },
    files: chain.files.filter((file) => !files.includes(file)),
  };
}

interface Digest {
  readonly trail: TrailDocument;
  readonly place: TrailPlace;
  readonly chain: DigestChain;
  readonly files: readonly DeliveredFile[];
  readonly end: Instant;
  readonly path: string;
  readonly key: SigningKey;
}

function digestText({ trail, place, chain, files, end, path, key }: Digest): string {
  const { previous } = chain;
  return JSON.stringify({
    awsAccountId: place.account,
    digestStartTime: wholeSeconds(chain.start),
    digestEndTime: wholeSeconds(end),
    digestS3Bucket: trail.bucket,
    digestS3Object: path,
    digestPublicKeyFingerprint: key.fingerprint,
    digestSignatureAlgorithm: ALGORITHM,
    newestEventTime:
      files
        .map(({ newest }) => newest)
        .toSorted()
        .at(-1) ?? null,
    oldestEventTime: files.map(({ oldest }) => oldest).toSorted()[0] ?? null,
    previousDigestS3Bucket: previous?.bucket ?? null,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous === null ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: files.map((file) => ({
      s3Bucket: file.bucket,
      s3Object: file.key,
      hashValue: file.hash,
      hashAlgorithm: 'SHA-256',
      newestEventTime: file.newest,
      oldestEventTime: file.oldest,
    })),
  });
}
