import { expect, test } from 'vitest';
import { addressSet, isPublic } from '../../src/detection/threats/address-set.ts';
import { type ListFormat, readList } from '../../src/detection/threats/list-formats.ts';

const CASES: readonly (readonly [ListFormat, string, readonly string[], readonly string[]])[] = [
  [
    'TXT',
    '# ours\n198.51.100.1\n\n203.0.113.0/24\nbad.example\n999.1.1.1\n',
    ['198.51.100.1', '203.0.113.0/24'],
    ['bad.example'],
  ],
  [
    'STIX',
    '<stix:STIX_Package><AddressObject:Address_Value condition="Equals">198.51.100.2##comma##198.51.100.3</AddressObject:Address_Value><DomainNameObj:Value>evil.example</DomainNameObj:Value></stix:STIX_Package>',
    ['198.51.100.2', '198.51.100.3'],
    ['evil.example'],
  ],
  [
    'OTX_CSV',
    'Indicator type,Indicator,Description\nCIDR,192.0.2.0/24,example\nIPv4,198.51.100.4,"a, b"\ndomain,otx.example,x',
    ['192.0.2.0/24', '198.51.100.4'],
    ['otx.example'],
  ],
  [
    'ALIEN_VAULT',
    '198.51.100.5#4#2#Malicious Host#KR##37.5,127.0#3\n198.51.100.6',
    ['198.51.100.5', '198.51.100.6'],
    [],
  ],
  [
    'PROOF_POINT',
    'ip, category, score, first_seen, last_seen, ports (|)\n198.51.100.7, 1, 100, 2000-01-01, 2000-01-01,\n',
    ['198.51.100.7'],
    [],
  ],
  [
    'FIRE_EYE',
    'reportId,title,ip,domain\n1,"a ""b"", c",198.51.100.8,fe.example\n',
    ['198.51.100.8'],
    ['fe.example'],
  ],
];

test.each(CASES)('a list in the format %s', (format, text, addresses, domains) => {
  expect(readList(format, text)).toEqual({ addresses, domains, hashes: [] });
});

test('every format is tried', () => {
  expect(new Set(CASES.map(([format]) => format)).size).toBe(6);
});

test('ranges within ranges, and addresses at their edges', () => {
  const set = addressSet(['10.0.0.0/8', '10.1.0.0/16', '192.0.2.1', '0.0.0.0/32', 'nonsense']);
  expect(
    ['10.255.255.255', '10.1.2.3', '11.0.0.0', '192.0.2.1', '192.0.2.2', '0.0.0.0'].map((ip) =>
      set.find(ip),
    ),
  ).toEqual(['10.0.0.0/8', '10.1.0.0/16', undefined, '192.0.2.1', undefined, '0.0.0.0/32']);
  expect(set.size).toBe(4);
  expect([isPublic('10.0.0.1'), isPublic('198.51.100.1')]).toEqual([false, true]);
});

test('a list of tags that never end is read as fast as any other', () => {
  const text = `${'<Value '.repeat(200_000)}<Value>198.51.100.9</Value>`;
  expect(readList('STIX', text).addresses).toEqual(['198.51.100.9']);
});
