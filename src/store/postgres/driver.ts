import type { Instant } from '../../core/time.ts';
import type { DocumentCache } from '../document-cache.ts';
import type {
  DocumentRow,
  Driver,
  RangeRows,
  SealedEvent,
  SealedJob,
  StateReads,
} from '../driver.ts';
import type { Keyring } from '../keyring.ts';
import type { UnitState } from '../unit.ts';
import type { KeyChange } from '../rotation.ts';
import type { ScopeKeyRow } from '../sqlite/messages.ts';
import { PostgresCommitter, ROOT_KEY_REPLACED } from './committer.ts';
import type { PostgresDatabase } from './database.ts';
import { readDocument, readDueJobs, readEvents, readJob, readRange } from './reads.ts';
import { keepChange, readScopeKeys } from './setup.ts';

export interface PostgresParts {
  readonly database: PostgresDatabase;
  readonly keyring: Keyring;
  readonly cache: DocumentCache;
  /** Names of the sealed collections. */
  readonly sealed: ReadonlySet<string>;
}

/** The driver over a PostgreSQL database that any number of nodes share. */
export class PostgresDriver implements Driver {
  readonly reads: StateReads;
  readonly #parts: PostgresParts;
  readonly #committer: PostgresCommitter;

  constructor(parts: PostgresParts) {
    const { database, keyring, cache } = parts;
    this.#parts = parts;
    const committer = new PostgresCommitter({
      database,
      keyring,
      cache,
      learnKeys: () => this.#learnKeys(),
    });
    this.#committer = committer;
    this.reads = {
      landed: (address) => committer.landed(address),
      // Versions are judged in the database, not by when they were read.
      sequence: () => 0,
      document: (scope, collection, id) => this.#document(scope, collection, id),
      list: async (scope, collection, query): Promise<RangeRows> => {
        const found = await readRange(database.query, scope, collection, query);
        if (found.rows.length > 0) await this.#requireKey(scope, collection);
        return found;
      },
    };
  }

  async #document(scope: string, collection: string, id: string): Promise<DocumentRow | undefined> {
    const row = await readDocument(this.#parts.database.query, scope, collection, id);
    if (row !== undefined) await this.#requireKey(scope, collection);
    return row;
  }

  /** Another node may have made the key that a sealed row needs. */
  async #requireKey(scope: string, collection: string): Promise<void> {
    const { keyring, sealed } = this.#parts;
    if (sealed.has(collection) && !keyring.isSaved(scope)) await this.#learnKeys();
  }

  async #learnKeys(): Promise<void> {
    try {
      this.#parts.keyring.learn(await readScopeKeys(this.#parts.database.query));
    } catch (cause) {
      throw new Error(ROOT_KEY_REPLACED, { cause });
    }
  }

  commit(state: UnitState, isFailed: boolean): Promise<boolean> {
    return this.#committer.commit(state, isFailed);
  }

  exclusively<T>(body: () => Promise<T>): Promise<T> {
    return this.#committer.exclusively(body);
  }

  job(id: string): Promise<SealedJob | undefined> {
    return readJob(this.#parts.database.query, id);
  }

  dueJobs(until: Instant, limit: number): Promise<readonly SealedJob[]> {
    return readDueJobs(this.#parts.database.query, until, limit);
  }

  events(after: number, limit: number): Promise<readonly SealedEvent[]> {
    return readEvents(this.#parts.database.query, after, limit);
  }

  highestOutbox(): number {
    return this.#parts.database.tail.outbox;
  }

  dropOutbox(through: number): void {
    this.#committer.dropOutbox(through);
  }

  scopeKeys(): Promise<readonly ScopeKeyRow[]> {
    return readScopeKeys(this.#parts.database.query);
  }

  keep(change: KeyChange): Promise<void> {
    return this.#committer.withLock((session) => keepChange(session, change));
  }

  /** Records become durable with their unit: nothing is left to move. */
  settle(): Promise<void> {
    return this.#committer.idle();
  }

  reset(): Promise<void> {
    return this.#committer.reset();
  }

  /** The database stays open: the trail may be read still. */
  close(): Promise<void> {
    return this.#committer.idle();
  }

  abandon(): Promise<void> {
    return this.#committer.idle();
  }
}
