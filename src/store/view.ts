import type { Collection, Document } from '../contract/collection.ts';
import type { Cursor, Listed, ListPage, ListQuery, View } from '../contract/view.ts';
import type { Scope } from '../core/scope.ts';
import { scopeKey } from '../core/scope.ts';
import type { DocumentCache, Stored } from './document-cache.ts';
import { isOf } from './document-cache.ts';
import type { BufferedWrite } from './documents.ts';
import { addressOf, bufferPut, decodeRow, rangeOf } from './documents.ts';
import type { DocumentRow, ListedRow, Soon, StateReads } from './driver.ts';
import type { Keyring } from './keyring.ts';
import type { UnitState } from './unit.ts';

const PAGE_LIMIT = 1_000;
/** NULs and lone surrogates. */
const UNCLEAR = /[\0\p{Surrogate}]/u;

/** What views read from. */
export interface ViewSources {
  readonly reads: StateReads;
  readonly cache: DocumentCache;
  readonly keyring: Keyring;
  /** Names of the collections that were registered. */
  readonly names: ReadonlySet<string>;
}

export function createView(sources: ViewSources, state: UnitState, scope: Scope): View {
  return new StateView(sources, state, scope);
}

interface Entry {
  readonly id: string;
  readonly key: string;
  readonly open: () => Stored;
}

class StateView implements View {
  readonly #sources: ViewSources;
  readonly #state: UnitState;
  readonly #scope: Scope;

  constructor(sources: ViewSources, state: UnitState, scope: Scope) {
    this.#sources = sources;
    this.#state = state;
    this.#scope = scope;
  }

  get<T extends Document>(collection: Collection<T>, id: string): Promise<T | undefined> {
    const scope = this.#scopeOf(collection);
    const address = addressOf(scope, collection.name, id);
    const state = this.#state;
    if (state.writes.size > 0) {
      const own = state.writes.get(address);
      if (own !== undefined) return Promise.resolve(typed(collection, ownStored(own)));
    }
    const known = state.documents.get(address);
    if (known !== undefined) return Promise.resolve(typed(collection, known));
    const { reads, cache } = this.#sources;
    const cached = cache.get(address);
    // Most reads end here, without waiting for anything.
    if (cached !== undefined && reads.landed(address) === undefined) {
      state.remember(state.reads, address, reads.sequence());
      state.documents.set(address, cached);
      return Promise.resolve(typed(collection, cached));
    }
    return this.#getSlowly(collection, scope, id, address);
  }

