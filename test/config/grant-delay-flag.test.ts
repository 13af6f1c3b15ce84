import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--grant-delay: seconds from 0 to 300, and none unless it is given', () => {
  expect(readUpConfig([], {}).grantDelayMs).toBe(0);
  expect(readUpConfig(['--grant-delay', '300'], {}).grantDelayMs).toBe(300_000);
  const wrong = ['301', '1.5', 'x', ''];
  for (const text of wrong) {
    expect(() => readUpConfig([`--grant-delay=${text}`], {}), text).toThrow(UsageError);
  }
  expect(wrong).toHaveLength(4);
});
