import {
  AccessAnalyzerClient,
  CreateAnalyzerCommand,
  ListFindingsCommand,
} from '@aws-sdk/client-accessanalyzer';
import {
  BatchGetItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteResourcePolicyCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetItemCommand,
  GetResourcePolicyCommand,
  PutItemCommand,
  PutResourcePolicyCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText, type Statement } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { advance, made, refusal, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Scores';

function arnIn(account: string): string {
  return `arn:aws:dynamodb:us-east-1:${account}:table/${TableName}`;
}

async function scores(more = {}) {
  const account = freshAccount();
  const dynamo = await made(
    new DynamoDBClient(server.client(account)),
    tableInput(TableName, more),
  );
  return { account, dynamo, arn: arnIn(account) };
}

async function as(account: string, name: string, ...allow: readonly Statement[]) {
  const options = allow.length === 0 ? {} : { allow };
  return new DynamoDBClient(await newUser(server, account, name, options));
}

function denial(account: string, name: string, action: string, arn: string): string {
  return (
    `AccessDeniedException: User: arn:aws:iam::${account}:user/${name} is not authorized to perform: dynamodb:${action} ` +
    `on resource: ${arn} because no identity-based policy allows the dynamodb:${action} action`
  );
}

const put = (id: string, more = {}) =>
  new PutItemCommand({ TableName, Item: { id: { S: id }, ...more } });
const get = (id: string, more = {}) =>
  new GetItemCommand({ TableName, Key: { id: { S: id } }, ...more });

test('a user without permission is denied, whether the table is there or not', async () => {
  const { account, arn } = await scores();
  const user = await as(account, 'ann');
  expect(await refusal(user.send(put('a')))).toBe(denial(account, 'ann', 'PutItem', arn));
  const other = new GetItemCommand({ TableName: 'Nowhere', Key: { id: { S: 'a' } } });
  expect(await refusal(user.send(other))).toBe(
    denial(account, 'ann', 'GetItem', `arn:aws:dynamodb:us-east-1:${account}:table/Nowhere`),
  );
});

test('LeadingKeys: a user reaches the items of their own partition alone', async () => {
  const { account, arn } = await scores();
  const user = await as(account, 'ann', {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    Resource: arn,
    Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:username}'] } },
  });
  await user.send(put('ann', { points: { N: '1' } }));
  expect((await user.send(get('ann'))).Item).toEqual({ id: { S: 'ann' }, points: { N: '1' } });
  expect(await refusal(user.send(put('bob')))).toBe(denial(account, 'ann', 'PutItem', arn));
  expect(await refusal(user.send(get('bob')))).toBe(denial(account, 'ann', 'GetItem', arn));
});

test('Attributes and Select: a user names what they may see, and sees nothing else', async () => {
  const { account, dynamo, arn } = await scores();
  await dynamo.send(put('a', { shown: { S: 'x' }, veiled: { S: 'y' } }));
  const user = await as(account, 'ann', {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    Resource: arn,
    Condition: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id', 'shown'] },
      StringEqualsIfExists: {
        'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
        'dynamodb:ReturnValues': ['NONE', 'UPDATED_NEW'],
      },
    },
  });
  const seen = await user.send(get('a', { ProjectionExpression: 'shown' }));
  expect(seen.Item).toEqual({ shown: { S: 'x' } });
  const denied = denial(account, 'ann', 'GetItem', arn);
  expect(await refusal(user.send(get('a')))).toBe(denied);
  expect(await refusal(user.send(get('a', { ProjectionExpression: 'veiled' })))).toBe(denied);
  const update = (name: string, ReturnValues: 'ALL_NEW' | 'NONE' = 'NONE') =>
    new UpdateItemCommand({
      TableName,
      Key: { id: { S: 'a' } },
      UpdateExpression: 'SET shown = #other',
      ExpressionAttributeNames: { '#other': name },
      ReturnValues,
    });
  await user.send(update('shown'));
  const refused = denial(account, 'ann', 'UpdateItem', arn);
  expect(await refusal(user.send(update('veiled')))).toBe(refused);
  expect(await refusal(user.send(update('shown', 'ALL_NEW')))).toBe(refused);
});

