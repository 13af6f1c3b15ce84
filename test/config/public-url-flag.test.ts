import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--public-url: an address over HTTP, without the slash at its end', () => {
  expect(readUpConfig([], {}).publicUrl).toBeUndefined();
  expect(readUpConfig(['--public-url', 'https://aws.example.com/'], {}).publicUrl).toBe(
    'https://aws.example.com',
  );
  for (const text of ['aws.example.com', 'ftp://a', 'https://a/?b=c']) {
    expect(() => readUpConfig([`--public-url=${text}`], {}), text).toThrow(UsageError);
  }
});
