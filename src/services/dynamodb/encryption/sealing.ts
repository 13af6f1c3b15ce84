import { createHmac } from 'node:crypto';
import { seal, unseal } from '../../../crypto/sealing.ts';

export const KEY_BYTES = 32;
const ITEM_KEY = 'DynamoDB item key';
const ITEM = 'DynamoDB item';

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
  return seal(Buffer.from(under), [ITEM_KEY, tableId], key).toString('base64');
}

/** Throws when it was wrapped under another key, or for another table. */
export function unwrapKey(under: Uint8Array, tableId: string, wrapped: string): Buffer {
  return unseal(Buffer.from(under), [ITEM_KEY, tableId], Buffer.from(wrapped, 'base64'));
}

/**
 * Encrypts what is stored under `id`. Every id has a key of its own, so that the random nonces of one key are as few as
 * the writes of one item.
 */
export function sealBody(keys: ItemKeys, id: string, text: string): string {
  return seal(derive(keys.body, id), [ITEM, id], Buffer.from(text, 'utf8')).toString('base64');
}

/** Throws for what was changed, or is another id's. */
export function openBody(keys: ItemKeys, id: string, body: string): string {
  return unseal(derive(keys.body, id), [ITEM, id], Buffer.from(body, 'base64')).toString('utf8');
}
