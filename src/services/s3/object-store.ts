import type { Blobs, ByteRange } from '../../contract/blobs.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Change } from './object-change.ts';
import { type ObjectEventName, tell } from './object-events.ts';
import { orderCopies, orderMarkerCopies } from './replication-orders.ts';
import type { ObjectPlace } from './resources.ts';
import {
  type BucketDocument,
  bucketScope,
  type ObjectDocument,
  objectId,
  objects,
  type VersionDocument,
  versions,
} from './state.ts';
import {
  addRow,
  type FoundVersion,
  insertRow,
  type Name,
  newestRow,
  newVersion,
  nullRow,
  promote,
  rowFor,
  shownVersion,
} from './versions.ts';

type CreatedBy = Extract<ObjectEventName, `ObjectCreated:${string}`>;

/** Puts a new object in its place, and gives it with its version. What was there stays as a version, or goes. */
export async function storeObject(
  change: Change,
  place: ObjectPlace,
  object: ObjectDocument,
  event: CreatedBy,
): Promise<ObjectDocument> {
  const scope = bucketScope(place.bucket);
  for (const blob of object.content) change.blobs.name(change.unit, scope, blob);
  return replaceObject(change, place, object, event);
}

/** The same for an object whose blobs have their names already. */
export async function replaceObject(
  change: Change,
  { bucket, object: before }: ObjectPlace,
  object: ObjectDocument,
  event: CreatedBy,
): Promise<ObjectDocument> {
  const view = change.unit.view(bucketScope(bucket));
  const version = await newVersion(change.unit, bucket);
  const versioned = version === undefined ? object : { ...object, version };
  const replication = orderCopies(change, bucket, versioned);
  const stored = replication === undefined ? versioned : { ...versioned, replication };
  await makeRoom(change, view, { bucket, key: object.key, before, version });
  view.put(objects, objectId(bucket.name, object.key), stored);
  tellOf(change, bucket, event, stored);
  return stored;
}

/** Moves the current object out of the way of one with that version. */
async function makeRoom(
  change: Change,
  view: View,
  {
    bucket,
    key,
    before,
    version,
  }: {
    readonly bucket: BucketDocument;
    readonly key: string;
    readonly before: ObjectDocument | undefined;
    readonly version: string | undefined;
  },
): Promise<void> {
  const isNull = version === undefined;
  if (bucket.versioning !== undefined && before !== undefined) {
    if (!(isNull && before.version === undefined)) await addRow(change.unit, view, rowFor(before));
  }
  if (!isNull) return;
  if (before?.version === undefined) unnameContent(change, bucket, before);
  if (bucket.versioning === 'Suspended') await dropNullRow(change, view, bucket, key);
}

/** The version `null` is one alone: where it stands among the versions, it goes. */
async function dropNullRow(
  change: Change,
  view: View,
  bucket: BucketDocument,
  key: string,
): Promise<void> {
  const row = await nullRow(view, { bucket: bucket.name, key });
  if (row === undefined) return;
  view.delete(versions, row.id);
  unnameContent(change, bucket, row.document.object);
}

function unnameContent(
  { blobs, unit, now }: Change,
  bucket: BucketDocument,
  object: ObjectDocument | undefined,
): void {
  const scope = bucketScope(bucket);
  for (const blob of object?.content ?? []) blobs.unname(unit, scope, blob, now);
}

/** What was removed, or put in the place of it. */
export interface Removal {
  readonly isMarker: boolean;
  /** As it is shown; absent in a bucket that never had versions. */
  readonly version?: string;
}

export type DeletionFamily = 'ObjectRemoved' | 'LifecycleExpiration';

/** A deletion that names no version: a marker hides the object where there are versions. */
export async function hideObject(
  change: Change,
  bucket: BucketDocument,
  key: string,
  family: DeletionFamily = 'ObjectRemoved',
): Promise<Removal> {
  const view = change.unit.view(bucketScope(bucket));
  const id = objectId(bucket.name, key);
  const object = await view.get(objects, id);
  if (bucket.versioning === undefined) {
    if (object === undefined) return { isMarker: false };
    unnameContent(change, bucket, object);
    view.delete(objects, id);
    tellOf(change, bucket, `${family}:Delete`, object);
    return { isMarker: false };
  }
  const version = await newVersion(change.unit, bucket);
  if (object !== undefined) {
    await makeRoom(change, view, { bucket, key, before: object, version });
    view.delete(objects, id);
  } else if (version === undefined) {
    await dropNullRow(change, view, bucket, key);
  }
  const replication = orderMarkerCopies(change, bucket, key, version);
  const marker: VersionDocument = {
    bucket: bucket.name,
    key,
    modified: change.now,
    ...(version === undefined ? {} : { version }),
    ...(replication === undefined ? {} : { replication }),
  };
  await addRow(change.unit, view, marker);
  const shown = shownVersion(version);
  tell(change, bucket, { name: `${family}:DeleteMarkerCreated`, key, version: shown });
  return { isMarker: true, version: shown };
}

