// The one thread that writes to the database: a group in, one transaction, one answer out.
// Started with a `snapshot` instead, it copies a database and ends.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import type {
  DocumentWrite,
  JobWrite,
  SnapshotReply,
  SnapshotSettings,
  WriteGroup,
  WriteReply,
  WriteRequest,
  WriterOpening,
  WriterSettings,
} from './messages.ts';
import { keepChange, openForReading, openForWriting } from './schema.ts';

type Apply = (group: WriteGroup) => void;

function prepare(database: DatabaseSyncInstance): Apply {
  const writeDocument = documentWriter(database);
  const writeJob = jobWriter(database);
  const insertPending = database.prepare('INSERT INTO pending VALUES (?, ?)');
  const insertOutbox = database.prepare('INSERT INTO outbox VALUES (?, ?)');
  const insertKey = database.prepare('INSERT INTO scope_keys VALUES (?, ?)');
  const dropPending = database.prepare('DELETE FROM pending WHERE number <= ?');
  const dropOutbox = database.prepare('DELETE FROM outbox WHERE number <= ?');
  const setMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  return (group) => {
    if (group.reset) {
      for (const table of ['documents', 'index_entries', 'jobs', 'outbox']) {
        database.exec(`DELETE FROM ${table}`);
      }
    }
    if (group.dropPendingThrough > 0) dropPending.run(group.dropPendingThrough);
    if (group.dropOutboxThrough > 0) dropOutbox.run(group.dropOutboxThrough);
    if (group.keep !== undefined) keepChange(database, group.keep);
    for (const row of group.scopeKeys) insertKey.run(row.scope, row.wrapped);
    for (const document of group.documents) writeDocument(document);
    for (const job of group.jobs) writeJob(job);
    for (const row of group.pending) insertPending.run(row.number, row.body);
    for (const row of group.outbox) insertOutbox.run(row.number, row.body);
    for (const [name, value] of Object.entries(group.counters)) setMeta.run(name, String(value));
  };
}

function documentWriter(database: DatabaseSyncInstance): (write: DocumentWrite) => void {
  const insert = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)');
  const remove = database.prepare(
    'DELETE FROM documents WHERE scope = ? AND collection = ? AND id = ?',
  );
  const removeEntries = database.prepare(
    'DELETE FROM index_entries WHERE scope = ? AND collection = ? AND id = ?',
  );
  const insertEntry = database.prepare(
    'INSERT OR IGNORE INTO index_entries VALUES (?, ?, ?, ?, ?)',
  );
  return ({ scope, collection, id, version, shape, body, entries }) => {
    if (body === undefined) remove.run(scope, collection, id);
    else insert.run(scope, collection, id, version, shape, body);
    if (entries === undefined) return;
    removeEntries.run(scope, collection, id);
    for (const { index, key } of entries) insertEntry.run(scope, collection, index, key, id);
  };
}

function jobWriter(database: DatabaseSyncInstance): (write: JobWrite) => void {
  const insert = database.prepare('INSERT OR REPLACE INTO jobs VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM jobs WHERE id = ?');
  return ({ id, due, body }) => {
    if (body === undefined) remove.run(id);
    else insert.run(id, due, body);
  };
}

interface Opened {
  readonly database: DatabaseSyncInstance;
  readonly apply: Apply;
}

function openDatabase({ path, sync }: WriterSettings): Opened {
  const database = openForWriting(path, sync);
  return { database, apply: prepare(database) };
}

function write({ database, apply }: Opened, group: WriteGroup): string | undefined {
  try {
    database.exec('BEGIN IMMEDIATE');
    apply(group);
    database.exec('COMMIT');
    return undefined;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    return error instanceof Error ? error.message : 'unknown';
  }
}

/** The database is opened for the first group: the thread starts while it is still being made. */
function serve(port: MessagePort): void {
  let settings: WriterSettings | undefined;
  let opened: Opened | undefined;
  port.on('message', (request: WriterOpening | WriteRequest | 'close') => {
    if (request === 'close') {
      opened?.database.close();
      port.close();
      return;
    }
    if ('settings' in request) {
      ({ settings } = request);
      return;
    }
    if (settings === undefined) throw new Error('the writer was not told what to write to');
    opened ??= openDatabase(settings);
    const error = write(opened, request.group);
    port.postMessage({ number: request.number, error } satisfies WriteReply);
  });
}

/** One read transaction: the writer goes on meanwhile, and the copy has no write-ahead log. */
function snapshot({ from, to }: SnapshotSettings): SnapshotReply {
  try {
    const database = openForReading(from);
    try {
      database.prepare('VACUUM INTO ?').run(to);
    } finally {
      database.close();
    }
    return { error: undefined };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}

const started: { readonly snapshot: SnapshotSettings } | undefined = workerData ?? undefined;
if (parentPort !== null) {
  if (started === undefined) serve(parentPort);
  else parentPort.postMessage(snapshot(started.snapshot));
}
