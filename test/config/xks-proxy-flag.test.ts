import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--xks-proxy: where proxies are, by the endpoint that KMS is told', () => {
  expect(readUpConfig([], {}).xksProxies.size).toBe(0);
  const places = [
    '--xks-proxy=https://Xks.example.com=https://10.0.0.7:8443',
    '--xks-proxy=https://near.example.com=http://127.0.0.1:80/',
  ];
  expect([...readUpConfig(places, {}).xksProxies]).toEqual([
    ['https://xks.example.com', new URL('https://10.0.0.7:8443')],
    ['https://near.example.com', new URL('http://127.0.0.1')],
  ]);
  const wrong = [
    'https://xks.example.com',
    'http://xks.example.com=https://10.0.0.7',
    'https://xks.example.com:1=https://10.0.0.7',
    'https://xks.example.com=https://10.0.0.7/path',
    'https://xks.example.com=http://10.0.0.7',
  ];
  for (const text of wrong) {
    expect(() => readUpConfig([`--xks-proxy=${text}`], {}), text).toThrow(UsageError);
  }
  expect(wrong).toHaveLength(5);
});