test('Select: what names no attributes asks for all of them, in every kind of read', async () => {
  const GlobalSecondaryIndexes = [
    {
      IndexName: 'again',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    },
  ];
  const { account, dynamo, arn } = await scores({ GlobalSecondaryIndexes });
  await dynamo.send(put('a', { shown: { S: 'x' }, veiled: { S: 'y' } }));
  const user = await as(account, 'ann', {
    Effect: 'Allow',
    Action: 'dynamodb:*',
    Resource: [arn, `${arn}/index/*`],
    Condition: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['id', 'shown'] },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
  });
  const item = { shown: { S: 'x' } };
  const a = { id: { S: 'a' } };
  const where = {
    TableName,
    KeyConditionExpression: 'id = :id',
    ExpressionAttributeValues: { ':id': { S: 'a' } },
  };
  const some = { ProjectionExpression: 'shown' };
  const batch = (more = {}) =>
    new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [a], ...more } } });
  const together = (more = {}) =>
    new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: a, ...more } }] });
  const say = (what: string) =>
    new ExecuteStatementCommand({ Statement: `SELECT ${what} FROM ${TableName} WHERE id = 'a'` });
  const index = { IndexName: 'again' };
  const denied = (action: string) => denial(account, 'ann', action, arn);
  expect((await user.send(new QueryCommand({ ...where, ...some }))).Items).toEqual([item]);
  expect(await refusal(user.send(new QueryCommand(where)))).toBe(denied('Query'));
  expect((await user.send(new QueryCommand({ ...where, ...some, ...index }))).Items).toEqual([
    item,
  ]);
  expect(await refusal(user.send(new QueryCommand({ ...where, ...index })))).toBe(
    denial(account, 'ann', 'Query', `${arn}/index/again`),
  );
  expect((await user.send(new ScanCommand({ TableName, ...some }))).Items).toEqual([item]);
  expect(await refusal(user.send(new ScanCommand({ TableName })))).toBe(denied('Scan'));
  const batched = await user.send(batch(some));
  expect(batched.Responses).toEqual({ [TableName]: [item] });
  expect(await refusal(user.send(batch()))).toBe(denied('BatchGetItem'));
  expect((await user.send(together(some))).Responses).toEqual([{ Item: item }]);
  expect(await refusal(user.send(together()))).toBe(denied('GetItem'));
  expect((await user.send(say('shown'))).Items).toEqual([item]);
  expect(await refusal(user.send(say('*')))).toBe(denied('PartiQLSelect'));
});

test('ReturnValues: also what a write answers when its condition fails, and RETURNING', async () => {
  const { account, dynamo, arn } = await scores();
  const user = await as(account, 'ann', {
    Effect: 'Allow',
    Action: 'dynamodb:*',
    Resource: arn,
    Condition: { StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_NEW'] } },
  });
  await dynamo.send(put('a', { veiled: { S: 'y' } }));
  const Key = { id: { S: 'a' } };
  const failing = { ConditionExpression: 'attribute_exists(absent)' };
  const told = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  const UpdateExpression = 'SET shown = id';
  const where = `SET shown = 'x' WHERE id = 'a' AND veiled = 'n'`;
  const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['PutItem', () => user.send(new PutItemCommand({ TableName, Item: Key, ...failing, ...told }))],
    [
      'UpdateItem',
      () =>
        user.send(
          new UpdateItemCommand({
            TableName,
            Key,
            UpdateExpression,
            ReturnValues: 'UPDATED_NEW',
            ...failing,
            ...told,
          }),
        ),
    ],
    ['DeleteItem', () => user.send(new DeleteItemCommand({ TableName, Key, ...failing, ...told }))],
    [
      'ConditionCheckItem',
      () =>
        user.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ ConditionCheck: { TableName, Key, ...failing, ...told } }],
          }),
        ),
    ],
    [
      'PartiQLUpdate',
      () =>
        user.send(
          new ExecuteStatementCommand({ Statement: `UPDATE ${TableName} ${where}`, ...told }),
        ),
    ],
    [
      'PartiQLUpdate',
      () =>
        user.send(
          new ExecuteTransactionCommand({
            TransactStatements: [{ Statement: `UPDATE ${TableName} ${where}`, ...told }],
          }),
        ),
    ],
    [
      'PartiQLDelete',
      () =>
        user.send(
          new ExecuteStatementCommand({
            Statement: `DELETE FROM ${TableName} WHERE id = 'a' RETURNING ALL OLD *`,
          }),
        ),
    ],
  ];
  for (const [action, call] of calls) {
    expect(await refusal(call())).toBe(denial(account, 'ann', action, arn));
  }
  expect(calls).toHaveLength(7);
  const { Items } = await user.send(
    new ExecuteStatementCommand({
      Statement: `UPDATE ${TableName} SET shown = 'x' WHERE id = 'a' RETURNING MODIFIED NEW *`,
    }),
  );
  expect(Items).toEqual([{ shown: { S: 'x' } }]);
});

