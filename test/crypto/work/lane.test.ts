import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { privateHandle } from '../../../src/crypto/keys/handle.ts';
import { generatePair } from '../../../src/crypto/keys/key-pair.ts';
import { openKeyWork } from '../../../src/crypto/work/key-work.ts';
import { Lane, LaneFull } from '../../../src/crypto/work/lane.ts';
import type { TaskRequest } from '../../../src/crypto/work/tasks.ts';

const workerFile = join(import.meta.dirname, '..', '..', '..', 'dist', 'key-worker.js');
const request: TaskRequest = { task: 'generate', args: ['ECC_NIST_P256'] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-lane-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A thread that does what the text says with each message. */
function threadOf(text: string): string {
  const file = join(folder, `${Buffer.from(text).toString('hex').slice(0, 40)}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${text}`);
  return file;
}

test('a lane: does what it is asked on another thread', async () => {
  const lane = new Lane({ workerFile, threads: 1, waitingMax: 8 });
  const pairs = await Promise.all([lane.run<object>(request), lane.run<object>(request)]);
  expect(pairs[0]).toHaveProperty('publicKey');
  expect(pairs[0]).not.toEqual(pairs[1]);
  await lane.close();
});

test('a lane: refuses what does not fit its queue, and takes more when there is room', async () => {
  const silent = threadOf("parentPort.on('message', () => undefined);");
  const lane = new Lane({ workerFile: silent, threads: 1, waitingMax: 3 });
  // Four are with the thread, three wait.
  const asked = Array.from({ length: 7 }, () => lane.run(request));
  await expect(lane.run(request)).rejects.toBeInstanceOf(LaneFull);
  const ends = Promise.allSettled(asked);
  await lane.close();
  const outcomes = await ends;
  expect(outcomes.map((outcome) => outcome.status)).toEqual(Array(7).fill('rejected'));
  await expect(lane.run(request)).rejects.toThrow('The threads for keys are closed.');
});

test('a lane: a thread that dies fails what it had, and the next task gets a new one', async () => {
  const dying = threadOf(
    "parentPort.on('message', ({ number, request }) => {" +
      "  if (request.task === 'read') process.exit(1);" +
      '  parentPort.postMessage({ number, result: 7 });' +
      '});',
  );
  const lane = new Lane({ workerFile: dying, threads: 1, waitingMax: 8 });
  const fatal: TaskRequest = { task: 'read', args: ['SM2', new Uint8Array()] };
  await expect(lane.run(fatal)).rejects.toThrow('A thread for keys has ended.');
  expect(await lane.run(request)).toBe(7);
  await lane.close();
});

test('key work: a failure of the work is an error, and says nothing of the key', async () => {
  const work = openKeyWork({ workerFile, threads: 1 });
  const pair = await generatePair('ECC_NIST_P384');
  const key = privateHandle('ECC_NIST_P384', pair.secret);
  const wrong = work.sign('ML_DSA_SHAKE_256', key, { message: Buffer.of(1), type: 'RAW' });
  await expect(wrong).rejects.toThrow('ECC_NIST_P384 does not sign by ML-DSA');
  const signed = await work.sign('ECDSA_SHA_384', key, { message: Buffer.of(1), type: 'RAW' });
  expect(signed[0]).toBe(0x30);
  await work.close();
});
