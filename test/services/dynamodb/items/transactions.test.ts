import {
  DynamoDBClient,
  GetItemCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll } from './games.ts';

let server: TestServer;
let games: Games;
const TableName = 'Games';

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
});
afterAll(() => server.close());

/** A key of a game that no other test uses. */
let made = 0;
function newKey() {
  made += 1;
  return { game: { S: `game ${made}` }, score: { N: '1' } };
}

function write(...TransactItems: TransactWriteItem[]) {
  return games.dynamo.send(new TransactWriteItemsCommand({ TransactItems }));
}

async function read(Key: ReturnType<typeof newKey>) {
  return (await games.dynamo.send(new GetItemCommand({ TableName, Key }))).Item;
}

const cancelled = (...codes: string[]) => ({
  name: 'TransactionCanceledException',
  message:
    'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
    `[${codes.join(', ')}]`,
});

test('TransactWriteItems: a put, an update, a deletion and a check, all at once', async () => {
  const [put, updated, deleted, checked] = [newKey(), newKey(), newKey(), newKey()];
  await putAll(games, [
    { ...updated, count: { N: '1' } },
    deleted,
    { ...checked, ok: { BOOL: true } },
  ]);
  const answer = await games.dynamo.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...put, note: { S: 'new' } } } },
        {
          Update: {
            TableName,
            Key: updated,
            UpdateExpression: 'SET #c = #c + :one',
            ConditionExpression: '#c = :one',
            ExpressionAttributeNames: { '#c': 'count' },
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
        { Delete: { TableName, Key: deleted, ConditionExpression: 'attribute_exists(game)' } },
        {
          ConditionCheck: {
            TableName,
            Key: checked,
            ConditionExpression: 'ok = :t',
            ExpressionAttributeValues: { ':t': { BOOL: true } },
          },
        },
      ],
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(answer.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 8, WriteCapacityUnits: 8 }]);
  expect(await read(put)).toMatchObject({ note: { S: 'new' } });
  expect(await read(updated)).toMatchObject({ count: { N: '2' } });
  expect(await read(deleted)).toBeUndefined();
});

test('TransactWriteItems: one reason cancels all, and each action has its own', async () => {
  const [good, there, wrong] = [newKey(), newKey(), newKey()];
  await putAll(games, [{ ...there, bytes: { B: new Uint8Array([1, 2]) } }]);
  await expect(
    write(
      { Put: { TableName, Item: good } },
      {
        Put: {
          TableName,
          Item: there,
          ConditionExpression: 'attribute_not_exists(game)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      {
        Update: {
          TableName,
          Key: wrong,
          UpdateExpression: 'SET a = nothing1',
        },
      },
      { Put: { TableName, Item: { ...wrong, game: { N: '5' } } } },
    ),
  ).rejects.toMatchObject({
    ...cancelled('None', 'ConditionalCheckFailed', 'ValidationError', 'ValidationError'),
    CancellationReasons: [
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { ...there, bytes: { B: new Uint8Array([1, 2]) } },
      },
      {
        Code: 'ValidationError',
        Message: 'The provided expression refers to an attribute that does not exist in the item',
      },
      {
        Code: 'ValidationError',
        Message:
          'One or more parameter values were invalid: Type mismatch for key game expected: S actual: N',
      },
    ],
  });
  expect(await read(good)).toBeUndefined();
});

test('TransactWriteItems: an index key that is refused only when written cancels too', async () => {
  const [first, second] = [newKey(), newKey()];
  await expect(
    write(
      { Put: { TableName, Item: first } },
      { Put: { TableName, Item: { ...second, player: { N: '1' } } } },
    ),
  ).rejects.toMatchObject({
    ...cancelled('None', 'ValidationError'),
    CancellationReasons: [
      { Code: 'None' },
      {
        Code: 'ValidationError',
        Message:
          'One or more parameter values were invalid: Type mismatch for Index Key player Expected: S Actual: N IndexName: byPlayer',
      },
    ],
  });
  expect(await read(first)).toBeUndefined();
});

const KEY = { game: { S: 'any' }, score: { N: '1' } };
const check = { TableName, Key: KEY, ConditionExpression: 'attribute_exists(game)' };

/** Refused before any action is tried. */
const REFUSED: readonly (readonly [readonly TransactWriteItem[], string])[] = [
  [
    [{ Put: { TableName, Item: KEY } }, { Delete: { TableName, Key: KEY } }],
    'Transaction request cannot include multiple operations on one item',
  ],
  [[{}], 'Invalid Request: TransactWriteRequest should contain Delete or Put or Update request'],
  [
    [{ Put: { TableName, Item: KEY }, ConditionCheck: check }],
    'TransactItems can only contain one of Check, Put, Update or Delete',
  ],
  [
    [{ Put: { TableName, Item: { ...KEY, game: { S: '' } } } }],
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: game',
  ],
  [
    [{ ConditionCheck: { ...check, ConditionExpression: 'attribute_not_exists(' } }],
    'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "("',
  ],
  [
    [{ ConditionCheck: { ...check, ExpressionAttributeValues: { ':v': { S: 'x' } } } }],
    'Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}',
  ],
  [
    [{ Put: { TableName, Item: { ...KEY, pad: { S: 'x'.repeat(410_000) } } } }],
    'Item size has exceeded the maximum allowed size',
  ],
  [
    Array.from({ length: 12 }, (_, score) => ({
      Put: {
        TableName,
        Item: { ...KEY, score: { N: String(score) }, pad: { S: 'x'.repeat(350_000) } },
      },
    })),
    'The aggregate size of the items in the transaction cannot exceed 4 MB',
  ],
];

