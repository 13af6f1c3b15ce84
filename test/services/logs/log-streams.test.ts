import {
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const refusal = (name: string, message: string) => expect.objectContaining({ name, message });

test('CreateLogStream: refuses a name that is taken, and a group that is not there', async () => {
  const { logs, group } = await newStream(server);
  const create = (logGroupName: string, logStreamName: string) =>
    logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  await expect(create(group, 'one')).rejects.toEqual(
    refusal('ResourceAlreadyExistsException', 'The specified log stream already exists'),
  );
  await expect(create('nowhere', 'one')).rejects.toEqual(
    refusal('ResourceNotFoundException', 'The specified log group does not exist.'),
  );
});

test('DescribeLogStreams: orders by name or by the last event, in pages', async () => {
  const { logs, group, arn, put, now } = await newStream(server);
  for (const logStreamName of ['two', 'three']) {
    await logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName }));
  }
  const start = now() - 1000;
  await put(['a', 'b'], start, 'two');
  await put(['c'], start - 50);
  const names = async (input: object) => {
    const command = new DescribeLogStreamsCommand({ logGroupName: group, ...input });
    const { logStreams = [], nextToken } = await logs.send(command);
    return { names: logStreams.map(({ logStreamName }) => logStreamName), nextToken };
  };
  expect((await names({})).names).toEqual(['one', 'three', 'two']);
  const byTime = { orderBy: 'LastEventTime', descending: true };
  expect((await names(byTime)).names).toEqual(['two', 'one', 'three']);
  const page = await names({ ...byTime, limit: 2 });
  expect((await names({ ...byTime, limit: 2, nextToken: page.nextToken })).names).toEqual([
    'three',
  ]);
  expect((await names({ logStreamNamePrefix: 't' })).names).toEqual(['three', 'two']);
  await expect(names({ ...byTime, logStreamNamePrefix: 't' })).rejects.toEqual(
    refusal(
      'InvalidParameterException',
      'Cannot order by LastEventTime with a logStreamNamePrefix.',
    ),
  );
  const { logStreams } = await logs.send(
    new DescribeLogStreamsCommand({ logGroupIdentifier: arn, logStreamNamePrefix: 'two' }),
  );
  expect(logStreams).toEqual([
    {
      logStreamName: 'two',
      creationTime: expect.any(Number),
      arn: `${arn}:log-stream:two`,
      storedBytes: 0,
      firstEventTimestamp: start,
      lastEventTimestamp: start + 1,
      lastIngestionTime: expect.any(Number),
    },
  ]);
});

test('DeleteLogStream: its events are gone, and those of others are not', async () => {
  const { logs, group, put } = await newStream(server);
  await logs.send(new CreateLogStreamCommand({ logGroupName: group, logStreamName: 'two' }));
  await put(['of one']);
  await put(['of two'], undefined, 'two');
  await logs.send(new DeleteLogStreamCommand({ logGroupName: group, logStreamName: 'one' }));
  await expect
    .poll(async () => {
      const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName: group }));
      return events?.map(({ message }) => message);
    })
    .toEqual(['of two']);
  await expect(
    logs.send(new DeleteLogStreamCommand({ logGroupName: group, logStreamName: 'one' })),
  ).rejects.toEqual(
    refusal('ResourceNotFoundException', 'The specified log stream does not exist.'),
  );
});
