import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream, type OwnStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function twoStreams(): Promise<OwnStream> {
  const own = await newStream(server);
  const logStreamName = 'two';
  await own.logs.send(new CreateLogStreamCommand({ logGroupName: own.group, logStreamName }));
  const start = own.now() - 10_000;
  await own.put(['ERROR a', 'b', 'ERROR c'], start);
  await own.put(['ERROR d', 'e'], start + 1, 'two');
  return own;
}

async function filter({ logs, group }: OwnStream, input: Partial<FilterLogEventsCommandInput>) {
  const { events = [], nextToken } = await logs.send(
    new FilterLogEventsCommand({ logGroupName: group, ...input }),
  );
  return { events, messages: events.map(({ message }) => message), nextToken };
}

test('FilterLogEvents: mixes the streams of a group by time, and gives each event an id', async () => {
  const own = await twoStreams();
  const { events, messages } = await filter(own, {});
  expect(messages).toEqual(['ERROR a', 'b', 'ERROR d', 'ERROR c', 'e']);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(5);
  expect(events[0]).toEqual({
    logStreamName: 'one',
    timestamp: expect.any(Number),
    ingestionTime: expect.any(Number),
    message: 'ERROR a',
    eventId: expect.stringMatching(/^\d{56}$/),
  });
});

test('FilterLogEvents: finds by pattern, stream and time, in pages', async () => {
  const own = await twoStreams();
  expect((await filter(own, { filterPattern: 'ERROR -c' })).messages).toEqual([
    'ERROR a',
    'ERROR d',
  ]);
  expect((await filter(own, { logStreamNames: ['two'] })).messages).toEqual(['ERROR d', 'e']);
  expect((await filter(own, { logStreamNames: ['two', 'one'], limit: 3 })).messages).toEqual([
    'ERROR a',
    'b',
    'ERROR d',
  ]);
  expect((await filter(own, { logStreamNamePrefix: 't' })).messages).toEqual(['ERROR d', 'e']);
  const { events } = await filter(own, {});
  const startTime = events[1]?.timestamp;
  expect((await filter(own, { startTime, endTime: Number(startTime) + 1 })).messages).toEqual([
    'b',
    'ERROR d',
  ]);
  const paged: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await filter(own, { filterPattern: 'ERROR', limit: 1, nextToken });
    expect(page.messages.length).toBeLessThanOrEqual(1);
    paged.push(...page.messages);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(paged).toEqual(['ERROR a', 'ERROR d', 'ERROR c']);
});

test('FilterLogEvents: refuses what is no pattern, and two ways to name streams', async () => {
  const own = await twoStreams();
  const refused: readonly [input: Partial<FilterLogEventsCommandInput>, text: string][] = [
    [{ filterPattern: '{ $.a == }' }, 'Invalid filter pattern'],
    [
      { logStreamNames: ['one'], logStreamNamePrefix: 'o' },
      'Cannot use both logStreamNames and logStreamNamePrefix parameters at the same time.',
    ],
    [
      { logGroupIdentifier: own.arn },
      'Exactly one of the parameters logGroupName and logGroupIdentifier must be specified.',
    ],
  ];
  for (const [input, message] of refused) {
    await expect(filter(own, input)).rejects.toEqual(
      expect.objectContaining({ name: 'InvalidParameterException', message }),
    );
  }
  expect(refused).toHaveLength(3);
});

test('FilterLogEvents: a user without a permission is denied', async () => {
  const own = await twoStreams();
  const logs = new CloudWatchLogsClient(await newUser(server, own.account, 'ann'));
  await expect(filter({ ...own, logs }, {})).rejects.toEqual(
    expect.objectContaining({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: logs:FilterLogEvents on resource: ` +
        `${own.arn}:log-stream: because no identity-based policy allows the logs:FilterLogEvents action`,
    }),
  );
});
