import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AnyCollection } from '../../src/contract/service.ts';
import type { Store } from '../../src/contract/view.ts';
import { fileRootKey } from '../../src/crypto/root-key.ts';
import { openStore } from '../../src/store/open.ts';
import { lockDirectory } from '../../src/store/sqlite/directory-lock.ts';
import { openTrail } from '../../src/store/trail/open.ts';

/** An empty data directory's store, for filling it without HTTP. A server can be started on it once it is closed. */
export async function openSeedStore(
  directory: string,
  collections: readonly AnyCollection[],
): Promise<{ readonly store: Store; close(): Promise<void> }> {
  mkdirSync(directory, { recursive: true });
  const trail = await openTrail({ directory: join(directory, 'trail'), sync: true });
  const lock = lockDirectory(directory);
  const store = await openStore({
    lock,
    trail,
    workerFile: resolve('dist/store-writer.js'),
    collections,
    rootKey: fileRootKey(`${directory}.key`),
  });
  return {
    store,
    close: async () => {
      await store.close();
      await trail.close();
      lock.release();
    },
  };
}
