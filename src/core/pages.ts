import { createHash, timingSafeEqual } from 'node:crypto';

/** Where a listing goes on: the last entry's key, and its id where keys repeat. */
export interface PageCursor {
  readonly key: string;
  readonly id: string;
}

/** Longer markers were not made here. */
const MARKER_CHARACTERS_MAX = 4_096;
const CHECKSUM_BYTES = 9;

/**
 * An opaque marker, in base64: some models let no other characters pass. `kind` is the operation (`kms:ListKeys`); `scope` is everything else that the next page
 * depends on: account, Region and the other inputs. A marker serves no other listing than the one that gave it.
 */
export function encodeMarker(kind: string, scope: string, cursor: PageCursor): string {
  const body = Buffer.from(JSON.stringify([cursor.key, cursor.id]), 'utf8');
  return Buffer.concat([checksum(kind, scope, body), body]).toString('base64');
}

/** Undefined: the text is no marker of this listing. The caller answers with its service's own error. */
export function decodeMarker(kind: string, scope: string, text: string): PageCursor | undefined {
  if (text.length > MARKER_CHARACTERS_MAX) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length <= CHECKSUM_BYTES || bytes.toString('base64') !== text) return undefined;
  const body = bytes.subarray(CHECKSUM_BYTES);
  const isOurs = timingSafeEqual(bytes.subarray(0, CHECKSUM_BYTES), checksum(kind, scope, body));
  return isOurs ? readCursor(body.toString('utf8')) : undefined;
}

/** A checksum catches mistakes and reuse elsewhere; it is no secret, for a marker opens nothing. */
function checksum(kind: string, scope: string, body: Buffer): Buffer {
  const head = JSON.stringify([kind, scope]);
  return createHash('sha256')
    .update(head)
    .update('\0')
    .update(body)
    .digest()
    .subarray(0, CHECKSUM_BYTES);
}

function readCursor(text: string): PageCursor | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [key, id]: unknown[] = value;
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}
