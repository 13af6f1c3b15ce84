import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { made, refusal, sortedInput, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Things';

function books(): Promise<DynamoDBClient> {
  return made(new DynamoDBClient(server.client(freshAccount())), tableInput(TableName));
}

const Key = { id: { S: 'a' } };

test('PutItem and GetItem: every type of value comes back as it was', async () => {
  const dynamo = await books();
  const Item = {
    id: { S: 'a' },
    text: { S: 'ünï' },
    number: { N: '-12.5' },
    bytes: { B: new Uint8Array([0, 255, 1]) },
    texts: { SS: ['x', 'y'] },
    numbers: { NS: ['1', '2'] },
    blobs: { BS: [new Uint8Array([1]), new Uint8Array([2])] },
    map: { M: { list: { L: [{ BOOL: true }, { NULL: true }, { B: new Uint8Array([7]) }] } } },
    constructor: { S: 'an attribute like others' },
  };
  await dynamo.send(new PutItemCommand({ TableName, Item }));
  const read = await dynamo.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  expect(read.Item).toEqual(Item);
});

test('GetItem: nothing there is no error; a projection answers what it names', async () => {
  const dynamo = await books();
  expect((await dynamo.send(new GetItemCommand({ TableName, Key }))).Item).toBeUndefined();
  const Item = { ...Key, a: { N: '1' }, b: { M: { c: { S: 'x' }, d: { S: 'y' } } } };
  await dynamo.send(new PutItemCommand({ TableName, Item }));
  const part = new GetItemCommand({
    TableName,
    Key,
    ProjectionExpression: 'a, #b.c',
    ExpressionAttributeNames: { '#b': 'b' },
  });
  expect((await dynamo.send(part)).Item).toEqual({ a: { N: '1' }, b: { M: { c: { S: 'x' } } } });
});

test('conditions: a put that must be the first, and the item that was there instead', async () => {
  const dynamo = await books();
  const Item = { ...Key, a: { N: '1' } };
  const put = new PutItemCommand({
    TableName,
    Item,
    ConditionExpression: 'attribute_not_exists(id)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  await dynamo.send(put);
  const error = await dynamo.send(put).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error).toMatchObject({ message: 'The conditional request failed', Item });
  const quiet = new DeleteItemCommand({
    TableName,
    Key,
    ConditionExpression: 'a = :two',
    ExpressionAttributeValues: { ':two': { N: '2' } },
  });
  const other = await dynamo.send(quiet).catch((caught: unknown) => caught);
  expect(other).toBeInstanceOf(ConditionalCheckFailedException);
  expect(other).toMatchObject({ Item: undefined });
});

test('UpdateItem: makes an item, counts, and returns what is asked for', async () => {
  const dynamo = await books();
  const count = (ReturnValues: 'ALL_NEW' | 'UPDATED_NEW' | 'UPDATED_OLD' | 'ALL_OLD') =>
    dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key,
        UpdateExpression: 'SET a = if_not_exists(a, :zero) + :one',
        ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } },
        ReturnValues,
      }),
    );
  expect((await count('UPDATED_OLD')).Attributes).toBeUndefined();
  expect((await count('UPDATED_NEW')).Attributes).toEqual({ a: { N: '2' } });
  expect((await count('ALL_NEW')).Attributes).toEqual({ ...Key, a: { N: '3' } });
  expect((await count('ALL_OLD')).Attributes).toEqual({ ...Key, a: { N: '3' } });
  expect((await count('UPDATED_OLD')).Attributes).toEqual({ a: { N: '4' } });
});

