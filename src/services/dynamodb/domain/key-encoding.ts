import { createHash } from 'node:crypto';
import { digitsOf } from './decimal.ts';
import { numberOf } from './checked-values.ts';
import type { Value } from './values.ts';

/** A value of a key: no other type can be one. */
export type KeyValue = { readonly S: string } | { readonly N: string } | { readonly B: Uint8Array };

/** Characters of a partition's hash. */
export const HASH_LENGTH = 32;
/** Its first characters are a number below this: where parallel scans cut. */
const HASH_RANGE = 2 ** 32;
const HASH_DIGITS = 8;

export function isKeyValue(value: Value): value is KeyValue {
  return 'S' in value || 'N' in value || 'B' in value;
}

/** Where the items of a partition key lie: 32 hexadecimal digits, spread evenly. Different types never meet. */
export function partitionHash(value: KeyValue): string {
  return createHash('sha256').update(tagged(value)).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * A name of 43 characters for what a key is, whatever its length. No two keys share one, as far as SHA-256 can tell them
 * apart.
 */
export function keyDigest(partition: KeyValue, sort: KeyValue | undefined): string {
  const first = createHash('sha256').update(tagged(partition)).digest();
  const hash = createHash('sha256').update(first);
  if (sort !== undefined) hash.update(tagged(sort));
  return hash.digest('base64url');
}

function tagged(value: KeyValue): Buffer {
  if ('S' in value) return Buffer.from(`S${value.S}`);
  if ('N' in value) return Buffer.from(`N${value.N}`);
  return Buffer.concat([Buffer.from('B'), value.B]);
}

/**
 * Where the hashes of a parallel scan's segment begin: from this one on, up to `segmentStart(segment + 1, total)`, which
 * is undefined for the last segment.
 */
export function segmentStart(segment: number, total: number): string | undefined {
  if (segment >= total) return undefined;
  const start = Math.ceil((segment * HASH_RANGE) / total);
  return start.toString(16).padStart(HASH_DIGITS, '0');
}

/**
 * A text whose order by UTF-8 bytes is the order of sort keys of one type: strings by their UTF-8 bytes, numbers by
 * value, binaries by their bytes. It holds no NUL, and at most two bytes for each byte of the key.
 */
export function sortEncoding(value: KeyValue): string {
  if ('S' in value) return encodedText(value.S);
  if ('N' in value) return encodedNumber(value.N);
  return encodedBytes(value.B);
}

/**
 * NUL can't stand in every store's text: 00 becomes 01 01, and 01 becomes 01 02. Half a surrogate pair becomes what UTF-8
 * makes of it.
 */
function encodedText(text: string): string {
  const clear = Buffer.from(text).toString();
  // oxlint-disable-next-line no-control-regex -- exactly these two are rewritten
  return clear.replaceAll(/[\u0000\u0001]/g, (found) =>
    found === '\u0000' ? '\u0001\u0001' : '\u0001\u0002',
  );
}

const NEGATIVE = '0';
const ZERO = '1';
const POSITIVE = '2';
/** Added to exponents, so that they are positive: 1E-130 has 0. */
const EXPONENT_OFFSET = 130;
const EXPONENT_DIGITS = 3;
/** Ends a negative number: behind every digit, so that of two with the same beginning the longer comes first. */
const NEGATIVE_END = '~';

/** Sign, exponent of the first digit, digits; for negative numbers each digit's complement. */
function encodedNumber(text: string): string {
  const { coefficient, exponent } = numberOf(text);
  if (coefficient === 0n) return ZERO;
  const digits = digitsOf(coefficient);
  const power = exponent + digits.length - 1 + EXPONENT_OFFSET;
  const magnitude = power.toString().padStart(EXPONENT_DIGITS, '0') + digits;
  if (coefficient > 0n) return POSITIVE + magnitude;
  const complement = magnitude.replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
  return NEGATIVE + complement + NEGATIVE_END;
}

/** Base 64 with an alphabet in the order of its values, without padding: it sorts as the bytes do. */
const ORDERED = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

function encodedBytes(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += ORDERED.charAt(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + ORDERED.charAt(held << (6 - bits));
}
