import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll, scores } from './games.ts';

let server: TestServer;
let games: Games;

const key = (score: number) => ({ game: { S: 'go' }, score: { N: String(score) } });
const put = (score: number, more: object = {}) => ({
  PutRequest: { Item: { ...key(score), ...more } },
});

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
  await putAll(games, [
    { ...key(1), player: { S: 'ann' }, note: { S: 'x' } },
    { ...key(2), player: { S: 'bob' } },
  ]);
});
afterAll(() => server.close());

function get(RequestItems: BatchGetItemCommandInput['RequestItems']) {
  return games.dynamo.send(
    new BatchGetItemCommand({ RequestItems, ReturnConsumedCapacity: 'TOTAL' }),
  );
}

function write(RequestItems: BatchWriteItemCommandInput['RequestItems']) {
  return games.dynamo.send(
    new BatchWriteItemCommand({
      RequestItems,
      ReturnConsumedCapacity: 'INDEXES',
      ReturnItemCollectionMetrics: 'SIZE',
    }),
  );
}

test('BatchGetItem: answers the items that are there, as far as they are asked for', async () => {
  const answer = await get({
    Games: { Keys: [key(1), key(2), key(3)], ProjectionExpression: 'player, score' },
  });
  expect(answer.Responses).toEqual({
    Games: [
      { player: { S: 'ann' }, score: { N: '1' } },
      { player: { S: 'bob' }, score: { N: '2' } },
    ],
  });
  expect(answer.UnprocessedKeys).toEqual({});
  expect(answer.ConsumedCapacity).toEqual([{ TableName: 'Games', CapacityUnits: 1.5 }]);
  const consistent = await get({
    Games: { Keys: [key(1)], ConsistentRead: true, AttributesToGet: ['note'] },
  });
  expect(consistent.Responses).toEqual({ Games: [{ note: { S: 'x' } }] });
  expect(consistent.ConsumedCapacity).toEqual([{ TableName: 'Games', CapacityUnits: 1 }]);
});

test('BatchGetItem: keys behind 16 MB are left for another call', async () => {
  const large = await newGames(server);
  const numbers = Array.from({ length: 45 }, (_, score) => score);
  await putAll(
    large,
    numbers.map((score) => ({ ...key(score), pad: { S: 'x'.repeat(400_000) } })),
  );
  const RequestItems = { Games: { Keys: numbers.map(key), ProjectionExpression: 'score' } };
  const first = await large.dynamo.send(new BatchGetItemCommand({ RequestItems }));
  expect(scores(first.Responses?.['Games'])).toEqual(numbers.slice(0, 41));
  expect(first.UnprocessedKeys?.['Games']?.Keys).toEqual(numbers.slice(41).map(key));
  const second = await large.dynamo.send(
    new BatchGetItemCommand({ RequestItems: first.UnprocessedKeys }),
  );
  expect(scores(second.Responses?.['Games'])).toEqual(numbers.slice(41));
});

const GETS_REFUSED: readonly (readonly [BatchGetItemCommandInput['RequestItems'], string])[] = [
  [{ Games: { Keys: [key(1), key(1)] } }, 'Provided list of item keys contains duplicates'],
  [
    { Games: { Keys: [{ game: { S: 'go' } }] } },
    'The provided key element does not match the schema',
  ],
  [
    { Games: { Keys: [key(1)], AttributesToGet: ['a'], ProjectionExpression: 'a' } },
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
  ],
  [
    { Games: { Keys: [key(1)], ProjectionExpression: 'a, a' } },
    'Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]',
  ],
  [
    { Games: { Keys: [{ game: { S: '' }, score: { N: '1' } }] } },
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: game',
  ],
];

test.each(GETS_REFUSED)('BatchGetItem: %j is refused', async (items, message) => {
  await expect(get(items)).rejects.toMatchObject({ name: 'ValidationException', message });
});

