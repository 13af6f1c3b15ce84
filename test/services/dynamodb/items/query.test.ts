import {
  type AttributeValue,
  CreateTableCommand,
  paginateQuery,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll, scores } from './games.ts';

let server: TestServer;
let games: Games;

function entry(score: number, more: Record<string, AttributeValue> = {}) {
  return { game: { S: 'go' }, score: { N: String(score) }, ...more };
}

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
  await putAll(games, [
    entry(-3.5, { player: { S: 'ann' }, when: { B: new Uint8Array([1]) }, note: { S: 'low' } }),
    entry(10, { player: { S: 'ann' }, when: { B: new Uint8Array([255, 255]) }, note: { S: 'x' } }),
    entry(9, { player: { S: 'bob' }, when: { B: new Uint8Array([255]) }, level2: { N: '2' } }),
    entry(0, { player: { S: 'ann' }, when: { B: new Uint8Array([1, 0]) }, level2: { N: '1' } }),
    entry(200, { note: { S: 'nobody' } }),
    { game: { S: 'chess' }, score: { N: '1' }, player: { S: 'ann' } },
  ]);
});
afterAll(() => server.close());

function query(more: Partial<QueryCommandInput>) {
  return games.dynamo.send(new QueryCommand({ TableName: 'Games', ...more }));
}

/** Of the game go, with a further condition. */
function go(condition = '', values: Record<string, AttributeValue> = {}) {
  return {
    KeyConditionExpression: `game = :game${condition}`,
    ExpressionAttributeValues: { ':game': { S: 'go' }, ...values },
  };
}

const ORDERED: readonly (readonly [string, readonly number[], Record<string, AttributeValue>?])[] =
  [
    ['', [-3.5, 0, 9, 10, 200]],
    [' AND score = :a', [9], { ':a': { N: '9.0' } }],
    [' AND score < :a', [-3.5, 0], { ':a': { N: '9' } }],
    [' AND score <= :a', [-3.5, 0, 9], { ':a': { N: '9' } }],
    [' AND score > :a', [10, 200], { ':a': { N: '9' } }],
    [' AND :a <= score', [9, 10, 200], { ':a': { N: '9' } }],
    [' AND score BETWEEN :a AND :b', [0, 9, 10], { ':a': { N: '-1' }, ':b': { N: '10' } }],
  ];

for (const [condition, expected, values] of ORDERED) {
  test(`Query: game = go${condition} gives the items in order, and backwards`, async () => {
    const { Items, Count, ScannedCount, LastEvaluatedKey } = await query(go(condition, values));
    expect(scores(Items)).toEqual(expected);
    expect([Count, ScannedCount]).toEqual([expected.length, expected.length]);
    expect(LastEvaluatedKey).toBeUndefined();
    const backwards = await query({ ...go(condition, values), ScanIndexForward: false });
    expect(scores(backwards.Items)).toEqual([...expected].reverse());
  });
}

test('Query: every condition ran', () => {
  expect(ORDERED.length).toBe(7);
});

test('Query: pages begin where the one before ended, in both directions and in indexes', async () => {
  const { dynamo } = games;
  for (const ScanIndexForward of [true, false]) {
    const found: number[] = [];
    const input = { TableName: 'Games', ...go(), ScanIndexForward };
    for await (const page of paginateQuery({ client: dynamo, pageSize: 2 }, input)) {
      expect(page.Count).toBeLessThanOrEqual(2);
      found.push(...scores(page.Items));
    }
    const forward = [-3.5, 0, 9, 10, 200];
    expect(found).toEqual(ScanIndexForward ? forward : forward.reverse());
  }
  const first = await query({
    IndexName: 'byPlayer',
    KeyConditionExpression: 'player = :p',
    ExpressionAttributeValues: { ':p': { S: 'ann' } },
    Limit: 2,
  });
  expect(first.LastEvaluatedKey).toEqual({
    game: { S: 'go' },
    score: { N: '0' },
    player: { S: 'ann' },
  });
  const second = await query({
    IndexName: 'byPlayer',
    KeyConditionExpression: 'player = :p',
    ExpressionAttributeValues: { ':p': { S: 'ann' } },
    ExclusiveStartKey: first.LastEvaluatedKey,
  });
  expect([...scores(first.Items), ...scores(second.Items)]).toEqual([-3.5, 0, 1, 10]);
});

