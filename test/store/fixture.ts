import { build } from 'esbuild';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection } from '../../src/contract/collection.ts';
import type { TrailRecord } from '../../src/contract/view.ts';
import type { RootKeyProvider } from '../../src/crypto/root-key.ts';
import { fileRootKey } from '../../src/crypto/root-key.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { openStore } from '../../src/store/open.ts';
import { namedBlobs } from '../../src/store/blobs/names.ts';
import { lockDirectory, type DirectoryLock } from '../../src/store/sqlite/directory-lock.ts';
import type { TrailWriter } from '../../src/store/trail-writer.ts';

export const scope = { account: '111122223333', region: 'eu-west-1' } as const;
export const record: TrailRecord = { ...scope, time: 1, text: '{}' };

export interface Note {
  readonly count: number;
  readonly tags?: readonly string[];
}

export const notes: Collection<Note> = {
  name: 'test.note',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { tag: (note) => note.tags ?? [] },
};

export const secrets: Collection<Note> = { ...notes, name: 'test.secret', sealed: true };

export class MemoryTrail implements TrailWriter {
  readonly records: TrailRecord[] = [];
  isFailing = false;
  #highest = 0;

  append(records: readonly TrailRecord[], pendingNumber?: number): Promise<void> {
    if (this.isFailing) return Promise.reject(new Error('The trail is full.'));
    this.records.push(...records);
    this.#highest = Math.max(this.#highest, pendingNumber ?? 0);
    return Promise.resolve();
  }

  highestPending(): number {
    return this.#highest;
  }
}

let worker: Promise<string> | undefined;

async function bundleWorker(): Promise<string> {
  // Inside the tree, so that the worker finds its packages.
  const root = join(import.meta.dirname, '..', '..');
  const folder = await mkdtemp(join(root, 'node_modules', '.holdfast-test-'));
  const outfile = join(folder, 'writer.mjs');
  await build({
    entryPoints: [join(root, 'src/store/sqlite/writer-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return outfile;
}

export function workerFile(): Promise<string> {
  worker ??= bundleWorker();
  return worker;
}

export function newDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'holdfast-store-'));
}

export async function openTest(
  directory: string | undefined,
  trail: TrailWriter,
  rootKey: RootKeyProvider = fileRootKey(`${directory}.key`),
): Promise<OpenStore> {
  const collections = [notes, secrets, namedBlobs];
  const lock = directory === undefined ? undefined : lockDirectory(directory);
  try {
    const file = await workerFile();
    const store = await openStore({ lock, trail, rootKey, collections, workerFile: file });
    return releasing(store, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** A store that gives its directory back when it is closed. */
export function releasing(store: OpenStore, lock: DirectoryLock | undefined): OpenStore {
  const close = store.close.bind(store);
  store.close = async () => {
    await close();
    lock?.release();
  };
  return store;
}
