/** Pairs that a ciphertext is bound to. Clear text: it stands in audit records and policies. */
export type EncryptionContext = Readonly<Record<string, string>>;

const EMPTY = Buffer.alloc(4);
const LENGTH_BYTES = 4;

/**
 * The context as authenticated data: the number of pairs, then each key and value behind its length (32-bit, big
 * endian), sorted by the keys' UTF-8 bytes. Length prefixes keep `{ab: c}` and `{a: bc}` apart. An empty context
 * is the same as none.
 */
export function encodeEncryptionContext(context: EncryptionContext | undefined): Buffer {
  if (context === undefined) return EMPTY;
  const pairs = Object.entries(context).map(([key, value]) => ({
    key: Buffer.from(key, 'utf8'),
    value: Buffer.from(value, 'utf8'),
  }));
  if (pairs.length === 0) return EMPTY;
  if (pairs.length > 1) pairs.sort((left, right) => Buffer.compare(left.key, right.key));
  let size = LENGTH_BYTES;
  for (const { key, value } of pairs) size += 2 * LENGTH_BYTES + key.length + value.length;
  const encoded = Buffer.allocUnsafe(size);
  let offset = encoded.writeUInt32BE(pairs.length, 0);
  for (const { key, value } of pairs) {
    offset = encoded.writeUInt32BE(key.length, offset);
    offset += key.copy(encoded, offset);
    offset = encoded.writeUInt32BE(value.length, offset);
    offset += value.copy(encoded, offset);
  }
  return encoded;
}