test('BatchWriteItem: puts and deletes, and tells what it took', async () => {
  const answer = await write({
    Games: [put(10, { player: { S: 'cat' } }), { DeleteRequest: { Key: key(2) } }],
  });
  expect(answer.UnprocessedItems).toEqual({});
  expect(answer.ItemCollectionMetrics).toEqual({
    Games: [
      { ItemCollectionKey: { game: { S: 'go' } }, SizeEstimateRangeGB: [0, 1] },
      { ItemCollectionKey: { game: { S: 'go' } }, SizeEstimateRangeGB: [0, 1] },
    ],
  });
  expect(answer.ConsumedCapacity).toEqual([
    {
      TableName: 'Games',
      CapacityUnits: 6,
      Table: { CapacityUnits: 2 },
      GlobalSecondaryIndexes: {
        byPlayer: { CapacityUnits: 2 },
        byPlayerAlone: { CapacityUnits: 2 },
      },
    },
  ]);
  const { Items } = await games.dynamo.send(new ScanCommand({ TableName: 'Games' }));
  expect(scores(Items)).toEqual([1, 10]);
});

const WRITES_REFUSED: readonly (readonly [BatchWriteItemCommandInput['RequestItems'], string])[] = [
  [
    { Games: [put(20), { DeleteRequest: { Key: key(20) } }] },
    'Provided list of item keys contains duplicates',
  ],
  [
    { Games: [put(20), { PutRequest: { Item: { game: { N: '5' }, score: { N: '1' } } } }] },
    'The provided key element does not match the schema',
  ],
  [
    { Games: [put(20), put(21, { player: { L: [] } })] },
    'One or more parameter values were invalid: Type mismatch for Index Key player Expected: S Actual: L IndexName: byPlayer',
  ],
  [
    { Games: [put(20), put(21, { pad: { S: 'x'.repeat(410_000) } })] },
    'Item size has exceeded the maximum allowed size',
  ],
  [
    { Games: [put(20), {}] },
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ],
  [
    { Games: [{ ...put(20), DeleteRequest: { Key: key(21) } }] },
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  ],
];

for (const [items, message] of WRITES_REFUSED) {
  test(`BatchWriteItem: refuses with ${message}, and writes nothing`, async () => {
    await expect(write(items)).rejects.toMatchObject({ name: 'ValidationException', message });
    const { Item } = await games.dynamo.send(
      new GetItemCommand({ TableName: 'Games', Key: key(20) }),
    );
    expect(Item).toBeUndefined();
  });
}

test('both tables ran', () => {
  expect([GETS_REFUSED.length, WRITES_REFUSED.length]).toEqual([5, 6]);
});

test('a batch on a table that is not there', async () => {
  const missing = { name: 'ResourceNotFoundException', message: 'Requested resource not found' };
  await expect(get({ Nowhere: { Keys: [key(1)] } })).rejects.toMatchObject(missing);
  await expect(write({ Nowhere: [put(1)] })).rejects.toMatchObject(missing);
});

test('batches: a user needs their own permissions, for every leading key', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    {
      Effect: 'Allow' as const,
      Action: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
      Resource: table,
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['go'] } },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'batcher', { allow }));
  const reading = (...Keys: ReturnType<typeof key>[]) =>
    user.send(new BatchGetItemCommand({ RequestItems: { Games: { Keys } } }));
  expect((await reading(key(1))).Responses?.['Games']).toHaveLength(1);
  const denied = (action: string) => ({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/batcher is not authorized to perform: dynamodb:${action} on ` +
      `resource: ${table} because no identity-based policy allows the dynamodb:${action} action`,
  });
  await expect(reading(key(1), { ...key(1), game: { S: 'chess' } })).rejects.toMatchObject(
    denied('BatchGetItem'),
  );
  await expect(
    user.send(new BatchWriteItemCommand({ RequestItems: { Games: [put(1)] } })),
  ).rejects.toMatchObject(denied('BatchWriteItem'));
});
