import { deferred } from '../deferred.ts';
import type { DocumentCache } from '../document-cache.ts';
import { touched } from '../committer.ts';
import type { Keyring } from '../keyring.ts';
import type { UnitState } from '../unit.ts';
import type { PostgresDatabase } from './database.ts';
import type { Judged, Landing, Load, PackedUnit } from './load.ts';
import { packKeys, packUnit } from './load.ts';
import type { Query } from './query.ts';

export const ROOT_KEY_REPLACED =
  'The root key was replaced. Start this server again with the new one.';
/** Units in one round trip. */
const GROUP_LIMIT = 200;
/** Classes of SQLSTATE that say that the data was refused: nothing was written. */
const REFUSALS = /^(22|23|54)/;

export interface PostgresCommitterOptions {
  readonly database: PostgresDatabase;
  readonly cache: DocumentCache;
  readonly keyring: Keyring;
  /** Reads the scope keys that other nodes made. */
  readonly learnKeys: () => Promise<void>;
}

interface Waiting extends Judged {
  readonly landed: Promise<boolean>;
  readonly resolve: (isValid: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends units to the database, which judges them: those that wait together go together. */
export class PostgresCommitter {
  readonly #options: PostgresCommitterOptions;
  /** What is on its way, by address and by range. */
  readonly #flying = new Map<string, Waiting>();
  readonly #waiting: Waiting[] = [];
  #flight: Promise<void> | undefined;
  #session: Query | undefined;
  #dropOutboxThrough = 0;

  constructor(options: PostgresCommitterOptions) {
    this.#options = options;
    options.database.onChange(({ written }) => {
      if (written === undefined) options.cache.clear();
      else for (const parts of written) options.cache.delete(parts.join('\0'));
    });
  }

  async landed(address: string): Promise<void> {
    for (;;) {
      const waiting = this.#flying.get(address);
      if (waiting === undefined) return;
      await waiting.landed.catch(() => undefined);
    }
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#flight !== undefined) await this.#flight;
  }

  dropOutbox(through: number): void {
    this.#dropOutboxThrough = Math.max(this.#dropOutboxThrough, through);
  }

  /** Resolves with true when what the unit wrote is durable, and with false at a conflict. */
  async commit(state: UnitState, isFailed: boolean): Promise<boolean> {
    const ahead = this.#conflictAhead(state);
    if (ahead !== undefined) {
      await this.landed(ahead);
      return false;
    }
    if (isFailed && state.reads.size === 0 && !state.isWriting()) return true;
    const { promise: landed, resolve, reject } = deferred<boolean>();
    const waiting = { state, isFailed, landed, resolve, reject };
    this.#waiting.push(waiting);
    if (!isFailed) for (const address of touched(state)) this.#flying.set(address, waiting);
    this.#depart();
    return landed;
  }

  // What the unit read is about to be written: the run would be in vain.
  #conflictAhead(state: UnitState): string | undefined {
    for (const address of state.reads.keys()) if (this.#flying.has(address)) return address;
    if (!state.isWriting()) return undefined;
    for (const range of state.ranges.keys()) if (this.#flying.has(range)) return range;
    return undefined;
  }

  /** Runs `body` with the commit lock held, so that no node commits but through it. */
  async exclusively<T>(body: () => Promise<T>): Promise<T> {
    await this.idle();
    return this.#options.database.exclusively(async (session) => {
      this.#session = session;
      try {
        return await body();
      } finally {
        await this.idle();
        this.#session = undefined;
      }
    });
  }

  /** Call it within `exclusively`. */
  async withLock(body: (session: Query) => Promise<void>): Promise<void> {
    await this.idle();
    if (this.#session === undefined) throw new Error('The commit lock is not held.');
    await body(this.#session);
  }

  /** Call it within `exclusively`. */
  async reset(): Promise<void> {
    const { database, cache } = this.#options;
    await this.idle();
    const load: Load = { ...emptyLoad(database.node), isWriting: true, reset: true, written: '*' };
    await database.commit(load, this.#session);
    cache.clear();
  }

  #depart(): void {
    if (this.#flight !== undefined) return;
    this.#flight = this.#flyAll();
  }

  async #flyAll(): Promise<void> {
    // Units of one turn of the loop share a round trip.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#fly(this.#waiting.splice(0, GROUP_LIMIT));
    // In the same turn as the look: who comes later departs anew.
    this.#flight = undefined;
  }

  async #fly(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#send(group);
    } catch (cause) {
      // One unit that the database refuses must not take the others down.
      if (group.length > 1 && isRefusal(cause)) {
        for (const one of group) await this.#fly([one]);
        return;
      }
      const error = new Error('The store could not write.', { cause });
      for (const one of group) this.#settle(one, () => one.reject(error));
    }
  }

  async #send(group: readonly Waiting[]): Promise<void> {
    const { database, cache, keyring, learnKeys } = this.#options;
    for (;;) {
      const packed = group.map((one) => packUnit(one, keyring));
      const keys = keyring.unsaved();
      const load = this.#load(group, packed);
      const landing = await database.commit(load, this.#session);
      if (landing.fault === 'root key') {
        throw new Error(ROOT_KEY_REPLACED);
      }
      if (landing.fault !== undefined) {
        await learnKeys();
        continue;
      }
      keyring.saved(keys);
      if (load.dropOutbox === this.#dropOutboxThrough) this.#dropOutboxThrough = 0;
      for (const [place, one] of group.entries()) {
        const isValid = !landing.lost.has(place);
        if (!isValid) for (const address of one.state.reads.keys()) cache.delete(address);
        else keepWritten(cache, packed[place], landing);
        this.#settle(one, () => one.resolve(isValid));
      }
      return;
    }
  }

  #load(group: readonly Waiting[], packed: readonly PackedUnit[]): Load {
    const { database, keyring } = this.#options;
    const keys = packKeys(keyring.unsaved());
    const written = packed.flatMap(({ encoded }) =>
      encoded.map(({ write }) => [write.scope, write.collection, write.id]),
    );
    const isWriting =
      keys.length > 0 || group.some(({ state, isFailed }) => !isFailed && hasContent(state));
    return {
      ...emptyLoad(database.node),
      isWriting,
      units: packed.map(({ unit }) => unit),
      written: JSON.stringify(written),
      ...(keys.length === 0 ? {} : { keys, rootKeyCheck: keyring.rootKeyCheck }),
      ...(isWriting && this.#dropOutboxThrough > 0 ? { dropOutbox: this.#dropOutboxThrough } : {}),
    };
  }

  #settle(waiting: Waiting, tell: () => void): void {
    for (const address of touched(waiting.state)) {
      // A later unit may write it too.
      if (this.#flying.get(address) === waiting) this.#flying.delete(address);
    }
    tell();
  }
}

export function emptyLoad(node: string): Load {
  return { node, isWriting: false, units: [], written: '[]', pending: 0 };
}

function hasContent(state: UnitState): boolean {
  return state.isWriting() || state.records.length > 0;
}

function keepWritten(cache: DocumentCache, packed: PackedUnit | undefined, landing: Landing): void {
  for (const { address, stored } of packed?.encoded ?? []) {
    const version = stored.document === undefined ? 0 : landing.sequence;
    cache.set(address, { ...stored, version });
  }
}

function isRefusal(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  return typeof cause.code === 'string' && REFUSALS.test(cause.code);
}
