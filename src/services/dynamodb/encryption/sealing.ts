import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The keys of a table's items, derived from one. */
export interface ItemKeys {
  /** Hashes what finds items. */
  readonly place: Buffer;
  /** Each item's own key is derived from it. */
  readonly body: Buffer;
}

export function deriveItemKeys(itemKey: Uint8Array): ItemKeys {
  return { place: derive(itemKey, 'place'), body: derive(itemKey, 'body') };
}

function derive(key: Uint8Array, what: string): Buffer {
  return createHmac('sha256', key).update(what).digest();
}

/** Wraps a key under another, bound to the table's id. Base64. */
export function wrapKey(under: Uint8Array, tableId: string, key: Uint8Array): string {
  return seal(Buffer.from(under), tableId, Buffer.from(key));
}

/** Throws when it was wrapped under another key, or for another table. */
export function unwrapKey(under: Uint8Array, tableId: string, wrapped: string): Buffer {
  return open(Buffer.from(under), tableId, wrapped);
}

/**
 * Encrypts what is stored under `id`. Every id has a key of its own, so that the random nonces of one key are as few as
 * the writes of one item.
 */
export function sealBody(keys: ItemKeys, id: string, text: string): string {
  return seal(derive(keys.body, id), id, Buffer.from(text, 'utf8'));
}

/** Throws for what was changed, or is another id's. */
export function openBody(keys: ItemKeys, id: string, body: string): string {
  return open(derive(keys.body, id), id, body).toString('utf8');
}

function seal(key: Buffer, bound: string, clear: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function open(key: Buffer, bound: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}