  async #getSlowly<T extends Document>(
    collection: Collection<T>,
    scope: string,
    id: string,
    address: string,
  ): Promise<T | undefined> {
    // No document has such an id, and not every database can be asked.
    if (UNCLEAR.test(id)) return undefined;
    const state = this.#state;
    const { reads } = this.#sources;
    // What is in flight would be a conflict later: waiting here saves the run.
    await reads.landed(address);
    state.remember(state.reads, address, reads.sequence());
    const found = this.#read(collection, scope, id, address);
    const read = found instanceof Promise ? await found : found;
    const first = state.documents.get(address) ?? read;
    state.documents.set(address, first);
    return typed(collection, first);
  }

  async list<T extends Document>(
    collection: Collection<T>,
    query: ListQuery,
  ): Promise<ListPage<T>> {
    const scope = this.#scopeOf(collection);
    requireQuery(collection, query);
    const { reads } = this.#sources;
    const range = rangeOf(scope, collection.name);
    await reads.landed(range);
    const buffered = [...this.#state.writes.values()].filter(
      (write) => write.scope === scope && write.collection.name === collection.name,
    );
    const hidden = new Set(buffered.map((write) => write.id));
    const isVisible = (row: ListedRow): boolean => !hidden.has(row.id);
    let limit = query.limit + hidden.size;
    let rows = await this.#rows(collection, scope, { ...query, limit });
    // A hidden document may stand at several keys of an index, and hide more rows than one.
    while (rows.length === limit && rows.filter(isVisible).length < query.limit) {
      limit *= 2;
      rows = await this.#rows(collection, scope, { ...query, limit });
    }
    const entries: Entry[] = [];
    for (const row of rows) {
      if (!isVisible(row)) continue;
      const open = (): Stored => this.#decode(collection, scope, row);
      entries.push({ id: row.id, key: row.key, open });
      if (entries.length === query.limit) break;
    }
    for (const write of buffered) entries.push(...matching(write, query));
    if (buffered.length > 0) {
      const sign = query.descending === true ? -1 : 1;
      entries.sort((left, right) => sign * compareCursors(left, right));
    }
    const page = entries.slice(0, query.limit);
    // Fewer rows than were asked for are all there are.
    const isEnd = rows.length < limit && page.length === entries.length;
    return pageOf(collection, page, isEnd);
  }

  put<T extends Document>(collection: Collection<T>, id: string, document: T): void {
    const scope = this.#scopeOf(collection);
    const write = bufferPut(collection, scope, id, document);
    this.#state.writes.set(addressOf(scope, collection.name, id), write);
  }

  delete<T extends Document>(collection: Collection<T>, id: string): void {
    const scope = this.#scopeOf(collection);
    if (UNCLEAR.test(id)) return;
    const write = { scope, collection, id, document: undefined, text: undefined, entries: [] };
    this.#state.writes.set(addressOf(scope, collection.name, id), write);
  }

  #scopeOf<T extends Document>(collection: Collection<T>): string {
    if (!this.#sources.names.has(collection.name)) {
      throw new Error(`The collection ${collection.name} was not registered with the store.`);
    }
    return scopeKey(collection.scope, this.#scope);
  }

  #read(collection: Collection<never>, scope: string, id: string, address: string): Soon<Stored> {
    const { cache, reads, keyring } = this.#sources;
    const cached = cache.get(address);
    if (cached !== undefined) return cached;
    const keep = (row: DocumentRow | undefined): Stored => {
      const stored = decodeRow(collection, scope, id, row, keyring);
      cache.set(address, stored);
      return stored;
    };
    const row = reads.document(scope, collection.name, id);
    return row instanceof Promise ? row.then(keep) : keep(row);
  }

  async #rows(
    collection: Collection<never>,
    scope: string,
    query: ListQuery,
  ): Promise<readonly ListedRow[]> {
    const found = this.#sources.reads.list(scope, collection.name, query);
    const { rows, version } = found instanceof Promise ? await found : found;
    this.#state.remember(this.#state.ranges, rangeOf(scope, collection.name), version);
    return rows;
  }

  #decode(collection: Collection<never>, scope: string, row: ListedRow): Stored {
    const { cache, keyring } = this.#sources;
    const address = addressOf(scope, collection.name, row.id);
    const cached = cache.get(address);
    if (cached !== undefined && cached.version === row.version) return cached;
    return decodeRow(collection, scope, row.id, row, keyring);
  }
}

function ownStored(write: BufferedWrite): Stored {
  const { document } = write;
  return { collection: write.collection.name, version: 0, document, bytes: 0 };
}

function typed<T extends Document>(collection: Collection<T>, stored: Stored): T | undefined {
  if (!isOf(collection, stored)) throw new Error(`${collection.name} holds a foreign document.`);
  return stored.document;
}

function requireQuery(collection: Collection<never>, query: ListQuery): void {
  const { limit, index } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT) {
    throw new RangeError(`A listing's limit must be 1 to ${PAGE_LIMIT}.`);
  }
  if (index !== undefined && !Object.hasOwn(collection.indexes, index)) {
    throw new Error(`The collection ${collection.name} has no index ${index}.`);
  }
}

/** The places where a buffered document stands in a walk. */
function matching(write: BufferedWrite, query: ListQuery): Entry[] {
  if (write.document === undefined) return [];
  const { index, prefix = '', after, descending } = query;
  const keys =
    index === undefined
      ? [write.id]
      : write.entries.filter((entry) => entry.index === index).map((entry) => entry.key);
  const open = (): Stored => ownStored(write);
  return keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ id: write.id, key, open }))
    .filter((entry) => {
      if (after === undefined) return true;
      const start = index === undefined ? { key: after.id, id: after.id } : after;
      const order = compareCursors(entry, start);
      return descending === true ? order < 0 : order > 0;
    });
}

function compareCursors(left: Cursor, right: Cursor): number {
  return compareBytes(left.key, right.key) || compareBytes(left.id, right.id);
}

function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
}

function pageOf<T extends Document>(
  collection: Collection<T>,
  entries: readonly Entry[],
  isEnd: boolean,
): ListPage<T> {
  const items = entries.map((entry) => listed(collection, entry));
  const last = entries.at(-1);
  const cursor = isEnd || last === undefined ? undefined : { key: last.key, id: last.id };
  return { items, last: cursor };
}

/** The document is opened when it is asked for: many listings show ids alone. */
function listed<T extends Document>(
  collection: Collection<T>,
  { id, key, open }: Entry,
): Listed<T> {
  let document: T | undefined;
  return {
    id,
    key,
    get document(): T {
      document ??= typed(collection, open());
      if (document === undefined) throw new Error(`${collection.name} listed what is not there.`);
      return document;
    },
  };
}
