import { DatabaseSync } from '@photostructure/sqlite';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryTrail, newDirectory, openTest } from './fixture.ts';
import { rotationContract } from './rotation.contract.ts';

rotationContract('another root key for the embedded store', async (use) => {
  const directory = await newDirectory();
  const trail = new MemoryTrail();
  const database = () => new DatabaseSync(join(directory, 'state.db'));
  await use({
    async open(rootKey) {
      const store = await openTest(directory, trail, rootKey);
      return { store, close: () => store.close() };
    },
    async refuseKeys(isRefusing) {
      const other = database();
      other.exec(
        isRefusing
          ? `CREATE TRIGGER refuse BEFORE INSERT ON scope_keys
             WHEN EXISTS (SELECT 1 FROM scope_keys WHERE scope = NEW.scope)
             BEGIN SELECT RAISE(ABORT, 'refused'); END`
          : 'DROP TRIGGER refuse',
      );
      other.close();
    },
    async body() {
      const other = database();
      const row = other.prepare("SELECT body FROM documents WHERE id = 'a'").get();
      other.close();
      return Buffer.from(row?.['body']);
    },
  });
  await rm(directory, { recursive: true, force: true });
});