test('UpdateItem: forty at once count to forty', async () => {
  const dynamo = await books();
  const add = new UpdateItemCommand({
    TableName,
    Key,
    UpdateExpression: 'ADD a :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  });
  await Promise.all(Array.from({ length: 40 }, () => dynamo.send(add)));
  const read = await dynamo.send(new GetItemCommand({ TableName, Key }));
  expect(read.Item).toEqual({ ...Key, a: { N: '40' } });
});

test('DeleteItem: gives back what it took away', async () => {
  const dynamo = await books();
  const Item = { ...Key, a: { N: '1' } };
  await dynamo.send(new PutItemCommand({ TableName, Item }));
  const remove = new DeleteItemCommand({ TableName, Key, ReturnValues: 'ALL_OLD' });
  expect((await dynamo.send(remove)).Attributes).toEqual(Item);
  expect((await dynamo.send(remove)).Attributes).toBeUndefined();
});

test('consumed capacity: of sizes, of consistency, and of indexes', async () => {
  const dynamo = await made(
    new DynamoDBClient(server.client(freshAccount())),
    tableInput(TableName, {
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'by', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byAuthor',
          KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  const Item = { ...Key, by: { S: 'Jane' }, text: { S: 'x'.repeat(5_000) } };
  const ReturnConsumedCapacity = 'INDEXES' as const;
  const put = await dynamo.send(new PutItemCommand({ TableName, Item, ReturnConsumedCapacity }));
  expect(put.ConsumedCapacity).toEqual({
    TableName,
    CapacityUnits: 6,
    Table: { CapacityUnits: 5 },
    GlobalSecondaryIndexes: { byAuthor: { CapacityUnits: 1 } },
  });
  const units = async (ConsistentRead: boolean) => {
    const input = { TableName, Key, ConsistentRead, ReturnConsumedCapacity: 'TOTAL' as const };
    return (await dynamo.send(new GetItemCommand(input))).ConsumedCapacity;
  };
  expect(await units(false)).toEqual({ TableName, CapacityUnits: 1 });
  expect(await units(true)).toEqual({ TableName, CapacityUnits: 2 });
});

test('item collection metrics: of tables with local indexes alone', async () => {
  const dynamo = await made(
    new DynamoDBClient(server.client(freshAccount())),
    sortedInput(TableName, {
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
        { AttributeName: 'b', AttributeType: 'S' },
      ],
      LocalSecondaryIndexes: [
        {
          IndexName: 'byB',
          KeySchema: [
            { AttributeName: 'id', KeyType: 'HASH' },
            { AttributeName: 'b', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  const put = await dynamo.send(
    new PutItemCommand({
      TableName,
      Item: { ...Key, at: { N: '1' } },
      ReturnItemCollectionMetrics: 'SIZE',
    }),
  );
  expect(put.ItemCollectionMetrics).toEqual({
    ItemCollectionKey: Key,
    SizeEstimateRangeGB: [0, 1],
  });
});

test('keys and items that are not as they must be: AWS says why', async () => {
  const dynamo = await books();
  const put = (Item: PutItemCommand['input']['Item']) =>
    refusal(dynamo.send(new PutItemCommand({ TableName, Item })));
  const get = (key: GetItemCommand['input']['Key']) =>
    refusal(dynamo.send(new GetItemCommand({ TableName, Key: key })));
  const wrong = 'ValidationException: One or more parameter values were invalid: ';
  expect(await put({ a: { S: 'x' } })).toBe(`${wrong}Missing the key id in the item`);
  expect(await put({ id: { N: '1' } })).toBe(
    `${wrong}Type mismatch for key id expected: S actual: N`,
  );
  expect(await put({ id: { S: '' } })).toBe(
    'ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot ' +
      'contain an empty string value. Key: id',
  );
  expect(await put({ id: { S: 'x'.repeat(2_049) } })).toBe(
    `${wrong}Size of hashkey has exceeded the maximum size limit of2048 bytes`,
  );
  expect(await put({ ...Key, a: { S: 'x'.repeat(400 * 1024) } })).toBe(
    'ValidationException: Item size has exceeded the maximum allowed size',
  );
  const schema = 'ValidationException: The provided key element does not match the schema';
  expect(await get({ other: { S: 'a' } })).toBe(schema);
  expect(await get({ ...Key, more: { S: 'a' } })).toBe(schema);
  expect(
    await refusal(
      dynamo.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: 'SET id = :x',
          ExpressionAttributeValues: { ':x': { S: 'b' } },
        }),
      ),
    ),
  ).toBe(`${wrong}Cannot update attribute id. This attribute is part of the key`);
  expect(await refusal(dynamo.send(new GetItemCommand({ TableName: 'Nowhere', Key })))).toBe(
    'ResourceNotFoundException: Requested resource not found',
  );
});

test('the longest keys there may be, of every type', async () => {
  const longest = [
    ['S', { S: '\u0000'.repeat(1_024) }, { S: '\u0000'.repeat(1_025) }],
    ['B', { B: new Uint8Array(1_024).fill(255) }, { B: new Uint8Array(1_025) }],
    ['N', { N: `-${'9'.repeat(38)}` }, { N: '9'.repeat(39) }],
  ] as const;
  let count = 0;
  for (const [type, value, tooLong] of longest) {
    const dynamo = await made(
      new DynamoDBClient(server.client(freshAccount())),
      sortedInput(TableName, {
        AttributeDefinitions: [
          { AttributeName: 'id', AttributeType: 'S' },
          { AttributeName: 'at', AttributeType: type },
        ],
      }),
    );
    const Item = { id: { S: 'x'.repeat(2_048) }, at: value };
    await dynamo.send(new PutItemCommand({ TableName, Item }));
    const read = await dynamo.send(new GetItemCommand({ TableName, Key: Item }));
    expect(read.Item).toEqual(Item);
    const over = { ...Item, at: tooLong };
    expect(await refusal(dynamo.send(new PutItemCommand({ TableName, Item: over })))).toMatch(
      /^ValidationException: /,
    );
    count += 1;
  }
  expect(count).toBe(3);
});
