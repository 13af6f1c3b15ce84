import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** An object's own key, of the key that a bucket's objects share and the object's salt; without a salt it shares none. */
export function sharedKey(key: Uint8Array, salt: string | undefined): Uint8Array {
  if (salt === undefined) return key;
  const made = hkdfSync('sha256', key, Buffer.from(salt, 'base64'), 's3 bucket key', KEY_BYTES);
  return Buffer.from(made);
}
