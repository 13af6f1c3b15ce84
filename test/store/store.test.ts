import { DatabaseSync } from '@photostructure/sqlite';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRootKey, memoryRootKey, passphraseRootKey } from '../../src/crypto/root-key.ts';
import { rewrapStore } from '../../src/store/setup.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { MemoryTrail, newDirectory, notes, openTest, record, scope, secrets } from './fixture.ts';

let directory: string;
let trail: MemoryTrail;
let store: OpenStore;

beforeEach(async () => {
  directory = await newDirectory();
  trail = new MemoryTrail();
  store = await openTest(directory, trail);
});

afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
  await rm(`${directory}.key`, { force: true });
});

function put(id: string, count: number, tags: readonly string[] = []): Promise<void> {
  return store.run(async (unit) => unit.view(scope).put(notes, id, { count, tags }));
}

function count(id: string): Promise<number | undefined> {
  return store.run(async (unit) => (await unit.view(scope).get(notes, id))?.count);
}

async function ids(index?: string, limit = 10, descending = false): Promise<string[]> {
  const page = await store.run((unit) =>
    unit.view(scope).list(notes, { ...(index === undefined ? {} : { index }), limit, descending }),
  );
  return page.items.map((item) => item.id);
}

function database(): InstanceType<typeof DatabaseSync> {
  return new DatabaseSync(join(directory, 'state.db'));
}

