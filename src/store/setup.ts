import { randomBytes } from 'node:crypto';
import type { AnyCollection } from '../contract/service.ts';
import type { RootKey, RootKeyProvider } from '../crypto/root-key.ts';
import { rootKeyCheck } from '../crypto/root-key.ts';
import { rewrap } from '../crypto/sealing.ts';
import { equalSecrets } from '../core/secret.ts';
import { Reader } from './sqlite/reader.ts';
import { openForWriting, SCHEMA_VERSION, TABLES } from './sqlite/schema.ts';
import type { TrailWriter } from './trail-writer.ts';

const SALT_BYTES = 16;

/** What tells one store from another, and the key that opens it. */
export interface Identity {
  readonly isNew: boolean;
  readonly salt: Buffer;
  readonly rootKey: RootKey;
  /** Tells the root key from others. */
  readonly check: string;
}

/** Judges layout and root key before anything is written. */
export async function readIdentity(
  path: string,
  hasFile: boolean,
  provider: RootKeyProvider,
): Promise<Identity> {
  const known = hasFile ? readKnown(path) : undefined;
  if (known === undefined) return newIdentity(randomBytes(SALT_BYTES), provider);
  if (known.schema > SCHEMA_VERSION) {
    throw new Error(
      'The data was written by a newer Holdfast. Start that version, or a newer one.',
    );
  }
  return openIdentity(known, provider);
}

/** The identity of a store that is made now. */
export async function newIdentity(salt: Buffer, provider: RootKeyProvider): Promise<Identity> {
  const rootKey = await provider.open({ isNew: true, salt });
  return { isNew: true, salt, rootKey, check: rootKeyCheck(rootKey, salt) };
}

/** Opens a store's root key. Throws when it is another one. */
export async function openIdentity(
  known: Pick<Identity, 'salt' | 'check'>,
  provider: RootKeyProvider,
): Promise<Identity> {
  const { salt, check } = known;
  const rootKey = await provider.open({ isNew: false, salt });
  if (!equalSecrets(rootKeyCheck(rootKey, salt), check)) {
    throw new Error(
      'The root key is not the one this data was made with. Nothing was changed; ' +
        'give the right key, or use another data directory.',
    );
  }
  return { isNew: false, salt, rootKey, check };
}

interface Known {
  readonly schema: number;
  readonly salt: Buffer;
  readonly check: string;
}

function readKnown(path: string): Known | undefined {
  const reader = new Reader(path);
  try {
    // A start that was cut short before it wrote anything left an empty file.
    if (!reader.hasTables()) return undefined;
    const check = reader.meta('rootKeyCheck');
    const salt = Buffer.from(reader.meta('salt') ?? '', 'hex');
    if (check === undefined) throw new Error(`${path} is not a store of Holdfast.`);
    return { schema: Number(reader.meta('schema')), salt, check };
  } finally {
    reader.close();
  }
}

export interface SetUpOptions {
  readonly path: string;
  readonly identity: Identity;
  readonly trail: TrailWriter;
  readonly collections: readonly AnyCollection[];
  readonly onProgress: (text: string) => void;
}

/** Makes the tables, and drops pending rows that the trail holds already. */
export function setUp(options: SetUpOptions): void {
  const { path, identity, trail } = options;
  const database = openForWriting(path, true);
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec(TABLES);
    const setMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
    if (identity.isNew) {
      setMeta.run('schema', String(SCHEMA_VERSION));
      setMeta.run('salt', identity.salt.toString('hex'));
      setMeta.run('rootKeyCheck', identity.check);
      // Numbers go on from what the trail has, should it be older than this store.
      setMeta.run('pending', String(trail.highestPending()));
    }
    database.prepare('DELETE FROM pending WHERE number <= ?').run(trail.highestPending());
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** Wraps the data keys of a closed store by another root key: all of them, or none. */
export async function rewrapStore(
  path: string,
  from: RootKeyProvider,
  to: RootKeyProvider,
): Promise<void> {
  const identity = await readIdentity(path, true, from);
  const salt = randomBytes(SALT_BYTES);
  const key = await to.open({ isNew: true, salt });
  const reader = new Reader(path);
  const rows = reader.scopeKeys();
  reader.close();
  const database = openForWriting(path, true);
  try {
    database.exec('BEGIN IMMEDIATE');
    const update = database.prepare('UPDATE scope_keys SET wrapped = ? WHERE scope = ?');
    for (const { scope, wrapped } of rows) {
      update.run(rewrap(identity.rootKey, key, scope, wrapped), scope);
    }
    const setMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
    setMeta.run('salt', salt.toString('hex'));
    setMeta.run('rootKeyCheck', rootKeyCheck(key, salt));
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
