/** Pairs that a ciphertext is bound to. Clear text: it stands in audit records and policies. */
export type EncryptionContext = Readonly<Record<string, string>>;

const LENGTH_BYTES = 4;
/** UTF-8 takes at most three bytes for each UTF-16 unit. */
const BYTES_PER_UNIT = 3;

/**
 * The first `headBytes` of `head`, followed by the context as authenticated data: the number of pairs, then each key and
 * value behind its length (32-bit, big endian), sorted by the keys' UTF-8 bytes. Length prefixes keep `{ab: c}` and
 * `{a: bc}` apart. An empty context is the same as none.
 */
export function authenticatedData(
  head: Uint8Array,
  headBytes: number,
  context: EncryptionContext | undefined,
): Buffer {
  const keys = context === undefined ? [] : Object.keys(context);
  if (keys.length > 1) keys.sort(compareUtf8);
  let most = headBytes + LENGTH_BYTES;
  for (const key of keys) {
    most += 2 * LENGTH_BYTES + (key.length + (context?.[key]?.length ?? 0)) * BYTES_PER_UNIT;
  }
  const data = Buffer.allocUnsafe(most);
  for (let at = 0; at < headBytes; at += 1) data[at] = head[at] ?? 0;
  let offset = data.writeUInt32BE(keys.length, headBytes);
  for (const key of keys) {
    offset = writeText(data, offset, key);
    offset = writeText(data, offset, context?.[key] ?? '');
  }
  return data.subarray(0, offset);
}

function writeText(data: Buffer, offset: number, text: string): number {
  const start = offset + LENGTH_BYTES;
  const length = data.write(text, start, 'utf8');
  data.writeUInt32BE(length, offset);
  return start + length;
}

/** The order of the texts' UTF-8 bytes, which is that of code points: surrogates come after all other units. */
function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rankOf(a) - rankOf(b);
  }
  return left.length - right.length;
}

function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_00_00 : unit;
}
