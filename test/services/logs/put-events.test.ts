import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream, type OwnStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function send({ logs, group, stream }: OwnStream, events: readonly [number, string][]) {
  return logs.send(
    new PutLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      logEvents: events.map(([timestamp, message]) => ({ timestamp, message })),
    }),
  );
}

async function messages({ logs, group, stream }: OwnStream) {
  const { events = [] } = await logs.send(
    new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, startFromHead: true }),
  );
  return events.map(({ message }) => message);
}

test('PutLogEvents: refuses a batch out of order, too wide or too large', async () => {
  const own = await newStream(server);
  const now = own.now();
  const refused: readonly [events: [number, string][], text: string][] = [
    [
      [
        [now, 'b'],
        [now - 1, 'a'],
      ],
      'Log events in a single PutLogEvents request must be in chronological order.',
    ],
    [
      [
        [now - DAY - 1, 'a'],
        [now, 'b'],
      ],
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    ],
    [[[now, 'x'.repeat(1_048_576)]], 'Upload too large: 1048602 bytes exceeds limit of 1048576'],
  ];
  for (const [events, message] of refused) {
    await expect(send(own, events)).rejects.toEqual(
      expect.objectContaining({ name: 'InvalidParameterException', message }),
    );
  }
  expect(refused).toHaveLength(3);
  expect(await messages(own)).toEqual([]);
});

test('PutLogEvents: takes what is neither too old, expired nor too new, and tells of the rest', async () => {
  const own = await newStream(server);
  const now = own.now();
  const old = await send(own, [
    [now - 14 * DAY - HOUR, 'too old'],
    [now - 14 * DAY + HOUR, 'old'],
  ]);
  expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
  const fresh = await send(own, [
    [now, 'now'],
    [now + 3 * HOUR, 'too new'],
  ]);
  expect(fresh.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
  const retention = { logGroupName: own.group, retentionInDays: 1 };
  await own.logs.send(new PutRetentionPolicyCommand(retention));
  const expired = await send(own, [
    [now - DAY - HOUR, 'expired'],
    [now - HOUR, 'kept'],
  ]);
  expect(expired.rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
  expect(await messages(own)).toEqual(['kept', 'now']);
});

test('PutLogEvents: counts 26 bytes beside each message', async () => {
  const own = await newStream(server);
  const answer = await send(own, [
    [own.now(), 'four'],
    [own.now(), 'zwölf'],
  ]);
  expect(answer.nextSequenceToken).toMatch(/^\d{56}$/);
  expect(answer.rejectedLogEventsInfo).toBeUndefined();
  const { logGroups } = await own.logs.send(new DescribeLogGroupsCommand({}));
  expect(logGroups).toMatchObject([{ storedBytes: 4 + 26 + 6 + 26 }]);
});

test('PutLogEvents: needs a permission on the stream, and tells nobody of its messages', async () => {
  const own = await newStream(server);
  const config = await newUser(server, own.account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'logs:PutLogEvents',
        Resource: `${own.arn}:log-stream:one`,
      },
    ],
  });
  const logs = new CloudWatchLogsClient(config);
  await send({ ...own, logs }, [[own.now(), 'of ann']]);
  await expect(send({ ...own, logs, stream: 'two' }, [[own.now(), 'x']])).rejects.toEqual(
    expect.objectContaining({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: logs:PutLogEvents on resource: ` +
        `${own.arn}:log-stream:two because no identity-based policy allows the logs:PutLogEvents action`,
    }),
  );
  const trail = new CloudTrailClient(server.client(own.account));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  expect(Events.map(({ EventName }) => EventName)).not.toContain('PutLogEvents');
  expect(JSON.stringify(Events)).not.toContain('of ann');
});
