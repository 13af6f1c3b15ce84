import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  type EvaluationResult,
  GetContextKeysForCustomPolicyCommand,
  GetContextKeysForPrincipalPolicyCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  SimulateCustomPolicyCommand,
  type SimulateCustomPolicyCommandInput,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const GET = 's3:GetObject';
const ALLOW = policyText({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::a/*' });
const DENY = policyText({ Effect: 'Deny', Action: GET, Resource: '*' });
const OBJECT = 'arn:aws:s3:::a/1';
const OTHER = 'arn:aws:s3:::b/1';

async function custom(
  PolicyInputList: string[],
  more: Partial<SimulateCustomPolicyCommandInput> = {},
): Promise<EvaluationResult[]> {
  const iam = new IAMClient(server.client(freshAccount()));
  const command = new SimulateCustomPolicyCommand({
    PolicyInputList,
    ActionNames: [GET],
    ResourceArns: [OBJECT],
    ...more,
  });
  return (await iam.send(command)).EvaluationResults ?? [];
}

test('SimulateCustomPolicy: decides, and names the statements that decided', async () => {
  const [allowed] = await custom([ALLOW]);
  const statement = {
    SourcePolicyId: 'PolicyInputList.1',
    SourcePolicyType: 'IAM Policy',
    StartPosition: { Line: 1, Column: 38 },
    EndPosition: { Line: 1, Column: ALLOW.length - 1 },
  };
  expect(allowed).toEqual({
    EvalActionName: GET,
    EvalResourceName: OBJECT,
    EvalDecision: 'allowed',
    MatchedStatements: [statement],
    MissingContextValues: [],
    EvalDecisionDetails: {},
    ResourceSpecificResults: [
      {
        EvalResourceName: OBJECT,
        EvalResourceDecision: 'allowed',
        MatchedStatements: [statement],
        MissingContextValues: [],
      },
    ],
  });
  const [nothing] = await custom([ALLOW], { ResourceArns: [OTHER] });
  expect(nothing).toMatchObject({ EvalDecision: 'implicitDeny', MatchedStatements: [] });
  const [denied] = await custom([ALLOW, DENY]);
  expect(denied?.EvalDecision).toBe('explicitDeny');
  expect(denied?.MatchedStatements?.map((one) => one.SourcePolicyId)).toEqual([
    'PolicyInputList.2',
  ]);
});

test('SimulateCustomPolicy: statements stand where the text has them', async () => {
  const pretty = JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:Put*', Resource: '*' },
        { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
      ],
    },
    null,
    2,
  );
  const [second] = await custom([pretty]);
  expect(second?.MatchedStatements).toMatchObject([
    { StartPosition: { Line: 8, Column: 6 }, EndPosition: { Line: 13, Column: 6 } },
  ]);
  const [first] = await custom([pretty], { ActionNames: ['s3:PutObject'] });
  expect(first?.MatchedStatements).toMatchObject([
    { StartPosition: { Line: 3, Column: 17 }, EndPosition: { Line: 8, Column: 6 } },
  ]);
  const single = `{
  "Version":"2012-10-17",
  "Statement":{
    "Effect":"Allow",
    "Action":"s3:*",
    "Resource":"*"
  }
}`;
  const [only] = await custom([single]);
  expect(only?.MatchedStatements).toMatchObject([
    { StartPosition: { Line: 3, Column: 16 }, EndPosition: { Line: 7, Column: 4 } },
  ]);
});

test('SimulateCustomPolicy: one result per action, the most restrictive of its resources', async () => {
  const results = await custom([ALLOW], {
    ActionNames: [GET, 's3:PutObject'],
    ResourceArns: [OBJECT, OTHER],
  });
  expect(results.map((one) => [one.EvalActionName, one.EvalDecision])).toEqual([
    [GET, 'implicitDeny'],
    ['s3:PutObject', 'implicitDeny'],
  ]);
  expect(results[0]?.ResourceSpecificResults?.map((one) => one.EvalResourceDecision)).toEqual([
    'allowed',
    'implicitDeny',
  ]);
  const [everything] = await custom([ALLOW], { ResourceArns: undefined });
  expect(everything).toMatchObject({ EvalResourceName: '*', EvalDecision: 'implicitDeny' });
  expect(everything).not.toHaveProperty('ResourceSpecificResults');
  expect(everything).not.toHaveProperty('EvalDecisionDetails');
});

test('SimulateCustomPolicy: condition keys come from the request, and the missing are named', async () => {
  const withMfa = policyText({
    Effect: 'Allow',
    Action: GET,
    Resource: 'arn:aws:s3:::a/${aws:username}',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  });
  const mine = 'arn:aws:s3:::a/ann';
  const [nobody] = await custom([withMfa], { ResourceArns: [mine] });
  expect(nobody?.MissingContextValues).toEqual(['aws:username']);
  const CallerArn = `arn:aws:iam::${freshAccount()}:user/ann`;
  const [unsaid] = await custom([withMfa], { ResourceArns: [mine], CallerArn });
  expect(unsaid).toMatchObject({
    EvalDecision: 'implicitDeny',
    MissingContextValues: ['aws:MultiFactorAuthPresent'],
  });
  const [given] = await custom([withMfa], {
    ResourceArns: [mine],
    CallerArn,
    ContextEntries: [
      {
        ContextKeyName: 'aws:multifactorauthpresent',
        ContextKeyType: 'boolean',
        ContextKeyValues: ['true'],
      },
    ],
  });
  expect(given).toMatchObject({ EvalDecision: 'allowed', MissingContextValues: [] });
});

test('SimulateCustomPolicy: a boundary limits, and a resource policy may go past it', async () => {
  const account = freshAccount();
  const CallerArn = `arn:aws:iam::${account}:user/ann`;
  const boundary = policyText({ Effect: 'Allow', Action: 'iam:*', Resource: '*' });
  const [bounded] = await custom([ALLOW], { PermissionsBoundaryPolicyInputList: [boundary] });
  expect(bounded).toMatchObject({
    EvalDecision: 'implicitDeny',
    MatchedStatements: [],
    PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
  });
  const ResourcePolicy = policyText({
    Effect: 'Allow',
    Principal: { AWS: CallerArn },
    Action: 's3:Get*',
    Resource: 'arn:aws:s3:::a/*',
  });
  const [direct] = await custom([boundary], {
    PermissionsBoundaryPolicyInputList: [boundary],
    ResourcePolicy,
    CallerArn,
    ResourceOwner: `arn:aws:iam::${account}:root`,
  });
  expect(direct).toMatchObject({
    EvalDecision: 'allowed',
    EvalDecisionDetails: {},
    PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    MatchedStatements: [{ SourcePolicyId: 'ResourcePolicy', SourcePolicyType: 'Resource Policy' }],
  });
  await expect(custom([ALLOW], { ResourcePolicy })).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});

test('SimulateCustomPolicy: across accounts both sides are told apart', async () => {
  const CallerArn = `arn:aws:iam::${freshAccount()}:user/arnav`;
  const ResourcePolicy = policyText({
    Effect: 'Allow',
    Principal: { AWS: CallerArn },
    Action: 's3:Get*',
    Resource: 'arn:aws:s3:::a/*',
  });
  const iamOnly = policyText({ Effect: 'Allow', Action: 'iam:*', Resource: '*' });
  const more = { CallerArn, ResourcePolicy, ResourceOwner: freshAccount() };
  const [lacking] = await custom([iamOnly], {
    ...more,
    PermissionsBoundaryPolicyInputList: [iamOnly],
  });
  const details = {
    'IAM Policy': 'implicitDeny',
    'Resource Policy': 'allowed',
    'Permissions Boundary Policy': 'implicitDeny',
  };
  expect(lacking).toMatchObject({
    EvalDecision: 'implicitDeny',
    EvalDecisionDetails: details,
    MatchedStatements: [],
    ResourceSpecificResults: [
      {
        EvalDecisionDetails: details,
        MatchedStatements: [{ SourcePolicyId: 'ResourcePolicy' }],
      },
    ],
  });
  const [both] = await custom([ALLOW], more);
  expect(both?.EvalDecision).toBe('allowed');
});

test('SimulateCustomPolicy: comes in pages, and refuses what it cannot read', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const ActionNames = ['s3:A', 's3:B', 's3:C'];
  const names: (string | undefined)[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.send(
      new SimulateCustomPolicyCommand({
        PolicyInputList: [ALLOW],
        ActionNames,
        MaxItems: 2,
        Marker,
      }),
    );
    names.push(...(page.EvaluationResults ?? []).map((one) => one.EvalActionName));
    Marker = page.Marker;
    expect(page.IsTruncated).toBe(Marker !== undefined);
  } while (Marker !== undefined);
  expect(names).toEqual(ActionNames);
  await expect(custom(['{"a":1}'])).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: 'PolicyInputList.1: Syntax errors in policy.',
  });
  await expect(custom([ALLOW], { ResourceHandlingOption: 'EC2-VPC-EBS' })).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});

test('SimulatePrincipalPolicy: takes what the entity has, groups and boundary too', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'readers' }));
  await iam.send(new AddUserToGroupCommand({ UserName: 'ann', GroupName: 'readers' }));
  await iam.send(
    new PutGroupPolicyCommand({ GroupName: 'readers', PolicyName: 'read', PolicyDocument: ALLOW }),
  );
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' });
  await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'own', PolicyDocument }));
  const { Policy } = await iam.send(
    new CreatePolicyCommand({
      PolicyName: 'topics',
      PolicyDocument: policyText({ Effect: 'Allow', Action: 'sns:*', Resource: '*' }),
    }),
  );
  await iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: Policy?.Arn }));
  const PolicySourceArn = `arn:aws:iam::${account}:user/ann`;
  const ActionNames = [GET, 'sqs:SendMessage', 'sns:Publish', 'iam:ListUsers'];
  const simulate = async () => {
    const { EvaluationResults = [] } = await iam.send(
      new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames, ResourceArns: [OBJECT] }),
    );
    return EvaluationResults;
  };
  const before = await simulate();
  expect(
    before.map((one) => [one.EvalDecision, one.MatchedStatements?.[0]?.SourcePolicyId]),
  ).toEqual([
    ['allowed', 'group_readers_read'],
    ['allowed', 'user_ann_own'],
    ['allowed', 'topics'],
    ['implicitDeny', undefined],
  ]);
  await iam.send(
    new PutUserPermissionsBoundaryCommand({ UserName: 'ann', PermissionsBoundary: Policy?.Arn }),
  );
  const after = await simulate();
  expect(after.map((one) => one.EvalDecision)).toEqual([
    'implicitDeny',
    'implicitDeny',
    'allowed',
    'implicitDeny',
  ]);
});

test('SimulatePrincipalPolicy: is for users, groups and roles, and for who may ask', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const simulate = (client: IAMClient, PolicySourceArn: string) =>
    client.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: [GET] }));
  const session = `arn:aws:sts::${account}:assumed-role/r/s`;
  await expect(simulate(iam, session)).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: `Invalid Entity Arn: ${session} does not clearly define entity type and name.`,
  });
  await expect(simulate(iam, `arn:aws:iam::${account}:role/none`)).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'The role with name none cannot be found.',
  });
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'sts:AssumeRole',
  });
  await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: trust }));
  const { EvaluationResults } = await simulate(iam, `arn:aws:iam::${account}:role/r`);
  expect(EvaluationResults).toMatchObject([{ EvalDecision: 'implicitDeny' }]);
  const plain = new IAMClient(await newUser(server, account, 'bob'));
  const ann = `arn:aws:iam::${account}:role/r`;
  await expect(simulate(plain, ann)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/bob is not authorized to perform: ` +
      `iam:SimulatePrincipalPolicy on resource: ${ann} because no identity-based policy allows ` +
      'the iam:SimulatePrincipalPolicy action',
  });
});

test('GetContextKeysForCustomPolicy: names conditions and variables as they are written', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const text = policyText({
    Effect: 'Allow',
    Action: 'dynamodb:*',
    Resource: 'arn:aws:dynamodb:us-west-2:128716708097:table/${aws:username}',
    Condition: {
      DateGreaterThan: { 'aws:CurrentTime': '2015-08-16T12:00:00Z' },
      StringEquals: { 'aws:PrincipalTag/team': "${aws:ResourceTag/team, 'none'}" },
    },
  });
  const { ContextKeyNames } = await iam.send(
    new GetContextKeysForCustomPolicyCommand({ PolicyInputList: [text, text] }),
  );
  const keys = ['aws:username', 'aws:CurrentTime', 'aws:PrincipalTag/team', 'aws:ResourceTag/team'];
  expect(ContextKeyNames).toEqual(keys);
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'p', PolicyDocument: text }),
  );
  const own = await iam.send(
    new GetContextKeysForPrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::${account}:user/ann`,
    }),
  );
  expect(own.ContextKeyNames).toEqual(keys);
});
