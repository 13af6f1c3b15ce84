import {
  DynamoDBClient,
  paginateScan,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll, scores } from './games.ts';

let server: TestServer;
let games: Games;
const COUNT = 30;

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
  await putAll(
    games,
    Array.from({ length: COUNT }, (_, index) => ({
      game: { S: `game ${index % 10}` },
      score: { N: String(index) },
      ...(index % 3 === 0 ? { player: { S: 'ann' } } : {}),
    })),
  );
});
afterAll(() => server.close());

function scan(more: Partial<ScanCommandInput> = {}) {
  return games.dynamo.send(new ScanCommand({ TableName: 'Games', ...more }));
}

const all = Array.from({ length: COUNT }, (_, index) => index);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

test('Scan: every item is found once, whatever the size of pages', async () => {
  expect(sorted(scores((await scan()).Items))).toEqual(all);
  const input = { TableName: 'Games' };
  const found: number[] = [];
  for await (const page of paginateScan({ client: games.dynamo, pageSize: 7 }, input)) {
    found.push(...scores(page.Items));
  }
  expect(sorted(found)).toEqual(all);
});

test('Scan: segments share the items among them', async () => {
  const found: number[] = [];
  for (const Segment of [0, 1, 2, 3]) {
    const input = { TableName: 'Games', Segment, TotalSegments: 4 };
    for await (const page of paginateScan({ client: games.dynamo, pageSize: 3 }, input)) {
      found.push(...scores(page.Items));
    }
  }
  expect(sorted(found)).toEqual(all);
});

test('Scan: an index has the items that have its key', async () => {
  const { Items, Count } = await scan({ IndexName: 'byPlayer', Limit: 4 });
  expect(Count).toBe(4);
  expect(Object.keys(Items?.[0] ?? {}).toSorted()).toEqual(['game', 'player', 'score']);
  const found: number[] = [];
  const input = { TableName: 'Games', IndexName: 'byPlayerAlone' };
  for await (const page of paginateScan({ client: games.dynamo, pageSize: 4 }, input)) {
    found.push(...scores(page.Items));
  }
  expect(sorted(found)).toEqual(all.filter((score) => score % 3 === 0));
});

test('Scan: filters by both forms of parameters, and counts', async () => {
  const filtered = await scan({
    FilterExpression: 'attribute_exists(player) AND score < :s',
    ExpressionAttributeValues: { ':s': { N: '10' } },
    Select: 'COUNT',
    ReturnConsumedCapacity: 'TOTAL',
  });
  expect(filtered).toMatchObject({
    Count: 4,
    ScannedCount: COUNT,
    ConsumedCapacity: { TableName: 'Games', CapacityUnits: 0.5 },
  });
  const legacy = await scan({
    ScanFilter: {
      player: { ComparisonOperator: 'NOT_NULL' },
      score: { ComparisonOperator: 'BETWEEN', AttributeValueList: [{ N: '0' }, { N: '9' }] },
    },
    ConditionalOperator: 'OR',
    AttributesToGet: ['score'],
  });
  expect(legacy.Count).toBe(16);
});

const REFUSED: readonly (readonly [Partial<ScanCommandInput>, string])[] = [
  [
    { Segment: 0 },
    'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
  ],
  [
    { TotalSegments: 4 },
    'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
  ],
  [
    { Segment: 5, TotalSegments: 5 },
    'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 5 is not less than TotalSegments: 5',
  ],
  [
    { Select: 'SPECIFIC_ATTRIBUTES' },
    'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  ],
  [
    { Select: 'ALL_ATTRIBUTES', AttributesToGet: ['score'] },
    'Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES',
  ],
  [
    { AttributesToGet: ['score', 'score'] },
    'One or more parameter values were invalid: Duplicate value in attribute name: score',
  ],
  [
    { FilterExpression: 'name = :v', ExpressionAttributeValues: { ':v': { S: 'x' } } },
    'Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: name',
  ],
  [
    { ExpressionAttributeValues: { ':v': { S: 'x' } } },
    'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null',
  ],
  [
    { ExclusiveStartKey: { game: { S: 'x' } } },
    'The provided starting key is invalid: The provided key element does not match the schema',
  ],
  [
    {
      ScanFilter: { player: { ComparisonOperator: 'NULL' } },
      ConditionalOperator: 'OR',
    },
    'ConditionalOperator can only be used when Filter or Expected has two or more elements',
  ],
  [
    {
      ScanFilter: { player: { ComparisonOperator: 'LT', AttributeValueList: [{ SS: ['a'] }] } },
    },
    'One or more parameter values were invalid: ComparisonOperator LT is not valid for SS AttributeValue type',
  ],
];

test.each(REFUSED)('Scan: %j is refused', async (input, message) => {
  await expect(scan(input)).rejects.toMatchObject({ name: 'ValidationException', message });
});

test('Scan: every refusal ran', () => {
  expect(REFUSED.length).toBe(11);
});

test('Scan: a start key belongs to its segment', async () => {
  const first = await scan({ Segment: 0, TotalSegments: 2, Limit: 1 });
  await expect(
    scan({ Segment: 1, TotalSegments: 2, ExclusiveStartKey: first.LastEvaluatedKey }),
  ).rejects.toMatchObject({
    message:
      'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ' +
      'ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1',
  });
});

test('Scan: a user needs permission, and may be held to some attributes', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    {
      Effect: 'Allow' as const,
      Action: 'dynamodb:Scan',
      Resource: table,
      Condition: {
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['game', 'score'] },
        StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'scanner', { allow }));
  const read = (more: Partial<ScanCommandInput>) =>
    user.send(new ScanCommand({ TableName: 'Games', Select: 'SPECIFIC_ATTRIBUTES', ...more }));
  expect((await read({ ProjectionExpression: 'game, score' })).Count).toBe(COUNT);
  const denied = {
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/scanner is not authorized to perform: dynamodb:Scan on ` +
      `resource: ${table} because no identity-based policy allows the dynamodb:Scan action`,
  };
  await expect(read({ ProjectionExpression: 'game, player' })).rejects.toMatchObject(denied);
  await expect(read({ Select: 'ALL_ATTRIBUTES' })).rejects.toMatchObject(denied);
  await expect(
    read({
      ProjectionExpression: 'game',
      FilterExpression: 'attribute_exists(player)',
    }),
  ).rejects.toMatchObject(denied);
});
