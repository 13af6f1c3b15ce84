import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { zipOf } from './archives.ts';
import { executionRole, invoke, newFunction, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const CODE = zipOf({ name: 'app.py', text: 'def handler(event, context):\n  return 1\n' });

function asked(Role: string, more: Partial<CreateFunctionCommandInput> = {}) {
  return new CreateFunctionCommand({
    FunctionName: 'made',
    Runtime: 'python3.12',
    Handler: 'app.handler',
    Role,
    Code: { ZipFile: CODE },
    ...more,
  });
}

test('CreateFunction: answers with the whole configuration, and the function is there', async () => {
  const account = freshAccount();
  const lambda = new LambdaClient(server.client(account));
  const role = await executionRole(server, account);
  const made = await lambda.send(asked(role, { Description: 'd', Tags: { team: 'red' } }));
  const FunctionArn = `arn:aws:lambda:us-east-1:${account}:function:made`;
  expect(made).toMatchObject({
    FunctionName: 'made',
    FunctionArn,
    Runtime: 'python3.12',
    Role: role,
    Handler: 'app.handler',
    CodeSize: CODE.length,
    CodeSha256: createHash('sha256').update(CODE).digest('base64'),
    Description: 'd',
    Timeout: 3,
    MemorySize: 128,
    Version: '$LATEST',
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: 512 },
  });
  const { Configuration, Tags } = await lambda.send(
    new GetFunctionCommand({ FunctionName: FunctionArn }),
  );
  expect(Configuration?.RevisionId).toBe(made.RevisionId);
  expect(Tags).toEqual({ team: 'red' });
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand());
  expect(Functions.map((each) => each.FunctionName)).toEqual(['made']);
  await expect(lambda.send(asked(role))).rejects.toMatchObject({
    name: 'ResourceConflictException',
    message: 'Function already exist: made',
    $metadata: { httpStatusCode: 409 },
  });
  await lambda.send(new DeleteFunctionCommand({ FunctionName: 'made' }));
  await expect(lambda.send(new GetFunctionCommand({ FunctionName: 'made' }))).rejects.toMatchObject(
    {
      name: 'ResourceNotFoundException',
      message: `Function not found: ${FunctionArn}`,
      $metadata: { httpStatusCode: 404 },
    },
  );
});

test('CreateFunction: the role must be there and trust Lambda', async () => {
  const account = freshAccount();
  const lambda = new LambdaClient(server.client(account));
  const refusal = {
    name: 'InvalidParameterValueException',
    message: 'The role defined for the function cannot be assumed by Lambda.',
  };
  const other = await newRole(server, account, 'other', { Service: 'ec2.amazonaws.com' });
  await expect(lambda.send(asked(other))).rejects.toMatchObject(refusal);
  const missing = `arn:aws:iam::${account}:role/missing`;
  await expect(lambda.send(asked(missing))).rejects.toMatchObject(refusal);
  const foreign = await executionRole(server, freshAccount());
  await expect(lambda.send(asked(foreign))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'Cross-account pass role is not allowed.',
  });
});

test('CreateFunction: who makes it must be allowed to pass the role', async () => {
  const account = freshAccount();
  const role = await executionRole(server, account);
  const maker = await newUser(server, account, 'maker', {
    allow: [{ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }],
  });
  await expect(new LambdaClient(maker).send(asked(role))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/maker is not authorized to perform: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`,
  });
  const passer = await newUser(server, account, 'passer', {
    allow: [
      { Effect: 'Allow', Action: 'lambda:*', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: role,
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ],
  });
  expect((await new LambdaClient(passer).send(asked(role))).FunctionName).toBe('made');
});

test('CreateFunction: refuses what cannot run, each with its reason', async () => {
  const account = freshAccount();
  const lambda = new LambdaClient(server.client(account));
  const role = await executionRole(server, account);
  const cases: readonly (readonly [Partial<CreateFunctionCommandInput>, string])[] = [
    [
      { Code: { ZipFile: Buffer.from('no zip') } },
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    ],
    [{ Code: {} }, 'Please provide a source for function code.'],
    [
      { Handler: undefined },
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    ],
    [{ Runtime: 'java21' }, 'The runtime java21 is not on this machine.'],
    [
      { Timeout: 901 },
      "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900",
    ],
    [
      { Environment: { Variables: { AWS_REGION: 'x' } } },
      'Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: AWS_REGION',
    ],
    [
      { Layers: [`arn:aws:lambda:us-east-1:${account}:layer:none:1`] },
      `Layer version arn:aws:lambda:us-east-1:${account}:layer:none:1 does not exist.`,
    ],
  ];
  let refused = 0;
  for (const [more, message] of cases) {
    await expect(lambda.send(asked(role, more))).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message,
    });
    refused += 1;
  }
  expect(refused).toBe(7);
});

test('CreateFunction: takes code from a bucket that the caller may read', async () => {
  const account = freshAccount();
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: `code-${account}` }));
  await s3.send(new PutObjectCommand({ Bucket: `code-${account}`, Key: 'a.zip', Body: CODE }));
  const lambda = new LambdaClient(server.client(account));
  const role = await executionRole(server, account);
  const Code = { S3Bucket: `code-${account}`, S3Key: 'a.zip' };
  await lambda.send(asked(role, { Code }));
  expect((await invoke(lambda, 'made')).payload).toBe(1);
  await expect(
    lambda.send(asked(role, { FunctionName: 'other', Code: { ...Code, S3Key: 'b.zip' } })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message:
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
  });
});

test('an archive unpacks nothing outside of its folder', async () => {
  const account = freshAccount();
  const lambda = new LambdaClient(server.client(account));
  const role = await executionRole(server, account);
  for (const name of ['../up.py', '/etc/up.py', 'a/../../up.py']) {
    const ZipFile = zipOf({ name, text: 'x' });
    await expect(lambda.send(asked(role, { Code: { ZipFile } }))).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
  }
  const link = { mode: 0o120777 };
  await newFunction(server, account, 'links', {
    ...python(''),
    Role: role,
    Code: {
      ZipFile: zipOf(
        {
          name: 'app.py',
          text: 'import os\ndef handler(event, context):\n  return sorted(os.listdir("."))\n',
        },
        { name: 'inside', text: 'app.py', ...link },
        { name: 'out', text: '/etc', ...link },
        { name: 'up', text: '../..', ...link },
        { name: 'dot', text: '.', ...link },
        { name: 'hidden', text: 'dot/..', ...link },
        { name: 'dot/through', text: '..', ...link },
      ),
    },
  });
  expect((await invoke(lambda, 'links')).payload).toEqual(['app.py', 'dot', 'inside']);
});
