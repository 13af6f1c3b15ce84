import { createHash } from 'node:crypto';
import { markerRulesFor, rulesFor } from './domain/replication-rule.ts';
import type { Change } from './object-change.ts';
import {
  type BucketDocument,
  bucketScope,
  type ObjectDocument,
  type ReplicationState,
} from './state.ts';

export const REPLICATE = 's3.replicate';

/** What a replication's job is given: one version, and one destination. */
export interface ReplicationPayload {
  readonly bucket: string;
  readonly key: string;
  readonly version: string;
  /** ARN of a bucket. */
  readonly destination: string;
  /** Attempts before this one. */
  readonly attempts: number;
}

/** Orders the copies of a new version. Undefined: no rule is for it. Replicas are never copied on. */
export function orderCopies(
  change: Change,
  bucket: BucketDocument,
  {
    key,
    version,
    tags,
    encryption,
  }: Pick<ObjectDocument, 'key' | 'version' | 'tags' | 'encryption'>,
): ReplicationState | undefined {
  if (bucket.replication === undefined || version === undefined) return undefined;
  const isUnderKms = encryption?.by === 'kms';
  const rules = rulesFor(bucket.replication, { key, tags: tags ?? {}, isUnderKms });
  return ordered(change, bucket, { key, version }, rules);
}

export function orderMarkerCopies(
  change: Change,
  bucket: BucketDocument,
  key: string,
  version: string | undefined,
): ReplicationState | undefined {
  if (bucket.replication === undefined || version === undefined) return undefined;
  return ordered(change, bucket, { key, version }, markerRulesFor(bucket.replication, key));
}

function ordered(
  { unit, now }: Change,
  bucket: BucketDocument,
  { key, version }: { readonly key: string; readonly version: string },
  rules: ReturnType<typeof rulesFor>,
): ReplicationState | undefined {
  if (rules.length === 0) return undefined;
  const targets: Record<string, 'PENDING'> = {};
  for (const { Destination } of rules) {
    const destination = Destination.Bucket;
    targets[destination] = 'PENDING';
    const payload = { bucket: bucket.name, key, version, destination, attempts: 0 };
    orderReplication(unit, bucket, payload, now);
  }
  return { status: 'PENDING', targets };
}

export function orderReplication(
  unit: Change['unit'],
  bucket: BucketDocument,
  payload: ReplicationPayload,
  due: number,
): void {
  const { bucket: name, key, version, destination } = payload;
  const hash = createHash('sha256').update(JSON.stringify([name, key, version, destination]));
  const id = `${REPLICATE}/${hash.digest('hex')}`;
  const scope = bucketScope(bucket);
  unit.order({ id, kind: REPLICATE, scope, due, payload: JSON.stringify(payload) });
}
