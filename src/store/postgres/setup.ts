import { randomBytes } from 'node:crypto';
import type { RootKeyProvider } from '../../crypto/root-key.ts';
import { bytesOf, textOf } from '../columns.ts';
import { Keyring } from '../keyring.ts';
import type { Identity } from '../setup.ts';
import { newIdentity, openIdentity } from '../setup.ts';
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
    const meta = await readMeta(query);
    const check = meta.get('rootKeyCheck');
    const salt = meta.get('salt');
    if (check !== undefined && salt !== undefined) {
      const identity = await openIdentity({ check, salt: Buffer.from(salt, 'hex') }, provider);
      return { identity, keyring: new Keyring(identity, await readScopeKeys(query)) };
    }
    const identity = await newIdentity(randomBytes(16), provider);
    const keyring = new Keyring(identity, []);
    keyring.derive('the first key');
    await query('BEGIN');
    await setMeta(query, 'salt', identity.salt.toString('hex'));
    await setMeta(query, 'rootKeyCheck', identity.check);
    for (const { scope, wrapped } of keyring.unsaved()) {
      await query('INSERT INTO scope_keys VALUES ($1, $2)', [scope, wrapped]);
    }
    await query('COMMIT');
    keyring.saved(keyring.unsaved());
    return { identity, keyring };
  });
}

async function readMeta(query: Query): Promise<ReadonlyMap<string, string>> {
  const rows = await query('SELECT name, value FROM meta');
  return new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')]));
}

async function setMeta(query: Query, name: string, value: string): Promise<void> {
  await query(
    'INSERT INTO meta VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    [name, value],
  );
}

export async function readScopeKeys(query: Query): Promise<readonly ScopeKeyRow[]> {
  const rows = await query('SELECT scope, wrapped FROM scope_keys');
  return rows.map((row) => ({ scope: textOf(row, 'scope'), wrapped: bytesOf(row, 'wrapped') }));
}
