import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { KeyChange } from '../rotation.ts';

/** The number of this layout. A store with a higher one is refused. */
export const SCHEMA_VERSION = 1;
const MMAP_BYTES = 256 * 1024 * 1024;
const BUSY_MS = 10_000;

export const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  scope TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL,
  version INTEGER NOT NULL, shape INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (scope, collection, id)
);
CREATE TABLE IF NOT EXISTS index_entries (
  scope TEXT NOT NULL, collection TEXT NOT NULL, index_name TEXT NOT NULL,
  key TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (scope, collection, index_name, key, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_entries_by_document ON index_entries (scope, collection, id);
CREATE TABLE IF NOT EXISTS pending (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS jobs (
  id TEXT PRIMARY KEY, due INTEGER NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jobs_by_due ON jobs (due, id);
CREATE TABLE IF NOT EXISTS scope_keys (
  scope TEXT PRIMARY KEY, wrapped BLOB NOT NULL
) WITHOUT ROWID;
`;

/** Within a transaction. */
export function keepChange(database: DatabaseSyncInstance, { meta, keys }: KeyChange): void {
  const setMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const dropMeta = database.prepare('DELETE FROM meta WHERE name = ?');
  for (const [name, value] of Object.entries(meta)) {
    if (value === undefined) dropMeta.run(name);
    else setMeta.run(name, value);
  }
  const setKey = database.prepare('INSERT OR REPLACE INTO scope_keys VALUES (?, ?)');
  for (const { scope, wrapped } of keys) setKey.run(scope, wrapped);
}

/** The database for writing: WAL, and a flush with each commit unless `sync` is false. */
export function openForWriting(path: string, sync: boolean): DatabaseSyncInstance {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(`PRAGMA synchronous = ${sync ? 'FULL' : 'OFF'}`);
  database.exec(`PRAGMA mmap_size = ${MMAP_BYTES}`);
  return database;
}

export function openForReading(path: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  database.exec(`PRAGMA mmap_size = ${MMAP_BYTES}`);
  return database;
}
