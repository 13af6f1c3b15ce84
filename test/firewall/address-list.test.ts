import { expect, test } from 'vitest';
import { parseAddress } from '../../src/firewall/addresses/address.ts';
import { readAddressList } from '../../src/firewall/addresses/address-list.ts';

function listed(text: string, address: string): boolean {
  const parsed = parseAddress(address);
  return parsed !== undefined && readAddressList(text).has(parsed);
}

test('a list of addresses: a network or an address a line, with comments', () => {
  const text = [
    '# seen last week',
    '192.0.2.0/24   # a network',
    '',
    '\t198.51.100.7',
    '2001:db8::/32\r',
    '2001:db9::1',
  ].join('\n');
  const cases: readonly (readonly [address: string, isListed: boolean])[] = [
    ['192.0.2.255', true],
    ['192.0.3.0', false],
    ['198.51.100.7', true],
    ['198.51.100.8', false],
    ['2001:db8:ffff::1', true],
    ['2001:db9::1', true],
    ['2001:db9::2', false],
  ];
  for (const [address, isListed] of cases) expect(listed(text, address), address).toBe(isListed);
  expect(cases).toHaveLength(7);
  expect(listed('', '192.0.2.1')).toBe(false);
});

test('a list of addresses: what is neither is refused by its line, and so are too many', () => {
  const wrong = ['192.0.2.0/33', '192.0.2.256', 'example.com', '192.0.2.0/24 192.0.3.0/24', '/8'];
  for (const line of wrong) {
    expect(() => readAddressList(`10.0.0.0/8\n${line}\n`), line).toThrow(
      'line 2 is neither a network (192.0.2.0/24) nor an address',
    );
  }
  expect(wrong).toHaveLength(5);
  const many = '10.0.0.1\n'.repeat(200_000);
  readAddressList(many);
  expect(() => readAddressList(`${many}10.0.0.2`)).toThrow('it names more than 200000 networks');
});
