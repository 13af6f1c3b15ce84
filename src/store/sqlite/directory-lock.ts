import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';

export interface DirectoryLock {
  release(): void;
}

/** Takes a data directory for this process alone. The system gives it back when the process dies. */
export function lockDirectory(directory: string): DirectoryLock {
  const database = new DatabaseSync(join(directory, 'lock.db'), { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new Error(
      `The data directory ${directory} is in use by another process. ` +
        'Stop that server, or choose another directory.',
      { cause },
    );
  }
  return { release: () => database.close() };
}
