import {
  type AttributeValue,
  BatchExecuteStatementCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll } from './games.ts';

let server: TestServer;
let games: Games;

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
});
afterAll(() => server.close());

function batch(...Statements: string[]) {
  return games.dynamo.send(
    new BatchExecuteStatementCommand({
      Statements: Statements.map((Statement) => ({ Statement })),
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
}

function together(TransactStatements: string[], ClientRequestToken?: string) {
  return games.dynamo.send(
    new ExecuteTransactionCommand({
      TransactStatements: TransactStatements.map((Statement) => ({ Statement })),
      ReturnConsumedCapacity: 'TOTAL',
      ...(ClientRequestToken && { ClientRequestToken }),
    }),
  );
}

/** An item of a game that no other test uses, and what names it. */
let made = 0;
async function newItem(more: Record<string, AttributeValue> = {}) {
  made += 1;
  const key = { game: { S: `game ${made}` }, score: { N: '1' } };
  await putAll(games, [{ ...key, n: { N: '0' }, ...more }]);
  return { key, where: `game = 'game ${made}' AND score = 1` };
}

async function stored(Key: Record<string, AttributeValue>) {
  return (await games.dynamo.send(new GetItemCommand({ TableName: 'Games', Key }))).Item;
}

test('BatchExecuteStatement: each statement has its own answer', async () => {
  const [one, two] = [await newItem(), await newItem()];
  const { Responses, ConsumedCapacity } = await batch(
    `SELECT n FROM Games WHERE ${one.where}`,
    `SLECT * FROM Games`,
    `SELECT * FROM Games WHERE game = 'game 1'`,
    `SELECT * FROM Games WHERE ${two.where} AND attribute_exists(n)`,
    `SELECT * FROM Nowhere WHERE ${two.where}`,
    `SELECT * FROM Games WHERE game = 'none' AND score = 1`,
  );
  const unkeyed = {
    Error: {
      Code: 'ValidationError',
      Message:
        'Select statements within BatchExecuteStatement must specify the primary key in the where clause.',
    },
  };
  expect(Responses).toEqual([
    { TableName: 'Games', Item: { n: { N: '0' } } },
    {
      Error: {
        Code: 'ValidationError',
        Message: "Statement wasn't well formed, can't be processed: Expected data manipulation",
      },
    },
    unkeyed,
    unkeyed,
    { Error: { Code: 'ResourceNotFound', Message: 'Requested resource not found' } },
    { TableName: 'Games' },
  ]);
  expect(ConsumedCapacity).toEqual([{ TableName: 'Games', CapacityUnits: 1 }]);
});

test('BatchExecuteStatement: what one write is refused with leaves the others done', async () => {
  const [one, two] = [await newItem(), await newItem()];
  const { Responses } = await batch(
    `UPDATE Games SET n = 5 WHERE ${one.where} RETURNING MODIFIED NEW *`,
    `UPDATE Games SET n = 5 WHERE ${two.where} AND n = 7`,
    `INSERT INTO Games VALUE {'game': 'game ${made}', 'score': 1}`,
    `DELETE FROM Games WHERE ${two.where} RETURNING MODIFIED OLD *`,
  );
  expect(Responses).toEqual([
    { TableName: 'Games', Item: { n: { N: '5' } } },
    {
      Error: { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    },
    { Error: { Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table' } },
    {
      Error: {
        Code: 'ValidationError',
        Message:
          'Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.',
      },
    },
  ]);
  expect(await stored(one.key)).toMatchObject({ n: { N: '5' } });
  expect(await stored(two.key)).toMatchObject({ n: { N: '0' } });
});

test('BatchExecuteStatement: reads and writes are not mixed', async () => {
  const one = await newItem();
  await expect(
    batch(`SELECT n FROM Games WHERE ${one.where}`, `UPDATE Games SET n = 5 WHERE ${one.where}`),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'BatchExecuteStatement API does not support both read and write operations in the same request.',
  });
});

test('ExecuteTransaction: writes happen together, once under their token', async () => {
  const [one, two] = [await newItem({ ok: { BOOL: true } }), await newItem()];
  const statements = [
    `EXISTS(SELECT * FROM Games WHERE ${one.where} AND ok = true)`,
    `UPDATE Games SET n = n + 1 WHERE ${two.where}`,
  ];
  const first = await together(statements, 'a-token');
  expect(first.ConsumedCapacity).toEqual([
    { TableName: 'Games', CapacityUnits: 4, WriteCapacityUnits: 4 },
  ]);
  const again = await together(statements, 'a-token');
  expect(again.ConsumedCapacity).toEqual([
    { TableName: 'Games', CapacityUnits: 4, ReadCapacityUnits: 4 },
  ]);
  expect(await stored(two.key)).toMatchObject({ n: { N: '1' } });
});

test('ExecuteTransaction: one reason cancels all', async () => {
  const [one, two, three] = [await newItem(), await newItem(), await newItem()];
  await expect(
    together([
      `UPDATE Games SET n = 9 WHERE ${one.where}`,
      `INSERT INTO Games VALUE {'game': 'game ${made}', 'score': 1}`,
      `EXISTS(SELECT * FROM Games WHERE ${two.where} AND n > 5)`,
    ]),
  ).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'DuplicateItem', Message: 'Duplicate primary key exists in table' },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    ],
  });
  expect(await stored(one.key)).toMatchObject({ n: { N: '0' } });
  expect(await stored(three.key)).toMatchObject({ n: { N: '0' } });
});

test('ExecuteTransaction: reads answer in the order asked', async () => {
  const [one, two] = [await newItem(), await newItem({ n: { N: '2' } })];
  const { Responses, ConsumedCapacity } = await together([
    `SELECT n FROM Games WHERE ${two.where}`,
    `SELECT * FROM Games WHERE game = 'none' AND score = 1`,
    `SELECT * FROM Games WHERE ${one.where}`,
  ]);
  expect(Responses).toEqual([
    { Item: { n: { N: '2' } } },
    {},
    { Item: { ...one.key, n: { N: '0' } } },
  ]);
  expect(ConsumedCapacity).toEqual([
    { TableName: 'Games', CapacityUnits: 6, ReadCapacityUnits: 6 },
  ]);
});

const AT = 'Validation failed in TransactStatements';
const KEY = `game = 'x' AND score = 1`;

const REFUSED: readonly (readonly [readonly string[], string])[] = [
  [
    [`UPDATE Games SET n = 1 WHERE ${KEY} RETURNING ALL NEW *`],
    `${AT}[0]: RETURNING clause is not supported in ExecuteTransaction.`,
  ],
  [
    [`SELECT * FROM "Games"."byPlayer" WHERE player = 'x'`],
    `${AT}[0]: Reads on indices are not supported within transactions.`,
  ],
  [
    [`SELECT * FROM Games WHERE ${KEY} AND attribute_exists(n)`],
    `${AT}[0]: Select statements within ExecuteTransaction must specify the primary key in the where clause.`,
  ],
  [
    [
      `DELETE FROM Games WHERE game = 'y' AND score = 1`,
      `EXISTS(SELECT * FROM Games WHERE ${KEY})`,
    ],
    `${AT}[1]: EXISTS() must contain a single item read with additional condition`,
  ],
  [
    [`SELECT * FROM Games WHERE ${KEY}`, `DELETE FROM Games WHERE ${KEY}`],
    'ExecuteTransaction API does not support both read and write operations in the same request.',
  ],
  [
    [`DELETE FROM Games WHERE ${KEY}`, `INSERT INTO Games VALUE {'game': 'x', 'score': 1}`],
    'Transaction request cannot include multiple operations on one item',
  ],
];

for (const [statements, message] of REFUSED) {
  test(`ExecuteTransaction: refuses with ${message}`, async () => {
    await expect(together([...statements])).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  });
}

test('ExecuteTransaction: every refusal ran', () => {
  expect(REFUSED.length).toBe(6);
});

test('a policy may allow statements within transactions alone', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    {
      Effect: 'Allow' as const,
      Action: 'dynamodb:PartiQL*',
      Resource: table,
      Condition: { StringEquals: { 'dynamodb:EnclosingOperation': ['ExecuteTransaction'] } },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'transactor', { allow }));
  const one = await newItem();
  const Statement = `UPDATE Games SET n = 3 WHERE ${one.where}`;
  await user.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement }] }));
  expect(await stored(one.key)).toMatchObject({ n: { N: '3' } });
  const denied = {
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/transactor is not authorized to perform: dynamodb:PartiQLUpdate on ` +
      `resource: ${table} because no identity-based policy allows the dynamodb:PartiQLUpdate action`,
  };
  await expect(user.send(new ExecuteStatementCommand({ Statement }))).rejects.toMatchObject(denied);
  await expect(
    user.send(new BatchExecuteStatementCommand({ Statements: [{ Statement }] })),
  ).rejects.toMatchObject(denied);
});
