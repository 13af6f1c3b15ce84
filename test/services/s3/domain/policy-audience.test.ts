import { expect, test } from 'vitest';
import { type Audience, audienceOf } from '../../../../src/services/s3/domain/policy-audience.ts';
import { canonicalUser } from '../../../../src/services/s3/domain/canonical-user.ts';

const OWNER = '111111111111';
const OTHER = '222222222222';
const MEMBER = '333333333333';
const BUCKET = 'arn:aws:s3:::data';
const ALL = [BUCKET, `${BUCKET}/*`];
const OAI = 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE';

function audience(...statements: readonly object[]): Audience {
  return audienceOf({
    arn: BUCKET,
    account: OWNER,
    ownerId: canonicalUser(OWNER),
    policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    organizationOf: (account) =>
      account === MEMBER ? { organizationId: 'o-own', path: 'o-own/r-1/ou-1/' } : undefined,
  });
}

function allow(AWS: string, Action = 's3:GetObject', more: object = {}) {
  return { Effect: 'Allow', Principal: { AWS }, Action, Resource: ALL, ...more };
}

function deny(Principal: unknown, Action: string | readonly string[], more: object = {}) {
  return { Effect: 'Deny', Principal, Action, Resource: ALL, ...more };
}

interface Case {
  readonly says: string;
  readonly policy: readonly object[];
  readonly is: Partial<Audience>;
}

const NONE: Partial<Audience> = { accounts: [], withCloudFront: false, isPublic: false };
const UNLESS_MEMBER = { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-own' } } };
const IN_ORGANIZATION = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-own' } } };
const NO_HEADER = { Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } } };
const NO_KMS = {
  Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
};

const CASES: readonly Case[] = [
  { says: 'another account', policy: [allow(OTHER)], is: { accounts: [OTHER] } },
  { says: 'the account itself', policy: [allow(OWNER)], is: NONE },
  {
    says: 'another account that a Deny takes everything from',
    policy: [allow(OTHER), deny({ AWS: OTHER }, 's3:Get*')],
    is: NONE,
  },
  {
    says: 'a Deny that leaves something',
    policy: [allow(OTHER, 's3:*'), deny({ AWS: OTHER }, 's3:Get*')],
    is: { accounts: [OTHER] },
  },
  {
    says: 'accounts outside of an organization, which a Deny keeps out',
    policy: [allow(OTHER), allow(MEMBER), deny('*', 's3:*', UNLESS_MEMBER)],
    is: { accounts: [MEMBER] },
  },
  {
    says: 'an account that is not of the organization that a condition asks for',
    policy: [allow(OTHER, 's3:GetObject', IN_ORGANIZATION)],
    is: NONE,
  },
  {
    says: 'everybody of an organization',
    policy: [{ ...allow('*', 's3:GetObject', IN_ORGANIZATION), Principal: '*' }],
    is: { accounts: ['o-own'], isPublic: false },
  },
  {
    says: 'an account that a condition names',
    policy: [
      allow('*', 's3:GetObject', {
        Condition: { StringEquals: { 'aws:PrincipalAccount': OTHER } },
      }),
    ],
    is: { accounts: [OTHER], isPublic: false },
  },
  {
    says: 'a role that a condition names by a pattern',
    policy: [
      allow(OTHER, 's3:GetObject', {
        Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/read-*` } },
      }),
    ],
    is: { accounts: [OTHER] },
  },
  {
    says: 'a condition that the account named can not meet',
    policy: [
      allow(OTHER, 's3:GetObject', {
        Condition: { StringEquals: { 'aws:PrincipalAccount': OWNER } },
      }),
    ],
    is: NONE,
  },
  {
    says: 'an address that the account may call from',
    policy: [
      allow(OTHER, 's3:GetObject', {
        Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      }),
    ],
    is: { accounts: [OTHER] },
  },
  {
    says: 'an identity of CloudFront',
    policy: [allow(OAI)],
    is: { accounts: [], withCloudFront: true },
  },
  {
    says: 'an identity of CloudFront that a Deny keeps out',
    policy: [allow(OAI), deny('*', 's3:GetObject*')],
    is: NONE,
  },
  {
    says: 'CloudFront as a service, for one distribution',
    policy: [
      {
        ...allow(''),
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceArn': `arn:aws:cloudfront::${OWNER}:distribution/E1` },
        },
      },
    ],
    is: { accounts: [], withCloudFront: true },
  },
  {
    says: 'everybody, by a wildcard in the middle of an action',
    policy: [allow('*', 's3:*Object')],
    is: { isPublic: true, allowsPublicRead: true, allowsPublicWrite: true, withCloudFront: false },
  },
  {
    says: 'everybody but who writes',
    policy: [
      allow('*', 's3:*'),
      deny('*', ['s3:Put*', 's3:*Delete*', 's3:Abort*', 's3:R*', 's3:U*']),
    ],
    is: { isPublic: true, allowsPublicRead: true, allowsPublicWrite: false },
  },
  {
    says: 'everybody, whom a Deny keeps out but for an organization',
    policy: [allow('*'), deny('*', 's3:*', UNLESS_MEMBER)],
    is: { isPublic: false, allowsPublicRead: false },
  },
  {
    says: 'puts without a header',
    policy: [deny('*', 's3:PutObject', NO_HEADER)],
    is: { refusesUnencrypted: true },
  },
  {
    says: 'puts without a header of KMS, by a wildcard in the action',
    policy: [deny('*', 's3:P?t*', NO_KMS)],
    is: { refusesUnencrypted: true },
  },
  {
    says: 'deletions alone',
    policy: [deny('*', 's3:DeleteObject', NO_HEADER)],
    is: { refusesUnencrypted: false },
  },
  {
    says: 'puts that name the header, the reverse of what is meant',
    policy: [
      deny('*', 's3:PutObject', {
        Condition: { Null: { 's3:x-amz-server-side-encryption': 'false' } },
      }),
    ],
    is: { refusesUnencrypted: false },
  },
  {
    says: 'puts of one role alone',
    policy: [deny({ AWS: `arn:aws:iam::${OWNER}:role/one` }, 's3:PutObject', NO_HEADER)],
    is: { refusesUnencrypted: false },
  },
  {
    says: 'puts below one prefix alone',
    policy: [deny('*', 's3:PutObject', { ...NO_HEADER, Resource: `${BUCKET}/private/*` })],
    is: { refusesUnencrypted: false },
  },
  {
    says: 'puts from elsewhere, whatever they name',
    policy: [
      deny('*', 's3:*', { Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    ],
    is: { refusesUnencrypted: false },
  },
];

test('the engine says whom a policy lets in, and whether objects need a header of encryption', () => {
  let ran = 0;
  for (const { says, policy, is } of CASES) {
    expect({ says, ...audience(...policy) }).toMatchObject({ says, ...is });
    ran += 1;
  }
  expect(ran).toBe(24);
});
