import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { generatePair } from '../../../src/crypto/keys/key-pair.ts';
import type { KeySpecName } from '../../../src/crypto/keys/key-spec.ts';
import { keyTasks } from '../../../src/crypto/work/tasks.ts';
import { materialFrom, materialIdOf } from '../../../src/services/kms/domain/material.ts';

const idOf = async (spec: KeySpecName, bytes: Uint8Array): Promise<string | undefined> => {
  const material = await materialFrom(keyTasks, 'key', spec, bytes);
  return material === undefined ? undefined : materialIdOf(material);
};

const SIZES: readonly (readonly [KeySpecName, number])[] = [
  ['SYMMETRIC_DEFAULT', 32],
  ['HMAC_224', 28],
  ['HMAC_256', 32],
  ['HMAC_384', 48],
  ['HMAC_512', 64],
];

test.each(SIZES)(
  'material of a %s key: exactly %i bytes, and the same id each time',
  async (spec, size) => {
    const bytes = randomBytes(size);
    expect(await idOf(spec, bytes)).toMatch(/^[0-9a-f]{64}$/);
    expect(await idOf(spec, bytes)).toBe(await idOf(spec, bytes));
    expect(await idOf(spec, randomBytes(size))).not.toBe(await idOf(spec, bytes));
    for (const wrong of [size - 1, size + 1, 0]) {
      expect(await idOf(spec, randomBytes(wrong))).toBeUndefined();
    }
  },
);

test('material of a key pair: PKCS#8, with its public key and without a locator', async () => {
  const pair = await generatePair('ECC_NIST_P384');
  const material = await materialFrom(keyTasks, 'key', 'ECC_NIST_P384', pair.secret);
  expect(Buffer.from(material?.publicKey ?? '', 'base64')).toEqual(Buffer.from(pair.publicKey));
  expect(material).not.toHaveProperty('locator');
  expect(await idOf('ECC_NIST_P384', pair.secret)).toBe(await idOf('ECC_NIST_P384', pair.secret));
  expect(await idOf('ECC_NIST_P256', pair.secret)).toBeUndefined();
});
