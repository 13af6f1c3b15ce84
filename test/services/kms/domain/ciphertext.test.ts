import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  derivationKey,
  open,
  readEnvelope,
  seal,
} from '../../../../src/services/kms/domain/ciphertext.ts';

const key = derivationKey(randomBytes(32));
const locator = randomBytes(32);
const context = { purpose: 'test' };

function opened(blob: Uint8Array): Buffer | undefined {
  const envelope = readEnvelope(blob);
  return envelope === undefined ? undefined : open(key, envelope, context);
}

test('ciphertexts: of every length are read as they were written, with their locator', () => {
  const lengths = [...Array.from({ length: 300 }, (_, length) => length), 1_000, 4_096];
  for (const length of lengths) {
    const clear = randomBytes(length);
    const blob = seal(key, locator, clear, context);
    expect(readEnvelope(blob)?.locator).toEqual(locator);
    expect(opened(blob)).toEqual(clear);
  }
  expect(lengths).toHaveLength(302);
});

test('ciphertexts: every byte counts, and so does their number', () => {
  for (const length of [0, 32, 200]) {
    const blob = seal(key, locator, randomBytes(length), context);
    for (let at = 0; at < blob.length; at += 1) {
      const altered = Buffer.from(blob);
      altered[at] = (altered[at] ?? 0) ^ 0x80;
      expect(opened(altered), `byte ${at}`).toBeUndefined();
    }
    expect(opened(blob.subarray(0, -1))).toBeUndefined();
    expect(opened(Buffer.concat([blob, Buffer.alloc(1)]))).toBeUndefined();
  }
});
