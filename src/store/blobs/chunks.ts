import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey, seal, unseal } from '../../crypto/sealing.ts';

/*
 * A blob's file: 4 bytes of format, the blob's own key sealed by its scope's (60 bytes), then chunks of 64 KiB, each followed
 * by its tag. A chunk's nonce is its number and whether it is the last, so that none can be moved, dropped or appended;
 * the key is random and used for this blob alone, so no nonce repeats. Where a data key was given, chunks are under a key
 * derived from both: the file's own and the data key. A data key of twice the length is two: chunks are in two layers then, each
 * with its own key and tag.
 */
const FORMAT = Buffer.from('HFB1', 'latin1');
const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const SEALED_KEY_BYTES = 60;
const TAG_BYTES = 16;
export const HEADER_BYTES = FORMAT.length + SEALED_KEY_BYTES;
export const CHUNK_BYTES = 64 * 1024;

/** The keys of a blob's chunks, the inmost layer's first. */
export type ChunkKeys = readonly Buffer[];

/** What a whole chunk takes in the file. */
export function storedChunkBytes(keys: ChunkKeys): number {
  return CHUNK_BYTES + keys.length * TAG_BYTES;
}

export interface NewBlobKey {
  readonly keys: ChunkKeys;
  readonly header: Buffer;
}

export interface BlobKeys {
  readonly scopeKey: Buffer;
  readonly dataKey: Uint8Array | undefined;
}

export function newBlobKey(keys: BlobKeys, context: readonly string[]): NewBlobKey {
  const own = randomBytes(KEY_BYTES);
  const header = Buffer.concat([FORMAT, seal(keys.scopeKey, context, own)]);
  return { keys: chunkKeys(own, keys.dataKey), header };
}

function chunkKeys(own: Buffer, dataKey: Uint8Array | undefined): ChunkKeys {
  if (dataKey === undefined) return [own];
  const keys: Buffer[] = [];
  for (let start = 0; start < dataKey.length; start += KEY_BYTES) {
    const one = Buffer.from(dataKey.subarray(start, start + KEY_BYTES));
    keys.push(deriveKey(one, `blob ${own.toString('hex')}`));
  }
  return keys;
}

/** The keys of a blob, from its file's header. Throws when it is another's, or was changed. */
export function blobKeysOf(
  header: Uint8Array,
  { scopeKey, dataKey }: BlobKeys,
  context: readonly string[],
): ChunkKeys {
  return chunkKeys(ownKeyOf(header, scopeKey, context), dataKey);
}

function ownKeyOf(header: Uint8Array, scopeKey: Buffer, context: readonly string[]): Buffer {
  if (header.length !== HEADER_BYTES || !FORMAT.equals(header.subarray(0, FORMAT.length))) {
    throw new Error('The file is no blob of this version.');
  }
  return unseal(scopeKey, context, header.subarray(FORMAT.length));
}

/** A blob's header for another account or Region, or another name: its own key, sealed anew. */
export function movedHeader(
  header: Uint8Array,
  from: { readonly scopeKey: Buffer; readonly context: readonly string[] },
  to: { readonly scopeKey: Buffer; readonly context: readonly string[] },
): Buffer {
  const own = ownKeyOf(header, from.scopeKey, from.context);
  return Buffer.concat([FORMAT, seal(to.scopeKey, to.context, own)]);
}

export function sealChunk(
  keys: ChunkKeys,
  number: number,
  isLast: boolean,
  clear: Uint8Array,
): Uint8Array {
  const nonce = nonceOf(number, isLast);
  return keys.reduce<Uint8Array>((inner, key) => {
    const cipher = createCipheriv(ALGORITHM, key, nonce);
    return Buffer.concat([cipher.update(inner), cipher.final(), cipher.getAuthTag()]);
  }, clear);
}

export function openChunk(
  keys: ChunkKeys,
  number: number,
  isLast: boolean,
  sealed: Uint8Array,
): Uint8Array {
  const nonce = nonceOf(number, isLast);
  return keys.reduceRight<Uint8Array>((outer, key) => openLayer(key, nonce, outer), sealed);
}

function openLayer(key: Buffer, nonce: Buffer, sealed: Uint8Array): Buffer {
  if (sealed.length < TAG_BYTES) throw new Error('A blob is cut short.');
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  const end = sealed.length - TAG_BYTES;
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch {
    throw new Error('A blob was changed.');
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

/** Pieces of any size as chunks of exactly `CHUNK_BYTES`, but for the last, which may be shorter or empty. */
export async function* inChunks(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly clear: Uint8Array; readonly isLast: boolean }> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    let rest = piece;
    while (size + rest.length > CHUNK_BYTES) {
      const taken = rest.subarray(0, CHUNK_BYTES - size);
      rest = rest.subarray(taken.length);
      yield { clear: Buffer.concat([...held, taken]), isLast: false };
      held = [];
      size = 0;
    }
    // The piece may be the socket's own memory, which is used again.
    if (rest.length > 0) held.push(Buffer.from(rest));
    size += rest.length;
  }
  yield { clear: Buffer.concat(held), isLast: true };
}
