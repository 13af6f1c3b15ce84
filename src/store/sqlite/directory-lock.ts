import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A data directory that is this process's own until it is released. */
export interface DirectoryLock {
  readonly directory: string;
  /** Once is enough; again changes nothing. */
  release(): void;
}

/**
 * Takes a data directory for this process alone, making it when it is missing. The system gives it back when the
 * process dies. Take it before anything in the directory is opened: recovery after a crash writes.
 * Throws an Error whose message is a sentence for the operator.
 */
export function lockDirectory(directory: string): DirectoryLock {
  let database: DatabaseSyncInstance | undefined;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(join(directory, 'lock.db'), { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database?.close();
    const reason = cause instanceof Error ? cause.message : 'unknown';
    if (!reason.includes('database is locked')) {
      throw new Error(`The data directory ${directory} can't be used: ${reason}.`, { cause });
    }
    throw new Error(
      `The data directory ${directory} is in use by another process. ` +
        'Stop that server, or choose another directory.',
      { cause },
    );
  }
  const taken = database;
  const release = (): void => {
    if (taken.isOpen) taken.close();
  };
  return { directory, release };
}