/** The deletion of one version, for good. The one before it is current then. */
export async function dropVersion(
  change: Change,
  bucket: BucketDocument,
  name: Name,
  found: FoundVersion,
  family: DeletionFamily = 'ObjectRemoved',
): Promise<Removal> {
  const view = change.unit.view(bucketScope(bucket));
  unnameContent(change, bucket, found.object);
  if (found.row === undefined) view.delete(objects, objectId(name.bucket, name.key));
  else view.delete(versions, found.row.id);
  if (found.isLatest) await promote(view, name);
  const version = shownVersion(found.object?.version ?? found.row?.document.version);
  const { size, etag } = found.object ?? {};
  const isShown = bucket.versioning !== undefined;
  tell(change, bucket, {
    name: `${family}:Delete`,
    key: name.key,
    size,
    etag,
    version: isShown ? version : undefined,
  });
  return { isMarker: found.object === undefined, version };
}

/**
 * Puts a copy of another bucket's version in its place: it keeps its version and time, so it may belong behind what came
 * later. A copy that was there already is replaced.
 */
export async function storeReplica(
  change: Change,
  bucket: BucketDocument,
  replica: VersionDocument & { readonly version: string },
  before: FoundVersion | undefined,
): Promise<void> {
  const view = change.unit.view(bucketScope(bucket));
  const id = objectId(bucket.name, replica.key);
  const { object } = replica;
  for (const blob of object?.content ?? []) {
    change.blobs.name(change.unit, bucketScope(bucket), blob);
  }
  if (before !== undefined) unnameContent(change, bucket, before.object);
  if (before?.row !== undefined) {
    view.put(versions, before.row.id, replica);
  } else if (before !== undefined && object !== undefined) {
    view.put(objects, id, object);
  } else {
    await placeReplica(change, view, id, replica);
  }
  const name = object === undefined ? 'ObjectRemoved:DeleteMarkerCreated' : 'ObjectCreated:Put';
  const { key, version } = replica;
  tell(change, bucket, { name, key, version, size: object?.size, etag: object?.etag });
}

async function placeReplica(
  { unit }: Change,
  view: View,
  id: string,
  replica: VersionDocument,
): Promise<void> {
  const current = await view.get(objects, id);
  const latest = current ?? (await newestRow(view, replica))?.document;
  if (latest !== undefined && latest.modified > replica.modified) {
    await insertRow(unit, view, replica);
    return;
  }
  if (current !== undefined) await addRow(unit, view, rowFor(current));
  if (replica.object === undefined) {
    view.delete(objects, id);
    await addRow(unit, view, replica);
  } else {
    view.put(objects, id, replica.object);
  }
}

function tellOf(
  change: Change,
  bucket: BucketDocument,
  name: ObjectEventName,
  { key, version, size, etag }: ObjectDocument,
): void {
  const shown = bucket.versioning === undefined ? undefined : shownVersion(version);
  tell(change, bucket, { name, key, size, etag, version: shown });
}

/** An object's content: its blobs one after the other, or the bytes of a range. */
export async function* readContent(
  blobs: Blobs,
  scope: Scope,
  { content, size }: Pick<ObjectDocument, 'content' | 'size'>,
  { range, dataKey }: { readonly range?: ByteRange; readonly dataKey?: Uint8Array },
): AsyncGenerator<Uint8Array> {
  const { first, last } = range ?? { first: 0, last: size - 1 };
  let start = 0;
  for (const blob of content) {
    const end = start + blob.size;
    if (first < end && last >= start && blob.size > 0) {
      const part = { first: Math.max(first - start, 0), last: Math.min(last, end - 1) - start };
      yield* blobs.read(scope, blob, part, dataKey);
    }
    start = end;
  }
}
