import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--hsm: a PKCS#11 library for a cluster, and a token in it', () => {
  expect(readUpConfig([], {}).hsms.size).toBe(0);
  const flags = [
    '--hsm=cluster-1234567abcd=/lib/a.so',
    '--hsm=cluster-abcdefghijk=/lib/b.so#kms 1',
  ];
  // Digits of cluster ids are 2 to 7.
  expect(() => readUpConfig(flags, {})).toThrow(UsageError);
  const right = [
    '--hsm=cluster-2234567abcd=/lib/a.so',
    '--hsm=cluster-abcdefghijk=/lib/b.so#kms 1',
  ];
  expect([...readUpConfig(right, {}).hsms]).toEqual([
    ['cluster-2234567abcd', { library: '/lib/a.so' }],
    ['cluster-abcdefghijk', { library: '/lib/b.so', token: 'kms 1' }],
  ]);
  expect(() => readUpConfig(['--hsm=/lib/a.so'], {})).toThrow(UsageError);
});
