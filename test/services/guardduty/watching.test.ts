import {
  CreateSampleFindingsCommand,
  CreateThreatIntelSetCommand,
  GuardDutyClient,
  ListFindingsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
} from '@aws-sdk/client-guardduty';
import { GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredRecord } from '../../../src/contract/trail.ts';
import { actorMemories, findings } from '../../../src/services/guardduty/state.ts';
import { createWatcher } from '../../../src/services/guardduty/watching.ts';
import { everyOf } from '../../../src/listing/every-document.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { settle } from '../organizations/fixture.ts';
import { findingsOf, guarded } from './bench.ts';

const ROOT_USE = 'Policy:IAMUser/RootCredentialUsage';
const DAY_MS = 24 * 60 * 60 * 1_000;
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a bucket that no bucket can be called like stops nobody from being watched', async () => {
  const [one, other] = [await guarded(server), await guarded(server)];
  const s3 = new S3Client({ ...server.client(one.account), forcePathStyle: true });
  await expect(
    s3.send(new CreateBucketCommand({ Bucket: 'x'.repeat(1_500) })),
  ).rejects.toMatchObject({ name: 'InvalidBucketName' });
  for (const guard of [one, other]) {
    await new STSClient(server.client(guard.account)).send(new GetCallerIdentityCommand({}));
    await expect.poll(async () => (await findingsOf(guard, ROOT_USE)).length).toBe(1);
  }
});

test('a record that can be made nothing of leaves the others as they are', async () => {
  const guard = await guarded(server);
  const { account } = guard;
  const recordOf = (position: number, sourceIPAddress: string): StoredRecord => ({
    account,
    region: 'us-east-1',
    time: Date.UTC(2026, 0, 1),
    position,
    text: JSON.stringify({
      eventType: 'AwsApiCall',
      eventSource: 'iam.amazonaws.com',
      eventName: `Get${position}`,
      sourceIPAddress,
      userIdentity: { type: 'Root', accountId: account, principalId: `root-${position}` },
    }),
  });
  const watcher = createWatcher({
    trails: { bucketsOf: async () => new Set() },
    instances: { addressesOf: async () => new Set() },
    places: {
      locate: (ip) => {
        if (ip === '192.0.2.66') throw new RangeError('no such place');
        return undefined;
      },
    },
  });
  const batch = [recordOf(1, '192.0.2.66'), recordOf(2, '192.0.2.7')];
  const kept = await server.platform.engine().store.run(async (unit) => {
    await watcher.run(batch, unit, 2);
    const all = await everyOf(unit.view({ account, region: 'us-east-1' }), findings);
    return all.map(({ finding }) => finding.Title);
  });
  expect(kept.filter((title) => title?.includes('Get2'))).toHaveLength(1);
  expect(kept.filter((title) => title?.includes('Get1'))).toEqual([]);
});

test('an ARN is tagged by its one spelling alone', async () => {
  const { client, DetectorId, account } = await guarded(server);
  const arn = `arn:aws:guardduty:us-east-1:${account}:detector/${DetectorId}`;
  await client.send(new TagResourceCommand({ ResourceArn: arn, Tags: { stage: 'test' } }));
  const tags = async () =>
    (await client.send(new ListTagsForResourceCommand({ ResourceArn: arn }))).Tags;
  expect(await tags()).toEqual({ stage: 'test' });
  const others = [
    arn.replace('arn:aws:', 'arn:aws-cn:'),
    arn.replace('us-east-1', 'us-west-2'),
    `${arn}/`,
    `${arn}/filter/none/more`,
  ];
  for (const ResourceArn of others) {
    await expect(
      client.send(new TagResourceCommand({ ResourceArn, Tags: { stage: 'other' } })),
      ResourceArn,
    ).rejects.toMatchObject({
      name: 'BadRequestException',
      message:
        'The request is rejected because the input detectorId is not owned by the current account.',
    });
  }
  expect(others.length).toBe(4);
  expect(await tags()).toEqual({ stage: 'test' });
  const deny = { Effect: 'Deny' as const, Action: 'guardduty:TagResource', Resource: arn };
  const allow = { Effect: 'Allow' as const, Action: 'guardduty:*', Resource: '*' };
  const user = await newUser(server, account, 'tagger', { allow: [allow, deny] });
  await expect(
    new GuardDutyClient(user).send(
      new TagResourceCommand({ ResourceArn: arn, Tags: { stage: 'other' } }),
    ),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a list whose location is written wrongly is refused', async () => {
  const { client, DetectorId } = await guarded(server);
  const asked = { DetectorId, Name: 'bad', Format: 'TXT', Activate: true } as const;
  await expect(
    client.send(
      new CreateThreatIntelSetCommand({
        ...asked,
        Location: 'https://s3.amazonaws.com/bucket/%E0%A4%A.txt',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'The request is rejected because the provided location is invalid.',
  });
});

test('findings, and what is usual, are forgotten after 90 days', async () => {
  const { client, DetectorId, account } = await guarded(server);
  const FindingTypes = ['Recon:EC2/Portscan'];
  await client.send(new CreateSampleFindingsCommand({ DetectorId, FindingTypes }));
  const user = await newUser(server, account, 'visitor');
  await new IAMClient(user).send(new GetUserCommand({})).catch(() => undefined);
  const scope = { account, region: 'us-east-1' };
  const memories = () =>
    server.platform.engine().store.run(async (unit) => {
      return (await everyOf(unit.view(scope), actorMemories)).length;
    });
  const samples = async () => {
    const Criterion = { 'service.additionalInfo.sample': { Equals: ['true'] } };
    const list = new ListFindingsCommand({ DetectorId, FindingCriteria: { Criterion } });
    return (await client.send(list)).FindingIds?.length;
  };
  await expect.poll(memories).toBe(2);
  await settle(server, 89 * DAY_MS);
  expect(await samples()).toBe(1);
  await settle(server, 2 * DAY_MS);
  expect(await samples()).toBe(0);
  await settle(server, DAY_MS);
  // The root user's, who asked just now.
  await expect.poll(memories).toBe(1);
});
