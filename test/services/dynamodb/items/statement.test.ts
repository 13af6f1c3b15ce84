import {
  type AttributeValue,
  DynamoDBClient,
  ExecuteStatementCommand,
  type ExecuteStatementCommandInput,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { type Games, newGames, putAll, scores } from './games.ts';

let server: TestServer;
let games: Games;

beforeAll(async () => {
  server = await startServer();
  games = await newGames(server);
  await putAll(games, [
    { game: { S: 'go' }, score: { N: '1' }, player: { S: 'ann' }, tags: { SS: ['a', 'b'] } },
    { game: { S: 'go' }, score: { N: '2' }, player: { S: 'bob' }, gone: { NULL: true } },
    { game: { S: 'go' }, score: { N: '3' }, doc: { M: { els: { L: [{ S: 'x' }, { S: 'y' }] } } } },
    { game: { S: 'chess' }, score: { N: '4' }, player: { S: "it's" } },
    { game: { S: 'chess' }, score: { N: '5' } },
  ]);
});
afterAll(() => server.close());

function run(
  Statement: string,
  Parameters?: AttributeValue[],
  more: Partial<ExecuteStatementCommandInput> = {},
) {
  return games.dynamo.send(new ExecuteStatementCommand({ Statement, Parameters, ...more }));
}

async function stored(game: string, score: number) {
  const Key = { game: { S: game }, score: { N: String(score) } };
  return (await games.dynamo.send(new GetItemCommand({ TableName: 'Games', Key }))).Item;
}

const FOUND: readonly (readonly [string, readonly number[], AttributeValue[]?])[] = [
  [`SELECT * FROM Games WHERE game = 'go'`, [1, 2, 3]],
  [`select * from "Games" where game = ? order by score desc;`, [3, 2, 1], [{ S: 'go' }]],
  [`SELECT * FROM Games WHERE game = 'go' AND score >= 2e0 -- a note`, [2, 3]],
  [`SELECT * FROM Games /* all */ WHERE game IN ['go', 'chess'] AND score BETWEEN 3 AND 4`, [4, 3]],
  [`SELECT * FROM Games WHERE game IN ('go', 'chess') ORDER BY game DESC`, [1, 2, 3, 4, 5]],
  [`SELECT * FROM Games WHERE game = 'go' OR game = 'chess'`, [4, 5, 1, 2, 3]],
  [`SELECT * FROM Games WHERE game = 'chess' AND player = 'it''s'`, [4]],
  [`SELECT * FROM Games WHERE game = 'go' AND player IS MISSING`, [3]],
  [`SELECT * FROM Games WHERE game = 'go' AND player IS NOT MISSING`, [1, 2]],
  [`SELECT * FROM Games WHERE game = 'go' AND gone IS NULL`, [2]],
  [`SELECT * FROM Games WHERE game = 'go' AND NOT (score < 2 OR score != 3)`, [3]],
  [`SELECT * FROM Games WHERE game = 'go' AND contains(tags, 'b')`, [1]],
  [`SELECT * FROM Games WHERE game = 'go' AND begins_with("player", 'b')`, [2]],
  [`SELECT * FROM Games WHERE game = 'go' AND doc.els[1] = 'y'`, [3]],
  [`SELECT * FROM Games WHERE game = 'go' AND size(tags) = 2`, [1]],
  [`SELECT * FROM Games WHERE game = 'go' AND score = -1`, []],
  [`SELECT * FROM "Games"."byPlayer" WHERE player = 'ann'`, [1]],
];

for (const [statement, expected, parameters] of FOUND) {
  test(`ExecuteStatement: ${statement}`, async () => {
    expect(scores((await run(statement, parameters)).Items)).toEqual(expected);
  });
}

test('ExecuteStatement: without a partition everything is read', async () => {
  const { Items, ConsumedCapacity } = await run('SELECT * FROM Games WHERE score > 2', undefined, {
    ReturnConsumedCapacity: 'TOTAL',
  });
  expect(scores(Items).toSorted((a, b) => a - b)).toEqual([3, 4, 5]);
  expect(ConsumedCapacity).toEqual({ TableName: 'Games', CapacityUnits: 0.5 });
});

test('ExecuteStatement: a projection stands under the last name of each path', async () => {
  const { Items } = await run(
    `SELECT score, doc.els, doc.none FROM Games WHERE game = 'go' AND score = 3`,
  );
  expect(Items).toEqual([{ score: { N: '3' }, els: { L: [{ S: 'x' }, { S: 'y' }] } }]);
});

test('ExecuteStatement: pages go on over partitions, and a token serves its statement alone', async () => {
  const statement = `SELECT score FROM Games WHERE game IN ['go', 'chess']`;
  const found: number[] = [];
  let NextToken: string | undefined;
  let pages = 0;
  do {
    const page = await run(statement, undefined, { Limit: 2, ...(NextToken && { NextToken }) });
    found.push(...scores(page.Items));
    NextToken = page.NextToken;
    pages += 1;
  } while (NextToken !== undefined && pages < 10);
  expect(found).toEqual([4, 5, 1, 2, 3]);
  const first = await run(statement, undefined, { Limit: 1 });
  await expect(
    run(`SELECT * FROM Games`, undefined, {
      ...(first.NextToken && { NextToken: first.NextToken }),
    }),
  ).rejects.toMatchObject({ name: 'ValidationException', message: 'Invalid NextToken' });
});

test('ExecuteStatement: inserts once, updates, and deletes', async () => {
  const insert = `INSERT INTO Games VALUE {'game': 'new', 'score': ?, 'n': 1.50, 'l': [1, 'a', TRUE, null],
    'm': {'k': <<1, 2>>}, 'tags': <<'x'>>}`;
  expect((await run(insert, [{ N: '1' }])).Items).toEqual([]);
  expect(await stored('new', 1)).toEqual({
    game: { S: 'new' },
    score: { N: '1' },
    n: { N: '1.5' },
    l: { L: [{ N: '1' }, { S: 'a' }, { BOOL: true }, { NULL: true }] },
    m: { M: { k: { NS: ['1', '2'] } } },
    tags: { SS: ['x'] },
  });
  await expect(run(insert, [{ N: '1' }])).rejects.toMatchObject({
    name: 'DuplicateItemException',
    message: 'Duplicate primary key exists in table',
  });
  const updated = await run(
    `UPDATE Games SET n = n + 1 SET l = list_append(l, ['b']) SET tags = set_add(tags, <<'y'>>)
     REMOVE l[0] WHERE game = 'new' AND score = 1 AND n < 5 RETURNING MODIFIED NEW *`,
  ).catch((error: unknown) => error);
  // Both change one list.
  expect(updated).toMatchObject({
    message:
      'Two document paths overlap with each other; must remove or rewrite one of these paths; ' +
      'path one: [l], path two: [l, [0]]',
  });
  const { Items } = await run(
    `UPDATE Games SET n = n + 1, tags = set_add(tags, <<'y'>>) REMOVE l[0]
     WHERE game = 'new' AND score = 1 AND n < 5 RETURNING MODIFIED NEW *`,
  );
  expect(Items).toEqual([{ n: { N: '2.5' }, tags: { SS: ['x', 'y'] }, l: { L: [{ S: 'a' }] } }]);
  const removed = await run(
    `DELETE FROM Games WHERE game = 'new' AND score = 1 RETURNING ALL OLD *`,
  );
  expect(removed.Items).toMatchObject([{ n: { N: '2.5' } }]);
  expect((await run(`DELETE FROM Games WHERE game = 'new' AND score = 1`)).Items).toEqual([]);
});

test('ExecuteStatement: a write whose condition is not met is refused, with the item where asked', async () => {
  const failed = {
    name: 'ConditionalCheckFailedException',
    message: 'The conditional request failed',
  };
  await expect(
    run(`UPDATE Games SET a = 1 WHERE game = 'none' AND score = 1`),
  ).rejects.toMatchObject(failed);
  await expect(
    run(`DELETE FROM Games WHERE game = 'go' AND score = 1 AND player = 'bob'`, undefined, {
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  ).rejects.toMatchObject({ ...failed, Item: { player: { S: 'ann' } } });
});

const BAD = "Statement wasn't well formed, can't be processed: ";
const where = (condition: string) => `SELECT * FROM Games WHERE game = 'go' AND ${condition}`;
const update = (set: string) => `UPDATE Games SET ${set} WHERE game = 'go' AND score = 1`;

const REFUSED: readonly (readonly [string, string, AttributeValue[]?])[] = [
  ['SELECTT * FROM Games', `${BAD}Expected data manipulation`],
  ['SELECT * FROM', `${BAD}Unexpected end of statement`],
  ['SELECT * FROM "Games', `${BAD}Unexpected character`],
  [`SELECT * FROM Games t WHERE game = 'go'`, `${BAD}Unexpected term at 1:21:1`],
  [`${where('score = 1')} # a note`, `${BAD}Unexpected character`],
  [`DELETE FROM Games WHERE game = 'go' ORDER BY game`, `${BAD}Unexpected term at 1:37:5`],
  [`SELECT * FROM "" WHERE game = 'go'`, 'Path component cannot be an empty string'],
  [
    `SELECT * FROM "Games"."a"."b" WHERE game = 'go'`,
    'A path may contain at most 2 components in the FROM clause',
  ],
  [`SELECT * FROM "Games"."none" WHERE game = 'go'`, 'The table does not have the specified index'],
  [where('score = ?'), "Number of parameters in request and statement don't match."],
  [
    where('note < ?'),
    'Incorrect operand type for operator or function; operator or function: <, operand type: BOOL',
    [{ BOOL: true }],
  ],
  [
    where("attribute_exists('ss')"),
    'Operator or function requires a document path; operator or function: attribute_exists',
  ],
  [
    where('attribute_exists()'),
    'Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 0',
  ],
  [where('EXISTS(ss)'), 'Unrecognized function: exists at 1:43:6'],
  [`SELECT attribute_exists(ss) FROM Games`, 'Unexpected path component at 1:8:16'],
  [
    `SELECT * FROM Games WHERE game = 5`,
    "Key attribute's data type should match its data type in table's schema",
  ],
  [
    'SELECT * FROM Games ORDER BY score',
    'Must have WHERE clause in the statement when using ORDER BY clause.',
  ],
  [
    'SELECT * FROM Games WHERE score = 1 ORDER BY score',
    'Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.',
  ],
  [
    `SELECT player FROM "Games"."byPlayer" WHERE player = 'ann' AND note = 'x'`,
    'One or more parameter values were invalid: Secondary index byPlayer does not project one or more filter attributes: [note]',
  ],
  [
    `SELECT note FROM "Games"."byPlayer" WHERE player = 'ann'`,
    'One or more parameter values were invalid: Global secondary index byPlayer does not project [note]',
  ],
  [
    `UPDATE Games SET a = 1 WHERE game = 'go'`,
    'Where clause does not contain a mandatory equality on all key attributes',
  ],
  [
    `DELETE FROM Games WHERE game = 'go' AND score = 1 RETURNING MODIFIED OLD *`,
    'Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.',
  ],
  [
    update(`t = set_add(tags, <<'x'>>)`),
    'The first argument to SET_ADD must equal the assignment value at 1:22:7',
  ],
  [
    update(`tags = set_add(tags, 'x')`),
    'The second argument to SET_ADD must be a value with type SET at 1:33:4',
  ],
  [update('tags = set_delete(tags)'), 'SET_DELETE must have exactly two arguments at 1:25:10'],
  [update('tags = set_add(tags, <<>>)'), 'Empty bags are not supported'],
  [
    update(`tags = set_add(tags, <<1>>)`),
    'An operand in the update expression has an incorrect data type',
  ],
  [
    `INSERT INTO Games VALUE {'game': 'x', 'score': <<1, 'a'>>}`,
    'DynamoDB only supports either numbers or strings in bags',
  ],
  [`INSERT INTO Games VALUE {'game': 'x', 'score': 1} more`, `${BAD}Unexpected term at 1:51:4`],
  [
    `INSERT INTO Games VALUE {'game': 'x'}`,
    'One or more parameter values were invalid: Missing the key score in the item',
  ],
  [`SELECT * FROM Games WHERE ${'('.repeat(500)}game`, `${BAD}Statement is nested too deeply`],
];

for (const [statement, message, parameters] of REFUSED) {
  test(`ExecuteStatement: refuses ${statement.slice(0, 80)}`, async () => {
    await expect(run(statement, parameters)).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  });
}

test('ExecuteStatement: every statement ran', () => {
  expect([FOUND.length, REFUSED.length]).toEqual([17, 31]);
});

test('ExecuteStatement: a global index is not read consistently', async () => {
  await expect(
    run(`SELECT * FROM "Games"."byPlayer" WHERE player = 'ann'`, undefined, {
      ConsistentRead: true,
    }),
  ).rejects.toMatchObject({
    message: 'Strongly consistent read is not supported on Global Secondary Indexes',
  });
});

test('ExecuteStatement: a table that is not there', async () => {
  await expect(run('SELECT * FROM Nowhere')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Requested resource not found',
  });
});

test('ExecuteStatement: a user may select, but not read whole tables or write', async () => {
  const { account } = games;
  const table = `arn:aws:dynamodb:us-east-1:${account}:table/Games`;
  const allow = [
    { Effect: 'Allow' as const, Action: 'dynamodb:PartiQLSelect', Resource: table },
    {
      Effect: 'Deny' as const,
      Action: 'dynamodb:PartiQLSelect',
      Resource: table,
      Condition: { Bool: { 'dynamodb:FullTableScan': ['true'] } },
    },
  ];
  const user = new DynamoDBClient(await newUser(server, account, 'selector', { allow }));
  const as = (Statement: string) => user.send(new ExecuteStatementCommand({ Statement }));
  expect(scores((await as(`SELECT * FROM Games WHERE game = 'chess'`)).Items)).toEqual([4, 5]);
  await expect(as('SELECT * FROM Games')).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/selector is not authorized to perform: dynamodb:PartiQLSelect on ` +
      `resource: ${table} with an explicit deny in an identity-based policy`,
  });
  const writes = [
    [`INSERT INTO Games VALUE {'game': 'go', 'score': 9}`, 'PartiQLInsert'],
    [`UPDATE Games SET a = 1 WHERE game = 'go' AND score = 1`, 'PartiQLUpdate'],
    [`DELETE FROM Games WHERE game = 'go' AND score = 1`, 'PartiQLDelete'],
    [`SELECT * FROM "Games"."byPlayer" WHERE player = 'ann'`, 'PartiQLSelect'],
  ] as const;
  for (const [statement, action] of writes) {
    await expect(as(statement)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`not authorized to perform: dynamodb:${action} on resource`),
    });
  }
});