test('Query: an index has what it projects, and a local one asks its table for more', async () => {
  const byPlayer = {
    IndexName: 'byPlayer',
    KeyConditionExpression: 'player = :p AND score = :s',
    ExpressionAttributeValues: { ':p': { S: 'ann' }, ':s': { N: '0' } },
  };
  const item = { game: { S: 'go' }, score: { N: '0' }, player: { S: 'ann' }, level2: { N: '1' } };
  expect((await query(byPlayer)).Items).toEqual([item]);
  const byWhen = { IndexName: 'byWhen', ...go(), ReturnConsumedCapacity: 'INDEXES' as const };
  const keys = await query(byWhen);
  expect(keys.Items?.map((one) => Object.keys(one).toSorted())).toEqual(
    Array.from({ length: 4 }, () => ['game', 'score', 'when']),
  );
  expect(scores(keys.Items)).toEqual([-3.5, 0, 9, 10]);
  expect(keys.ConsumedCapacity).toEqual({
    TableName: 'Games',
    CapacityUnits: 0.5,
    Table: { CapacityUnits: 0 },
    LocalSecondaryIndexes: { byWhen: { CapacityUnits: 0.5 } },
  });
  const all = await query({ ...byWhen, Select: 'ALL_ATTRIBUTES', ConsistentRead: true });
  expect(all.Items?.[0]?.['note']).toEqual({ S: 'low' });
  expect(all.ConsumedCapacity).toMatchObject({
    CapacityUnits: 5,
    Table: { CapacityUnits: 4 },
    LocalSecondaryIndexes: { byWhen: { CapacityUnits: 1 } },
  });
});

test('Query: binary sort keys are found by what they begin with', async () => {
  const begins = async (bytes: readonly number[], ScanIndexForward: boolean) => {
    const { Items } = await query({
      IndexName: 'byWhen',
      KeyConditionExpression: 'game = :game AND begins_with(#w, :b)',
      ExpressionAttributeNames: { '#w': 'when' },
      ExpressionAttributeValues: { ':game': { S: 'go' }, ':b': { B: new Uint8Array(bytes) } },
      ScanIndexForward,
    });
    return scores(Items);
  };
  expect(await begins([1], true)).toEqual([-3.5, 0]);
  expect(await begins([255], true)).toEqual([9, 10]);
  expect(await begins([255], false)).toEqual([10, 9]);
  expect(await begins([2], true)).toEqual([]);
});

test('Query: a filter counts what it leaves out, and a projection keeps what it names', async () => {
  const filtered = {
    ...go('', { ':n': { S: 'x' } }),
    FilterExpression: 'note = :n',
    ReturnConsumedCapacity: 'TOTAL' as const,
  };
  expect(await query({ ...filtered, ProjectionExpression: 'note' })).toMatchObject({
    Items: [{ note: { S: 'x' } }],
    Count: 1,
    ScannedCount: 5,
    ConsumedCapacity: { TableName: 'Games', CapacityUnits: 0.5 },
  });
  const counted = await query({ ...filtered, Select: 'COUNT' });
  expect(counted).toMatchObject({ Count: 1, ScannedCount: 5 });
  expect(counted.Items).toBeUndefined();
});

test('Query: the parameters that were there before expressions', async () => {
  const { Items, Count, ScannedCount } = await query({
    KeyConditions: {
      game: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'go' }] },
      score: { ComparisonOperator: 'GE', AttributeValueList: [{ N: '0' }] },
    },
    QueryFilter: {
      note: { ComparisonOperator: 'NOT_NULL' },
      level2: { ComparisonOperator: 'NULL' },
    },
    ConditionalOperator: 'AND',
    AttributesToGet: ['score'],
  });
  expect(Items).toEqual([{ score: { N: '10' } }, { score: { N: '200' } }]);
  expect([Count, ScannedCount]).toEqual([2, 4]);
});

