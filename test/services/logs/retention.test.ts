import {
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const DAY = 86_400_000;

test('PutRetentionPolicy: time takes away what is older', async () => {
  const { logs, group, put, now } = await newStream(server);
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: group, retentionInDays: 3 }));
  await put(['early']);
  const advance = (days: number) => server.platform.engine().advanceTo(now() + days * DAY);
  const state = async () => {
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: group }));
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
    return {
      messages: events.map(({ message }) => message),
      retention: logGroups?.[0]?.retentionInDays,
      bytes: logGroups?.[0]?.storedBytes,
    };
  };
  await advance(2);
  await put(['late']);
  expect(await state()).toEqual({ messages: ['early', 'late'], retention: 3, bytes: 61 });
  await advance(2);
  expect(await state()).toEqual({ messages: ['late'], retention: 3, bytes: 30 });
  await logs.send(new DeleteRetentionPolicyCommand({ logGroupName: group }));
  await advance(30);
  expect(await state()).toEqual({ messages: ['late'], retention: undefined, bytes: 30 });
});

test("PutRetentionPolicy: takes AWS's numbers of days alone", async () => {
  const { logs, group } = await newStream(server);
  await expect(
    logs.send(new PutRetentionPolicyCommand({ logGroupName: group, retentionInDays: 2 })),
  ).rejects.toEqual(
    expect.objectContaining({
      name: 'InvalidParameterException',
      message:
        "1 validation error detected: Value '2' at 'retentionInDays' failed to satisfy constraint: Member must satisfy " +
        'enum value set: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, ' +
        '2922, 3288, 3653]',
    }),
  );
});
