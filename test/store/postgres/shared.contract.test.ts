import { rm } from 'node:fs/promises';
import { afterAll, describe, it } from 'vitest';
import type { Opened } from '../store.contract.ts';
import { storeContract } from '../store.contract.ts';
import { newDirectory } from '../fixture.ts';
import { openShared } from './fixture.ts';
import { startPostgres } from './server.ts';
import type { PostgresServer } from './server.ts';

const server = await startPostgres();

if (typeof server === 'string') {
  describe.skip(`the store in PostgreSQL, skipped: ${server}`, () => it('is not tested', () => {}));
} else {
  afterAll(() => server.stop());
  storeContract(`the store in PostgreSQL ${server.version}`, async () =>
    openIn(server, await server.createDatabase(), await newDirectory()),
  );
}

const TABLES = ['meta', 'documents', 'index_entries', 'jobs', 'outbox', 'scope_keys', 'trail'];

async function openIn(server: PostgresServer, url: string, directory: string): Promise<Opened> {
  const { store, trail } = await openShared(url, directory);
  const close = async (): Promise<void> => {
    await store.close();
    await trail.close();
  };
  return {
    store,
    audited: async () => (await trail.read(0, 1_000)).map(({ text }) => text),
    async kept() {
      const texts: string[] = [];
      for (const table of TABLES) {
        for (const row of await server.query(url, `SELECT * FROM holdfast.${table}`)) {
          for (const value of Object.values(row)) {
            texts.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value));
          }
        }
      }
      return texts.join('\n');
    },
    async reopen() {
      await close();
      return openIn(server, url, directory);
    },
    async close() {
      await close();
      await rm(directory, { recursive: true, force: true });
      await rm(`${directory}.key`, { force: true });
    },
  };
}
