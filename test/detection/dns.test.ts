import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DNS_DETECTORS } from '../../src/detection/dns/detectors.ts';
import type { DnsQuery } from '../../src/detection/dns/dns-query.ts';
import { type ActiveList, threatLists } from '../../src/detection/threats/threat-lists.ts';

function query(name: string, more: Partial<DnsQuery> = {}): DnsQuery {
  return {
    account: '111122223333',
    region: 'us-east-1',
    time: 0,
    client: 'i-0123456789abcdef0',
    vpc: 'vpc-1',
    name,
    type: 'A',
    code: 'NOERROR',
    answers: [],
    protocol: 'UDP',
    ...more,
  };
}

function told(window: readonly DnsQuery[], lists: readonly ActiveList[] = []) {
  const threats = threatLists(lists);
  return DNS_DETECTORS.flatMap((detector) => detector.detect(window, { threats }));
}

const types = (...parameters: Parameters<typeof told>) =>
  told(...parameters).map(({ type }) => type);

/** Letters that look like noise, the same in every run. */
function noise(seed: string, length: number): string {
  const digest = createHash('sha512').update(seed).digest();
  return [...digest]
    .slice(0, length)
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join('');
}

test('check 14: each of the domains for tests leads to its type', () => {
  const domains = {
    'c2.guarddutyc2activityb.com': 'Backdoor:EC2/C&CActivity.B!DNS',
    'crypto.guarddutyc2activityb.com': 'CryptoCurrency:EC2/BitcoinTool.B!DNS',
    'crypto-rep.guarddutyc2activityb.com': 'Impact:EC2/BitcoinDomainRequest.Reputation',
    'abused-rep.guarddutyc2activityb.com': 'Impact:EC2/AbusedDomainRequest.Reputation',
    'malicious-rep.guarddutyc2activityb.com': 'Impact:EC2/MaliciousDomainRequest.Reputation',
    'suspicious-rep.guarddutyc2activityb.com': 'Impact:EC2/SuspiciousDomainRequest.Reputation',
    'guarddutyblackholeactivity.com': 'Trojan:EC2/BlackholeTraffic!DNS',
    'guarddutydgaactivity.com': 'Trojan:EC2/DGADomainRequest.C!DNS',
    'guarddutydrivebyactivity.com': 'Trojan:EC2/DriveBySourceTraffic!DNS',
    'guarddutydroppointactivity.com': 'Trojan:EC2/DropPoint!DNS',
    'guarddutyphishingactivity.com': 'Trojan:EC2/PhishingDomainRequest!DNS',
  };
  for (const [domain, type] of Object.entries(domains)) {
    expect(types([query(domain)]), domain).toEqual([type]);
  }
  expect(Object.keys(domains).length).toBe(11);
  expect(told([query('crypto.guarddutyc2activityb.com')])[0]?.severity).toBe(8);
  expect(types([query('www.example.com')])).toEqual([]);
});

test('check 15: a list of mining pools', () => {
  const entries = { addresses: [], domains: ['minexmr.com'], hashes: [] };
  const lists: ActiveList[] = [{ name: 'mining', kind: 'mining', entries }];
  expect(types([query('pool.minexmr.com')], lists)).toEqual([
    'CryptoCurrency:EC2/BitcoinTool.B!DNS',
  ]);
  expect(types([query('notminexmr.com')], lists)).toEqual([]);
});

test('check 16: data leaves by the names that are asked for', () => {
  const window = Array.from({ length: 300 }, (_, index) =>
    query(`${noise(`${index}`, 40)}.t.example.org`),
  );
  expect(types(window)).toEqual(['Trojan:EC2/DNSDataExfiltration']);
  const ordinary = ['www', 'api', 'cdn', 'static', 'mail'].flatMap((host) =>
    Array.from({ length: 100 }, () => query(`${host}.example.org`)),
  );
  expect(types(ordinary)).toEqual([]);
});

const WORDS =
  'cloud market photo travel music garden river stone market light house paper green table north window silver'.split(
    ' ',
  );

test('check 17: domains that an algorithm made; of 5,000 ordinary machines no more than five are told of', () => {
  const made = Array.from({ length: 30 }, (_, index) => query(`${noise(`dga${index}`, 14)}.com`));
  expect(types(made)).toEqual(['Trojan:EC2/DGADomainRequest.B']);
  let wrong = 0;
  for (let host = 0; host < 5_000; host += 1) {
    const window = Array.from({ length: 30 }, (_, index) => {
      const digest = createHash('sha256').update(`${host}/${index}`).digest();
      const word = (at: number) => WORDS[(digest[at] ?? 0) % WORDS.length];
      return query(`${word(0)}${word(1)}.com`);
    });
    if (types(window).length > 0) wrong += 1;
  }
  expect(wrong).toBeLessThanOrEqual(5);
});

test('check 18: a name that leads to the metadata of the machine', () => {
  const window = [query('rebind.example.org', { answers: ['169.254.169.254'] })];
  expect(told(window)).toMatchObject([
    { type: 'UnauthorizedAccess:EC2/MetadataDNSRebind', severity: 8 },
  ]);
});
