import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRootKey, memoryRootKey } from '../../src/crypto/root-key.ts';
import { backUp, backUpClosed, restore } from '../../src/store/backup.ts';
import { createBlobFolder } from '../../src/store/blobs/filesystem.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { openTrail } from '../../src/store/trail/open.ts';
import type { Trail } from '../../src/store/trail/open.ts';
import { newDirectory, notes, openTest, record, scope, secrets, workerFile } from './fixture.ts';

interface Running {
  readonly store: OpenStore;
  readonly trail: Trail;
}

let folder: string;
let running: Running | undefined;

beforeEach(async () => {
  folder = await newDirectory();
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const path = (name: string): string => join(folder, name);

async function start(name: string): Promise<Running> {
  const segmentBytes = 16 * 1024;
  const trail = await openTrail({ directory: join(path(name), 'trail'), sync: true, segmentBytes });
  const store = await openTest(path(name), trail, fileRootKey(path('root.key')));
  running = { store, trail };
  return running;
}

async function stop(): Promise<void> {
  await running?.store.close();
  await running?.trail.close();
  running = undefined;
}

function blobsOf(name: string, store: OpenStore) {
  const directory = join(path(name), 'blobs');
  return createBlobFolder({ directory, sync: true, keyOf: (of) => store.blobKey(of) });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A document, and an audit record that tells of it. */
function write({ store }: Running, id: string): Promise<void> {
  return store.run(async (unit) => {
    unit.view(scope).put(notes, id, { count: 1, tags: ['t'] });
    unit.view(scope).put(secrets, id, { count: 1 });
    unit.audit({ ...record, text: `${id} ${'x'.repeat(500)}` });
  });
}

async function ids({ store }: Running): Promise<string[]> {
  const page = await store.run((unit) =>
    unit.view(scope).list(notes, { index: 'tag', limit: 1_000 }),
  );
  return page.items.map((item) => item.id);
}

async function audited({ trail }: Running): Promise<string[]> {
  return (await trail.read(0, 10_000)).map(({ text }) => text.split(' ')[0] ?? '');
}

async function options(name = 'data') {
  const lines: string[] = [];
  return {
    lines,
    directory: path(name),
    to: path('backup'),
    workerFile: await workerFile(),
    onProgress: (text: string) => void lines.push(text),
  };
}

describe('a backup of a running store', () => {
  it('opens again as it was, while writes go on', async () => {
    const first = await start('data');
    for (let index = 0; index < 60; index += 1) await write(first, `before${index}`);
    let isOver = false;
    const writing = (async () => {
      for (let index = 0; !isOver; index += 1) await write(first, `during${index}`);
    })();
    const asked = await options();
    await backUp(asked);
    isOver = true;
    await writing;
    await write(first, 'after');
    await stop();
    expect(asked.lines[0]).toBe('copying the state');
    expect(asked.lines.at(-1)).toMatch(/backed up \d+ files, \d+ bytes; the root key is not/);

    await restore(path('backup'), path('copy'), () => undefined);
    const second = await start('copy');
    const known = await ids(second);
    const records = await audited(second);
    for (let index = 0; index < 60; index += 1) expect(known).toContain(`before${index}`);
    expect(known).not.toContain('after');
    // What the state knows, the trail tells; the trail may know more.
    expect(records.toSorted()).toEqual(expect.arrayContaining(known.toSorted()));
    expect(new Set(records).size).toBe(records.length);
    const secret = await second.store.run((unit) => unit.view(scope).get(secrets, 'before0'));
    expect(secret).toEqual({ count: 1 });
    // New records go on behind those that the trail knew of and the state did not.
    await write(second, 'new');
    await stop();
    const third = await start('copy');
    expect((await audited(third)).at(-1)).toBe('new');
    expect(await ids(third)).toContain('new');
  });

  it('has the blobs that the state names, and those alone', async () => {
    const first = await start('data');
    const kept = blobsOf('data', first.store);
    const content = Buffer.alloc(100_000, 'b');
    const named = await kept.write(scope, once(content));
    await kept.write(scope, once(content));
    await first.store.run(async (unit) => kept.name(unit, scope, named));
    await backUp(await options());
    await stop();
    const stored = await readdir(path('backup/blobs'), { recursive: true });
    expect(stored.filter((name) => name.length > 2)).toEqual([
      join(named.name.slice(0, 2), named.name),
    ]);
    await restore(path('backup'), path('copy'), () => undefined);
    const second = await start('copy');
    const pieces: Uint8Array[] = [];
    for await (const piece of blobsOf('copy', second.store).read(scope, named)) pieces.push(piece);
    expect(content.equals(Buffer.concat(pieces))).toBe(true);
  });

  it('never holds the root key', async () => {
    await write(await start('data'), 'a');
    await backUp(await options());
    const key = (await readFile(path('root.key'), 'utf8')).trim();
    const files = await readdir(path('backup'), { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile());
    for (const file of names) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes(Buffer.from(key, 'hex'))).toBe(false);
    }
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['state.db']));
    await stop();
    await restore(path('backup'), path('copy'), () => undefined);
    const trail = await openTrail({ directory: join(path('copy'), 'trail'), sync: false });
    await expect(openTest(path('copy'), trail, memoryRootKey())).rejects.toThrow('not the one');
    await trail.close();
  });
});

describe('a backup of a closed store', () => {
  it('holds the same', async () => {
    await write(await start('data'), 'a');
    await stop();
    await backUpClosed(await options());
    await restore(path('backup'), path('copy'), () => undefined);
    const copy = await start('copy');
    expect({ ids: await ids(copy), audited: await audited(copy) }).toEqual({
      ids: ['a'],
      audited: ['a'],
    });
  });

  it('is refused while a server runs, and where there is no data', async () => {
    await start('data');
    await expect(backUpClosed(await options())).rejects.toThrow('in use by another process');
    await mkdir(path('empty'));
    await expect(backUpClosed(await options('empty'))).rejects.toThrow('holds no data');
  });

  it('is refused into a directory that holds something', async () => {
    await write(await start('data'), 'a');
    await mkdir(path('backup'));
    await writeFile(join(path('backup'), 'mine'), '');
    await expect(backUp(await options())).rejects.toThrow('is not empty');
  });
});

describe('restoring', () => {
  beforeEach(async () => {
    await write(await start('data'), 'a');
    await backUp(await options());
    await stop();
  });

  it('refuses a backup with a damaged, cut or missing file, and leaves nothing behind', async () => {
    const state = join(path('backup'), 'state.db');
    const harms = [
      () => appendFile(state, 'x'),
      () => truncate(state, 100),
      () => rm(state),
      () => rm(join(path('backup'), 'backup.json')),
    ];
    for (const harm of harms) {
      await harm();
      const restoring = restore(path('backup'), path('copy'), () => undefined);
      await expect(restoring).rejects.toThrow(/damaged|no complete backup/);
      await expect(readdir(path('copy'))).rejects.toThrow('ENOENT');
    }
    expect(harms).toHaveLength(4);
  });

  it('refuses a list that names other files', async () => {
    for (const name of ['../evil', 'trail/../../evil', '/etc/passwd', 'lock.db']) {
      const files = [{ name, bytes: 0, digest: '' }];
      await writeFile(join(path('backup'), 'backup.json'), JSON.stringify({ format: 1, files }));
      const restoring = restore(path('backup'), path('copy'), () => undefined);
      await expect(restoring).rejects.toThrow('is damaged');
    }
  });

  it('refuses a directory that holds something', async () => {
    const restoring = restore(path('backup'), path('data'), () => undefined);
    await expect(restoring).rejects.toThrow('is not empty');
  });
});
