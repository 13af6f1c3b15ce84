import {
  CreateClassificationJobCommand,
  DescribeClassificationJobCommand,
  ListClassificationJobsCommand,
  UpdateClassificationJobCommand,
  UpdateMacieSessionCommand,
} from '@aws-sdk/client-macie2';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { type Watched, watched } from './bench.ts';

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

/** A job of each midnight. */
function daily({ client, account }: Watched, bucket: string) {
  return client.send(
    new CreateClassificationJobCommand({
      clientToken: crypto.randomUUID(),
      name: 'daily',
      jobType: 'SCHEDULED',
      scheduleFrequency: { dailySchedule: {} },
      managedDataIdentifierSelector: 'ALL',
      s3JobDefinition: { bucketDefinitions: [{ accountId: account, buckets: [bucket] }] },
    }),
  );
}

test('a job whose turn came while Macie was paused has its next one', async () => {
  const watch = await watched(server);
  const { client, bucket } = watch;
  const { jobId = '' } = await daily(watch, bucket);
  const told = () => client.send(new DescribeClassificationJobCommand({ jobId }));
  const { clock, advanceTo } = server.platform.engine();
  await client.send(new UpdateMacieSessionCommand({ status: 'PAUSED' }));
  await advanceTo(clock.serviceTime() + 3 * DAY_MS);
  expect((await told()).statistics?.numberOfRuns).toBe(0);
  await client.send(new UpdateMacieSessionCommand({ status: 'ENABLED' }));
  await advanceTo(clock.serviceTime() + DAY_MS);
  await expect.poll(async () => (await told()).statistics?.numberOfRuns).toBe(1);
});

test('whether a run had errors is told of the last one alone; lists leave out what is named', async () => {
  const watch = await watched(server);
  const { client, s3, account } = watch;
  const { jobId = '' } = await daily(watch, `late-${account}`);
  const told = async () => {
    const job = await client.send(new DescribeClassificationJobCommand({ jobId }));
    return [job.statistics?.numberOfRuns, job.lastRunErrorStatus?.code];
  };
  const { clock, advanceTo } = server.platform.engine();
  await advanceTo(clock.serviceTime() + DAY_MS);
  await expect.poll(told).toEqual([1, 'ERROR']);
  await s3.send(new CreateBucketCommand({ Bucket: `late-${account}` }));
  await advanceTo(clock.serviceTime() + DAY_MS);
  await expect.poll(told).toEqual([2, 'NONE']);
  const without = async (...values: string[]) => {
    const includes = [{ key: 'jobStatus' as const, comparator: 'NE' as const, values }];
    const filterCriteria = { includes };
    const { items } = await client.send(new ListClassificationJobsCommand({ filterCriteria }));
    return items?.length;
  };
  expect(await without('COMPLETE', 'CANCELLED')).toBe(1);
  expect(await without('COMPLETE', 'IDLE')).toBe(0);
});
