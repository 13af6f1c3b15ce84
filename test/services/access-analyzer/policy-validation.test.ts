import {
  AccessAnalyzerClient,
  type PolicyType,
  ValidatePolicyCommand,
  type ValidatePolicyResourceType,
} from '@aws-sdk/client-accessanalyzer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function validate(
  policy: string | object,
  policyType: PolicyType = 'IDENTITY_POLICY',
  validatePolicyResourceType?: ValidatePolicyResourceType,
) {
  const client = new AccessAnalyzerClient(server.client(freshAccount()));
  const policyDocument = typeof policy === 'string' ? policy : JSON.stringify(policy);
  const { findings = [] } = await client.send(
    new ValidatePolicyCommand({ policyDocument, policyType, validatePolicyResourceType }),
  );
  return findings;
}

const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });

test('ValidatePolicy: finds nothing in what is right', async () => {
  expect(await validate(policy(good))).toEqual([]);
  expect(await validate(policy({ ...good, Principal: { AWS: '*' } }), 'RESOURCE_POLICY')).toEqual(
    [],
  );
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  expect(
    await validate(policy(trust), 'RESOURCE_POLICY', 'AWS::IAM::AssumeRolePolicyDocument'),
  ).toEqual([]);
});

test('ValidatePolicy: tells where a fault stands', async () => {
  const text = '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect": "allow"}\n  ]\n}';
  const [effect] = await validate(text);
  expect(effect).toEqual({
    findingType: 'ERROR',
    issueCode: 'INVALID_EFFECT',
    findingDetails: 'The effect allow is not valid. Use Allow or Deny.',
    learnMoreLink:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks' +
      '.html#access-analyzer-reference-policy-checks-error-invalid-effect',
    locations: [
      {
        path: [{ value: 'Statement' }, { index: 0 }, { value: 'Effect' }],
        span: {
          start: { line: 4, column: 15, offset: text.indexOf('"allow"') },
          end: { line: 4, column: 22, offset: text.indexOf('"allow"') + 7 },
        },
      },
    ],
  });
  const broken = '{"Version": "2012-10-17",\n "Statement" [] }';
  expect(await validate(broken)).toMatchObject([
    {
      issueCode: 'JSON_SYNTAX_ERROR',
      findingDetails: 'Fix the JSON syntax error at index 39 line 2 column 13.',
    },
  ]);
});

const without = (name: string) =>
  Object.fromEntries(Object.entries(good).filter(([one]) => one !== name));

const cases: readonly [object, PolicyType, readonly string[]][] = [
  [{ ...policy(good), Version: '2013-01-01' }, 'IDENTITY_POLICY', ['INVALID_VERSION']],
  [{ Version: '2012-10-17' }, 'IDENTITY_POLICY', ['MISSING_STATEMENT']],
  [{ ...policy(good), Extra: 1 }, 'IDENTITY_POLICY', ['INVALID_POLICY_ELEMENT']],
  [policy({ ...good, Extra: 1 }), 'IDENTITY_POLICY', ['INVALID_POLICY_ELEMENT']],
  [policy(without('Effect')), 'IDENTITY_POLICY', ['MISSING_EFFECT']],
  [policy(without('Action')), 'IDENTITY_POLICY', ['MISSING_ACTION']],
  [policy(without('Resource')), 'IDENTITY_POLICY', ['MISSING_RESOURCE']],
  [policy(good), 'RESOURCE_POLICY', ['MISSING_PRINCIPAL']],
  [policy({ ...good, Principal: '*' }), 'IDENTITY_POLICY', ['UNSUPPORTED_PRINCIPAL']],
  [policy({ ...good, Principal: '*' }), 'SERVICE_CONTROL_POLICY', ['SCP_SYNTAX_ERROR_PRINCIPAL']],
  [policy({ ...good, NotAction: 's3:*' }), 'IDENTITY_POLICY', ['UNSUPPORTED_ELEMENT_COMBINATION']],
  [policy({ ...good, Principal: 'me' }), 'RESOURCE_POLICY', ['INVALID_PRINCIPAL_FORMAT']],
  [policy({ ...good, Principal: { User: 'me' } }), 'RESOURCE_POLICY', ['INVALID_PRINCIPAL_KEY']],
  [
    policy({ ...good, Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } }),
    'RESOURCE_POLICY',
    ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
  ],
  [
    policy({ ...good, Condition: { StringSame: { 'aws:username': 'a' } } }),
    'IDENTITY_POLICY',
    ['INVALID_CONDITION_OPERATOR'],
  ],
  [
    policy({ ...good, Condition: { NullIfExists: { 'aws:username': 'true' } } }),
    'IDENTITY_POLICY',
    ['NULL_WITH_IF_EXISTS'],
  ],
  [
    policy({ ...good, Condition: { StringEquals: { username: 'a' } } }),
    'IDENTITY_POLICY',
    ['INVALID_CONDITION_KEY_FORMAT'],
  ],
  [
    policy({ ...good, Sid: 'a' }, { ...good, Sid: 'a' }),
    'IDENTITY_POLICY',
    ['UNIQUE_SIDS_REQUIRED'],
  ],
  [policy({ ...good, Sid: 'a-b' }), 'IDENTITY_POLICY', ['UNSUPPORTED_SID']],
  [
    policy({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }),
    'IDENTITY_POLICY',
    ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
  ],
  [
    policy({ Effect: 'Allow', Action: 'iam:*', Resource: '*' }),
    'IDENTITY_POLICY',
    ['PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE'],
  ],
  [
    policy({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    'IDENTITY_POLICY',
    [],
  ],
];

test('ValidatePolicy: each check finds its fault, and no other does', async () => {
  let ran = 0;
  for (const [document, type, codes] of cases) {
    const found = await validate(document, type);
    expect(
      found.map(({ issueCode }) => issueCode),
      JSON.stringify(document),
    ).toEqual(codes);
    ran += 1;
  }
  expect(ran).toBe(22);
});

test('ValidatePolicy: needs the permission', async () => {
  const account = freshAccount();
  const ann = new AccessAnalyzerClient(await newUser(server, account, 'ann'));
  await expect(
    ann.send(new ValidatePolicyCommand({ policyDocument: '{}', policyType: 'IDENTITY_POLICY' })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      'access-analyzer:ValidatePolicy because no identity-based policy allows the ' +
      'access-analyzer:ValidatePolicy action',
  });
});
