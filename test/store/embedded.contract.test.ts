import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MemoryTrail, newDirectory, openTest } from './fixture.ts';
import type { Opened } from './store.contract.ts';
import { storeContract } from './store.contract.ts';

async function openIn(directory: string, trail: MemoryTrail): Promise<Opened> {
  const store = await openTest(directory, trail);
  return {
    store,
    audited: async () => trail.records.map(({ text }) => text),
    async kept() {
      const files = await readdir(directory);
      const texts = files.map((file) => readFile(join(directory, file), 'latin1'));
      return (await Promise.all(texts)).join('\n');
    },
    async reopen() {
      await store.close();
      return openIn(directory, trail);
    },
    async close() {
      await store.close();
      await rm(directory, { recursive: true, force: true });
      await rm(`${directory}.key`, { force: true });
    },
  };
}

storeContract('the embedded store', async () => openIn(await newDirectory(), new MemoryTrail()));
