import { DatabaseSync } from '@photostructure/sqlite';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryRootKey } from '../../src/crypto/root-key.ts';
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

describe('units of the embedded store', () => {
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

describe('a unit whose record no trail could take', () => {
  it('fails by itself, and holds up no record after it', async () => {
    const long = { ...record, text: 'x'.repeat(1024 * 1024 + 1) };
    const refused = store.run(async (unit) => {
      unit.view(scope).put(notes, 'a', { count: 1 });
      unit.audit(long);
    });
    await expect(refused).rejects.toThrow('An audit record is longer');
    expect(await count('a')).toBeUndefined();
    await store.run(async (unit) => {
      unit.view(scope).put(notes, 'b', { count: 2 });
      unit.audit(record);
    });
    await store.settle();
    expect(trail.records).toEqual([record]);
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

  it('refuses what a newer Holdfast may have written, before anything is read', async () => {
    await store.close();
    const other = database();
    other.exec("UPDATE meta SET value = '2' WHERE name = 'shape of test.note'");
    other.close();
    await expect(openTest(directory, trail)).rejects.toThrow(
      'The data of test.note was written by a newer Holdfast. Start that version, or a newer one.',
    );
    const again = database();
    again.exec("UPDATE meta SET value = '1' WHERE name = 'shape of test.note'");
    again.close();
    store = await openTest(directory, trail);
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
