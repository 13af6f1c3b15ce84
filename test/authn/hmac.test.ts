import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmacKey, hmacOf } from '../../src/authn/hmac.ts';

test('hmac: agrees with the library, whatever key and text', () => {
  let ran = 0;
  for (let length = 0; length < 300; length += 1) {
    const key = randomBytes(32);
    const text = randomBytes(length).toString('latin1');
    const expected = createHmac('sha256', key).update(Buffer.from(text, 'latin1')).digest();
    const prepared = hmacKey(key);
    expect(hmacOf(prepared, text)).toEqual(expected);
    expect(hmacOf(prepared, text)).toEqual(expected);
    ran += 1;
  }
  expect(ran).toBe(300);
});

test('hmac: keys of another length are refused', () => {
  expect(() => hmacKey(Buffer.alloc(31))).toThrow(RangeError);
});
