import type { BlobRef, Blobs } from '../../contract/blobs.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { changeByService } from './object-change.ts';
import { tell } from './object-events.ts';
import { storeReplica } from './object-store.ts';
import { type FailureReason, ReplicationFailure } from './replication-failure.ts';
import { orderReplication, REPLICATE, type ReplicationPayload } from './replication-orders.ts';
import {
  type Plan,
  type PlannedContent,
  planOf,
  type Source,
  sourceOf,
} from './replication-plan.ts';
import {
  type BucketDocument,
  buckets,
  bucketScope,
  GLOBAL,
  type ReplicationState,
  versions,
} from './state.ts';
import { findVersion, rewrite } from './versions.ts';

const ATTEMPTS_MAX = 8;
const FIRST_DELAY_MS = MINUTE_MS;
const SERVICE = 's3.amazonaws.com';

type Prepared =
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly isPassing: boolean }
  | { readonly kind: 'planned'; readonly plan: Plan; readonly from: BucketDocument };

type Acted =
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly isPassing: boolean }
  | { readonly kind: 'copied'; readonly plan: Plan; readonly content: readonly BlobRef[] };

/** Copies one version to one bucket: decided as the role, copied outside of any unit, and named together with its status. */
export function createReplication(blobs: Blobs): ActingJob<Prepared, Acted> {
  return {
    kind: REPLICATE,
    prepare: async (text, context) => {
      const payload = payloadIn(text);
      const source = await sourceOf(context, payload);
      if (source === undefined) return undefined;
      try {
        const plan = await planOf(context, source, payload);
        return { kind: 'planned', plan, from: source.bucket };
      } catch (error) {
        if (!(error instanceof ReplicationFailure)) throw error;
        return { kind: 'failed', reason: error.reason, isPassing: error.isPassing };
      }
    },
    act: async (prepared) => {
      if (prepared.kind === 'failed') return prepared;
      const { plan, from } = prepared;
      const content: BlobRef[] = [];
      for (const blob of plan.content?.object.content ?? []) {
        content.push(await copied(blobs, from, plan, blob));
      }
      return { kind: 'copied', plan, content };
    },
    handle: async (text, context, acted) => {
      const payload = payloadIn(text);
      const source = await sourceOf(context, payload);
      if (source === undefined) return;
      if (acted.kind === 'failed') {
        settleFailure(blobs, context, { source, payload, acted });
        return;
      }
      await nameCopy(blobs, context, { source, payload, acted });
    },
  };
}

/** Without a data key, or with a customer's, which nobody here has, a blob is copied as it is encrypted. */
function copied(blobs: Blobs, from: BucketDocument, plan: Plan, blob: BlobRef): Promise<BlobRef> {
  const to = bucketScope(plan.destination);
  const { dataKey, key }: Partial<PlannedContent> = plan.content ?? {};
  if (dataKey === undefined) return blobs.copy(bucketScope(from), blob, to);
  const bytes = blobs.read(bucketScope(from), blob, undefined, dataKey);
  return blobs.write(to, bytes, key?.dataKey);
}

interface Settling<A> {
  readonly source: Source;
  readonly payload: ReplicationPayload;
  readonly acted: A;
}

async function nameCopy(
  blobs: Blobs,
  context: JobContext,
  { source, payload, acted }: Settling<Extract<Acted, { kind: 'copied' }>>,
): Promise<void> {
  const { plan, content } = acted;
  const { unit } = context;
  const destination = await destinationNow(unit, plan);
  if (destination?.versioning !== 'Enabled') {
    const reason = destination === undefined ? 'DstBucketNotFound' : 'DstBucketUnversioned';
    const failed = { kind: 'failed', reason, isPassing: false } as const;
    settleFailure(blobs, context, { source, payload, acted: failed });
    return;
  }
  const name = { bucket: destination.name, key: payload.key };
  const view = unit.view(bucketScope(destination));
  const before = await findVersion(view, name, payload.version);
  const change = changeByService(blobs, context, { service: SERVICE, reason: 'PutObject' });
  await storeReplica(change, destination, replicaOf(source, payload, plan, content), before);
  settle(context, source, payload, 'COMPLETED');
}

