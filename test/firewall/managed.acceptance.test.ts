import { describe, expect, test } from 'vitest';
import { ADDRESS_LISTS, type AddressListName } from '../../src/firewall/addresses/knowledge.ts';
import { NetworkTrie } from '../../src/firewall/addresses/network-trie.ts';
import { MANAGED_GROUPS } from '../../src/firewall/managed/catalogue.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { type Given, requestOf } from './requests.ts';
import { ALL_GROUPS, managed, managedProgram, programOf } from './web-acls.ts';

const program = managedProgram(ALL_GROUPS);

/** The last component of the labels that a request gets, the group before it. */
function labelsOf(target: string, given: Given = {}): readonly string[] {
  return program
    .evaluate(requestOf(target, given), new SlidingCounters(), 0)
    .labels.map((label) => label.replace('awswaf:managed:aws:', ''));
}

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'];
const query = (value: string): string => `/?q=${encodeURIComponent(value)}`;
const agent = (value: string): Given => ({ headers: ['Host', 'a.example', 'User-Agent', value] });

type Case = readonly [what: string, target: string, label: string, given?: Given];

const CASES: readonly Case[] = [
  ['check 32', query("1' OR '1'='1"), 'sql-database:SQLi_QueryArguments'],
  ['check 32', '/', 'sql-database:SQLi_Cookie', { moreHeaders: ['Cookie', "id=1' OR '1'='1"] }],
  [
    'check 32',
    '/',
    'sql-database:SQLi_Body',
    { method: 'POST', moreHeaders: FORM, body: "id=1'+OR+'1'%3D'1" },
  ],
  [
    'check 33',
    query('<script>alert(1)</script>'),
    'core-rule-set:CrossSiteScripting_QueryArguments',
  ],
  ['check 34', query('../../etc/passwd'), 'core-rule-set:GenericLFI_QueryArguments'],
  ['check 34', '/a/..%2f..%2fetc/passwd', 'core-rule-set:GenericLFI_URIPath'],
  ['check 34', '/', 'known-bad-inputs:Log4JRCE_Header', agent('${jndi:ldap://x}')],
  ['check 34', '/', 'known-bad-inputs:Log4JRCE_Header', agent('${${lower:j}ndi:ldap://x}')],
  [
    'check 34',
    query('http://169.254.169.254/latest/meta-data'),
    'core-rule-set:EC2MetaDataSSRF_QueryArguments',
  ],
  ['check 34', '/', 'core-rule-set:NoUserAgent_Header', { headers: ['Host', 'a.example'] }],
  [
    'check 34',
    '/',
    'known-bad-inputs:Host_Localhost_Header',
    { headers: ['Host', 'localhost:80', 'User-Agent', 'x'] },
  ],
  ['check 34', '/', 'known-bad-inputs:Propfind_Method', { method: 'PROPFIND' }],
  ['check 34', `/?${'a'.repeat(2_049)}`, 'core-rule-set:SizeRestrictions_QueryString'],
  ['a scanner', '/', 'core-rule-set:BadBots_Header', agent('sqlmap/1.7')],
  ['a long path', `/${'a'.repeat(1_024)}`, 'core-rule-set:SizeRestrictions_URIPath'],
  [
    'a long body',
    '/',
    'core-rule-set:SizeRestrictions_Body',
    { method: 'POST', body: 'a'.repeat(8_193) },
  ],
  [
    'a body that goes on',
    '/',
    'core-rule-set:SizeRestrictions_Body',
    { method: 'POST', body: 'a', bodyContinues: true },
  ],
  ['a log file', '/server.log', 'core-rule-set:RestrictedExtensions_URIPath'],
  ['a hidden folder', '/WEB-INF/web.xml', 'known-bad-inputs:ExploitablePaths_URIPath'],
  [
    'React',
    '/',
    'known-bad-inputs:ReactJSRCE_Body',
    {
      method: 'POST',
      moreHeaders: ['Content-Type', 'application/json'],
      body: '{"then":"$1:__proto__:then"}',
    },
  ],
  [
    'a file of multipart',
    '/',
    'core-rule-set:GenericLFI_Body',
    {
      method: 'POST',
      moreHeaders: ['Content-Type', 'multipart/form-data; boundary=AbC'],
      body: '--AbC\r\nContent-Disposition: form-data; name="f"; filename="../../etc/passwd"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--AbC--\r\n',
    },
  ],
];