const INVALID = 'One or more parameter values were invalid: ';
const key = (more: object = {}) => ({ game: { S: 'go' }, score: { N: '0' }, ...more });

const REFUSED: readonly (readonly [Partial<QueryCommandInput>, string])[] = [
  [
    {},
    'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
  ],
  [
    { KeyConditionExpression: 'score = :v', ExpressionAttributeValues: { ':v': { N: '1' } } },
    'Query condition missed key schema element: game',
  ],
  [go(' AND note = :n', { ':n': { S: 'x' } }), 'Query condition missed key schema element: score'],
  [
    { KeyConditionExpression: 'game > :v', ExpressionAttributeValues: { ':v': { S: 'a' } } },
    'Query key condition not supported',
  ],
  [
    { KeyConditionExpression: 'game = :v', ExpressionAttributeValues: { ':v': { N: '1' } } },
    `${INVALID}Condition parameter type does not match schema type`,
  ],
  [
    go(' OR score = :s', { ':s': { N: '1' } }),
    'Invalid operator used in KeyConditionExpression: OR',
  ],
  [
    go(' AND contains(score, :s)', { ':s': { N: '1' } }),
    'Invalid operator used in KeyConditionExpression: contains',
  ],
  [
    go(' AND score.a = :s', { ':s': { N: '1' } }),
    'KeyConditionExpressions cannot have conditions on nested attributes',
  ],
  [
    go(' AND game = :s', { ':s': { S: '1' } }),
    'KeyConditionExpressions must only contain one condition per key',
  ],
  [
    { ...go(), KeyConditionExpression: '((game = :game))' },
    'Invalid KeyConditionExpression: The expression has redundant parentheses;',
  ],
  [
    { ...go(), FilterExpression: 'score = :game' },
    'Filter Expression can only contain non-primary key attributes: Primary key attribute: score',
  ],
  [
    { ...go(), ExpressionAttributeNames: { '#unused': 'x' } },
    'Value provided in ExpressionAttributeNames unused in expressions: keys: {#unused}',
  ],
  [
    { ...go(), AttributesToGet: ['score'] },
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {KeyConditionExpression}',
  ],
  [
    { ...go(), IndexName: 'byPlayer', ConsistentRead: true },
    'Consistent reads are not supported on global secondary indexes',
  ],
  [{ ...go(), IndexName: 'nothing' }, 'The table does not have the specified index: nothing'],
  [
    { ...go(), Select: 'SPECIFIC_ATTRIBUTES' },
    '1 validation error detected: Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  ],
  [
    { ...go(), Select: 'COUNT', ProjectionExpression: 'note' },
    '1 validation error detected: Cannot specify the ProjectionExpression when choosing to get only the Count',
  ],
  [
    { ...go(), Select: 'ALL_PROJECTED_ATTRIBUTES' },
    '1 validation error detected: ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
  ],
  [
    {
      IndexName: 'byPlayer',
      KeyConditionExpression: 'player = :game',
      ExpressionAttributeValues: { ':game': { S: 'go' } },
      Select: 'ALL_ATTRIBUTES',
    },
    `${INVALID}Select type ALL_ATTRIBUTES is not supported for global secondary index byPlayer because its projection type is not ALL`,
  ],
  [
    {
      IndexName: 'byPlayer',
      KeyConditionExpression: 'player = :game',
      ExpressionAttributeValues: { ':game': { S: 'go' } },
      ProjectionExpression: 'note, game',
    },
    `${INVALID}Global secondary index byPlayer does not project [note]`,
  ],
  [{ ...go(), ExclusiveStartKey: { game: { S: 'go' } } }, 'The provided starting key is invalid'],
  [
    { ...go(), ExclusiveStartKey: key({ score: { S: 'x' } }) },
    'The provided starting key is invalid: The provided key element does not match the schema',
  ],
  [
    { ...go(), ExclusiveStartKey: key({ game: { S: 'chess' } }) },
    'The provided starting key is outside query boundaries based on provided conditions',
  ],
  [
    { ...go(' AND score > :a', { ':a': { N: '5' } }), ExclusiveStartKey: key() },
    'The provided starting key does not match the range key predicate',
  ],
  [
    { ...go(), ProjectionExpression: 'game.title2' },
    "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: game",
  ],
];

test.each(REFUSED)('Query: %j is refused', async (input, message) => {
  await expect(query(input)).rejects.toMatchObject({ name: 'ValidationException', message });
});

test('Query: every refusal ran', () => {
  expect(REFUSED.length).toBe(25);
});

test('Query: a table that is not there', async () => {
  await expect(query({ TableName: 'Nowhere', ...go() })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Requested resource not found',
  });
});

