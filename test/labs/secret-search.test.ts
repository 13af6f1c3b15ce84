import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIn, secretOf } from '../../labs/secret-search.ts';

const bytes = (minLength: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength, maxLength: 64 }).map((array) => Buffer.from(array));

describe('the search for secrets', () => {
  test('finds one in raw form, hexadecimal and base64, whatever stands around it', () => {
    fc.assert(
      fc.property(bytes(16), bytes(0), bytes(0), (secret, before, after) => {
        const whole = Buffer.concat([before, secret, after]);
        const looked = secretOf('s', secret);
        const forms = [whole, whole.toString('hex'), whole.toString('base64')];
        for (const form of [...forms, whole.toString('hex').toUpperCase()]) {
          expect(isIn(Buffer.from(form), looked)).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });

  test('finds nothing in what does not hold it', () => {
    fc.assert(
      fc.property(bytes(16), bytes(16), (secret, other) => {
        fc.pre(!other.includes(secret.subarray(0, 8)));
        expect(isIn(Buffer.from(other.toString('base64')), secretOf('s', secret))).toBe(false);
      }),
      { seed: 7 },
    );
  });
});
