import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WriteGroup } from '../../../src/store/sqlite/messages.ts';
import { prepareWriterThread } from '../../../src/store/sqlite/writer-thread.ts';
import { Writer } from '../../../src/store/sqlite/writer.ts';

const GROUP: WriteGroup = {
  documents: [],
  jobs: [],
  pending: [],
  outbox: [],
  scopeKeys: [],
  counters: {},
  dropPendingThrough: 0,
  dropOutboxThrough: 0,
  keep: undefined,
  reset: false,
};

/** A thread that dies at its first group, unless one died here before. */
const MORTAL = `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
let path;
parentPort.on('message', (request) => {
  if (request === 'close') return parentPort.close();
  if (request.settings !== undefined) {
    path = request.settings.path;
    return;
  }
  if (!existsSync(path)) {
    writeFileSync(path, '');
    throw new Error('out of memory');
  }
  parentPort.postMessage({ number: request.number, error: undefined });
});`;

test('writer: a thread that died fails the group it had, and another one takes the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-writer-'));
  try {
    const file = join(folder, 'mortal.mjs');
    await writeFile(file, MORTAL);
    const writer = new Writer(file, { path: join(folder, 'died'), sync: false });
    await expect(writer.write(GROUP)).rejects.toThrow('The store has stopped writing.');
    await writer.write(GROUP);
    await writer.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('writer: a thread that was prepared is the one that writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-writer-'));
  try {
    const file = join(folder, 'lone.mjs');
    // Every thread that starts leaves a letter.
    await writeFile(
      file,
      `
import { appendFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
appendFileSync(${JSON.stringify(join(folder, 'started'))}, 'x');
parentPort.on('message', (request) => {
  if (request === 'close') return parentPort.close();
  if (request.settings === undefined) parentPort.postMessage({ number: request.number, error: undefined });
});`,
    );
    prepareWriterThread(file);
    const writer = new Writer(file, { path: join(folder, 'x'), sync: false });
    await writer.write(GROUP);
    await writer.close();
    expect(await readFile(join(folder, 'started'), 'utf8')).toBe('x');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
