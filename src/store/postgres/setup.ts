import type { RootKeyProvider } from '../../crypto/root-key.ts';
import { bytesOf, textOf } from '../columns.ts';
import { Keyring } from '../keyring.ts';
import type { Identity, KeyChange } from '../rotation.ts';
import { endedRotation, identityMeta, newIdentity, openIdentity } from '../rotation.ts';
import type { ScopeKeyRow } from '../sqlite/messages.ts';
import type { PostgresDatabase } from './database.ts';
import type { Query } from './query.ts';

export interface Unlocked {
  readonly identity: Identity;
  readonly keyring: Keyring;
}

/** Judges the root key and opens the data keys, or makes both for a database that has none. */
export function unlock(database: PostgresDatabase, provider: RootKeyProvider): Promise<Unlocked> {
  // Of nodes that start together, one makes the keys.
  return database.exclusively(async (query) => {
    const rows = await query('SELECT name, value FROM meta');
    const meta = new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')]));
    if (!meta.has('rootKeyCheck')) return makeKeys(query, provider);
    const identity = await openIdentity((name) => meta.get(name), provider);
    if (identity.from !== undefined) {
      const wrapped = await readScopeKeys(query);
      await keepChange(query, endedRotation(identity.from, identity, wrapped));
    }
    return { identity, keyring: new Keyring(identity, await readScopeKeys(query)) };
  });
}

async function makeKeys(query: Query, provider: RootKeyProvider): Promise<Unlocked> {
  const identity = await newIdentity(provider);
  const keyring = new Keyring(identity, []);
  keyring.derive('the first key');
  const keys = keyring.unsaved();
  await keepChange(query, { meta: identityMeta(identity), keys });
  keyring.saved(keys);
  return { identity, keyring };
}

/** In one transaction. */
export async function keepChange(query: Query, { meta, keys }: KeyChange): Promise<void> {
  await query('BEGIN');
  try {
    for (const [name, value] of Object.entries(meta)) {
      if (value === undefined) await query('DELETE FROM meta WHERE name = $1', [name]);
      else await query(SET_META, [name, value]);
    }
    for (const { scope, wrapped } of keys) await query(SET_KEY, [scope, wrapped]);
    await query('COMMIT');
  } catch (error) {
    await query('ROLLBACK');
    throw error;
  }
}

const SET_META =
  'INSERT INTO meta VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
const SET_KEY =
  'INSERT INTO scope_keys VALUES ($1, $2) ' +
  'ON CONFLICT (scope) DO UPDATE SET wrapped = excluded.wrapped';

export async function readScopeKeys(query: Query): Promise<readonly ScopeKeyRow[]> {
  const rows = await query('SELECT scope, wrapped FROM scope_keys');
  return rows.map((row) => ({ scope: textOf(row, 'scope'), wrapped: bytesOf(row, 'wrapped') }));
}
