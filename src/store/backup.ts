// A backup is a folder: the state as one moment saw it, then the audit trail at least as far as
// that state knows of it, then the blobs that the state names, then a list of all files. It never holds the root key.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SnapshotReply, SnapshotSettings } from './sqlite/messages.ts';
import { lockDirectory } from './sqlite/directory-lock.ts';
import { Reader } from './sqlite/reader.ts';
import { SEGMENT_NAME } from './trail/segment.ts';
import { BLOB_NAME, blobFolder, namedBlobs } from './blobs/names.ts';

const LIST = 'backup.json';
const STATE = 'state.db';
const TRAIL = 'trail';
const BLOBS = 'blobs';
const PAGE = 1_000;
const FORMAT = 1;
/** How often old segments may go while the trail is copied. */
const ROUNDS = 5;

interface BackedUpFile {
  /** Relative to the backup. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

export interface BackupOptions {
  /** The data directory. Whoever calls holds its lock, or runs its server. */
  readonly directory: string;
  /** Made, or empty. */
  readonly to: string;
  /** The bundled `src/store/sqlite/writer-worker.ts`. */
  readonly workerFile: string;
  readonly onProgress: (text: string) => void;
}

/** Copies a data directory while its server may run. Throws an Error that is a sentence. */
export async function backUp(options: BackupOptions): Promise<void> {
  const { directory, to, onProgress } = options;
  await requireEmpty(to);
  await mkdir(join(to, TRAIL), { recursive: true, mode: 0o700 });
  onProgress('copying the state');
  await snapshot({ from: join(directory, STATE), to: join(to, STATE) }, options.workerFile);
  await chmod(join(to, STATE), 0o600);
  const segments = await copyTrail(join(directory, TRAIL), join(to, TRAIL), onProgress);
  const blobs = await copyBlobs(join(directory, BLOBS), to, onProgress);
  const files: BackedUpFile[] = [];
  const trail = segments.map((segment) => join(TRAIL, segment));
  for (const name of [STATE, ...trail, ...blobs]) {
    files.push(await describe(to, name));
  }
  await syncFolder(join(to, TRAIL));
  for (const folder of blobFolders(files)) await syncFolder(join(to, folder));
  await keepList(to, files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  onProgress(`backed up ${files.length} files, ${bytes} bytes; the root key is not among them`);
}

/** The same for a directory that no server uses. */
export async function backUpClosed(options: BackupOptions): Promise<void> {
  await requireState(options.directory);
  const lock = lockDirectory(options.directory);
  try {
    await backUp(options);
  } finally {
    lock.release();
  }
}

/** Makes a data directory of a backup. Throws an Error that is a sentence; then nothing is there. */
export async function restore(
  from: string,
  directory: string,
  onProgress: (text: string) => void,
): Promise<void> {
  const files = await readList(from);
  await requireEmpty(directory);
  for (const [place, file] of files.entries()) {
    onProgress(`checking ${file.name} (${place + 1} of ${files.length})`);
    const found = await describe(from, file.name).catch(() => undefined);
    if (found?.digest !== file.digest) {
      throw new Error(`The backup's file ${join(from, file.name)} is missing or damaged.`);
    }
  }
  await mkdir(join(directory, TRAIL), { recursive: true, mode: 0o700 });
  const folders = blobFolders(files);
  for (const folder of folders) await mkdir(join(directory, folder), { recursive: true });
  onProgress('copying');
  try {
    // The state comes last: without it the directory is no store.
    for (const file of files.toReversed()) await copyDurably(from, directory, file.name);
    for (const folder of folders) await syncFolder(join(directory, folder));
    await syncFolder(join(directory, TRAIL));
    await syncFolder(directory);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  onProgress(`restored ${files.length} files; start the server with the root key of the backup`);
}

function snapshot(settings: SnapshotSettings, workerFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { snapshot: settings } });
    worker.on('message', ({ error }: SnapshotReply) => {
      if (error === undefined) resolve();
      else reject(new Error(`The state can't be copied: ${error}`));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error("The state can't be copied.")));
  });
}

