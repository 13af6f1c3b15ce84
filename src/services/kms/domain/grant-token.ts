import { randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 16;
const HANDLE_BYTES = 32;

/** What a grant's tokens lead to it by: 64 hexadecimal digits that say nothing of the grant. */
export function newGrantHandle(): string {
  return randomBytes(HANDLE_BYTES).toString('hex');
}

/** A token: base64 of a version, a nonce that makes every token another one, and the grant's handle. */
export function grantToken(handle: string): string {
  const head = Buffer.from([VERSION]);
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([head, nonce, Buffer.from(handle, 'hex')]).toString('base64');
}

/** The handle in a token; undefined when it is none of ours. */
export function handleOfToken(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64');
  if (bytes.length !== 1 + NONCE_BYTES + HANDLE_BYTES || bytes[0] !== VERSION) return undefined;
  if (bytes.toString('base64') !== token) return undefined;
  return bytes.subarray(1 + NONCE_BYTES).toString('hex');
}
