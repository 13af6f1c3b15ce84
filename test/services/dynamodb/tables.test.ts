import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeLimitsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  type LocalSecondaryIndex,
  PutItemCommand,
  ScanCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { active, advance, made, refusal, sortedInput, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Books';

function client(account = freshAccount()) {
  return new DynamoDBClient(server.client(account));
}

async function described(dynamo: DynamoDBClient) {
  return (await dynamo.send(new DescribeTableCommand({ TableName }))).Table;
}

const byAuthor: GlobalSecondaryIndex = {
  IndexName: 'byAuthor',
  KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};
const BY = { AttributeName: 'by', AttributeType: 'S' } as const;
const ID = { AttributeName: 'id', AttributeType: 'S' } as const;
const AT = { AttributeName: 'at', AttributeType: 'N' } as const;

test('CreateTable: the table is as it was asked for', async () => {
  const account = freshAccount();
  const dynamo = client(account);
  const { TableDescription } = await dynamo.send(
    new CreateTableCommand(
      tableInput(TableName, {
        AttributeDefinitions: [ID, BY],
        BillingMode: 'PROVISIONED',
        ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 6 },
        GlobalSecondaryIndexes: [
          {
            ...byAuthor,
            ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 },
          },
        ],
        DeletionProtectionEnabled: true,
        TableClass: 'STANDARD_INFREQUENT_ACCESS',
      }),
    ),
  );
  const arn = `arn:aws:dynamodb:us-east-1:${account}:table/${TableName}`;
  expect(TableDescription).toEqual({
    AttributeDefinitions: [ID, BY],
    TableName,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    TableStatus: 'CREATING',
    CreationDateTime: expect.any(Date),
    ProvisionedThroughput: {
      NumberOfDecreasesToday: 0,
      ReadCapacityUnits: 5,
      WriteCapacityUnits: 6,
    },
    TableSizeBytes: 0,
    ItemCount: 0,
    TableArn: arn,
    TableId: expect.stringMatching(/^[\da-f-]{36}$/),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byAuthor',
        KeySchema: byAuthor.KeySchema,
        Projection: byAuthor.Projection,
        IndexStatus: 'CREATING',
        ProvisionedThroughput: {
          NumberOfDecreasesToday: 0,
          ReadCapacityUnits: 1,
          WriteCapacityUnits: 2,
        },
        IndexSizeBytes: 0,
        ItemCount: 0,
        IndexArn: `${arn}/index/byAuthor`,
      },
    ],
    TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
    DeletionProtectionEnabled: true,
  });
  await active(dynamo, TableName);
  expect((await described(dynamo))?.GlobalSecondaryIndexes?.[0]?.IndexStatus).toBe('ACTIVE');
  expect(await refusal(dynamo.send(new CreateTableCommand(tableInput(TableName))))).toBe(
    'ResourceInUseException: Table already exists: Books',
  );
  expect(await refusal(dynamo.send(new DeleteTableCommand({ TableName })))).toBe(
    'ValidationException: Resource cannot be deleted as it is currently protected against deletion. ' +
      'Disable deletion protection first.',
  );
});

