import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WriteGroup } from '../../../src/store/sqlite/messages.ts';
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
import { parentPort, workerData } from 'node:worker_threads';
parentPort.on('message', (request) => {
  if (request === 'close') return parentPort.close();
  if (!existsSync(workerData.path)) {
    writeFileSync(workerData.path, '');
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
