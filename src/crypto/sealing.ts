import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts by AES-256-GCM: a random 12-byte nonce, the ciphertext, the 16-byte tag. `context` is
 * authenticated, so that what was sealed for one place can't be moved to another.
 */
export function seal(key: Uint8Array, context: readonly string[], clear: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(encodeContext(context));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `seal`. Throws when a byte, the key or the context differs. */
export function unseal(key: Uint8Array, context: readonly string[], sealed: Uint8Array): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('Sealed data is cut short.');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(encodeContext(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const clear = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    // A stream cipher keeps nothing back: this only tells whether the tag is right.
    decipher.final();
    return clear;
  } catch {
    throw new Error(`Sealed data of ${context.slice(0, 2).join(' ')} was changed or moved.`);
  }
}

/** A key for one purpose, from one that stays secret. 32 bytes. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, KEY_BYTES));
}

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

export function wrapKey(rootKey: Buffer, scope: string, dataKey: Buffer): Buffer {
  return seal(rootKey, ['data key', scope], dataKey);
}

export function unwrapKey(rootKey: Buffer, scope: string, wrapped: Uint8Array): Buffer {
  return unseal(rootKey, ['data key', scope], wrapped);
}

/** Wraps anew what the old root key wrapped. The data key itself stays. */
export function rewrap(from: Buffer, to: Buffer, scope: string, wrapped: Uint8Array): Buffer {
  return wrapKey(to, scope, unwrapKey(from, scope, wrapped));
}

// JSON, since no two lists of texts read the same in it.
function encodeContext(parts: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8');
}
