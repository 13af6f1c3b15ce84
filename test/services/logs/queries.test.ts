import {
  CloudWatchLogsClient,
  DescribeQueriesCommand,
  GetQueryResultsCommand,
  StartQueryCommand,
  type StartQueryCommandInput,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream, type OwnStream } from './groups.ts';

let server: TestServer;
let own: OwnStream;
let start: number;
beforeAll(async () => {
  server = await startServer();
  own = await newStream(server);
  start = Math.floor(own.now() / 60_000) * 60_000 - 600_000;
  const lines = [
    { level: 'error', ms: 120, user: { name: 'ann' }, path: '/a' },
    { level: 'info', ms: 20, user: { name: 'bob' }, path: '/b' },
    { level: 'info', ms: 40, user: { name: 'ann' }, path: '/a' },
    { level: 'error', ms: 9, user: { name: 'cid' }, path: '/c' },
  ];
  await own.put(
    lines.map((line) => JSON.stringify(line)),
    start,
  );
  await own.put(['user=dan, took 70 ms [GET]', 'started'], start + 120_000);
});
afterAll(() => server.close());

function begin(
  queryString: string,
  more: Partial<StartQueryCommandInput> = {},
  { logs, group } = own,
) {
  return logs.send(
    new StartQueryCommand({
      logGroupName: group,
      startTime: start / 1_000,
      endTime: start / 1_000 + 600,
      queryString,
      ...more,
    }),
  );
}

/** The rows of a query's answer, without pointers. */
async function ask(queryString: string, more: Partial<StartQueryCommandInput> = {}) {
  const { queryId } = await begin(queryString, more);
  const answer = await own.logs.send(new GetQueryResultsCommand({ queryId }));
  expect(answer.status).toBe('Complete');
  return (answer.results ?? []).map((row) =>
    Object.fromEntries(
      row.filter(({ field }) => field !== '@ptr').map(({ field, value }) => [field, value]),
    ),
  );
}

const CASES: readonly (readonly [query: string, rows: readonly object[]])[] = [
  ['fields ms | filter level = "error" | sort ms asc', [{ ms: '9' }, { ms: '120' }]],
  ['filter ispresent(ms) and ms > 30 | fields user.name as who', [{ who: 'ann' }, { who: 'ann' }]],
  ['filter @message like /took (\\d+) ms/ | fields @logStream', [{ '@logStream': 'one' }]],
  ['filter level not in ["info"] and ispresent(level) | stats count(*) as n', [{ n: '2' }]],
  [
    'stats count(*) as n, avg(ms) as mean, max(ms), count_distinct(user.name) by level | filter ispresent(level) | sort level asc',
    [
      { level: 'error', n: '2', mean: '64.5', 'max(ms)': '120', 'count_distinct(user.name)': '2' },
      { level: 'info', n: '2', mean: '30', 'max(ms)': '40', 'count_distinct(user.name)': '2' },
    ],
  ],
  [
    'parse @message "user=*, took * ms [*]" as who, took, verb | filter ispresent(who) | display who, took * 2 as twice, tolower(verb)',
    [{ who: 'dan', twice: '140', 'tolower(verb)': 'get' }],
  ],
  ['parse @message /user=(?<who>\\w+)/ | filter ispresent(who) | display who', [{ who: 'dan' }]],
  [
    'fields path | filter ispresent(path) | dedup path | sort path asc',
    [{ path: '/a' }, { path: '/b' }, { path: '/c' }],
  ],
  ['# newest first\nfields @message | limit 1', [{ '@message': 'started' }]],
  [
    'stats sum(ms) as total by bin(1m) as minute | filter total > 0',
    [{ minute: 'MINUTE', total: '189' }],
  ],
  ['stats count(*) as n | filter n = 6 or n = 7 | display n + 1 as more', [{ more: '7' }]],
  [
    'filter strlen(@message) = 7 | fields concat(@message, "!", 1) as text',
    [{ text: 'started!1' }],
  ],
];

test('StartQuery: fields, filter, parse, stats, sort, limit, dedup and display', async () => {
  const minute = new Date(start).toISOString().replace('T', ' ').replace('Z', '');
  for (const [query, rows] of CASES) {
    const expected = JSON.parse(JSON.stringify(rows).replace('MINUTE', minute));
    expect(await ask(query), query).toEqual(expected);
  }
  expect(CASES).toHaveLength(12);
});

test('GetQueryResults: without fields the time and the message, newest first, with a pointer', async () => {
  const { queryId } = await begin('filter @message like "started"');
  const { results, statistics } = await own.logs.send(new GetQueryResultsCommand({ queryId }));
  const at = new Date(start + 120_001).toISOString().replace('T', ' ').replace('Z', '');
  expect(results).toEqual([
    [
      { field: '@timestamp', value: at },
      { field: '@message', value: 'started' },
      { field: '@ptr', value: expect.stringMatching(/^\d{56}$/) },
    ],
  ]);
  expect(statistics).toMatchObject({ recordsMatched: 1, recordsScanned: 6, logGroupsScanned: 1 });
  expect(await ask('fields ms', { endTime: start / 1_000, limit: 2 })).toHaveLength(2);
});

test('DescribeQueries, StopQuery: what was asked, for seven days', async () => {
  const { queryId } = await begin('fields ms | limit 3');
  const shown = new DescribeQueriesCommand({ logGroupName: own.group, maxResults: 1 });
  const { queries } = await own.logs.send(shown);
  expect(queries).toMatchObject([
    { queryId, queryString: 'fields ms | limit 3', status: 'Complete', logGroupName: own.group },
  ]);
  expect(await own.logs.send(new StopQueryCommand({ queryId }))).toMatchObject({ success: false });
  await expect(
    own.logs.send(new StopQueryCommand({ queryId: '00000000-0000-0000-0000-000000000000' })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

const FAULTS = [
  ['', 'unexpected symbol found  at line 1 and position 1'],
  ['fields ms | nonsense', 'unexpected symbol found nonsense at line 1 and position 21'],
  ['filter ms >', 'an expression is expected at line 1 and position 12'],
  ['stats median(ms)', 'the statistic median is not known at line 1 and position 14'],
  ['limit 0', 'a limit from 1 to 10000 is expected at line 1 and position 8'],
  ['fields ms\n| sort', 'an expression is expected at line 2 and position 7'],
] as const;

test('StartQuery: what can’t be understood is refused, with the place', async () => {
  for (const [query, message] of FAULTS) {
    await expect(begin(query), query).rejects.toMatchObject({
      name: 'MalformedQueryException',
      message,
    });
  }
  expect(FAULTS).toHaveLength(6);
  await expect(begin('fields ms', { queryLanguage: 'SQL' })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
  });
});

test('StartQuery: a user needs permission on each group', async () => {
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 'logs:StartQuery', Resource: `${own.arn}:*` }],
  });
  const logs = new CloudWatchLogsClient(config);
  const { queryId } = await begin('fields ms', {}, { ...own, logs });
  await expect(logs.send(new GetQueryResultsCommand({ queryId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: logs:GetQueryResults because no identity-based policy allows the logs:GetQueryResults action`,
  });
  const both = { logGroupName: undefined, logGroupNames: [own.group, '/other'] };
  await expect(begin('fields ms', both, { ...own, logs })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
