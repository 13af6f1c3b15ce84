import { randomBytes, randomFillSync } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A random id of `length` characters of AWS's base-32 alphabet, after a prefix such as `AKIA` or `AROA`. */
export function uniqueId(prefix: string, length: number): string {
  let id = prefix;
  for (const byte of randomBytes(length)) id += BASE32[byte & 31];
  return id;
}

const UUID_BYTES = 16;
/** Where each byte's two digits stand, between the hyphens. */
const PLACES = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);
const DIGITS = Buffer.from('0123456789abcdef');

/** One call to the generator costs as much as many ids. */
const pool = Buffer.allocUnsafeSlow(UUID_BYTES * 256);
let drawn = pool.length;
const text = Buffer.alloc(36, '-');

/**
 * Version 4, in one piece: that of `randomUUID` is a rope of twenty, which take ten times the room for as long as the id
 * is kept.
 */
export function uuid(): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  pool[drawn + 6] = ((pool[drawn + 6] ?? 0) & 0x0f) | 0x40;
  pool[drawn + 8] = ((pool[drawn + 8] ?? 0) & 0x3f) | 0x80;
  for (let n = 0; n < UUID_BYTES; n += 1) {
    const byte = pool[drawn + n] ?? 0;
    const at = PLACES[n] ?? 0;
    text[at] = DIGITS[byte >> 4] ?? 0;
    text[at + 1] = DIGITS[byte & 15] ?? 0;
  }
  // Nothing here tells of an id that was given out.
  pool.fill(0, drawn, drawn + UUID_BYTES);
  drawn += UUID_BYTES;
  return text.toString('latin1');
}

/** `length` lower-case hexadecimal digits, for ids such as `mrk-…` and `ami-…`. */
export function hexId(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
}
