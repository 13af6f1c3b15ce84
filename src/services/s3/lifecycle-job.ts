import type { Blobs } from '../../contract/blobs.ts';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import {
  dayAfter,
  isSubject,
  type LifecycleRuleSettings,
  lifecyclePrefix,
} from './domain/lifecycle-rule.ts';
import { mayGo } from './domain/object-lock.ts';
import { endUpload } from './multipart-uploads.ts';
import { type Change, changeByService } from './object-change.ts';
import { dropVersion, hideObject } from './object-store.ts';
import { type BucketDocument, buckets, bucketScope, GLOBAL, uploads } from './state.ts';
import {
  listVersions,
  type VersionEntry,
  type VersionPosition,
  versionsOf,
} from './version-listing.ts';
import { findVersion, shownVersion } from './versions.ts';

const LIFECYCLE = 's3.lifecycle';
/** Versions, or uploads, that one unit looks at. */
const BATCH = 500;
const SERVICE = 's3.amazonaws.com';

interface LifecyclePayload {
  readonly bucket: string;
  /** When the configuration's turn was due. */
  readonly turn: Instant;
  /** Where the turn goes on: after this key, or within it. */
  readonly after?: VersionPosition;
}

/** A bucket has one turn a day, while it has a configuration. */
export function orderLifecycle(unit: Unit, bucket: BucketDocument, turn: Instant): void {
  order(unit, bucket, { bucket: bucket.name, turn }, turn);
}

function order(unit: Unit, bucket: BucketDocument, payload: LifecyclePayload, due: Instant): void {
  const id = `${LIFECYCLE}/${bucket.name}`;
  const scope = bucketScope(bucket);
  unit.order({ id, kind: LIFECYCLE, scope, due, payload: JSON.stringify(payload) });
}

/** Goes through a bucket, some hundred versions in a unit, and removes what its rules have over. */
export function createLifecycle(blobs: Blobs): UnitJob {
  return {
    kind: LIFECYCLE,
    run: async (text, context) => {
      const payload = payloadIn(text);
      const bucket = await context.unit.view(GLOBAL).get(buckets, payload.bucket);
      if (bucket?.lifecycle === undefined) return;
      const change = changeByService(blobs, context, {
        service: SERVICE,
        reason: 'Lifecycle Expiration',
      });
      const turn = { change, bucket, rules: bucket.lifecycle.rules, now: payload.turn };
      const view = context.unit.view(bucketScope(bucket));
      if (payload.after === undefined) await abortUploads(turn, view);
      const after = await expireSome(turn, view, payload.after);
      if (after === undefined)
        orderLifecycle(context.unit, bucket, nextTurn(context, payload.turn));
      else order(context.unit, bucket, { ...payload, after }, context.now);
    },
  };
}

/** Days that were missed are one. */
function nextTurn({ now }: JobContext, turn: Instant): Instant {
  return Math.max(turn + DAY_MS, Math.floor(now / DAY_MS) * DAY_MS + DAY_MS);
}

interface Turn {
  readonly change: Change;
  readonly bucket: BucketDocument;
  readonly rules: readonly LifecycleRuleSettings[];
  readonly now: Instant;
}

async function abortUploads({ change, bucket, rules, now }: Turn, view: View): Promise<void> {
  const where = { index: 'key', prefix: `${bucket.name}/`, limit: BATCH };
  const { items } = await view.list(uploads, where);
  for (const { document: upload } of items) {
    const isOver = rules.some((rule) => {
      const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
      if (days === undefined || rule.Status !== 'Enabled') return false;
      const isMeant = upload.key.startsWith(lifecyclePrefix(rule));
      return isMeant && dayAfter(upload.initiated, days) <= now;
    });
    const { blobs, unit } = change;
    const context = { unit, call: { now: change.now } };
    if (isOver) await endUpload(blobs, context, { view, bucket, upload });
  }
}

