import type { Blobs } from '../../contract/blobs.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { ObjectPlace } from './resources.ts';
import { type ObjectDocument, objectId, objects } from './state.ts';

/** Puts an object in its place; the content of the one before it goes. */
export function storeObject(
  blobs: Blobs,
  unit: Unit,
  { bucket, object: before }: ObjectPlace,
  object: ObjectDocument,
  now: Instant,
): void {
  const scope = { account: bucket.account, region: bucket.region };
  if (before !== undefined) blobs.unname(unit, scope, before.blob, now);
  blobs.name(unit, scope, object.blob);
  unit.view(scope).put(objects, objectId(bucket.name, object.key), object);
}

export function dropObject(blobs: Blobs, unit: Unit, place: ObjectPlace, now: Instant): void {
  const { bucket, object } = place;
  if (object === undefined) return;
  const scope = { account: bucket.account, region: bucket.region };
  blobs.unname(unit, scope, object.blob, now);
  unit.view(scope).delete(objects, objectId(bucket.name, object.key));
}
