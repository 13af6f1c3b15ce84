import { MalformedValue } from './malformed.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Strict base64: Node's decoder skips characters it does not know, so two texts could mean one
 * blob. Source: RFC 4648, section 4, without line breaks.
 */
export function blobFromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0 || !BASE64.test(text)) {
    throw new MalformedValue('Invalid base64 encoding of a blob');
  }
  return Buffer.from(text, 'base64');
}

export function base64Of(value: unknown): string {
  if (typeof value === 'string') return Buffer.from(value).toString('base64');
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (!(value instanceof Uint8Array)) throw new TypeError('A blob must be bytes or a string');
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}
