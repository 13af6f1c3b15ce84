import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('TLS flags: none, a certificate of our own making, or the operator’s pair', () => {
  const pair = ['--tls-certificate', 'a.pem', '--tls-key', 'a.key'];
  const own = { certificate: resolve('a.pem'), key: resolve('a.key') };
  const cases = [
    [[], undefined],
    [['--tls'], 'local'],
    [pair, own],
    [['--tls', ...pair], own],
  ] as const;
  for (const [argv, tls] of cases) expect(readUpConfig(argv, {}).tls).toEqual(tls);
  expect(cases).toHaveLength(4);
  for (const half of [pair.slice(0, 2), pair.slice(2)]) {
    expect(() => readUpConfig(half, {})).toThrow(UsageError);
  }
});
