import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--edge-port-offset: what is added to the ports of listeners', () => {
  expect(readUpConfig([], {}).edgePortOffset).toBe(10_000);
  expect(readUpConfig(['--edge-port-offset', '0'], {}).edgePortOffset).toBe(0);
  for (const text of ['x', '-1', '65001', '123456']) {
    expect(() => readUpConfig([`--edge-port-offset=${text}`], {}), text).toThrow(UsageError);
  }
});
