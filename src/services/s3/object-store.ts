import type { Blobs, ByteRange } from '../../contract/blobs.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { ObjectPlace } from './resources.ts';
import { bucketScope, type ObjectDocument, objectId, objects } from './state.ts';

/** Puts an object in its place; the content of the one before it goes. */
export function storeObject(
  blobs: Blobs,
  unit: Unit,
  place: ObjectPlace,
  object: ObjectDocument,
  now: Instant,
): void {
  const scope = bucketScope(place.bucket);
  for (const blob of object.content) blobs.name(unit, scope, blob);
  replaceObject(blobs, unit, place, object, now);
}

/** The same for an object whose blobs have their names already. */
export function replaceObject(
  blobs: Blobs,
  unit: Unit,
  { bucket, object: before }: ObjectPlace,
  object: ObjectDocument,
  now: Instant,
): void {
  const scope = bucketScope(bucket);
  for (const blob of before?.content ?? []) blobs.unname(unit, scope, blob, now);
  unit.view(scope).put(objects, objectId(bucket.name, object.key), object);
}

export function dropObject(blobs: Blobs, unit: Unit, place: ObjectPlace, now: Instant): void {
  const { bucket, object } = place;
  if (object === undefined) return;
  const scope = bucketScope(bucket);
  for (const blob of object.content) blobs.unname(unit, scope, blob, now);
  unit.view(scope).delete(objects, objectId(bucket.name, object.key));
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
