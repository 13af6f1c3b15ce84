import {
  CancelReplayCommand,
  CreateArchiveCommand,
  DeleteArchiveCommand,
  DescribeArchiveCommand,
  DescribeReplayCommand,
  ListArchivesCommand,
  ListReplaysCommand,
  PutEventsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, DAY_MS, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const SHOP = { source: ['shop'] };

function order(id: number, Time: Date) {
  return { Source: 'shop', DetailType: 'Order', Detail: JSON.stringify({ id }), Time };
}

function busArn(account: string): string {
  return `arn:aws:events:us-east-1:${account}:event-bus/default`;
}

test('archives: what matches is kept, and replayed to the rules that are named, in a span of time', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const EventSourceArn = busArn(account);
  const { ArchiveArn } = await events.send(
    new CreateArchiveCommand({
      ArchiveName: 'orders',
      EventSourceArn,
      EventPattern: JSON.stringify(SHOP),
    }),
  );
  expect(ArchiveArn).toBe(`arn:aws:events:us-east-1:${account}:archive/orders`);
  const named = await newRule(server, account, 'named', { pattern: SHOP });
  const other = await newRule(server, account, 'other', { pattern: SHOP });
  const start = server.platform.engine().clock.serviceTime();
  const at = (seconds: number) => new Date(start + seconds * 1_000);
  const Entries = [
    ...[0, 60, 120, 180].map((seconds, id) => order(id, at(seconds))),
    { ...order(9, at(60)), Source: 'elsewhere' },
  ];
  await events.send(new PutEventsCommand({ Entries }));
  await quiet(server);
  expect(await events.send(new DescribeArchiveCommand({ ArchiveName: 'orders' }))).toMatchObject({
    EventCount: 4,
    SizeBytes: expect.any(Number),
    State: 'ENABLED',
    RetentionDays: 0,
  });
  const started = await events.send(
    new StartReplayCommand({
      ReplayName: 'again',
      EventSourceArn: ArchiveArn,
      EventStartTime: at(59),
      EventEndTime: at(121),
      Destination: {
        Arn: EventSourceArn,
        FilterArns: [`arn:aws:events:us-east-1:${account}:rule/named`],
      },
    }),
  );
  expect(started).toMatchObject({
    ReplayArn: `arn:aws:events:us-east-1:${account}:replay/again`,
    State: 'STARTING',
  });
  await quiet(server, 60_000);
  const replayed = (await named.events()).slice(4);
  expect(replayed).toMatchObject([
    { 'replay-name': 'again', source: 'shop', detail: { id: 1 } },
    { 'replay-name': 'again', detail: { id: 2 } },
  ]);
  expect(await other.events()).toHaveLength(4);
  expect(await events.send(new DescribeReplayCommand({ ReplayName: 'again' }))).toMatchObject({
    State: 'COMPLETED',
    EventLastReplayedTime: new Date(Math.floor((start + 120_000) / 1_000) * 1_000),
  });
  // What is replayed is not kept again.
  const { EventCount } = await events.send(new DescribeArchiveCommand({ ArchiveName: 'orders' }));
  expect(EventCount).toBe(4);
});

test('archives: events go after their days of retention, and with their archive', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const create = new CreateArchiveCommand({
    ArchiveName: 'short',
    EventSourceArn: busArn(account),
    RetentionDays: 2,
    EventPattern: JSON.stringify(SHOP),
  });
  await events.send(create);
  const now = new Date(server.platform.engine().clock.serviceTime());
  await events.send(new PutEventsCommand({ Entries: [order(1, now), order(2, now)] }));
  await quiet(server, DAY_MS);
  const describe = new DescribeArchiveCommand({ ArchiveName: 'short' });
  expect((await events.send(describe)).EventCount).toBe(2);
  await quiet(server, 2 * DAY_MS);
  expect(await events.send(describe)).toMatchObject({ EventCount: 0, SizeBytes: 0 });
  await expect(events.send(create)).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'Archive short already exists.',
  });
  await events.send(new DeleteArchiveCommand({ ArchiveName: 'short' }));
  await expect(events.send(describe)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Archive short does not exist.',
  });
  expect((await events.send(new ListArchivesCommand({}))).Archives).toEqual([]);
});

test('replays: refused with AWS’s texts, and cancelled before they begin', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const { ArchiveArn } = await events.send(
    new CreateArchiveCommand({ ArchiveName: 'all', EventSourceArn: busArn(account) }),
  );
  const input = {
    ReplayName: 'r',
    EventSourceArn: ArchiveArn,
    EventStartTime: new Date(0),
    EventEndTime: new Date(1_000),
    Destination: { Arn: busArn(account) },
  };
  const refusal = (change: object) =>
    events.send(new StartReplayCommand({ ...input, ...change })).then(
      () => 'started',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  expect(await refusal({ EventEndTime: new Date(0) })).toBe(
    'ValidationException: Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.',
  );
  const archive = `arn:aws:events:us-east-1:${account}:archive/none`;
  expect(await refusal({ EventSourceArn: archive })).toBe(
    'ValidationException: Parameter EventSourceArn is not valid. Reason: Archive none does not exist.',
  );
  const Arn = `arn:aws:events:us-east-1:${account}:event-bus/none`;
  expect(await refusal({ Destination: { Arn } })).toBe(
    'ResourceNotFoundException: Event bus none does not exist.',
  );
  expect(await refusal({})).toBe('started');
  expect(await refusal({})).toBe('ResourceAlreadyExistsException: Replay r already exists.');
  expect(await events.send(new CancelReplayCommand({ ReplayName: 'r' }))).toMatchObject({
    State: 'CANCELLING',
  });
  await quiet(server, 60_000);
  expect((await events.send(new ListReplaysCommand({}))).Replays).toMatchObject([
    { ReplayName: 'r', State: 'CANCELLED' },
  ]);
  await expect(events.send(new CancelReplayCommand({ ReplayName: 'r' }))).rejects.toMatchObject({
    name: 'IllegalStatusException',
    message: 'Replay r is not in a valid state for this operation.',
  });
});