/** Undefined: the bucket's end was reached. */
async function expireSome(
  turn: Turn,
  view: View,
  after: VersionPosition | undefined,
): Promise<VersionPosition | undefined> {
  const { bucket } = turn;
  const query = { bucket: bucket.name, prefix: '', delimiter: '', after, limit: BATCH };
  const { entries, isTruncated } = await listVersions(view, query);
  const groups = grouped(entries);
  const last = groups.at(-1);
  const key = last?.[0]?.key;
  if (!isTruncated || key === undefined) {
    for (const group of groups) await expireKey(turn, view, group);
    return undefined;
  }
  // The last key of a page may go on: it is read whole.
  for (const group of groups.slice(0, -1)) await expireKey(turn, view, group);
  const [whole = []] = grouped(await versionsOf(view, { bucket: bucket.name, key }));
  await expireKey(turn, view, whole);
  return { key };
}

type Version = Extract<VersionEntry, { readonly kind: 'version' }>;

function grouped(entries: readonly VersionEntry[]): readonly (readonly Version[])[] {
  const groups: Version[][] = [];
  for (const entry of entries) {
    if (entry.kind === 'prefix') continue;
    const group = groups.at(-1);
    if (group?.[0]?.key === entry.key) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** One key's versions, newest first. */
async function expireKey(turn: Turn, view: View, group: readonly Version[]): Promise<void> {
  const { change, bucket } = turn;
  const [latest, ...older] = group;
  if (latest === undefined) return;
  const name = { bucket: bucket.name, key: latest.key };
  const drop = async (entry: Version) => {
    const found = await findVersion(view, name, shownVersion(entry.version));
    const isFree = mayGo(found?.object?.lock, turn.now, false);
    if (found !== undefined && isFree)
      await dropVersion(change, bucket, name, found, 'LifecycleExpiration');
  };
  let kept = 0;
  for (const [index, entry] of older.entries()) {
    const successor = index === 0 ? latest : older[index - 1];
    const isOver = isNoncurrentOver(turn, entry, { since: successor?.modified ?? 0, index });
    if (isOver) await drop(entry);
    else kept += 1;
  }
  if (!latest.isLatest) return;
  if (latest.object !== undefined) {
    if (isExpired(turn, latest)) await hideObject(change, bucket, name.key, 'LifecycleExpiration');
  } else if (kept === 0 && dropsLoneMarkers(turn, latest)) {
    await drop(latest);
  }
}

function subjectOf({ key, object }: Version) {
  return { key, tags: object?.tags ?? {}, size: object?.size ?? 0 };
}

function isExpired({ rules, now }: Turn, version: Version): boolean {
  return rules.some((rule) => {
    const { Date: date, Days } = rule.Expiration ?? {};
    if (!isSubject(rule, subjectOf(version))) return false;
    if (date !== undefined) return date <= now;
    return Days !== undefined && dayAfter(version.modified, Days) <= now;
  });
}

/** `index` counts the newer ones that are not current either. */
function isNoncurrentOver(
  { rules, now }: Turn,
  version: Version,
  { since, index }: { readonly since: Instant; readonly index: number },
): boolean {
  return rules.some((rule) => {
    const { NoncurrentDays, NewerNoncurrentVersions = 0 } = rule.NoncurrentVersionExpiration ?? {};
    if (NoncurrentDays === undefined || !isSubject(rule, subjectOf(version))) return false;
    return index >= NewerNoncurrentVersions && dayAfter(since, NoncurrentDays) <= now;
  });
}

/** A marker that hides nothing any more goes too: where a rule says so, or has objects expire. */
function dropsLoneMarkers({ rules, now }: Turn, version: Version): boolean {
  return rules.some((rule) => {
    if (!isSubject(rule, subjectOf(version))) return false;
    const { ExpiredObjectDeleteMarker: marker, Days } = rule.Expiration ?? {};
    if (marker === true) return true;
    return Days !== undefined && dayAfter(version.modified, Days) <= now;
  });
}

function payloadIn(text: string): LifecyclePayload {
  const value: JsonValue = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('not a lifecycle turn');
  const { bucket, turn, after } = value;
  if (typeof bucket !== 'string' || typeof turn !== 'number') {
    throw new Error('not a lifecycle turn');
  }
  const key = isJsonObject(after) ? after['key'] : undefined;
  return { bucket, turn, ...(typeof key === 'string' ? { after: { key } } : {}) };
}