describe('managed rule groups', () => {
  test.each(CASES.map((each) => ({ each, name: `${each[0]}: ${each[2]}` })))(
    '$name',
    ({ each }) => {
      const [, target, expected, given] = each;
      expect(labelsOf(target, given)).toContain(expected);
    },
  );

  test('every case ran', () => {
    expect(CASES).toHaveLength(21);
  });

  test('check 34: /proc/version is of the Linux group, where it stands alone', () => {
    const linux = programOf([managed('AWSManagedRulesLinuxRuleSet')]);
    const { labels } = linux.evaluate(requestOf('/proc/version'), new SlidingCounters(), 0);
    expect(labels).toEqual(['awswaf:managed:aws:linux-os:LFI_URIPath']);
  });

  test('what is none of it passes without a label', () => {
    for (const value of ["O'Reilly & Sons", 'a < b and c > d', 'select a plan from the list']) {
      expect(labelsOf(query(value)), value).toEqual([]);
    }
    expect(labelsOf(`/?${'a'.repeat(2_048)}`)).toEqual([]);
    expect(
      labelsOf('/catalog/items/7?page=2&sort=price_asc', {
        moreHeaders: ['Cookie', 'sid=0a1b; theme=dark'],
      }),
    ).toEqual([]);
  });

  test('SQL and script are told with where they stood', () => {
    const found = program.evaluate(requestOf(query("1' OR '1'='1")), new SlidingCounters(), 0);
    const { terminatingRule } = found.ruleGroups.find((group) => group.terminatingRule) ?? {};
    expect(terminatingRule).toMatchObject({
      ruleId: 'SQLi_QUERYARGUMENTS',
      details: [
        {
          conditionType: 'SQL_INJECTION',
          sensitivityLevel: 'LOW',
          location: 'ALL_QUERY_ARGS',
          matchedFieldName: 'q',
        },
      ],
    });
  });

  test('rules of lists: each asks its own, and names it where it is missing; the DDoS list counts', () => {
    const groups = [
      managed('AWSManagedRulesAmazonIpReputationList'),
      managed('AWSManagedRulesAnonymousIpList', 1),
    ];
    const programWith = (...names: readonly AddressListName[]) => {
      const trie = new NetworkTrie(['198.51.100.0/24']);
      const lists = new Map(names.map((name) => [name, trie] as const));
      return programOf(groups, { known: { lists } });
    };
    const from = (...names: readonly AddressListName[]) =>
      programWith(...names).evaluate(requestOf('/'), new SlidingCounters(), 0);
    expect(programWith().missing).toEqual(ADDRESS_LISTS.map((name) => `the address list ${name}`));
    expect(programWith(...ADDRESS_LISTS).missing).toEqual([]);
    expect(from().action).toBe('ALLOW');
    expect(from('ddos')).toMatchObject({
      action: 'ALLOW',
      labels: ['awswaf:managed:aws:amazon-ip-list:AWSManagedIPDDoSList'],
    });
    const blocking = ADDRESS_LISTS.filter((name) => name !== 'ddos');
    for (const name of blocking) expect(from(name).action, name).toBe('BLOCK');
    expect(blocking).toHaveLength(4);
  });

  test('the catalogue has AWS’s capacities and numbers of rules', () => {
    const told = MANAGED_GROUPS.map(({ name, capacity, rules }) => [
      name.replace('AWSManagedRules', ''),
      capacity,
      rules.length,
    ]);
    expect(told).toEqual([
      ['CommonRuleSet', 700, 22],
      ['AdminProtectionRuleSet', 100, 1],
      ['KnownBadInputsRuleSet', 200, 12],
      ['SQLiRuleSet', 200, 8],
      ['LinuxRuleSet', 200, 3],
      ['UnixRuleSet', 100, 3],
      ['WindowsRuleSet', 200, 8],
      ['PHPRuleSet', 100, 4],
      ['WordPressRuleSet', 100, 2],
      ['AmazonIpReputationList', 25, 3],
      ['AnonymousIpList', 50, 2],
    ]);
  });
});
