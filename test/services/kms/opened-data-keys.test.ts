import { expect, test } from 'vitest';
import type { EncryptionContext } from '../../../src/services/kms/domain/encryption-context.ts';
import { OpenedDataKeys } from '../../../src/services/kms/opened-data-keys.ts';

const key = { id: 'a key' };
const blob = Buffer.from('a ciphertext');
const context = { SecretARN: 'arn', SecretVersionId: 'one' };
const opened = { plaintext: Buffer.alloc(32, 7), materialId: 'a material' };

function keeping(): OpenedDataKeys {
  const dataKeys = new OpenedDataKeys();
  dataKeys.keep(key, blob, context, opened);
  return dataKeys;
}

test('opened data keys: are found by their ciphertext, context and key alone', () => {
  const dataKeys = keeping();
  const { SecretVersionId, SecretARN } = context;
  expect(dataKeys.find(key, Buffer.from(blob), { SecretVersionId, SecretARN })).toEqual(opened);
  expect(dataKeys.find({ ...key }, blob, context)).toBeUndefined();
  expect(dataKeys.find(key, Buffer.from('another'), context)).toBeUndefined();
  const others: readonly (EncryptionContext | undefined)[] = [
    undefined,
    {},
    { SecretARN },
    { SecretARN, SecretVersionId: 'two' },
    { SecretARN, constructor: 'one' },
    { ...context, more: 'x' },
  ];
  for (const other of others) expect(dataKeys.find(key, blob, other)).toBeUndefined();
});

test('opened data keys: who is given one may overwrite it', () => {
  const dataKeys = keeping();
  for (let time = 0; time < 2; time += 1) {
    const found = dataKeys.find(key, blob, context);
    expect(found).toEqual(opened);
    found?.plaintext.fill(0);
  }
});

test('opened data keys: what is longer or shorter is not kept', () => {
  for (const length of [0, 31, 33, 4_096]) {
    const dataKeys = new OpenedDataKeys();
    dataKeys.keep(key, blob, undefined, { ...opened, plaintext: Buffer.alloc(length) });
    expect(dataKeys.find(key, blob)).toBeUndefined();
  }
});
