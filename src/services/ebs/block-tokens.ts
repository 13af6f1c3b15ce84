import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import type { FoundBlock } from '../ec2/storage/port.ts';
import { invalid } from './errors.ts';

/** How long the tokens of a listing are good. */
const BLOCK_TOKENS_MS = 7 * DAY_MS;
const PAGE_TOKENS_MS = HOUR_MS;

export function expiryOf(now: Instant): Instant {
  return now + BLOCK_TOKENS_MS;
}

/** Names the block that a snapshot has in a place, until it expires. */
export function blockToken(snapshotId: string, block: FoundBlock, expires: Instant): string {
  return encodeMarker('ebs:block', placeOf(snapshotId, block.index), {
    key: String(expires),
    id: block.blob.name,
  });
}

/** Errors: ValidationException with INVALID_BLOCK_TOKEN. */
export function requireBlockToken(
  token: string,
  snapshotId: string,
  index: number,
  block: FoundBlock | undefined,
  now: Instant,
): asserts block is FoundBlock {
  const found = decodeMarker('ebs:block', placeOf(snapshotId, index), token);
  if (found === undefined || found.id !== block?.blob.name) {
    throw invalid('INVALID_BLOCK_TOKEN', 'The block token is not valid.');
  }
  if (Number(found.key) <= now) {
    throw invalid('INVALID_BLOCK_TOKEN', 'The block token has expired.');
  }
}

function placeOf(snapshotId: string, index: number): string {
  return `${snapshotId}/${index}`;
}

/** Where a listing goes on. */
export function pageToken(listing: string, next: number, now: Instant): string {
  return encodeMarker('ebs:page', listing, { key: String(now + PAGE_TOKENS_MS), id: String(next) });
}

/** Errors: ValidationException with INVALID_PAGE_TOKEN. */
export function startOf(token: string, listing: string, now: Instant): number {
  const found = decodeMarker('ebs:page', listing, token);
  if (found === undefined) throw invalid('INVALID_PAGE_TOKEN', 'The page token is not valid.');
  if (Number(found.key) <= now) {
    throw invalid('INVALID_PAGE_TOKEN', 'The page token has expired.');
  }
  return Number(found.id);
}
