import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText, type Statement } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A role of an account, and a user there who may assume it as far as IAM says. */
async function roleWith(...more: readonly Statement[]) {
  const account = freshAccount();
  const trust = policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: account },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
    },
    ...more,
  );
  const { Role } = await new IAMClient(server.client(account)).send(
    new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: trust }),
  );
  const ann = await newUser(server, account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }],
  });
  const RoleArn = Role?.Arn ?? '';
  const assume = (input: Partial<AssumeRoleCommandInput>) =>
    new STSClient(ann).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'work', ...input }));
  return { account, RoleArn, assume };
}

const oneError = '1 validation error detected: Value';

test('AssumeRole: what a request may not say is refused with the text of the model', async () => {
  const { assume } = await roleWith();
  const cases: readonly [Partial<AssumeRoleCommandInput>, string, string][] = [
    [{ RoleArn: 'nothing-valid-in-here' }, 'ValidationError', 'nothing-valid-in-here is invalid'],
    [
      { RoleSessionName: 'a b' },
      'ValidationError',
      `${oneError} 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy ` +
        'regular expression pattern: [\\w+=,.@-]*',
    ],
    [
      { DurationSeconds: 899 },
      'ValidationError',
      `${oneError} '899' at 'durationSeconds' failed to satisfy constraint: Member must have ` +
        'value greater than or equal to 900',
    ],
    [
      { DurationSeconds: 43_201 },
      'ValidationError',
      `${oneError} '43201' at 'durationSeconds' failed to satisfy constraint: Member must have ` +
        'value less than or equal to 43200',
    ],
    [
      { DurationSeconds: 3_601 },
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ],
    [
      { TransitiveTagKeys: ['team'] },
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.',
    ],
    [
      {
        Tags: [
          { Key: 'team', Value: 'a' },
          { Key: 'Team', Value: 'b' },
        ],
      },
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
  ];
  let ran = 0;
  for (const [input, name, message] of cases) {
    await expect(assume(input)).rejects.toMatchObject({ name, message });
    ran += 1;
  }
  expect(ran).toBe(7);
});

test('AssumeRole: policies and tags that take too much room are refused with how much', async () => {
  const { assume } = await roleWith();
  const Tags = Array.from({ length: 50 }, (_, index) => ({
    Key: `key-${index}-${'k'.repeat(100)}`,
    Value: `${index}-${'ä7x'.repeat(80)}`.slice(0, 250),
  }));
  await expect(assume({ Tags })).rejects.toMatchObject({
    name: 'PackedPolicyTooLargeException',
    message: expect.stringMatching(
      /^Packed policy consumes \d{3,}% of allotted space, please use smaller policy\.$/,
    ),
  });
});

test('AssumeRole: a trust policy that denies is named in the refusal', async () => {
  const { account, RoleArn, assume } = await roleWith({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:RoleSessionName': 'forbidden' } },
  });
  await assume({});
  await expect(assume({ RoleSessionName: 'forbidden' })).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: sts:AssumeRole on ` +
      `resource: ${RoleArn} with an explicit deny in the role trust policy`,
  });
});
