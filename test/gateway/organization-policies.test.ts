import { expect, test } from 'vitest';
import type { Caller } from '../../src/contract/identity.ts';
import type { Call, Permission } from '../../src/contract/operation.ts';
import type { Membership } from '../../src/contract/organization.ts';
import type { Unit } from '../../src/contract/view.ts';
import { conditionLookup } from '../../src/gateway/conditions.ts';
import { organizationsOf, resourceControlOf } from '../../src/gateway/organization-policies.ts';
import { compileCached } from '../../src/policy/cache.ts';

const policy = compileCached(
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}',
  'rcp',
);
const membership = (account: string): Membership => ({
  organizationId: `o-${account.slice(0, 10)}`,
  managementAccount: '999999999999',
  path: `o-${account.slice(0, 10)}/r-ab12/`,
  scps: [],
  rcps: [[{ type: 'rcp', policy }]],
  closed: false,
});

const scope = { account: '', region: 'us-east-1' };
const service: Caller = {
  identity: {
    type: 'AWSService',
    account: '',
    arn: 's3.amazonaws.com',
    principalId: '',
    service: 's3.amazonaws.com',
  },
  userIdentity: {},
  conditions: new Map([['aws:sourceaccount', ['111111111111']]]),
  tags: {},
};
const call: Call = {
  requestId: '',
  eventId: '',
  service: 'kms',
  eventSource: 'kms.amazonaws.com',
  operation: 'Encrypt',
  scope,
  partition: 'aws',
  caller: service,
  sourceIp: '',
  userAgent: '',
  secure: true,
  now: 0,
  realNow: 0,
  calledVia: [],
};
/** Memberships are read by account alone here. */
const unit: Unit = {
  view: () => {
    throw new Error('no documents here');
  },
  audit: () => undefined,
  emit: () => undefined,
  order: () => undefined,
  cancel: () => undefined,
  once: async (make) => make(),
  onCommit: () => undefined,
  savepoint: () => () => undefined,
};

test('a service acts for a resource: the organization of its owner is the source', async () => {
  const asked: string[] = [];
  const organizations = {
    membership: async (_unit: Unit, account: string) => {
      asked.push(account);
      return membership(account);
    },
  };
  const permission: Permission = { action: 'kms:Encrypt', resource: '*' };
  const concerned = await organizationsOf(
    { organizations, unit, call },
    undefined,
    permission,
    '222222222222',
  );
  expect(asked).toEqual(['222222222222', '111111111111']);
  const lookup = conditionLookup(call, {
    request: undefined,
    resourceAccount: '222222222222',
    organizations: concerned,
    resourceTags: {},
    kind: () => undefined,
  });
  const cases = [
    ['aws:sourceorgid', ['o-1111111111']],
    ['aws:sourceorgpaths', ['o-1111111111/r-ab12/']],
    ['aws:resourceorgid', ['o-2222222222']],
    ['aws:resourceorgpaths', ['o-2222222222/r-ab12/']],
    ['aws:resourceaccount', ['222222222222']],
    ['aws:principalorgid', undefined],
    ['aws:principalorgpaths', undefined],
    ['aws:principalisawsservice', ['true']],
  ] as const;
  for (const [key, value] of cases) expect(lookup(key), key).toEqual(value);
  expect(cases).toHaveLength(8);
});

test('RCPs: whom and what they reach', () => {
  const member = membership('111111111111');
  const user = { type: 'IAMUser', account: '1', arn: 'a', principalId: 'p' } as const;
  const linked = {
    ...user,
    type: 'AssumedRole',
    roleArn: 'arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
  } as const;
  const key = { action: 'kms:Encrypt', resource: 'arn:aws:kms:::key/1', awsManaged: false };
  const cases = [
    [user, key, true],
    [service.identity, key, true],
    [linked, key, false],
    [user, { ...key, awsManaged: true }, false],
    [user, { ...key, resource: '*' }, false],
    [user, { ...key, action: 'kms:RetireGrant' }, false],
    [user, { ...key, action: 'iam:GetRole' }, false],
    [user, { ...key, action: 'STS:AssumeRole' }, true],
  ] as const;
  for (const [identity, judged, isReached] of cases) {
    expect(resourceControlOf(member, identity, judged).length > 0, judged.action).toBe(isReached);
  }
  expect(resourceControlOf(undefined, user, key)).toEqual([]);
  expect(cases).toHaveLength(8);
});
