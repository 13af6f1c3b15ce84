import {
  BatchExecuteStatementCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  KMSClient,
  ListGrantsCommand,
} from '@aws-sdk/client-kms';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { made, refusal, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function clients() {
  const account = freshAccount();
  const config = server.client(account);
  return { account, dynamo: new DynamoDBClient(config), kms: new KMSClient(config) };
}

async function newKey(kms: KMSClient): Promise<string> {
  return (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
}

function underKey(KMSMasterKeyId: string) {
  return { SSESpecification: { Enabled: true, SSEType: 'KMS' as const, KMSMasterKeyId } };
}

test('a table under a customer key: KMS keeps a grant for DynamoDB, bound to table and account', async () => {
  const { account, dynamo, kms } = clients();
  const key = await newKey(kms);
  await made(dynamo, tableInput('Books', underKey(key)));
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'Books' }));
  expect(Table?.SSEDescription).toEqual({
    Status: 'ENABLED',
    SSEType: 'KMS',
    KMSMasterKeyArn: key,
  });
  const { Grants } = await kms.send(new ListGrantsCommand({ KeyId: key }));
  expect(Grants).toHaveLength(1);
  expect(Grants?.[0]).toMatchObject({
    GranteePrincipal: 'dynamodb.us-east-1.amazonaws.com',
    RetiringPrincipal: 'dynamodb.us-east-1.amazonaws.com',
    Operations: [
      'Encrypt',
      'Decrypt',
      'ReEncryptFrom',
      'ReEncryptTo',
      'GenerateDataKey',
      'DescribeKey',
    ],
    Constraints: {
      EncryptionContextSubset: {
        'aws:dynamodb:tableName': 'Books',
        'aws:dynamodb:subscriberId': account,
      },
    },
  });
  const Item = { id: { S: 'a' }, secret: { S: 'told' } };
  await dynamo.send(new PutItemCommand({ TableName: 'Books', Item }));
  const read = new GetItemCommand({ TableName: 'Books', Key: { id: { S: 'a' } } });
  expect((await dynamo.send(read)).Item).toEqual(Item);
  await dynamo.send(new DeleteTableCommand({ TableName: 'Books' }));
  await expect
    .poll(async () => (await dynamo.send(new ListTablesCommand({}))).TableNames)
    .toEqual([]);
  expect((await kms.send(new ListGrantsCommand({ KeyId: key }))).Grants).toEqual([]);
});

test('a batch of statements: what a disabled key refuses takes nothing with it that was answered as done', async () => {
  const { dynamo, kms } = clients();
  const key = await newKey(kms);
  await made(dynamo, tableInput('Open'));
  await made(dynamo, tableInput('Shut', underKey(key)));
  await kms.send(new DisableKeyCommand({ KeyId: key }));
  const { Responses } = await dynamo.send(
    new BatchExecuteStatementCommand({
      Statements: [
        { Statement: "INSERT INTO Open VALUE {'id': 'kept'}" },
        { Statement: "INSERT INTO Shut VALUE {'id': 'refused'}" },
      ],
    }),
  );
  expect(Responses).toMatchObject([{ TableName: 'Open' }, { Error: { Code: 'ValidationError' } }]);
  const Key = { id: { S: 'kept' } };
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: 'Open', Key }));
  expect(Item).toEqual(Key);
});

test('a table key is held for each session by what it may do: a session policy without KMS keeps it out', async () => {
  const { account, dynamo, kms } = clients();
  const key = await newKey(kms);
  await made(dynamo, tableInput('Books', underKey(key)));
  await dynamo.send(new PutItemCommand({ TableName: 'Books', Item: { id: { S: 'a' } } }));
  const role = await newRole(server, account, 'reader');
  await new IAMClient(server.client(account)).send(
    new PutRolePolicyCommand({
      RoleName: 'reader',
      PolicyName: 'all',
      PolicyDocument: policyText({
        Effect: 'Allow',
        Action: ['dynamodb:*', 'kms:*'],
        Resource: '*',
      }),
    }),
  );
  const read = new GetItemCommand({ TableName: 'Books', Key: { id: { S: 'a' } } });
  const whole = new DynamoDBClient(await sessionOf(server, account, role, 'whole'));
  expect((await whole.send(read)).Item).toEqual({ id: { S: 'a' } });
  const Policy = policyText({ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' });
  const narrow = new DynamoDBClient(await sessionOf(server, account, role, 'narrow', { Policy }));
  expect(await refusal(narrow.send(read))).toContain(
    `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: User: arn:aws:sts::${account}:assumed-role/reader/narrow ` +
      `is not authorized to perform: kms:Decrypt on resource: ${key} because no session policy allows the kms:Decrypt action`,
  );
  expect((await whole.send(read)).Item).toEqual({ id: { S: 'a' } });
});
