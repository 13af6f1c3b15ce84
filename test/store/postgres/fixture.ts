import { fileRootKey } from '../../../src/crypto/root-key.ts';
import type { RootKeyProvider } from '../../../src/crypto/root-key.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { openStore } from '../../../src/store/open.ts';
import { connectPostgres, type PostgresDatabase } from '../../../src/store/postgres/database.ts';
import { openPostgresTrail } from '../../../src/store/postgres/trail.ts';
import type { Trail } from '../../../src/store/trail/open.ts';
import { lockDirectory } from '../../../src/store/sqlite/directory-lock.ts';
import { notes, releasing, secrets } from '../fixture.ts';

export interface Node {
  readonly store: OpenStore;
  /** Closing it closes the connections. */
  readonly trail: Trail;
}

/** One node over a database. */
export async function openShared(
  url: string,
  directory: string,
  rootKey: RootKeyProvider = fileRootKey(`${directory}.key`),
): Promise<Node> {
  const lock = lockDirectory(directory);
  let database: PostgresDatabase | undefined;
  try {
    database = await connectPostgres(url);
    const trail = await openPostgresTrail(database);
    const collections = [notes, secrets];
    const store = await openStore({
      lock,
      postgres: database,
      trail,
      rootKey,
      collections,
      workerFile: '',
    });
    return { store: releasing(store, lock), trail };
  } catch (error) {
    lock.release();
    await database?.close();
    throw error;
  }
}