/** The bucket that was decided about. Its name may be somebody else's by now, who was not asked. */
async function destinationNow(
  unit: JobContext['unit'],
  { destination: { name, account, region } }: Plan,
): Promise<BucketDocument | undefined> {
  const bucket = await unit.view(GLOBAL).get(buckets, name);
  return bucket?.account === account && bucket.region === region ? bucket : undefined;
}

/** As it was when the role was asked: tags and locks that came since were not part of that. */
function replicaOf(
  { version }: Source,
  { key, version: id }: ReplicationPayload,
  { destination, content: planned }: Plan,
  content: readonly BlobRef[],
) {
  const replication: ReplicationState = { status: 'REPLICA' };
  const bucket = destination.name;
  const modified = version.object?.modified ?? version.row?.document.modified ?? 0;
  const head = { bucket, key, version: id, modified };
  if (planned === undefined) return { ...head, replication };
  const { encryption: _own, ...rest } = planned.object;
  const { encryption } = planned.key;
  const replica = {
    ...rest,
    bucket,
    content,
    replication,
    ...(encryption === undefined ? {} : { encryption }),
  };
  return { ...head, object: replica };
}

function settleFailure(
  blobs: Blobs,
  context: JobContext,
  {
    source,
    payload,
    acted,
  }: Settling<{ readonly reason: FailureReason; readonly isPassing: boolean }>,
): void {
  const { bucket, version } = source;
  const attempts = payload.attempts + 1;
  if (acted.isPassing && attempts < ATTEMPTS_MAX) {
    const due = context.now + FIRST_DELAY_MS * 2 ** payload.attempts;
    orderReplication(context.unit, bucket, { ...payload, attempts }, due);
    return;
  }
  settle(context, source, payload, 'FAILED');
  const change = changeByService(blobs, context, { service: SERVICE, reason: 'Replication' });
  const rule = bucket.replication?.rules.find(
    ({ Destination }) => Destination.Bucket === payload.destination,
  );
  tell(change, bucket, {
    name: 'Replication:OperationFailedReplication',
    key: payload.key,
    version: payload.version,
    size: version.object?.size,
    etag: version.object?.etag,
    replicationFailure: {
      rule: rule?.ID ?? '',
      destination: payload.destination,
      reason: acted.reason,
    },
  });
}

/** Notes at the source what became of one of its copies. */
function settle(
  { unit }: JobContext,
  { bucket, version }: Source,
  { destination }: ReplicationPayload,
  outcome: 'COMPLETED' | 'FAILED',
): void {
  const view = unit.view(bucketScope(bucket));
  const { object, row } = version;
  const before = object?.replication ?? row?.document.replication;
  const replication = withOutcome(before, destination, outcome);
  if (object !== undefined) rewrite(view, version, { ...object, replication });
  else if (row !== undefined) view.put(versions, row.id, { ...row.document, replication });
}

/** Complete when all copies are; failed as soon as one is. */
function withOutcome(
  before: ReplicationState | undefined,
  destination: string,
  outcome: 'COMPLETED' | 'FAILED',
): ReplicationState {
  const targets = { ...before?.targets, [destination]: outcome };
  const all = Object.values(targets);
  if (all.includes('FAILED')) return { status: 'FAILED', targets };
  return { status: all.includes('PENDING') ? 'PENDING' : 'COMPLETED', targets };
}

function payloadIn(text: string): ReplicationPayload {
  const value: JsonValue = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('not a replication');
  const { bucket, key, version, destination, attempts } = value;
  if (
    typeof bucket !== 'string' ||
    typeof key !== 'string' ||
    typeof version !== 'string' ||
    typeof destination !== 'string' ||
    typeof attempts !== 'number'
  ) {
    throw new Error('not a replication');
  }
  return { bucket, key, version, destination, attempts };
}