test('Query: a page holds at most 1 MB', async () => {
  const large = await newGames(server);
  const items = Array.from({ length: 6 }, (_, score) =>
    entry(score, { pad: { S: 'x'.repeat(300_000) } }),
  );
  await putAll(large, items);
  const first = await large.dynamo.send(new QueryCommand({ TableName: 'Games', ...go() }));
  expect(scores(first.Items)).toEqual([0, 1, 2]);
  expect(first.LastEvaluatedKey).toEqual({ game: { S: 'go' }, score: { N: '2' } });
  const second = await large.dynamo.send(
    new QueryCommand({
      TableName: 'Games',
      ...go(),
      ExclusiveStartKey: first.LastEvaluatedKey,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(scores(second.Items)).toEqual([3, 4, 5]);
  expect(second.ConsumedCapacity?.CapacityUnits).toBe(Math.ceil(900_063 / 4096) / 2);
});

test('Query: sort keys of any characters and of full length are in the order of their bytes', async () => {
  const { dynamo } = await newGames(server);
  const TableName = 'Texts';
  await dynamo.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 1_000);
  const texts = [
    '\u0000'.repeat(1024),
    '\u0001',
    '\u0001\u0000',
    'a',
    'a\u0000',
    'é',
    '/',
    '\ufffd',
  ];
  texts.push('\u{10000}', 'z'.repeat(1024), '\u{10ffff}'.repeat(256), ' ');
  for (const sk of texts) {
    await dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: 'p' }, sk: { S: sk } } }));
  }
  const sorted = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const read = async (condition: string, values: Record<string, AttributeValue>) => {
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: `pk = :p AND ${condition}`,
        ExpressionAttributeValues: { ':p': { S: 'p' }, ...values },
      }),
    );
    return Items?.map(({ sk }) => sk?.S);
  };
  for (const [index, text] of sorted.entries()) {
    const values = { ':s': { S: text } };
    expect(await read('sk >= :s', values)).toEqual(sorted.slice(index));
    expect(await read('sk < :s', values)).toEqual(sorted.slice(0, index));
    expect(await read('sk = :s', values)).toEqual([text]);
    expect(await read('begins_with(sk, :s)', values)).toEqual(
      sorted.filter((other) => other.startsWith(text)),
    );
  }
});

test('Query: a user reads the partitions and indexes that a policy names, and no other', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    {
      Effect: 'Allow' as const,
      Action: 'dynamodb:Query',
      Resource: [table, `${table}/index/byPlayer`],
      Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['go', 'ann'] } },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'reader', { allow }));
  const read = (more: Partial<QueryCommandInput>) =>
    user.send(new QueryCommand({ TableName: 'Games', ...more }));
  expect((await read(go())).Count).toBe(5);
  const byPlayer = (player: string, IndexName = 'byPlayer') => ({
    IndexName,
    KeyConditionExpression: 'player = :p',
    ExpressionAttributeValues: { ':p': { S: player } },
  });
  expect((await read(byPlayer('ann'))).Count).toBe(4);
  const denied = (resource: string) => ({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/reader is not authorized to perform: dynamodb:Query on ` +
      `resource: ${resource} because no identity-based policy allows the dynamodb:Query action`,
  });
  await expect(read(byPlayer('bob'))).rejects.toMatchObject(denied(`${table}/index/byPlayer`));
  await expect(read(byPlayer('ann', 'byPlayerAlone'))).rejects.toMatchObject(
    denied(`${table}/index/byPlayerAlone`),
  );
  const chess = { ...go(), ExpressionAttributeValues: { ':game': { S: 'chess' } } };
  await expect(read(chess)).rejects.toMatchObject(denied(table));
});