/** Names of the segments that were copied, in order. */
async function copyTrail(
  from: string,
  to: string,
  onProgress: (text: string) => void,
): Promise<readonly string[]> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const names = (await readdir(from)).filter((name) => SEGMENT_NAME.test(name)).toSorted();
    let isComplete = true;
    for (const [place, name] of names.entries()) {
      onProgress(`copying the audit trail (${place + 1} of ${names.length})`);
      // Old segments go by age. Whatever goes is older than what is copied next.
      isComplete = await copyUnlessGone(join(from, name), join(to, name));
      if (!isComplete) break;
    }
    if (isComplete) return names;
  }
  throw new Error('The audit trail changes too fast to be copied.');
}

/** Copies what the copied state names; the server deletes no blob within the hour it lost its name. */
async function copyBlobs(
  from: string,
  to: string,
  onProgress: (text: string) => void,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of namesInState(join(to, STATE))) {
    const file = join(BLOBS, blobFolder(name), name);
    await mkdir(join(to, BLOBS, blobFolder(name)), { recursive: true, mode: 0o700 });
    if (!(await copyUnlessGone(join(from, blobFolder(name), name), join(to, file)))) {
      throw new Error(`The blob ${name}, which the state names, is missing.`);
    }
    files.push(file);
    if (files.length % PAGE === 0) onProgress(`copied ${files.length} stored objects`);
  }
  return files;
}

function namesInState(path: string): readonly string[] {
  const names: string[] = [];
  const reader = new Reader(path);
  try {
    for (let after: { key: string; id: string } | undefined; ; ) {
      const query = { limit: PAGE, ...(after === undefined ? {} : { after }) };
      const rows = reader.list('', namedBlobs.name, query);
      names.push(...rows.map((row) => row.id));
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return names;
      after = { key: last.key, id: last.id };
    }
  } finally {
    reader.close();
  }
}

function blobFolders(files: readonly BackedUpFile[]): readonly string[] {
  const folders = files.flatMap(({ name }) => (isBlob(name) ? [dirname(name)] : []));
  return folders.length === 0 ? [] : [BLOBS, ...new Set(folders)];
}

async function copyUnlessGone(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function copyDurably(from: string, to: string, name: string): Promise<void> {
  await copyFile(join(from, name), join(to, name));
  await syncFile(join(to, name));
}

/** Makes the file durable, and tells what it holds. */
async function describe(folder: string, name: string): Promise<BackedUpFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  await syncFile(path);
  const { size } = await stat(path);
  return { name, bytes: size, digest: hash.digest('hex') };
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const syncFolder = syncFile;

async function keepList(folder: string, files: readonly BackedUpFile[]): Promise<void> {
  const path = join(folder, LIST);
  await writeFile(path, `${JSON.stringify({ format: FORMAT, files }, null, 2)}\n`, { mode: 0o600 });
  await syncFile(path);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

async function readList(folder: string): Promise<readonly BackedUpFile[]> {
  const text = await readFile(join(folder, LIST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} holds no complete backup.`);
  const list: unknown = JSON.parse(text);
  if (typeof list !== 'object' || list === null || !('format' in list) || !('files' in list)) {
    throw new Error(`${join(folder, LIST)} is damaged.`);
  }
  if (list.format !== FORMAT || !Array.isArray(list.files)) {
    throw new Error('The backup was made by a newer Holdfast. Restore it with that version.');
  }
  return list.files.map(requireFile);
}

function requireFile(value: unknown): BackedUpFile {
  if (typeof value === 'object' && value !== null && 'name' in value && 'digest' in value) {
    const { name, digest } = value;
    const isOwn = name === STATE || (typeof name === 'string' && (isSegment(name) || isBlob(name)));
    const bytes = 'bytes' in value && typeof value.bytes === 'number' ? value.bytes : 0;
    if (isOwn && typeof digest === 'string') return { name, bytes, digest };
  }
  throw new Error(`The backup's ${LIST} is damaged.`);
}

// No other path may be written, whatever the list says.
function isSegment(name: string): boolean {
  return name.startsWith(`${TRAIL}/`) && SEGMENT_NAME.test(name.slice(TRAIL.length + 1));
}

function isBlob(name: string): boolean {
  const [top, folder, blob = '', ...rest] = name.split('/');
  return top === BLOBS && rest.length === 0 && BLOB_NAME.test(blob) && blobFolder(blob) === folder;
}

async function requireState(directory: string): Promise<void> {
  const found = await stat(join(directory, STATE)).catch(() => undefined);
  if (found === undefined) throw new Error(`${directory} holds no data of Holdfast.`);
}

async function requireEmpty(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  if (names.length > 0) throw new Error(`${directory} is not empty; name another directory.`);
}
