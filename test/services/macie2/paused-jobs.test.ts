import {
  CreateClassificationJobCommand,
  DescribeClassificationJobCommand,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { watched } from './bench.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('UpdateClassificationJob: a paused job goes on when it is told to, and is cancelled after thirty days', async () => {
  const { client, account, bucket } = await watched(server);
  const { jobId = '' } = await client.send(
    new CreateClassificationJobCommand({
      clientToken: crypto.randomUUID(),
      name: 'weekly',
      jobType: 'SCHEDULED',
      scheduleFrequency: { weeklySchedule: { dayOfWeek: 'MONDAY' } },
      managedDataIdentifierSelector: 'ALL',
      s3JobDefinition: { bucketDefinitions: [{ accountId: account, buckets: [bucket] }] },
    }),
  );
  const change = (jobStatus: 'USER_PAUSED' | 'RUNNING') =>
    client.send(new UpdateClassificationJobCommand({ jobId, jobStatus }));
  const told = () => client.send(new DescribeClassificationJobCommand({ jobId }));
  const { clock, advanceTo } = server.platform.engine();
  await change('USER_PAUSED');
  await advanceTo(clock.serviceTime() + 29 * DAY_MS);
  expect(await told()).toMatchObject({
    jobStatus: 'USER_PAUSED',
    statistics: { numberOfRuns: 0 },
  });
  await change('RUNNING');
  expect((await told()).jobStatus).toBe('IDLE');
  await advanceTo(clock.serviceTime() + 8 * DAY_MS);
  await expect.poll(async () => (await told()).statistics?.numberOfRuns).toBe(1);
  await change('USER_PAUSED');
  await advanceTo(clock.serviceTime() + 30 * DAY_MS);
  expect((await told()).jobStatus).toBe('CANCELLED');
  await expect(change('RUNNING')).rejects.toMatchObject({ name: 'ValidationException' });
});
