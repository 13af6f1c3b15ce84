import {
  AddPermissionCommand,
  GetPolicyCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Errand, errandService, outcomes, sendErrand } from '../../errands.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { executionRole, invoke, newFunction, node } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
});
afterAll(() => server.close());

const ANSWERS = node('export const handler = async () => "here";');
const arnOf = (account: string, name: string) =>
  `arn:aws:lambda:us-east-1:${account}:function:${name}`;

test('Invoke: another account needs the policy of the function and its own', async () => {
  const [owner, other] = [freshAccount(), freshAccount()];
  const lambda = await newFunction(server, owner, 'shared', ANSWERS);
  const arn = arnOf(owner, 'shared');
  const allowed = await newUser(server, other, 'allowed', {
    allow: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: arn }],
  });
  const text = `User: arn:aws:iam::${other}:user/allowed is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`;
  await expect(invoke(new LambdaClient(allowed), arn)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: text,
    $metadata: { httpStatusCode: 403 },
  });
  const added = await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'shared',
      StatementId: 'other',
      Action: 'lambda:InvokeFunction',
      Principal: other,
    }),
  );
  expect(JSON.parse(added.Statement ?? '')).toEqual({
    Sid: 'other',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${other}:root` },
    Action: 'lambda:InvokeFunction',
    Resource: arn,
  });
  expect((await invoke(new LambdaClient(allowed), arn)).payload).toBe('here');
  const { RevisionId } = await lambda.send(new GetPolicyCommand({ FunctionName: 'shared' }));
  await lambda.send(
    new RemovePermissionCommand({
      FunctionName: 'shared',
      StatementId: 'other',
      ...(RevisionId === undefined ? {} : { RevisionId }),
    }),
  );
  await expect(invoke(new LambdaClient(allowed), arn)).rejects.toMatchObject({ message: text });
});

test('AddPermission: conditions stand in the statement as AWS writes them', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'told', ANSWERS);
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'told',
      StatementId: 's3',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceAccount: account,
      SourceArn: 'arn:aws:s3:::bucket',
    }),
  );
  const { Policy } = await lambda.send(new GetPolicyCommand({ FunctionName: 'told' }));
  expect(JSON.parse(Policy ?? '')).toEqual({
    Version: '2012-10-17',
    Id: 'default',
    Statement: [
      {
        Sid: 's3',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: arnOf(account, 'told'),
        Condition: {
          StringEquals: { 'AWS:SourceAccount': account },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::bucket' },
        },
      },
    ],
  });
});

test('AddPermission: refuses a second statement of the same id, and who does not exist', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'once', ANSWERS);
  const statement = {
    FunctionName: 'once',
    StatementId: 'a',
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
  };
  await lambda.send(new AddPermissionCommand(statement));
  await expect(lambda.send(new AddPermissionCommand(statement))).rejects.toMatchObject({
    name: 'ResourceConflictException',
    message:
      'The statement id (a) provided already exists. Please provide a new statement id, or remove the existing statement.',
  });
  for (const Principal of ['nobody.example.com', `arn:aws:iam::${account}:role/nobody`]) {
    await expect(
      lambda.send(new AddPermissionCommand({ ...statement, StatementId: 'b', Principal })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: 'The provided principal was invalid. Please check the principal and try again.',
    });
  }
  await expect(
    lambda.send(new AddPermissionCommand({ ...statement, StatementId: 'b', RevisionId: 'old' })),
  ).rejects.toMatchObject({ name: 'PreconditionFailedException' });
});

test('Invoke: a user without permission is refused with the reason', async () => {
  const account = freshAccount();
  await newFunction(server, account, 'mine', {
    ...ANSWERS,
    Role: await executionRole(server, account),
  });
  const user = await newUser(server, account, 'nobody');
  await expect(invoke(new LambdaClient(user), 'mine')).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: lambda:InvokeFunction on resource: ${arnOf(account, 'mine')} because no identity-based policy allows the lambda:InvokeFunction action`,
  });
});

test('Invoke: a service may for the resource that the policy names, and for no other', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'served', ANSWERS);
  const rule = `arn:aws:events:us-east-1:${account}:rule/hourly`;
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'served',
      StatementId: 'rule',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: rule,
      SourceAccount: account,
    }),
  );
  const asked = (sourceArn: string, principal = 'events.amazonaws.com'): Errand => ({
    by: 'act',
    service: 'lambda',
    operation: 'Invoke',
    input: { FunctionName: arnOf(account, 'served'), InvocationType: 'DryRun' },
    options: { as: { principal, sourceArn } },
  });
  const cases: readonly (readonly [Errand, unknown])[] = [
    [asked(rule), { StatusCode: 204 }],
    [asked(`${rule}-2`), 'AccessDeniedException'],
    [asked(rule, 's3.amazonaws.com'), 'AccessDeniedException'],
  ];
  for (const [errand, outcome] of cases) {
    outcomes.length = 0;
    await sendErrand(server.client(account), errand);
    await expect.poll(() => outcomes).toEqual([outcome]);
  }
});
