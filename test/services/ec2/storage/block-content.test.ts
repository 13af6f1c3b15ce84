import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBlock, writeBlock } from '../../../../src/services/ec2/storage/block-content.ts';
import { createBlobFolder } from '../../../../src/store/blobs/filesystem.ts';

const directory = mkdtempSync(join(tmpdir(), 'holdfast-'));
afterAll(() => rmSync(directory, { recursive: true }));

const scope = { account: '111122223333', region: 'us-east-1' };
const scopeKey = randomBytes(32);
const blobs = createBlobFolder({ directory, sync: false, keyOf: () => scopeKey });
const content = Buffer.from('the content of a block');

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function read(
  ...given: Parameters<typeof readBlock> extends [unknown, ...infer R] ? R : never
) {
  const pieces: Uint8Array[] = [];
  for await (const piece of readBlock(blobs, ...given)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('a block opens under its data key in its place, and nowhere else', async () => {
  const key = randomBytes(64);
  const blob = await writeBlock(blobs, scope, key, 3, once(content));
  expect(await read({ scope, blob, index: 3 }, key)).toEqual(content);
  const changed = 'A blob was changed.';
  await expect(read({ scope, blob, index: 4 }, key)).rejects.toThrow(changed);
  await expect(read({ scope, blob, index: 3 }, randomBytes(64))).rejects.toThrow(changed);
  await expect(read({ scope, blob, index: 3 }, undefined)).rejects.toThrow(changed);
});

test('a block without a data key opens without one', async () => {
  const blob = await writeBlock(blobs, scope, undefined, 0, once(content));
  expect(await read({ scope, blob, index: 0 }, undefined)).toEqual(content);
});
