import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';

test('--geo-database, --asn-database: files, none by default', () => {
  expect(readUpConfig([], {})).toMatchObject({ geoDatabase: undefined, asnDatabase: undefined });
  const flags = ['--geo-database=places.mmdb', '--asn-database=/data/asns.mmdb'];
  expect(readUpConfig(flags, {})).toMatchObject({
    geoDatabase: resolve('places.mmdb'),
    asnDatabase: '/data/asns.mmdb',
  });
});

test('--address-list: files by the names of lists, each once', () => {
  expect(readUpConfig([], {}).addressLists.size).toBe(0);
  const flags = ['--address-list=ddos=d=1.txt', '--address-list=ip-reputation=/data/bad.txt'];
  expect([...readUpConfig(flags, {}).addressLists]).toEqual([
    ['ddos', resolve('d=1.txt')],
    ['ip-reputation', '/data/bad.txt'],
  ]);
  for (const text of ['ddos', 'ddos=', '=file', 'DDoS list=file']) {
    expect(() => readUpConfig([`--address-list=${text}`], {}), text).toThrow(
      new UsageError(`--address-list wants NAME=FILE, not '${text}'`),
    );
  }
  expect(() => readUpConfig(['--address-list=ddos=a', '--address-list=ddos=b'], {})).toThrow(
    new UsageError('--address-list gives ddos twice; give one file'),
  );
});
