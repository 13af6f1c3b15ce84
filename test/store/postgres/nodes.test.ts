import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRootKey, memoryRootKey } from '../../../src/crypto/root-key.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { newDirectory, notes, record, scope, secrets } from '../fixture.ts';
import type { Node } from './fixture.ts';
import { openShared } from './fixture.ts';
import type { PostgresServer } from './server.ts';
import { startPostgres } from './server.ts';

const server = await startPostgres();

if (typeof server === 'string') {
  describe.skip(`nodes of one PostgreSQL, skipped: ${server}`, () => it('is not tested', () => {}));
} else {
  afterAll(() => server.stop());
  describe('nodes of one PostgreSQL', () => {
    twoNodes(server);
  });
}

function twoNodes(postgres: PostgresServer): void {
  let url: string;
  let directories: string[];
  let first: Node;
  let second: Node;

  const rootKey = () => fileRootKey(`${directories[0]}.key`);

  beforeEach(async () => {
    url = await postgres.createDatabase();
    directories = [await newDirectory(), await newDirectory(), await newDirectory()];
    [first, second] = await Promise.all([openNode(0), openNode(1)]);
  });
  afterEach(async () => {
    for (const node of [first, second]) await closeNode(node);
    for (const directory of directories) {
      await rm(directory, { recursive: true, force: true });
      await rm(`${directory}.key`, { force: true });
    }
  });

  function openNode(place: number): Promise<Node> {
    return openShared(url, directories[place] ?? '', rootKey());
  }

  async function closeNode(node: Node): Promise<void> {
    await node.store.close();
    await node.trail.close();
  }

  function put(store: OpenStore, id: string, count: number): Promise<void> {
    return store.run(async (unit) => unit.view(scope).put(notes, id, { count }));
  }

  function count(store: OpenStore, id: string): Promise<number | undefined> {
    return store.run(async (unit) => (await unit.view(scope).get(notes, id))?.count);
  }

  function add(store: OpenStore, id: string): Promise<void> {
    return store.run(async (unit) => {
      const found = await unit.view(scope).get(notes, id);
      unit.audit(record);
      unit.view(scope).put(notes, id, { count: (found?.count ?? 0) + 1 });
    });
  }

  it('that start together make one store', () => {
    expect([first, second].filter(({ store }) => store.isNew)).toHaveLength(1);
    expect(first.store.sessionKey).toEqual(second.store.sessionKey);
  });

  it('see at once what another wrote, whatever they hold in memory', async () => {
    for (let round = 1; round <= 20; round += 1) {
      const [writer, reader] = round % 2 === 0 ? [first, second] : [second, first];
      await put(writer.store, 'a', round);
      expect(await count(reader.store, 'a')).toBe(round);
    }
  });

  it('lose no increment, and number the trail without gaps', async () => {
    const adding = Array.from({ length: 40 }, (_, index) =>
      add(index % 2 === 0 ? first.store : second.store, 'n'),
    );
    await Promise.all(adding);
    expect(await count(first.store, 'n')).toBe(40);
    const records = await second.trail.read(0, 100);
    expect(records.map(({ position }) => position)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('allow neither write skew nor phantom between them', async () => {
    await put(first.store, 'a', 1);
    await put(first.store, 'b', 1);
    const leave = (store: OpenStore, own: string): Promise<void> =>
      store.run(async (unit) => {
        const view = unit.view(scope);
        const page = await view.list(notes, { limit: 10 });
        const total = page.items.reduce((sum, item) => sum + item.document.count, 0);
        if (total > 1) view.put(notes, own, { count: 0 });
      });
    await Promise.all([leave(first.store, 'a'), leave(second.store, 'b')]);
    const left = [await count(first.store, 'a'), await count(second.store, 'b')];
    expect(new Set(left)).toEqual(new Set([0, 1]));
  });

  it('seal under one key what they seal first at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const fresh = { account: `99990000000${round}`, region: 'eu-west-1' };
      const seal = (store: OpenStore, id: string): Promise<void> =>
        store.run(async (unit) => unit.view(fresh).put(secrets, id, { count: round }));
      await Promise.all([seal(first.store, 'a'), seal(second.store, 'b')]);
      const third = await openNode(2);
      for (const { store } of [first, second, third]) {
        for (const id of ['a', 'b']) {
          const found = await store.run((unit) => unit.view(fresh).get(secrets, id));
          expect(found).toEqual({ count: round });
        }
      }
      await closeNode(third);
    }
  });

  it('run a job once', async () => {
    const job = { id: 'j', kind: 'test.do', scope, due: 5, payload: '{}' } as const;
    await first.store.run(async (unit) => unit.order(job));
    await Promise.all(
      [first, second].map(({ store }) =>
        store.runJob(job, async (unit) => {
          const found = await unit.view(scope).get(notes, 'ran');
          unit.view(scope).put(notes, 'ran', { count: (found?.count ?? 0) + 1 });
        }),
      ),
    );
    expect(await count(second.store, 'ran')).toBe(1);
  });

  it('let one finish alone when the other never lets it', async () => {
    let runs = 0;
    await first.store.run(async (unit) => {
      runs += 1;
      const found = await unit.view(scope).get(notes, 'n');
      if (runs <= 5) await put(second.store, 'n', runs);
      unit.view(scope).put(notes, 'n', { count: (found?.count ?? 0) + 100 });
    });
    expect({ runs, count: await count(second.store, 'n') }).toEqual({ runs: 6, count: 105 });
  });

  it('hear of each other\u2019s records', async () => {
    const heard = new Promise<void>((resolve) => {
      second.trail.subscribe(resolve);
    });
    await first.store.run(async (unit) => unit.audit(record));
    await heard;
    expect(second.trail.highest()).toBe(1);
  });

  it('go on when their connections are cut', async () => {
    await put(first.store, 'a', 1);
    expect(await count(second.store, 'a')).toBe(1);
    await postgres.query(
      url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity ' +
        'WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    // The pool may hand out a connection that it does not know to be gone.
    let failures = 0;
    for (;;) {
      try {
        await put(first.store, 'a', 2);
        break;
      } catch (error) {
        expect(String(error)).toContain('could not write');
        failures += 1;
        expect(failures).toBeLessThan(20);
      }
    }
    expect(await count(first.store, 'a')).toBe(2);
    const fresh = await openNode(2);
    expect(await count(fresh.store, 'a')).toBe(2);
    await closeNode(fresh);
  });

  it('keep what the database refuses from the units that came along', async () => {
    const outcomes = await Promise.allSettled([
      put(first.store, 'a', 1),
      first.store.run(async (unit) => {
        unit.view(scope).put(notes, 'bad', { count: 1 });
        unit.audit({ ...record, region: 'no\0region' });
      }),
      put(first.store, 'b', 1),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await count(second.store, 'a')).toBe(1);
    expect(await count(second.store, 'bad')).toBeUndefined();
  });

  it('each have a data directory and the same root key', async () => {
    await expect(openNode(0)).rejects.toThrow('is in use by another process');
    const other = openShared(url, directories[2] ?? '', memoryRootKey());
    await expect(other).rejects.toThrow('root key is not the one');
    const missing = openShared(url, directories[2] ?? '');
    await expect(missing).rejects.toThrow('is missing');
  });

  it('refuse a database that a newer version laid down, and one that is not there', async () => {
    await postgres.query(url, "UPDATE holdfast.meta SET value = '999' WHERE name = 'schema'");
    await expect(openNode(2)).rejects.toThrow('newer Holdfast');
    const nowhere = openShared(url.replace(/test\d+/, 'nowhere'), directories[2] ?? '');
    await expect(nowhere).rejects.toThrow('can\'t be used: database "nowhere" does not exist');
  });
}