test('a resource policy: opens a table to another account, and keeps its own out', async () => {
  const { account, dynamo, arn } = await scores();
  const other = freshAccount();
  const own = await as(account, 'ann', { Effect: 'Allow', Action: '*', Resource: '*' });
  const stranger = await as(other, 'zoe', { Effect: 'Allow', Action: '*', Resource: '*' });
  const read = new GetItemCommand({ TableName: arn, Key: { id: { S: 'a' } } });
  expect(await refusal(stranger.send(read))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${other}:user/zoe is not authorized to perform: dynamodb:GetItem on ` +
      `resource: ${arn} because no resource-based policy allows the dynamodb:GetItem action`,
  );
  const Policy = policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${other}:root` },
      Action: 'dynamodb:GetItem',
      Resource: arn,
    },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'dynamodb:PutItem',
      Resource: arn,
      Condition: { StringNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:root` } },
    },
  );
  const { RevisionId } = await dynamo.send(
    new PutResourcePolicyCommand({ ResourceArn: arn, Policy }),
  );
  await dynamo.send(put('a'));
  expect((await stranger.send(read)).Item).toEqual({ id: { S: 'a' } });
  expect(await refusal(own.send(put('b')))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${account}:user/ann is not authorized to perform: dynamodb:PutItem on ` +
      `resource: ${arn} with an explicit deny in a resource-based policy`,
  );
  const shown = await dynamo.send(new GetResourcePolicyCommand({ ResourceArn: arn }));
  expect(shown).toMatchObject({ Policy, RevisionId });
  const wrong = new DeleteResourcePolicyCommand({ ResourceArn: arn, ExpectedRevisionId: '1' });
  expect(await refusal(dynamo.send(wrong))).toMatch(/^PolicyNotFoundException: /);
  await dynamo.send(new DeleteResourcePolicyCommand({ ResourceArn: arn }));
  await own.send(put('b'));
  expect(await refusal(dynamo.send(new GetResourcePolicyCommand({ ResourceArn: arn })))).toBe(
    `PolicyNotFoundException: Resource-based policy not found for the provided ResourceArn: ${arn}`,
  );
});

test('a resource policy that lets in everybody is refused, on a table and on one that is made', async () => {
  const { account, dynamo, arn } = await scores();
  const refused =
    'ValidationException: Invalid policy document: the policy grants public access, which is blocked';
  const all = (more: object = {}) =>
    policyText({
      Effect: 'Allow',
      Principal: '*',
      Action: 'dynamodb:GetItem',
      Resource: arn,
      ...more,
    });
  const putPolicy = (Policy: string) =>
    dynamo.send(new PutResourcePolicyCommand({ ResourceArn: arn, Policy }));
  expect(await refusal(putPolicy(all()))).toBe(refused);
  const index = { Action: 'dynamodb:Query', Resource: `${arn}/index/*` };
  expect(await refusal(putPolicy(all(index)))).toBe(refused);
  const select = { StringEquals: { 'dynamodb:Select': 'COUNT' } };
  expect(await refusal(putPolicy(all({ Condition: select })))).toBe(refused);
  await putPolicy(all({ Condition: { StringEquals: { 'aws:PrincipalAccount': account } } }));
  const ResourcePolicy = all({ Resource: `${arn}2` });
  const second = new CreateTableCommand({ ...tableInput(`${TableName}2`), ResourcePolicy });
  expect(await refusal(dynamo.send(second))).toBe(refused);
});

test('a table under a customer key: who uses it needs the key, through DynamoDB', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const key = KeyMetadata?.Arn ?? '';
  const SSESpecification = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: key } as const;
  const dynamo = await made(
    new DynamoDBClient(server.client(account)),
    tableInput(TableName, { SSESpecification }),
  );
  await dynamo.send(put('a'));
  const all: Statement = { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' };
  const without = await as(account, 'ann', all);
  expect(await refusal(without.send(get('a')))).toMatch(
    new RegExp(
      '^AccessDeniedException: KMS key access denied error: com\\.amazonaws\\.services\\.kms\\.model\\.AWSKMSException: ' +
        `User: arn:aws:iam::${account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${key} because ` +
        'no identity-based policy allows the kms:Decrypt action \\(Service: AWSKMS; Status Code: 400; ' +
        'Error Code: AccessDeniedException; Request ID: [\\da-f-]{36}; Proxy: null\\)$',
    ),
  );
  const through = await as(account, 'bob', all, {
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: key,
    Condition: {
      StringEquals: {
        'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com',
        'kms:EncryptionContext:aws:dynamodb:tableName': TableName,
      },
    },
  });
  expect((await through.send(get('a'))).Item).toEqual({ id: { S: 'a' } });
});

test('Access Analyzer finds a table that another account may use', async () => {
  const { account, dynamo, arn } = await scores();
  const other = freshAccount();
  const analyzer = new AccessAnalyzerClient(server.client(account));
  const { arn: analyzerArn } = await analyzer.send(
    new CreateAnalyzerCommand({ analyzerName: 'outside', type: 'ACCOUNT' }),
  );
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: other },
    Action: 'dynamodb:GetItem',
    Resource: arn,
  });
  await dynamo.send(new PutResourcePolicyCommand({ ResourceArn: arn, Policy }));
  await advance(server.url, 'PT2M');
  const { findings } = await analyzer.send(new ListFindingsCommand({ analyzerArn }));
  expect(findings).toMatchObject([
    {
      resource: arn,
      resourceType: 'AWS::DynamoDB::Table',
      principal: { AWS: other },
      action: ['dynamodb:GetItem'],
    },
  ]);
});
