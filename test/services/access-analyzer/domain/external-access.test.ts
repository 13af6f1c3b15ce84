import { expect, test } from 'vitest';
import { externalAccess } from '../../../../src/services/access-analyzer/domain/external-access.ts';
import type { Zone } from '../../../../src/services/access-analyzer/domain/zone.ts';
import { documentOf } from '../../../../src/services/access-analyzer/analysis.ts';

const OWN = '111111111111';
const MATE = '222222222222';
const OTHER = '333333333333';
const account: Zone = { accounts: new Set([OWN]) };
const organization: Zone = { accounts: new Set([OWN, MATE]), organizationId: 'o-own' };

const allow = (Principal: object | string, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  ...more,
});
const deny = (more: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  ...more,
});

/** Who has what, as short text: `AWS:333… s3:GetObject`, with `public` where it is. */
function found(zone: Zone, ...Statement: readonly object[]): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  return externalAccess(documentOf(text), zone).map(({ principal, actions, isPublic }) => {
    const [[kind, name] = []] = Object.entries(principal);
    return `${kind}:${name} ${actions.join(' ')}${isPublic ? ' public' : ''}`;
  });
}

const when = (operator: string, key: string, value: string | readonly string[]) => ({
  Condition: { [operator]: { [key]: value } },
});

const cases: readonly [string, Zone, readonly object[], readonly string[]][] = [
  ['own account', account, [allow({ AWS: OWN })], []],
  ['own role', account, [allow({ AWS: `arn:aws:iam::${OWN}:role/r` })], []],
  ['another account', account, [allow({ AWS: OTHER })], [`AWS:${OTHER} s3:GetObject`]],
  [
    'a user of another account',
    account,
    [allow({ AWS: [`arn:aws:iam::${OTHER}:user/u`, OWN] })],
    [`AWS:arn:aws:iam::${OTHER}:user/u s3:GetObject`],
  ],
  ['a mate, for the account', account, [allow({ AWS: MATE })], [`AWS:${MATE} s3:GetObject`]],
  ['a mate, for the organization', organization, [allow({ AWS: MATE })], []],
  ['everybody', account, [allow('*')], ['AWS:* s3:GetObject public']],
  ['a service', account, [allow({ Service: 'sns.amazonaws.com' })], []],
  [
    'an identity provider',
    account,
    [allow({ Federated: 'accounts.google.com' })],
    ['Federated:accounts.google.com s3:GetObject'],
  ],
  [
    'everybody of the account',
    account,
    [allow('*', when('StringEquals', 'aws:PrincipalAccount', OWN))],
    [],
  ],
  [
    'everybody of the organization, for the account',
    account,
    [allow('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-own'))],
    ['AWS:* s3:GetObject'],
  ],
  [
    'everybody of the organization, for the organization',
    organization,
    [allow('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-own'))],
    [],
  ],
  [
    'everybody of another organization',
    organization,
    [allow('*', when('StringEquals', 'aws:PrincipalOrgID', 'o-other'))],
    ['AWS:* s3:GetObject'],
  ],
  [
    'a condition that those may pass who lack the key',
    account,
    [allow('*', when('StringEqualsIfExists', 'aws:PrincipalAccount', OWN))],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'every address',
    account,
    [allow('*', when('IpAddress', 'aws:SourceIp', '0.0.0.0/0'))],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'one network',
    account,
    [allow('*', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'))],
    ['AWS:* s3:GetObject'],
  ],
  ['denied to all', account, [allow('*'), deny()], []],
  [
    'another action denied',
    account,
    [allow('*'), deny({ Action: 's3:Put*' })],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'one of several actions denied',
    account,
    [allow('*', { Action: ['s3:GetObject', 's3:PutObject'] }), deny({ Action: 's3:Put*' })],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'a narrower action denied',
    account,
    [allow('*', { Action: 's3:*' }), deny({ Action: 's3:Get*' })],
    ['AWS:* s3:* public'],
  ],
  [
    'another resource denied',
    account,
    [allow('*'), deny({ Resource: 'arn:aws:s3:::b/secret/*' })],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'denied to who is outside the organization',
    organization,
    [allow('*'), deny(when('StringNotEquals', 'aws:PrincipalOrgID', 'o-own'))],
    [],
  ],
  [
    'denied by a condition that may not hold',
    account,
    [allow('*'), deny(when('Bool', 'aws:SecureTransport', 'false'))],
    ['AWS:* s3:GetObject public'],
  ],
  [
    'denied to another',
    account,
    [allow({ AWS: OTHER }), deny({ Principal: { AWS: MATE } })],
    [`AWS:${OTHER} s3:GetObject`],
  ],
  ['denied to the same', account, [allow({ AWS: OTHER }), deny({ Principal: { AWS: OTHER } })], []],
];

test('external access: is what a policy allows to those outside, and no Deny surely takes away', () => {
  let ran = 0;
  for (const [name, zone, statements, expected] of cases) {
    expect(found(zone, ...statements), name).toEqual(expected);
    ran += 1;
  }
  expect(ran).toBe(25);
});