for (const [actions, message] of REFUSED) {
  test(`TransactWriteItems: refuses with ${message}`, async () => {
    await expect(write(...actions)).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  });
}

test('TransactWriteItems: every refusal ran', () => {
  expect(REFUSED.length).toBe(8);
});

test('TransactWriteItems: a hundred actions are one transaction', async () => {
  const keys = Array.from({ length: 100 }, newKey);
  await write(...keys.map((Item) => ({ Put: { TableName, Item } })));
  expect(await read(keys[99] ?? newKey())).toBeDefined();
});

test('TransactWriteItems: under a token it is done once, for ten minutes', async () => {
  const key = newKey();
  await putAll(games, [{ ...key, count: { N: '0' } }]);
  const add = (amount: string) =>
    games.dynamo.send(
      new TransactWriteItemsCommand({
        ClientRequestToken: 'a-token',
        ReturnConsumedCapacity: 'TOTAL',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key,
              UpdateExpression: 'ADD #c :n',
              ExpressionAttributeNames: { '#c': 'count' },
              ExpressionAttributeValues: { ':n': { N: amount } },
            },
          },
        ],
      }),
    );
  const first = await add('1');
  expect(first.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 2, WriteCapacityUnits: 2 }]);
  const again = await add('1');
  expect(again.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }]);
  expect(await read(key)).toMatchObject({ count: { N: '1' } });
  await expect(add('2')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 10 * 60_000 + 1);
  await add('2');
  expect(await read(key)).toMatchObject({ count: { N: '3' } });
});

test('TransactWriteItems: what fails is not remembered under its token', async () => {
  const key = newKey();
  const put = () =>
    games.dynamo.send(
      new TransactWriteItemsCommand({
        ClientRequestToken: 'another-token',
        TransactItems: [
          {
            Update: {
              TableName,
              Key: key,
              UpdateExpression: 'SET done = :t',
              ConditionExpression: 'attribute_exists(game)',
              ExpressionAttributeValues: { ':t': { BOOL: true } },
            },
          },
        ],
      }),
    );
  await expect(put()).rejects.toMatchObject(cancelled('ConditionalCheckFailed'));
  await putAll(games, [key]);
  await put();
  expect(await read(key)).toMatchObject({ done: { BOOL: true } });
});

test('TransactGetItems: answers in the order asked, at twice the price', async () => {
  const [first, absent, third] = [newKey(), newKey(), newKey()];
  await putAll(games, [
    { ...first, note: { S: 'one' } },
    { ...third, note: { S: 'three' } },
  ]);
  const answer = await games.dynamo.send(
    new TransactGetItemsCommand({
      TransactItems: [
        { Get: { TableName, Key: third } },
        { Get: { TableName, Key: absent } },
        { Get: { TableName, Key: first, ProjectionExpression: 'note' } },
      ],
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(answer.Responses).toEqual([
    { Item: { ...third, note: { S: 'three' } } },
    {},
    { Item: { note: { S: 'one' } } },
  ]);
  expect(answer.ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 6, ReadCapacityUnits: 6 }]);
});

test('TransactGetItems: a key that is none cancels, a projection that is none is refused', async () => {
  const get = (Key: object, ProjectionExpression?: string) =>
    games.dynamo.send(
      new TransactGetItemsCommand({
        TransactItems: [{ Get: { TableName, Key: { ...Key }, ProjectionExpression } }],
      }),
    );
  await expect(get({})).rejects.toMatchObject({
    ...cancelled('ValidationError'),
    CancellationReasons: [
      { Code: 'ValidationError', Message: 'The provided key element does not match the schema' },
    ],
  });
  await expect(get(KEY, '!!!')).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Invalid ProjectionExpression: Syntax error; token: "!", near: "!!"',
  });
});

test('transactions on a table that is not there', async () => {
  const missing = { name: 'ResourceNotFoundException', message: 'Requested resource not found' };
  await expect(write({ Put: { TableName: 'Nowhere', Item: KEY } })).rejects.toMatchObject(missing);
});

test('transactions: each action needs the permission of its own call', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    {
      Effect: 'Allow' as const,
      Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
      Resource: table,
      Condition: {
        'ForAnyValue:StringEquals': {
          'dynamodb:EnclosingOperation': ['TransactWriteItems', 'TransactGetItems'],
        },
      },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'transactor', { allow }));
  const key = newKey();
  const send = (...TransactItems: TransactWriteItem[]) =>
    user.send(new TransactWriteItemsCommand({ TransactItems }));
  await send({ Put: { TableName, Item: key } });
  const { Responses } = await user.send(
    new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: key } }] }),
  );
  expect(Responses).toEqual([{ Item: key }]);
  const denied = (action: string) => ({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/transactor is not authorized to perform: dynamodb:${action} on ` +
      `resource: ${table} because no identity-based policy allows the dynamodb:${action} action`,
  });
  await expect(send({ ConditionCheck: check })).rejects.toMatchObject(denied('ConditionCheckItem'));
  await expect(
    send({ Put: { TableName, Item: newKey() } }, { Delete: { TableName, Key: key } }),
  ).rejects.toMatchObject(denied('DeleteItem'));
  await expect(user.send(new GetItemCommand({ TableName, Key: key }))).rejects.toMatchObject(
    denied('GetItem'),
  );
});
