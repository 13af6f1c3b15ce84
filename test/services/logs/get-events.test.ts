import {
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newStream, type OwnStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function read(
  { logs, group, stream }: OwnStream,
  input: Partial<GetLogEventsCommandInput> = {},
) {
  const { events = [], ...tokens } = await logs.send(
    new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, ...input }),
  );
  return {
    messages: events.map(({ message }) => message),
    forward: tokens.nextForwardToken,
    backward: tokens.nextBackwardToken,
  };
}

test('GetLogEvents: goes forward from the head, and stays at the end until more comes', async () => {
  const own = await newStream(server);
  await own.put(['a', 'b', 'c']);
  const first = await read(own, { startFromHead: true, limit: 2 });
  expect(first.messages).toEqual(['a', 'b']);
  const second = await read(own, { nextToken: first.forward, limit: 2 });
  expect(second.messages).toEqual(['c']);
  const end = await read(own, { nextToken: second.forward });
  expect(end).toMatchObject({ messages: [], forward: second.forward });
  await own.put(['d'], own.now() + 1000);
  expect((await read(own, { nextToken: end.forward })).messages).toEqual(['d']);
});

test('GetLogEvents: begins with the newest, and goes backward', async () => {
  const own = await newStream(server);
  await own.put(['a', 'b', 'c']);
  const newest = await read(own, { limit: 2 });
  expect(newest.messages).toEqual(['b', 'c']);
  const older = await read(own, { nextToken: newest.backward, limit: 2 });
  expect(older.messages).toEqual(['a']);
  const end = await read(own, { nextToken: older.backward });
  expect(end).toMatchObject({ messages: [], backward: older.backward });
  expect((await read(own, { nextToken: older.forward })).messages).toEqual(['b', 'c']);
});

test('GetLogEvents: orders by time whatever came first, in both directions', async () => {
  const own = await newStream(server);
  const start = own.now() - 600_000;
  const instants = [90, 10, 50, 10, 200, 130, 61, 59, 0].map((second) => second * 1000);
  for (const [index, instant] of instants.entries()) {
    await own.put([`${instant}.${index}`, `${instant + 1}.${index}`], start + instant);
  }
  const expected = instants
    .flatMap((instant, index) => [
      { at: instant, text: `${instant}.${index}` },
      { at: instant + 1, text: `${instant + 1}.${index}` },
    ])
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text);
  expect((await read(own, { startFromHead: true })).messages).toEqual(expected);
  expect((await read(own)).messages).toEqual(expected);
  const forward: (string | undefined)[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < 6; page += 1) {
    const got = await read(own, { startFromHead: true, limit: 3, nextToken });
    forward.push(...got.messages);
    nextToken = got.forward;
  }
  expect(forward).toEqual(expected);
  const backward: (string | undefined)[] = [];
  nextToken = undefined;
  for (let page = 0; page < 6; page += 1) {
    const got = await read(own, { limit: 3, nextToken });
    backward.unshift(...got.messages);
    nextToken = got.backward;
  }
  expect(backward).toEqual(expected);
});

test('GetLogEvents: shows from the start time, to before the end time', async () => {
  const own = await newStream(server);
  const start = own.now();
  await own.put(['a', 'b', 'c', 'd'], start);
  const range = { startTime: start + 1, endTime: start + 3 };
  expect((await read(own, range)).messages).toEqual(['b', 'c']);
  expect((await read(own, { ...range, startFromHead: true })).messages).toEqual(['b', 'c']);
});

test('GetLogEvents: takes no token of another stream', async () => {
  const own = await newStream(server);
  const other = await newStream(server);
  const { forward } = await read(other);
  for (const nextToken of [forward, 'x', 'f/x']) {
    await expect(read(own, { nextToken })).rejects.toEqual(
      expect.objectContaining({
        name: 'InvalidParameterException',
        message: 'The specified nextToken is invalid.',
      }),
    );
  }
});
