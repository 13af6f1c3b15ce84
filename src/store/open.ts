// Opens a directory or a shared database, recovers what a crash left, and hands out units.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEvent } from '../contract/follower.ts';
import type { AnyCollection } from '../contract/service.ts';
import type { JobOrder, Store, Unit } from '../contract/view.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { RootKeyProvider } from '../crypto/root-key.ts';
import { Keyring } from './keyring.ts';
import { documentCache } from './document-cache.ts';
import { EmbeddedDriver } from './embedded.ts';
import type { PostgresDatabase } from './postgres/database.ts';
import { PostgresDriver } from './postgres/driver.ts';
import { unlock } from './postgres/setup.ts';
import { readIdentity, setUp } from './setup.ts';
import type { DirectoryLock } from './sqlite/directory-lock.ts';
import { Reader } from './sqlite/reader.ts';
import { Writer } from './sqlite/writer.ts';
import type { TrailWriter } from './trail-writer.ts';
import { UnitStore } from './unit-store.ts';

export interface StoreOptions {
  /**
   * The data directory; whoever took it gives it back after `close`. Undefined keeps everything in
   * a temporary folder that goes at `close`.
   */
  readonly lock: DirectoryLock | undefined;
  /** Keeps state there instead, shared by any number of nodes; each has a directory of its own. */
  readonly postgres?: PostgresDatabase;
  /** The bundled `src/store/sqlite/writer-worker.ts`. */
  readonly workerFile: string;
  readonly trail: TrailWriter;
  readonly collections: readonly AnyCollection[];
  readonly rootKey: RootKeyProvider;
  /** Memory for documents read or written last. Default 64 MiB. */
  readonly cacheBytes?: number;
  /** Told, in sentences, of slow steps and of faults that no call can answer for. */
  readonly onProgress?: (text: string) => void;
}

export type JobRow = JobOrder;

export interface OpenStore extends Store {
  /** 32 bytes for session tokens, the same for the life of the installation. */
  readonly sessionKey: Buffer;
  /** 32 bytes for the blobs of one account and Region, the same for the life of the installation. */
  blobKey(scope: Scope): Buffer;
  /** True when this call made the store. */
  readonly isNew: boolean;
  /** Rows due at or before an instant, by due time and then id. */
  dueJobs(until: Instant, limit: number): Promise<readonly JobRow[]>;
  nextDue(): Promise<Instant | undefined>;
  /**
   * Runs a unit that reads the job's row, and takes the row away unless the unit orders the same id
   * again. Does nothing, and gives false, when the row has gone or was ordered anew: perhaps after the work ran in vain.
   */
  runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<boolean>;
  /** Events after a position, in order. */
  readOutbox(after: number, limit: number): Promise<readonly StoredEvent[]>;
  highestOutbox(): number;
  /** Events at or below a position are no longer needed. They leave with the next write. */
  dropOutbox(through: number): void;
  /** Calls `listener` after each commit that ordered jobs or emitted events. Returns the end of the subscription. */
  subscribe(listener: () => void): () => void;
  /** Resolves when all audit records of committed units are in the trail. */
  settle(): Promise<void>;
  /** Empties documents, jobs and the outbox. Keys and audit records stay. */
  reset(): Promise<void>;
  /**
   * Wraps the data keys by another root key, which alone opens the store from then on. Until it
   * ends both keys do. Other nodes must be started again with the new one.
   */
  rotateRootKey(to: RootKeyProvider): Promise<void>;
  /** Waits for what is on its way. Close the trail afterwards. */
  close(): Promise<void>;
}

const CACHE_BYTES = 64 * 1024 * 1024;

/** Opens or makes a store. Throws an Error whose message is a sentence for the operator. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  requireUniqueNames(options.collections);
  const isMemory = options.lock === undefined;
  const directory = options.lock?.directory ?? (await mkdtemp(join(tmpdir(), 'holdfast-')));
  const release = async (): Promise<void> => {
    if (isMemory) await rm(directory, { recursive: true, force: true });
  };
  try {
    if (options.postgres !== undefined) {
      return await openShared(options, options.postgres, release);
    }
    return await openLocked(options, join(directory, 'state.db'), release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function openLocked(
  options: StoreOptions,
  path: string,
  release: () => Promise<void>,
): Promise<OpenStore> {
  // Its thread takes a while to start, so it starts first.
  const writer = new Writer(options.workerFile, { path, sync: options.lock !== undefined });
  try {
    return await openWith(writer, options, path, release);
  } catch (error) {
    await writer.close();
    throw error;
  }
}

async function openWith(
  writer: Writer,
  options: StoreOptions,
  path: string,
  release: () => Promise<void>,
): Promise<OpenStore> {
  const { trail, onProgress = () => undefined } = options;
  const { collections } = options;
  const identity = await readIdentity(path, await exists(path), options.rootKey, collections);
  try {
    setUp(path, identity, trail, collections);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`The store ${path} can't be written: ${reason}. Nothing was changed.`, {
      cause,
    });
  }
  const reader = new Reader(path);
  const keyring = new Keyring(identity, reader.scopeKeys());
  const cache = documentCache(options.cacheBytes ?? CACHE_BYTES);
  const driver = new EmbeddedDriver({ reader, writer, keyring, cache, trail, onProgress });
  try {
    await driver.start();
  } catch (error) {
    await driver.abandon();
    throw error;
  }
  const names = namesOf(collections);
  const sources = { reads: driver.reads, cache, keyring, names };
  return new UnitStore({ driver, sources, keyring, isNew: identity.isNew, release });
}

async function openShared(
  options: StoreOptions,
  database: PostgresDatabase,
  release: () => Promise<void>,
): Promise<OpenStore> {
  const { identity, keyring } = await unlock(database, options.rootKey);
  const cache = documentCache(options.cacheBytes ?? CACHE_BYTES);
  const sealed = namesOf(options.collections.filter((collection) => collection.sealed));
  const driver = new PostgresDriver({ database, keyring, cache, sealed });
  const names = namesOf(options.collections);
  const sources = { reads: driver.reads, cache, keyring, names };
  return new UnitStore({ driver, sources, keyring, isNew: identity.isNew, release });
}

function namesOf(collections: readonly AnyCollection[]): ReadonlySet<string> {
  return new Set(collections.map((collection) => collection.name));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function requireUniqueNames(collections: readonly AnyCollection[]): void {
  const names = new Set<string>();
  for (const { name } of collections) {
    if (names.has(name)) throw new Error(`Two collections are named ${name}.`);
    names.add(name);
  }
}
