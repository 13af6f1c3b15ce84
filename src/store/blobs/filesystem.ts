import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobRef, Blobs, ByteRange } from '../../contract/blobs.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Store, Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import {
  blobKeysOf,
  CHUNK_BYTES,
  HEADER_BYTES,
  inChunks,
  movedHeader,
  newBlobKey,
  openChunk,
  sealChunk,
  storedChunkBytes,
} from './chunks.ts';
import { BLOB_NAME, blobFolder, namedBlobs } from './names.ts';

/** A blob that loses its name is read no more after this: answers in progress hold its file open. */
const GRACE_MS = HOUR_MS;
/** No upload takes as long; whatever is older and has no name was left by one that failed. */
const UNNAMED_MS = DAY_MS;
const DELETE_BLOB = 'blobs.delete';

export interface BlobFolderOptions {
  readonly directory: string;
  /** False for servers that keep nothing. */
  readonly sync: boolean;
  /** 32 bytes, the same whenever asked for the same account and Region. */
  readonly keyOf: (scope: Scope) => Buffer;
}

export interface BlobFolder extends Blobs {
  /** Deletes files whose names were dropped. */
  readonly job: JobKind;
  /** Deletes files that no document names and that are older than any upload. Returns how many. */
  sweep(store: Store, realNow: Instant): Promise<number>;
}

/** Blobs as files of a folder. */
export function createBlobFolder(options: BlobFolderOptions): BlobFolder {
  const { directory } = options;
  return {
    write: (scope, bytes, dataKey) => write(options, { scope, dataKey }, bytes),
    read: (scope, blob, range, dataKey) => read(options, { scope, dataKey }, blob, range),
    copy: (from, blob, to) => copy(options, { from, blob, to }),
    name: (unit, scope, blob) => {
      globalView(unit).put(namedBlobs, blob.name, { scope, size: blob.size });
    },
    unname: (unit, scope, blob, now) => {
      globalView(unit).delete(namedBlobs, blob.name);
      const payload = JSON.stringify({ name: blob.name });
      const id = `${DELETE_BLOB}/${blob.name}`;
      unit.order({ id, kind: DELETE_BLOB, scope, due: now + GRACE_MS, payload });
    },
    job: {
      kind: DELETE_BLOB,
      run: async (payload) => rm(pathOf(directory, nameOf(payload)), { force: true }),
    },
    sweep: (store, realNow) => sweep(directory, store, realNow),
  };
}

function globalView(unit: Unit) {
  return unit.view({ account: '', region: '' });
}

function nameOf(payload: string): string {
  const { name }: { readonly name?: unknown } = JSON.parse(payload);
  if (typeof name !== 'string' || !BLOB_NAME.test(name)) throw new Error('not a name of a blob');
  return name;
}

function pathOf(directory: string, name: string): string {
  if (!BLOB_NAME.test(name)) throw new Error('not a name of a blob');
  return join(directory, blobFolder(name), name);
}

function contextOf(scope: Scope, name: string): readonly string[] {
  return ['blob', scope.account, scope.region, name];
}

/** What opens a blob. */
interface Under {
  readonly scope: Scope;
  readonly dataKey: Uint8Array | undefined;
}

async function write(
  options: BlobFolderOptions,
  { scope, dataKey }: Under,
  bytes: AsyncIterable<Uint8Array>,
): Promise<BlobRef> {
  return writeFile(options, async (file, name) => {
    const keys = { scopeKey: options.keyOf(scope), dataKey };
    const made = newBlobKey(keys, contextOf(scope, name));
    await file.write(made.header);
    let size = 0;
    let number = 0;
    for await (const { clear, isLast } of inChunks(bytes)) {
      await writeWhole(file, sealChunk(made.keys, number, isLast, clear));
      size += clear.length;
      number += 1;
    }
    return size;
  });
}

/** The chunks as they are: their nonces say nothing of where they stand. */
async function copy(
  options: BlobFolderOptions,
  { from, blob, to }: { readonly from: Scope; readonly blob: BlobRef; readonly to: Scope },
): Promise<BlobRef> {
  const { directory, keyOf } = options;
  const source = await open(pathOf(directory, blob.name), 'r');
  try {
    return await writeFile(options, async (file, name) => {
      const header = await readAt(source, 0, HEADER_BYTES);
      const old = { scopeKey: keyOf(from), context: contextOf(from, blob.name) };
      await file.write(
        movedHeader(header, old, { scopeKey: keyOf(to), context: contextOf(to, name) }),
      );
      for (let position = HEADER_BYTES; ; position += CHUNK_BYTES) {
        const bytes = await readAt(source, position, CHUNK_BYTES);
        await writeWhole(file, bytes);
        if (bytes.length < CHUNK_BYTES) return blob.size;
      }
    });
  } finally {
    await source.close();
  }
}

/** A new file, durable with its entry in its folder; `fill` gives the bytes of the content. */
async function writeFile(
  { directory, sync }: BlobFolderOptions,
  fill: (file: FileHandle, name: string) => Promise<number>,
): Promise<BlobRef> {
  const name = randomBytes(16).toString('hex');
  const folder = join(directory, blobFolder(name));
  const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
  const path = pathOf(directory, name);
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    size = await fill(file, name);
    if (sync) await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  // The file's entry in its folder, and the folder's own, must last too.
  if (sync) await syncFolder(folder);
  if (sync && isNew) await syncFolder(directory);
  return { name, size };
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done);
    done += bytesWritten;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function* read(
  { directory, keyOf }: BlobFolderOptions,
  { scope, dataKey }: Under,
  blob: BlobRef,
  range?: ByteRange,
): AsyncGenerator<Uint8Array> {
  const { first, last } = range ?? { first: 0, last: blob.size - 1 };
  const final = blob.size === 0 ? 0 : Math.ceil(blob.size / CHUNK_BYTES) - 1;
  const file = await open(pathOf(directory, blob.name), 'r');
  try {
    const header = await readAt(file, 0, HEADER_BYTES);
    const under = { scopeKey: keyOf(scope), dataKey };
    const keys = blobKeysOf(header, under, contextOf(scope, blob.name));
    const stored = storedChunkBytes(keys);
    const end = last < first ? 0 : Math.floor(last / CHUNK_BYTES);
    for (let number = Math.floor(first / CHUNK_BYTES); number <= end; number += 1) {
      const sealed = await readAt(file, HEADER_BYTES + number * stored, stored);
      const clear = openChunk(keys, number, number === final, sealed);
      const start = number * CHUNK_BYTES;
      const wanted = clear.subarray(Math.max(0, first - start), last - start + 1);
      if (wanted.length > 0) yield wanted;
    }
  } finally {
    await file.close();
  }
}

/** At most `length` bytes: fewer at the end of the file. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function sweep(directory: string, store: Store, realNow: Instant): Promise<number> {
  let swept = 0;
  for (const folder of await entries(directory)) {
    for (const name of await entries(join(directory, folder))) {
      if (!BLOB_NAME.test(name) || blobFolder(name) !== folder) continue;
      const path = join(directory, folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || realNow - found.mtimeMs < UNNAMED_MS) continue;
      const named = await store.run((unit) => globalView(unit).get(namedBlobs, name));
      if (named !== undefined) continue;
      await rm(path, { force: true });
      swept += 1;
    }
  }
  return swept;
}

async function entries(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch(() => []);
}
