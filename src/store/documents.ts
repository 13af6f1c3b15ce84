import type { Collection, Document } from '../contract/collection.ts';
import type { JobOrder } from '../contract/view.ts';
import type { JsonObject } from '../core/json.ts';
import type { Stored } from './document-cache.ts';
import { deepFreeze } from './document-cache.ts';
import type { Keyring } from './keyring.ts';
import type { DocumentRow } from './driver.ts';
import type { DocumentWrite, IndexEntry, JobWrite } from './sqlite/messages.ts';

/** An S3 key takes 1,024 bytes, its bucket 63 more. */
const NAME_BYTES = 1_152;
/** An index's key and the id behind it stand in one row, which PostgreSQL limits. */
const ENTRY_BYTES = 2 * NAME_BYTES;
const DOCUMENT_BYTES = 8 * 1024 * 1024;
const KEYS_LIMIT = 10_000;

/** A buffered put or delete, with the keys it is found by. */
export interface BufferedWrite {
  readonly scope: string;
  readonly collection: Collection<never>;
  readonly id: string;
  /** Undefined deletes. */
  readonly document: Document | undefined;
  /** The document as JSON, made at once so that one that can't be written fails its own unit. */
  readonly text: Buffer | undefined;
  readonly entries: readonly IndexEntry[];
}

/** Where a document is: no scope and no collection name holds a NUL. */
export function addressOf(scope: string, collection: string, id: string): string {
  return `${scope}\0${collection}\0${id}`;
}

export function rangeOf(scope: string, collection: string): string {
  return `${scope}\0${collection}`;
}

/** Where a job is, among the addresses of documents: no scope begins with a NUL. */
export function jobAddress(id: string): string {
  return `\0job\0${id}`;
}

export function packJob(id: string, order: JobOrder | undefined, keyring: Keyring): JobWrite {
  if (order === undefined) return { id, due: 0, body: undefined };
  const { kind, scope, due, payload } = order;
  const text = JSON.stringify({ kind, scope, payload });
  return { id, due, body: keyring.sealOwn(['job', id, String(due)], text) };
}

/** Freezes a document that is put, and finds its keys. */
export function bufferPut<T extends Document>(
  collection: Collection<T>,
  scope: string,
  id: string,
  document: T,
): BufferedWrite {
  deepFreeze(document);
  requireName(id, `An id of ${collection.name}`);
  const text = Buffer.from(JSON.stringify(document), 'utf8');
  if (text.length > DOCUMENT_BYTES) {
    throw new RangeError(
      `A document of ${collection.name} is larger than ${DOCUMENT_BYTES} bytes.`,
    );
  }
  return { scope, collection, id, document, text, entries: entriesOf(collection, document, id) };
}

export function entriesOf<T extends Document>(
  collection: Collection<T>,
  document: T,
  id: string,
): IndexEntry[] {
  const entries: IndexEntry[] = [];
  for (const [index, keysOf] of Object.entries(collection.indexes)) {
    for (const key of new Set(keysOf(document, id))) {
      const most = ENTRY_BYTES - Buffer.byteLength(id);
      requireName(key, `A key of the index ${index} of ${collection.name}`, most);
      entries.push({ index, key });
    }
  }
  if (entries.length > KEYS_LIMIT) {
    throw new RangeError(`A document of ${collection.name} has more than ${KEYS_LIMIT} keys.`);
  }
  return entries;
}

export function requireName(name: string, what: string, most = NAME_BYTES): void {
  const bytes = Buffer.from(name, 'utf8');
  // A lone surrogate would come back as another text.
  if (bytes.length > most || name.includes('\0') || bytes.toString('utf8') !== name) {
    throw new RangeError(`${what} is not clear text of at most ${most} bytes.`);
  }
}

export interface EncodedWrite {
  readonly write: DocumentWrite;
  readonly stored: Stored;
  readonly address: string;
}

export function encodeWrite(
  buffered: BufferedWrite,
  version: number,
  keyring: Keyring,
): EncodedWrite {
  const { scope, collection, id, document, text, entries } = buffered;
  const { name, shape } = collection;
  const hasIndexes = Object.keys(collection.indexes).length > 0;
  const body =
    text === undefined || !collection.sealed
      ? text
      : keyring.seal(scope, [scope, name, id, String(shape)], text);
  return {
    write: {
      scope,
      collection: name,
      id,
      version,
      shape,
      body,
      entries: hasIndexes ? entries : undefined,
    },
    stored: {
      collection: name,
      document,
      version: document === undefined ? 0 : version,
      bytes: (text?.length ?? 0) * 2,
    },
    address: addressOf(scope, name, id),
  };
}

/** A sentence for the operator. */
export function newerData(collection: string): Error {
  return new Error(
    `The data of ${collection} was written by a newer Holdfast. Start that version, or a newer one.`,
  );
}

/** Opens, parses, upgrades and freezes a row. */
export function decodeRow(
  collection: Collection<never>,
  scope: string,
  id: string,
  row: DocumentRow | undefined,
  keyring: Keyring,
): Stored {
  const { name } = collection;
  if (row === undefined) return { collection: name, version: 0, document: undefined, bytes: 0 };
  if (row.shape > collection.shape) {
    throw newerData(name);
  }
  const clear = !collection.sealed
    ? Buffer.from(row.body)
    : keyring.unseal(scope, [scope, name, id, String(row.shape)], row.body);
  let document: JsonObject = JSON.parse(clear.toString('utf8'));
  for (let shape = row.shape; shape < collection.shape; shape += 1) {
    const upgrade = collection.upgrades[shape];
    if (upgrade === undefined) throw new Error(`${name} lacks the upgrade from shape ${shape}.`);
    document = upgrade(document);
  }
  deepFreeze(document);
  return { collection: name, version: row.version, document, bytes: clear.length * 2 };
}
