import type { Unit } from '../../contract/view.ts';
import { HOUR_MS, type Instant } from '../../core/time.ts';
import { jobOrder, ownerScope, placeKey, placeOfTrail, type TrailPlace } from './places.ts';
import { signingKeyFor } from './signing-keys.ts';
import { type DigestChain, digestChains, type TrailDocument } from './state.ts';

export const DIGEST_JOB = 'cloudtrail.digest';

/** Digests are whole hours apart. */
export const DIGEST_MS = HOUR_MS;

/** Begins a chain in the trail's own Region: a digest comes every hour, whether anything happened or not. */
export async function beginChain(
  { unit, call }: { readonly unit: Unit; readonly call: { readonly now: Instant } },
  trail: TrailDocument,
): Promise<void> {
  await chainAt(unit, placeOfTrail(trail, trail.account, trail.region), call.now);
}

/** The chain of a place, begun where there is none: then its first digest refers to no other. */
export async function chainAt(unit: Unit, place: TrailPlace, now: Instant): Promise<DigestChain> {
  const view = unit.view(ownerScope(place));
  const known = await view.get(digestChains, placeKey(place));
  if (known !== undefined) return known;
  // The key is there before the first digest, so that a search for keys of that hour finds it.
  await signingKeyFor(unit, place.region, now);
  const start = Math.floor(now / 1_000) * 1_000;
  const chain: DigestChain = { start, previous: null, files: [] };
  view.put(digestChains, placeKey(place), chain);
  unit.order(jobOrder(DIGEST_JOB, place, start + DIGEST_MS));
  return chain;
}
