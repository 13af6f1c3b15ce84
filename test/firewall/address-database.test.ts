import { describe, expect, test } from 'vitest';
import {
  AddressDatabase,
  asnsOf,
  placesOf,
} from '../../src/firewall/addresses/address-database.ts';
import { mmdb, type MmdbRecord } from './mmdb.ts';

const NAME = `A country whose name is ${'long '.repeat(10)}`;
const country = (code: string): MmdbRecord => ({
  continent: { code: 'EU' },
  country: { iso_code: code, names: { en: NAME } },
});
const PLACES = {
  '192.0.2.0/25': country('DE'),
  '192.0.2.128/25': { ...country('US'), subdivisions: [{ iso_code: 'OR' }, { iso_code: 'X' }] },
  '198.51.100.0/24': { continent: { code: 'EU' } },
  '203.0.113.7/32': { ...country('FR'), subdivisions: [{ names: { en: 'Brittany' } }] },
  '2001:db8:1::/48': { ...country('GB'), subdivisions: [{ iso_code: 'ENG' }] },
};

describe('a database in MaxMind’s format', () => {
  test('tells country and largest subdivision, whatever the size of its records', async () => {
    let ran = 0;
    for (const recordBits of [24, 28, 32] as const) {
      const placeOf = placesOf(await AddressDatabase.open(mmdb(PLACES, { recordBits })));
      expect(placeOf('192.0.2.127')).toEqual({ countryName: NAME, country: 'DE' });
      expect(placeOf('192.0.2.128')).toEqual({ countryName: NAME, country: 'US', region: 'US-OR' });
      expect(placeOf('203.0.113.7')).toEqual({ countryName: NAME, country: 'FR' });
      expect(placeOf('203.0.113.8')).toEqual({});
      expect(placeOf('198.51.100.1')).toEqual({});
      expect(placeOf('2001:DB8:1::5')).toEqual({
        countryName: NAME,
        country: 'GB',
        region: 'GB-ENG',
      });
      expect(placeOf('2001:db8:1:0:0:0:192.0.2.1')).toEqual({
        countryName: NAME,
        country: 'GB',
        region: 'GB-ENG',
      });
      expect(placeOf('2001:db8:2::5')).toEqual({});
      expect(placeOf('::ffff:192.0.2.1')).toEqual({ countryName: NAME, country: 'DE' });
      expect(placeOf('somewhere')).toEqual({});
      ran += 1;
    }
    expect(ran).toBe(3);
  });

  test('of IPv4 alone knows no IPv6 address', async () => {
    const only = { '0.0.0.0/1': country('DE'), '128.0.0.0/1': country('US') };
    const placeOf = placesOf(await AddressDatabase.open(mmdb(only, { ipVersion: 4 })));
    expect(placeOf('1.2.3.4')).toEqual({ countryName: NAME, country: 'DE' });
    expect(placeOf('200.2.3.4')).toEqual({ countryName: NAME, country: 'US' });
    expect(placeOf('2001:db8::1')).toEqual({});
  });

  test('of IPv6 alone is one, too', async () => {
    const database = await AddressDatabase.open(mmdb({ '2001:db8::/32': country('JP') }));
    expect(placesOf(database)('2001:db8::1')).toEqual({ countryName: NAME, country: 'JP' });
    expect(placesOf(database)('192.0.2.1')).toEqual({});
  });

  test('tells autonomous systems; what holds none, or no countries, is refused', async () => {
    const networks = { '192.0.2.0/24': { autonomous_system_number: 4_294_967_295 } };
    const asns = await AddressDatabase.open(mmdb(networks, { type: 'GeoLite2-ASN' }));
    expect(asnsOf(asns)('192.0.2.1')).toBe(4_294_967_295);
    expect(asnsOf(asns)('192.0.3.1')).toBeUndefined();
    expect(() => placesOf(asns)).toThrow("it tells no countries; its type is 'GeoLite2-ASN'");
    const places = await AddressDatabase.open(mmdb(PLACES, { type: 'GeoLite2-City' }));
    expect(() => asnsOf(places)).toThrow(
      "it tells no autonomous systems; its type is 'GeoLite2-City'",
    );
  });

  test('that is none, or not whole, is refused', async () => {
    const whole = mmdb(PLACES);
    const mark = whole.lastIndexOf('MaxMind.com');
    const noDatabase = "it is no whole database in MaxMind's format (.mmdb)";
    const broken: readonly Buffer[] = [
      Buffer.alloc(0),
      Buffer.from('192.0.2.0/24,DE\n'),
      whole.subarray(0, mark - 3),
      whole.subarray(0, mark + 11),
      whole.subarray(0, mark + 40),
      whole.subarray(400),
      whole.subarray(mark - 3),
      Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
    ];
    for (const bytes of broken) {
      await expect(AddressDatabase.open(bytes)).rejects.toThrow(noDatabase);
    }
    expect(broken).toHaveLength(8);
    // Its records are gone, its tree is not.
    const treeBytes = whole.indexOf('continent') - 2;
    const hollow = Buffer.from(whole).fill(0xff, treeBytes, mark - 3);
    const opened = await AddressDatabase.open(hollow);
    expect(() => placesOf(opened)).toThrow(noDatabase);
  });
});
