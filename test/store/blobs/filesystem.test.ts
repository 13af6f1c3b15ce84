import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobRef } from '../../../src/contract/blobs.ts';
import { createBlobFolder } from '../../../src/store/blobs/filesystem.ts';
import { startServer, type TestServer } from '../../server.ts';

const CHUNK = 64 * 1024;
const SCOPE = { account: '111111111111', region: 'us-east-1' };
const OTHER = { account: '222222222222', region: 'us-east-1' };

let server: TestServer;
let directory: string;
beforeAll(async () => {
  server = await startServer();
  directory = await mkdtemp(join(tmpdir(), 'holdfast-blobs-'));
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

function folder() {
  const keyOf = (scope: typeof SCOPE): Buffer =>
    createHash('sha256').update(`${scope.account}/${scope.region}`).digest();
  return createBlobFolder({ directory, sync: false, keyOf });
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
}

async function files(): Promise<string[]> {
  const names = await readdir(directory, { recursive: true });
  return names.filter((name) => name.includes('/')).map((name) => join(directory, name));
}

function fileOf({ name }: BlobRef): string {
  return join(directory, name.slice(0, 2), name);
}

test('a blob: comes back as it was written, whole and in parts, and nothing of it is in clear', async () => {
  const blobs = folder();
  let compared = 0;
  for (const size of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5]) {
    const content = randomBytes(size);
    const blob = await blobs.write(SCOPE, pieces(content, 10_007));
    expect(blob.size).toBe(size);
    expect(content.equals(await collected(blobs.read(SCOPE, blob)))).toBe(true);
    for (const [first, last] of [
      [0, Math.min(2, size - 1)],
      [size >> 1, size - 1],
      [CHUNK - 1, CHUNK],
    ] as const) {
      if (first < 0 || last >= size || last < first) continue;
      const part = await collected(blobs.read(SCOPE, blob, { first, last }));
      expect(content.subarray(first, last + 1).equals(part)).toBe(true);
      compared += 1;
    }
    if (size >= CHUNK) {
      const stored = await readFile(fileOf(blob));
      expect(stored.includes(content.subarray(0, 32))).toBe(false);
    }
  }
  expect(compared).toBe(15);
});

test('a blob: opens in no other scope, and a changed, cut or swapped file is told', async () => {
  const blobs = folder();
  const content = randomBytes(2 * CHUNK + 100);
  const blob = await blobs.write(SCOPE, pieces(content, CHUNK));
  const second = await blobs.write(SCOPE, pieces(content, CHUNK));
  await expect(collected(blobs.read(OTHER, blob))).rejects.toThrow('was changed or moved');
  const genuine = await readFile(fileOf(blob));
  const damaged: readonly Buffer[] = [
    Buffer.concat([genuine.subarray(0, 5000), Buffer.from([0]), genuine.subarray(5001)]),
    genuine.subarray(0, genuine.length - 120),
    genuine.subarray(0, 64 + 2 * (CHUNK + 16)),
    await readFile(fileOf(second)),
  ];
  let told = 0;
  for (const bytes of damaged) {
    await writeFile(fileOf(blob), bytes);
    await expect(collected(blobs.read(SCOPE, blob))).rejects.toThrow(/changed|cut short/);
    told += 1;
  }
  expect(told).toBe(4);
});

test('a blob: an upload that fails leaves no file', async () => {
  const blobs = folder();
  const before = (await files()).length;
  const failing = async function* (): AsyncGenerator<Uint8Array> {
    yield randomBytes(CHUNK * 2);
    throw new Error('the client left');
  };
  await expect(blobs.write(SCOPE, failing())).rejects.toThrow('the client left');
  expect(await files()).toHaveLength(before);
});

test('the sweep: takes files that nothing names and that are older than any upload', async () => {
  const blobs = folder();
  const { store } = server.platform.engine();
  const write = () => blobs.write(SCOPE, pieces(randomBytes(10), 10));
  const [named, unnamed, fresh] = [await write(), await write(), await write()];
  await store.run(async (unit) => blobs.name(unit, SCOPE, named));
  const now = Date.now();
  const old = new Date(now - 2 * 86_400_000);
  for (const blob of [named, unnamed]) await utimes(fileOf(blob), old, old);
  await blobs.sweep(store, now);
  const left = await files();
  expect(left).toContain(fileOf(named));
  expect(left).not.toContain(fileOf(unnamed));
  expect(left).toContain(fileOf(fresh));
});

test('a name that is dropped: the file goes an hour later', async () => {
  const blobs = folder();
  const blob = await blobs.write(SCOPE, pieces(randomBytes(10), 10));
  const { store } = server.platform.engine();
  await store.run(async (unit) => blobs.name(unit, SCOPE, blob));
  await store.run(async (unit) => blobs.unname(unit, SCOPE, blob, 0));
  const [job] = await store.dueJobs(3_600_000, 10);
  expect(job).toMatchObject({ kind: 'blobs.delete', due: 3_600_000 });
});

test('a blob under a data key: opens with that key alone, whole and in parts', async () => {
  const blobs = folder();
  const dataKey = randomBytes(32);
  const content = randomBytes(CHUNK + 5);
  const blob = await blobs.write(SCOPE, pieces(content, 10_007), dataKey);
  expect(content.equals(await collected(blobs.read(SCOPE, blob, undefined, dataKey)))).toBe(true);
  const range = { first: CHUNK - 2, last: CHUNK + 2 };
  const part = await collected(blobs.read(SCOPE, blob, range, dataKey));
  expect(part.equals(content.subarray(CHUNK - 2, CHUNK + 3))).toBe(true);
  for (const wrong of [undefined, randomBytes(32)]) {
    await expect(collected(blobs.read(SCOPE, blob, undefined, wrong))).rejects.toThrow(
      'A blob was changed.',
    );
  }
});

test('a blob: two data keys make two layers, and both are needed', async () => {
  const blobs = folder();
  const content = randomBytes(2 * CHUNK + 7);
  const keys = randomBytes(64);
  const blob = await blobs.write(SCOPE, pieces(content, 10_007), keys);
  expect(content.equals(await collected(blobs.read(SCOPE, blob, undefined, keys)))).toBe(true);
  const range = { first: CHUNK - 1, last: CHUNK + 1 };
  const middle = await collected(blobs.read(SCOPE, blob, range, keys));
  expect(content.subarray(CHUNK - 1, CHUNK + 2).equals(middle)).toBe(true);
  const [inner, outer] = [keys.subarray(0, 32), keys.subarray(32)];
  for (const wrong of [inner, outer, Buffer.concat([outer, inner])]) {
    await expect(collected(blobs.read(SCOPE, blob, undefined, wrong))).rejects.toThrow();
  }
});

test('a blob: is copied to another account without its data key, which opens the copy', async () => {
  const blobs = folder();
  let compared = 0;
  for (const size of [0, 1, CHUNK, 2 * CHUNK + 5]) {
    for (const dataKey of [undefined, randomBytes(32)]) {
      const content = randomBytes(size);
      const blob = await blobs.write(SCOPE, pieces(content, 10_007), dataKey);
      const copy = await blobs.copy(SCOPE, blob, OTHER);
      expect(copy.name).not.toBe(blob.name);
      expect(copy.size).toBe(size);
      expect(content.equals(await collected(blobs.read(OTHER, copy, undefined, dataKey)))).toBe(
        true,
      );
      await expect(collected(blobs.read(SCOPE, copy, undefined, dataKey))).rejects.toThrow();
      compared += 1;
    }
  }
  expect(compared).toBe(8);
});
