import { createHash } from 'node:crypto';
import { COMMIT_FUNCTION } from './commit-function.ts';

/** The number of this layout. A database with a higher one is refused. */
export const SCHEMA_VERSION = 1;

/** All that is Holdfast's lives in one schema of the database. */
export const SCHEMA = 'holdfast';

/** The advisory lock that commits take turns under: one of each database. */
export const COMMIT_LOCK = 0x686f_6c64;

// Collation C sorts by UTF-8 bytes. Counters are one row, so that one statement reads them all.
const TABLES = `
CREATE TABLE IF NOT EXISTS meta (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
CREATE TABLE IF NOT EXISTS counters (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  sequence bigint NOT NULL DEFAULT 0, outbox bigint NOT NULL DEFAULT 0,
  trail bigint NOT NULL DEFAULT 0, pending bigint NOT NULL DEFAULT 0
);
INSERT INTO counters DEFAULT VALUES ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS documents (
  scope text COLLATE "C", collection text COLLATE "C", id text COLLATE "C",
  version bigint NOT NULL, shape integer NOT NULL, body bytea NOT NULL,
  PRIMARY KEY (scope, collection, id)
);
CREATE TABLE IF NOT EXISTS index_entries (
  scope text COLLATE "C", collection text COLLATE "C", index_name text COLLATE "C",
  key text COLLATE "C", id text COLLATE "C",
  PRIMARY KEY (scope, collection, index_name, key, id)
);
CREATE INDEX IF NOT EXISTS index_entries_by_document ON index_entries (scope, collection, id);
CREATE TABLE IF NOT EXISTS ranges (
  scope text COLLATE "C", collection text COLLATE "C", version bigint NOT NULL,
  PRIMARY KEY (scope, collection)
);
CREATE TABLE IF NOT EXISTS outbox (number bigint PRIMARY KEY, tag text NOT NULL, body bytea NOT NULL);
CREATE TABLE IF NOT EXISTS jobs (
  id text COLLATE "C" PRIMARY KEY, due double precision NOT NULL,
  version bigint NOT NULL, body bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS jobs_by_due ON jobs (due, id);
CREATE TABLE IF NOT EXISTS scope_keys (scope text COLLATE "C" PRIMARY KEY, wrapped bytea NOT NULL);
CREATE TABLE IF NOT EXISTS trail (
  position bigint PRIMARY KEY, account text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL, "time" double precision NOT NULL, text text NOT NULL
);
CREATE INDEX IF NOT EXISTS trail_by_account ON trail (account, position);
`;

/** The statements of a start; safe to run again. */
export const LAYOUT: readonly string[] = [...TABLES.trim().split(';\n'), COMMIT_FUNCTION];

/** Tells whether a database has this very layout, so that a start need not lay it down again. */
export const LAYOUT_DIGEST = createHash('sha256').update(LAYOUT.join()).digest('hex');
