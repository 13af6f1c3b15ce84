import type { AnyCollection } from '../contract/service.ts';
import type { RootKeyProvider } from '../crypto/root-key.ts';
import type { Identity } from './rotation.ts';
import { endedRotation, identityMeta, newIdentity, openIdentity } from './rotation.ts';
import { Reader } from './sqlite/reader.ts';
import { keepChange, openForWriting, SCHEMA_VERSION, TABLES } from './sqlite/schema.ts';
import type { TrailWriter } from './trail-writer.ts';
import { newerData } from './documents.ts';

/** Judges layout and root key before anything is written. */
export async function readIdentity(
  path: string,
  hasFile: boolean,
  provider: RootKeyProvider,
  collections: readonly AnyCollection[],
): Promise<Identity> {
  const meta = hasFile ? readMeta(path) : undefined;
  if (meta === undefined) return newIdentity(provider);
  if (Number(meta.get('schema')) > SCHEMA_VERSION) {
    throw new Error(
      'The data was written by a newer Holdfast. Start that version, or a newer one.',
    );
  }
  for (const { name, shape } of collections) {
    if (Number(meta.get(shapeEntry(name)) ?? 0) > shape) throw newerData(name);
  }
  return openIdentity((name) => meta.get(name), provider);
}

function readMeta(path: string): ReadonlyMap<string, string> | undefined {
  const reader = new Reader(path);
  try {
    // A start that was cut short before it wrote anything left an empty file.
    if (!reader.hasTables()) return undefined;
    const meta = reader.allMeta();
    if (!meta.has('rootKeyCheck')) throw new Error(`${path} is not a store of Holdfast.`);
    return meta;
  } finally {
    reader.close();
  }
}

/** The entry of `meta` that holds the newest shape a collection's documents may have. */
function shapeEntry(collection: string): string {
  return `shape of ${collection}`;
}

/** Makes the tables, ends a rotation, and drops pending rows that the trail holds already. */
export function setUp(
  path: string,
  identity: Identity,
  trail: TrailWriter,
  collections: readonly AnyCollection[],
): void {
  const database = openForWriting(path, true);
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec(TABLES);
    if (identity.isNew) {
      keepChange(database, {
        meta: { schema: String(SCHEMA_VERSION), ...identityMeta(identity) },
        keys: [],
      });
    }
    // From now on documents of these shapes may be there, so that an older Holdfast must refuse.
    const shapes = collections.map(({ name, shape }) => [shapeEntry(name), String(shape)]);
    keepChange(database, { meta: Object.fromEntries(shapes), keys: [] });
    if (identity.from !== undefined) {
      const rows = new Reader(path);
      keepChange(database, endedRotation(identity.from, identity, rows.scopeKeys()));
      rows.close();
    }
    // The trail may be newer than the state, or older: numbers go on from the higher one.
    const moved = trail.highestPending();
    database
      .prepare(
        "INSERT INTO meta VALUES ('pending', ?) ON CONFLICT (name) DO UPDATE " +
          'SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))',
      )
      .run(String(moved));
    database.prepare('DELETE FROM pending WHERE number <= ?').run(moved);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