test('CreateTable: what can not be, with the words of AWS', async () => {
  const dynamo = client();
  const invalid = 'One or more parameter values were invalid: ';
  const hash = { AttributeName: 'id', KeyType: 'HASH' } as const;
  const local: LocalSecondaryIndex = {
    IndexName: 'local',
    KeySchema: [hash, { AttributeName: 'by', KeyType: 'RANGE' }],
    Projection: { ProjectionType: 'ALL' },
  };
  const cases: readonly (readonly [Partial<CreateTableCommandInput>, string])[] = [
    [
      { TableName: 'a' },
      'Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only ' +
        "the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    ],
    [
      { BillingMode: 'PROVISIONED' },
      `${invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED`,
    ],
    [
      { ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
      `${invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
    ],
    [
      { KeySchema: [{ AttributeName: 'id', KeyType: 'RANGE' }] },
      'Invalid KeySchema: The first KeySchemaElement is not a HASH key type',
    ],
    [
      { KeySchema: [hash, { AttributeName: 'id', KeyType: 'RANGE' }] },
      'Both the Hash Key and the Range Key element in the KeySchema have the same name',
    ],
    [
      { KeySchema: [hash, { AttributeName: 'by', KeyType: 'HASH' }] },
      'Invalid KeySchema: The second KeySchemaElement is not a RANGE key type',
    ],
    [
      { AttributeDefinitions: [BY] },
      `${invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [by]`,
    ],
    [
      { AttributeDefinitions: [ID, BY] },
      `${invalid}Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`,
    ],
    [
      { AttributeDefinitions: [ID, BY], LocalSecondaryIndexes: [local] },
      `${invalid}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex`,
    ],
    [
      { AttributeDefinitions: [ID, BY], GlobalSecondaryIndexes: [byAuthor, byAuthor] },
      `${invalid}Duplicate index name: byAuthor`,
    ],
    [
      {
        AttributeDefinitions: [ID, BY],
        GlobalSecondaryIndexes: [{ ...byAuthor, Projection: { ProjectionType: 'INCLUDE' } }],
      },
      `${invalid}ProjectionType is INCLUDE, but NonKeyAttributes is not specified`,
    ],
    [
      { AttributeDefinitions: [ID, BY, AT], GlobalSecondaryIndexes: [byAuthor] },
      `${invalid}Some AttributeDefinitions are not used. AttributeDefinitions: [id, by, at], keys used: [id, by]`,
    ],
    [
      { SSESpecification: { Enabled: false, KMSMasterKeyId: 'alias/x' } },
      `${invalid}KMSMasterKeyId can be specified only if SSE is enabled`,
    ],
  ];
  let count = 0;
  for (const [more, text] of cases) {
    const call = dynamo.send(new CreateTableCommand(tableInput(TableName, more)));
    expect(await refusal(call), text).toBe(`ValidationException: ${text}`);
    count += 1;
  }
  expect(count).toBe(13);
  const { TableNames } = await dynamo.send(new ListTablesCommand({}));
  expect(TableNames).toEqual([]);
});

test('a local index must begin as the table does', async () => {
  const dynamo = client();
  const input = sortedInput(TableName, {
    AttributeDefinitions: [ID, AT, BY],
    LocalSecondaryIndexes: [
      {
        IndexName: 'local',
        KeySchema: [
          { AttributeName: 'by', KeyType: 'HASH' },
          { AttributeName: 'at', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
  expect(await refusal(dynamo.send(new CreateTableCommand(input)))).toBe(
    'ValidationException: One or more parameter values were invalid: Index KeySchema does not have the same leading hash ' +
      'key as table KeySchema for index: local. index hash key: by, table hash key: id',
  );
});

test('ListTables: pages by name', async () => {
  const dynamo = client();
  for (const name of ['aaa', 'bbb', 'ccc']) await made(dynamo, tableInput(name));
  const first = await dynamo.send(new ListTablesCommand({ Limit: 2 }));
  expect(first).toMatchObject({ TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb' });
  const rest = await dynamo.send(new ListTablesCommand({ ExclusiveStartTableName: 'bbb' }));
  expect(rest.TableNames).toEqual(['ccc']);
  expect(rest.LastEvaluatedTableName).toBeUndefined();
});

test('UpdateTable: an index is made of the items that are there, and goes again', async () => {
  const dynamo = await made(client(), tableInput(TableName));
  const put = (id: string, more: PutItemCommand['input']['Item']) =>
    dynamo.send(new PutItemCommand({ TableName, Item: { id: { S: id }, ...more } }));
  await put('a', { by: { S: 'Jane' } });
  await put('b', {});
  await put('c', { by: { N: '1' } });
  const made1 = await dynamo.send(
    new UpdateTableCommand({
      TableName,
      AttributeDefinitions: [BY],
      GlobalSecondaryIndexUpdates: [{ Create: byAuthor }],
    }),
  );
  expect(made1.TableDescription?.TableStatus).toBe('UPDATING');
  expect(made1.TableDescription?.GlobalSecondaryIndexes?.[0]).toMatchObject({
    IndexStatus: 'CREATING',
    Backfilling: true,
  });
  await active(dynamo, TableName);
  const scan = new ScanCommand({ TableName, IndexName: 'byAuthor' });
  expect((await dynamo.send(scan)).Items).toEqual([{ id: { S: 'a' }, by: { S: 'Jane' } }]);
  expect(await refusal(put('d', { by: { N: '1' } }))).toBe(
    'ValidationException: One or more parameter values were invalid: Type mismatch for Index Key by Expected: S ' +
      'Actual: N IndexName: byAuthor',
  );
  await dynamo.send(
    new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byAuthor' } }],
    }),
  );
  await active(dynamo, TableName);
  const table = await described(dynamo);
  expect(table?.GlobalSecondaryIndexes).toBeUndefined();
  expect(table?.AttributeDefinitions).toEqual([ID]);
  await put('d', { by: { N: '1' } });
});

test('UpdateTable: billing, and what would change nothing', async () => {
  const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
  const dynamo = await made(
    client(),
    tableInput(TableName, { BillingMode: 'PROVISIONED', ProvisionedThroughput }),
  );
  const same = new UpdateTableCommand({ TableName, ProvisionedThroughput });
  expect(await refusal(dynamo.send(same))).toMatch(
    /^ValidationException: The provisioned throughput for the table will not change\./,
  );
  await dynamo.send(new UpdateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST' }));
  await active(dynamo, TableName);
  expect((await described(dynamo))?.BillingModeSummary).toEqual({
    BillingMode: 'PAY_PER_REQUEST',
    LastUpdateToPayPerRequestDateTime: expect.any(Date),
  });
  expect(await refusal(dynamo.send(new UpdateTableCommand({ TableName })))).toMatch(
    /^ValidationException: At least one of ProvisionedThroughput/,
  );
});

test('DeleteTable: the items go with it, and the name is free', async () => {
  const dynamo = await made(client(), tableInput(TableName));
  await dynamo.send(new PutItemCommand({ TableName, Item: { id: { S: 'a' } } }));
  const gone = await dynamo.send(new DeleteTableCommand({ TableName }));
  expect(gone.TableDescription?.TableStatus).toBe('DELETING');
  await expect
    .poll(async () => (await dynamo.send(new ListTablesCommand({}))).TableNames)
    .toEqual([]);
  await made(dynamo, tableInput(TableName));
  expect((await dynamo.send(new ScanCommand({ TableName }))).Count).toBe(0);
});

test('sizes are counted every six hours', async () => {
  const own = await startServer();
  try {
    const dynamo = await made(
      new DynamoDBClient(own.client(freshAccount())),
      tableInput(TableName, {
        AttributeDefinitions: [ID, BY],
        GlobalSecondaryIndexes: [byAuthor],
      }),
    );
    for (const id of ['a', 'b']) {
      const by = id === 'a' ? { by: { S: 'Jane' } } : {};
      await dynamo.send(new PutItemCommand({ TableName, Item: { id: { S: id }, ...by } }));
    }
    expect((await described(dynamo))?.ItemCount).toBe(0);
    await advance(own.url, 'PT7H');
    const table = await described(dynamo);
    expect(table).toMatchObject({ ItemCount: 2, TableSizeBytes: 12 });
    expect(table?.GlobalSecondaryIndexes?.[0]).toMatchObject({ ItemCount: 1, IndexSizeBytes: 9 });
  } finally {
    await own.close();
  }
});

test('tags: laid over those there are, and told to policies', async () => {
  const account = freshAccount();
  const dynamo = await made(
    client(account),
    tableInput(TableName, { Tags: [{ Key: 'team', Value: 'blue' }] }),
  );
  const ResourceArn = `arn:aws:dynamodb:us-east-1:${account}:table/${TableName}`;
  const Tags = [{ Key: 'cost', Value: '1' }];
  await dynamo.send(new TagResourceCommand({ ResourceArn, Tags }));
  const listed = await dynamo.send(new ListTagsOfResourceCommand({ ResourceArn }));
  expect(listed.Tags).toEqual([{ Key: 'team', Value: 'blue' }, ...Tags]);
  const user = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'dynamodb:DescribeTable',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      },
    ],
  });
  const reader = new DynamoDBClient(user);
  expect((await described(reader))?.TableName).toBe(TableName);
  await dynamo.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team'] }));
  expect(await refusal(described(reader))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${account}:user/ann is not authorized to perform: dynamodb:DescribeTable ` +
      `on resource: ${ResourceArn} because no identity-based policy allows the dynamodb:DescribeTable action`,
  );
});

test('times to live: turned on once, by the attribute that says when', async () => {
  const dynamo = await made(client(), tableInput(TableName));
  const set = (Enabled: boolean, AttributeName = 'until') =>
    dynamo.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { Enabled, AttributeName },
      }),
    );
  const told = async () =>
    (await dynamo.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
  expect(await refusal(set(false))).toBe('ValidationException: TimeToLive is already disabled');
  await set(true);
  await expect.poll(told).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
  expect(await refusal(set(true))).toBe('ValidationException: TimeToLive is already enabled');
  expect(await refusal(set(false, 'other'))).toBe(
    'ValidationException: TimeToLive is active on a different AttributeName: current AttributeName is until',
  );
  await set(false);
  expect(await told()).toEqual({ TimeToLiveStatus: 'DISABLED' });
});

test('DescribeLimits: tells the defaults of AWS', async () => {
  expect(await client().send(new DescribeLimitsCommand({}))).toMatchObject({
    AccountMaxReadCapacityUnits: 80_000,
    TableMaxReadCapacityUnits: 40_000,
  });
});
