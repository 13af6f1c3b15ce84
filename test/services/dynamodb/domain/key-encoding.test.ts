import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues } from '../../../../src/services/dynamodb/domain/equality.ts';
import {
  isKeyValue,
  keyDigest,
  partitionHash,
  segmentStart,
  sortEncoding,
} from '../../../../src/services/dynamodb/domain/key-encoding.ts';
import type { Value } from '../../../../src/services/dynamodb/domain/values.ts';
import { binaries, numbers, strings } from './arbitrary-values.ts';

function encode(value: Value): string {
  if (!isKeyValue(value)) throw new Error('not a key');
  return sortEncoding(value);
}

const KINDS = [
  ['strings', strings],
  ['numbers', numbers],
  ['binaries', binaries],
] as const;

test.each(KINDS)('%s are encoded in their order', (_name, values) => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      const order = Buffer.compare(Buffer.from(encode(a)), Buffer.from(encode(b)));
      expect(order).toBe(Math.sign(compareValues(a, b) ?? Number.NaN));
      expect(encode(a)).not.toContain('\u0000');
    }),
    { numRuns: 1000 },
  );
});

test('an encoding has at most two bytes for each byte of a key', () => {
  expect(sortEncoding({ S: '\u0000'.repeat(1024) })).toHaveLength(2048);
  expect(sortEncoding({ B: new Uint8Array(1024) })).toHaveLength(1366);
  expect(sortEncoding({ N: `-0.${'0'.repeat(92)}${'1'.repeat(38)}` })).toHaveLength(43);
});

test('half a surrogate pair is what UTF-8 makes of it', () => {
  expect(sortEncoding({ S: 'a\ud800b' })).toBe('a\ufffdb');
});

test('keys that differ in type, or where one ends, have different hashes', () => {
  expect(partitionHash({ S: '1' })).toMatch(/^[0-9a-f]{32}$/);
  expect(partitionHash({ S: '1' })).not.toBe(partitionHash({ N: '1' }));
  expect(keyDigest({ S: 'a' }, { S: 'b' })).not.toBe(keyDigest({ S: 'ab' }, undefined));
  expect(keyDigest({ S: 'a' }, { S: 'Sb' })).not.toBe(keyDigest({ S: 'aS' }, { S: 'b' }));
  expect(keyDigest({ S: 'a' }, undefined)).not.toBe(keyDigest({ S: 'a' }, { S: '' }));
});

test('segments cover all hashes without overlap', () => {
  expect(segmentStart(0, 3)).toBe('00000000');
  expect(segmentStart(1, 3)).toBe('55555556');
  expect(segmentStart(2, 3)).toBe('aaaaaaab');
  expect(segmentStart(3, 3)).toBeUndefined();
  expect(segmentStart(999_999, 1_000_000)).toBe('ffffef3a');
});
