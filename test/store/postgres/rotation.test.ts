import { rm } from 'node:fs/promises';
import { afterAll, describe, it } from 'vitest';
import { newDirectory } from '../fixture.ts';
import { rotationContract } from '../rotation.contract.ts';
import { openShared } from './fixture.ts';
import { startPostgres } from './server.ts';

const server = await startPostgres();

if (typeof server === 'string') {
  describe.skip(`another root key in PostgreSQL, skipped: ${server}`, () =>
    it('is not tested', () => {}));
} else {
  afterAll(() => server.stop());
  rotationContract('another root key in PostgreSQL', async (use) => {
    const url = await server.createDatabase();
    const directory = await newDirectory();
    await use({
      async open(rootKey) {
        const { store, trail } = await openShared(url, directory, rootKey);
        return {
          store,
          async close() {
            await store.close();
            await trail.close();
          },
        };
      },
      async refuseKeys(isRefusing) {
        await server.query(
          url,
          isRefusing
            ? `CREATE FUNCTION holdfast.refuse() RETURNS trigger LANGUAGE plpgsql AS
               $$BEGIN RAISE EXCEPTION 'refused'; END$$;
               CREATE TRIGGER refuse BEFORE UPDATE ON holdfast.scope_keys
               FOR EACH ROW EXECUTE FUNCTION holdfast.refuse()`
            : 'DROP FUNCTION holdfast.refuse CASCADE',
        );
      },
      async body() {
        const [row] = await server.query(url, "SELECT body FROM holdfast.documents WHERE id = 'a'");
        const body = row?.['body'];
        if (!Buffer.isBuffer(body)) throw new Error('there is no document a');
        return body;
      },
    });
    await rm(directory, { recursive: true, force: true });
  });
}