describe('units', () => {
  it('see their own writes, in reads and in listings', async () => {
    await put('a', 1, ['x']);
    await put('b', 2, ['x']);
    await store.run(async (unit) => {
      const view = unit.view(scope);
      view.delete(notes, 'a');
      view.put(notes, 'c', { count: 3, tags: ['w', 'x'] });
      expect(await view.get(notes, 'a')).toBeUndefined();
      const page = await view.list(notes, { index: 'tag', limit: 10 });
      expect(page.items.map((item) => `${item.key}${item.id}`)).toEqual(['wc', 'xb', 'xc']);
      const first = await view.list(notes, { limit: 1, descending: true });
      expect(first.items.map((item) => item.id)).toEqual(['c']);
      expect(first.last).toEqual({ key: 'c', id: 'c' });
    });
    expect(await ids('tag')).toEqual(['c', 'b', 'c']);
  });

  it('walk pages by prefix, both ways, to the end', async () => {
    for (const id of ['a', 'p1', 'p2', 'p\u{10ffff}', 'q']) await put(id, 1);
    for (const descending of [false, true]) {
      const seen: string[] = [];
      await store.run(async (unit) => {
        const query = { prefix: 'p', limit: 2, descending };
        let page = await unit.view(scope).list(notes, query);
        seen.push(...page.items.map((item) => item.id));
        while (page.last !== undefined) {
          page = await unit.view(scope).list(notes, { ...query, after: page.last });
          seen.push(...page.items.map((item) => item.id));
        }
      });
      const expected = ['p1', 'p2', 'p\u{10ffff}'];
      expect(seen).toEqual(descending ? expected.toReversed() : expected);
    }
  });

  it('keep documents, keys and numbers over a restart', async () => {
    await put('a', 1);
    const { sessionKey } = store;
    expect(store.isNew).toBe(true);
    await store.close();
    store = await openTest(directory, trail);
    expect(store.isNew).toBe(false);
    expect(store.sessionKey).toEqual(sessionKey);
    expect(await count('a')).toBe(1);
  });

  it('lose no increment of one counter', async () => {
    await put('n', 0);
    await Promise.all(
      Array.from({ length: 30 }, () =>
        store.run(async (unit) => {
          const view = unit.view(scope);
          const found = await view.get(notes, 'n');
          unit.audit(record);
          view.put(notes, 'n', { count: (found?.count ?? 0) + 1 });
        }),
      ),
    );
    expect(await count('n')).toBe(30);
    await store.settle();
    expect(trail.records).toHaveLength(30);
  });

  it('allow no write skew', async () => {
    await put('a', 1);
    await put('b', 1);
    const leave = (own: string): Promise<void> =>
      store.run(async (unit) => {
        const view = unit.view(scope);
        const both = [await view.get(notes, 'a'), await view.get(notes, 'b')];
        const total = both.reduce((sum, note) => sum + (note?.count ?? 0), 0);
        if (total > 1) view.put(notes, own, { count: 0 });
      });
    await Promise.all([leave('a'), leave('b')]);
    const left = [await count('a'), await count('b')];
    expect(new Set(left)).toEqual(new Set([0, 1]));
  });

  it('allow no phantom', async () => {
    const add = (id: string): Promise<void> =>
      store.run(async (unit) => {
        const view = unit.view(scope);
        const page = await view.list(notes, { index: 'tag', prefix: 'only', limit: 2 });
        if (page.items.length === 0) view.put(notes, id, { count: 1, tags: ['only'] });
      });
    await Promise.all(['a', 'b', 'c'].map(add));
    expect(await ids()).toHaveLength(1);
  });

  it('make a value once, whatever the number of runs', async () => {
    await put('n', 0);
    let made = 0;
    let runs = 0;
    await store.run(async (unit) => {
      runs += 1;
      const view = unit.view(scope);
      await view.get(notes, 'n');
      const value = await unit.once(() => (made += 1));
      if (runs === 1) await put('n', 5);
      view.put(notes, 'n', { count: value });
    });
    expect({ runs, made, count: await count('n') }).toEqual({ runs: 2, made: 1, count: 1 });
  });

  it('finish alone when conflicts do not end', async () => {
    await put('n', 0);
    let runs = 0;
    await store.run(async (unit) => {
      runs += 1;
      const found = await unit.view(scope).get(notes, 'n');
      if (runs <= 5) await put('n', runs);
      unit.view(scope).put(notes, 'n', { count: (found?.count ?? 0) + 100 });
    });
    expect({ runs, count: await count('n') }).toEqual({ runs: 6, count: 105 });
  });

  it('fail when nothing can be audited, and leave the store usable', async () => {
    trail.isFailing = true;
    await expect(store.run(async (unit) => unit.audit(record))).rejects.toThrow('trail is full');
    trail.isFailing = false;
    await put('a', 1);
    expect(await count('a')).toBe(1);
  });

  it('fail with the transaction that could not be made, and the store goes on', async () => {
    const other = database();
    other.exec(`CREATE TRIGGER refuse BEFORE INSERT ON documents WHEN NEW.id = 'bad'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    other.close();
    await expect(put('bad', 1)).rejects.toThrow('no room');
    expect(await count('bad')).toBeUndefined();
    await put('good', 1);
    expect(await ids()).toEqual(['good']);
  });
});

describe('jobs and the outbox', () => {
  const job = { id: 'j', kind: 'test.do', scope, due: 5, payload: '{}' } as const;

  it('give due jobs in order, and take a job away with its run', async () => {
    await store.run(async (unit) => {
      unit.order(job);
      unit.order({ ...job, id: 'k', due: 3 });
    });
    expect(await store.nextDue()).toBe(3);
    expect((await store.dueJobs(Number.POSITIVE_INFINITY, 9)).map(({ id }) => id)).toEqual([
      'k',
      'j',
    ]);
    await store.runJob(job, async (unit) => unit.view(scope).put(notes, 'ran', { count: 1 }));
    await store.runJob(job, async (unit) => unit.view(scope).put(notes, 'again', { count: 1 }));
    expect(await ids()).toEqual(['ran']);
    expect(await store.dueJobs(9, 9)).toHaveLength(1);
  });

  it('number events in order', async () => {
    const event = { ...scope, time: 1, topic: 'test.done', text: '{}' };
    await store.run(async (unit) => unit.emit(event));
    await store.run(async (unit) => unit.emit(event));
    expect((await store.readOutbox(1, 9)).map(({ position }) => position)).toEqual([2]);
    expect(store.highestOutbox()).toBe(2);
  });

  it('are gone after a reset', async () => {
    await put('a', 1);
    await store.run(async (unit) => unit.order(job));
    await store.reset();
    expect(await count('a')).toBeUndefined();
    expect(await store.nextDue()).toBeUndefined();
  });
});

describe('the directory', () => {
  it('belongs to one process at a time', async () => {
    await expect(openTest(directory, trail)).rejects.toThrow('is in use by another process');
    await put('a', 1);
  });

  it('refuses another root key, and changes nothing', async () => {
    await put('a', 1);
    await store.close();
    await expect(openTest(directory, trail, memoryRootKey())).rejects.toThrow('not the one');
    store = await openTest(directory, trail);
    expect(await count('a')).toBe(1);
  });

  it('refuses a sealed row that was moved', async () => {
    await store.run(async (unit) => {
      unit.view(scope).put(secrets, 'a', { count: 1 });
      unit.view(scope).put(secrets, 'b', { count: 2 });
    });
    await store.close();
    const other = database();
    other.exec(`UPDATE documents SET body =
      (SELECT body FROM documents WHERE id = 'b') WHERE id = 'a'`);
    other.close();
    store = await openTest(directory, trail);
    const read = (id: string): Promise<number | undefined> =>
      store.run(async (unit) => (await unit.view(scope).get(secrets, id))?.count);
    await expect(read('a')).rejects.toThrow('changed or moved');
    expect(await read('b')).toBe(2);
  });

  it('takes a new root key by wrapping the data keys anew', async () => {
    await store.run(async (unit) => unit.view(scope).put(secrets, 'a', { count: 1 }));
    const { sessionKey } = store;
    await store.close();
    const next = passphraseRootKey('a passphrase');
    await rewrapStore(join(directory, 'state.db'), fileRootKey(`${directory}.key`), next);
    store = await openTest(directory, trail, next);
    expect(store.sessionKey).toEqual(sessionKey);
  });

  it('hands the trail what a crash left pending, once', async () => {
    trail.isFailing = true;
    await store.run(async (unit) => {
      unit.audit(record);
      unit.view(scope).put(notes, 'a', { count: 1 });
    });
    expect(trail.records).toHaveLength(0);
    await store.close();
    trail.isFailing = false;
    store = await openTest(directory, trail);
    expect(trail.records).toHaveLength(1);
    expect(trail.highestPending()).toBe(1);
    await store.close();
    store = await openTest(directory, trail);
    expect(trail.records).toHaveLength(1);
  });
});

it('a store in memory leaves nothing behind', async () => {
  const memory = await openTest(undefined, trail, memoryRootKey());
  await memory.run(async (unit) => unit.view(scope).put(notes, 'a', { count: 1 }));
  await memory.close();
  await expect(memory.run(async () => undefined)).rejects.toThrow('closed');
});
