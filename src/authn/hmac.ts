import { createHmac, hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** A key of HMAC-SHA-256 in the two padded forms that its two hashes begin with. */
export interface HmacKey {
  readonly inner: Buffer;
  /** Padded key, and room for the inner hash. */
  readonly outer: Buffer;
}

/** `key` is 32 bytes, as every derived signing key is. */
export function hmacKey(key: Buffer): HmacKey {
  if (key.length !== HASH_BYTES) throw new RangeError('a signing key has 32 bytes');
  const inner = Buffer.alloc(BLOCK_BYTES, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return { inner, outer };
}

/**
 * HMAC-SHA-256 (RFC 2104) of a text of one byte per character, as its two hashes: `createHmac` spends three times as
 * long on making objects.
 */
export function hmacOf(key: HmacKey, text: string): Buffer {
  return hash('sha256', outerInput(key, text), 'buffer');
}

/** The same as 64 hexadecimal digits. */
export function hmacHexOf(key: HmacKey, text: string): string {
  return hash('sha256', outerInput(key, text), 'hex');
}

function outerInput(key: HmacKey, text: string): Buffer {
  const message = Buffer.allocUnsafe(BLOCK_BYTES + text.length);
  message.set(key.inner);
  message.write(text, BLOCK_BYTES, 'latin1');
  key.outer.set(hash('sha256', message, 'buffer'), BLOCK_BYTES);
  return key.outer;
}

/** A step of the derivation of a signing key. */
export function derivedKey(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
