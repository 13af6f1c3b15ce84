import { isUtf8 } from 'node:buffer';
import { MAX_DEPTH } from '../limits.ts';
import { base64Of, blobFromBase64 } from './blobs.ts';
import { MalformedValue, mismatch } from './malformed.ts';
import { jsonNumber } from './numbers.ts';
import { dateFromEpoch, dateFromText, dateText, epochOf } from './timestamps.ts';
import { TreeCodec } from './tree.ts';

/**
 * JSON values ⇄ typed values. Blobs are base64, timestamps epoch seconds unless the model says
 * else.
 */
export const jsonCodec = new TreeCodec({
  nameOf: (member) => member.jsonName,
  readBlob: (value) => {
    if (typeof value !== 'string') throw mismatch(value, 'blob');
    return blobFromBase64(value);
  },
  writeBlob: base64Of,
  readTimestamp: (value, format) => {
    if (typeof value === 'number') return dateFromEpoch(value);
    if (typeof value === 'string' && format !== undefined && format !== 'epoch-seconds') {
      return dateFromText(value, format);
    }
    throw mismatch(value, 'timestamp');
  },
  writeTimestamp: (date, format) =>
    format === undefined || format === 'epoch-seconds' ? epochOf(date) : dateText(date, format),
  writeNumber: jsonNumber,
});

/**
 * Parses a body. Throws MalformedValue for text that is not UTF-8, not JSON, or nested too deeply.
 */
export function parseJson(body: Uint8Array): unknown {
  if (!isUtf8(body)) throw new MalformedValue('The body is not valid UTF-8');
  checkDepth(body);
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The parser's own sentence quotes the text, which may hold a secret.
    throw new MalformedValue('The body is not valid JSON');
  }
}

/** JSON.parse itself does not recurse, but what reads its result does. */
function checkDepth(body: Uint8Array): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (quoted) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > MAX_DEPTH) throw new MalformedValue(`Nesting exceeds ${MAX_DEPTH} levels`);
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
}
