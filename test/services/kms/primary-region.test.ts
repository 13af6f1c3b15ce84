import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DisableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  ScheduleKeyDeletionCommand,
  UpdatePrimaryRegionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newKey } from './keys.ts';
import { describe, newRelatedKeys } from './multi-region.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('UpdatePrimaryRegion: primary and replica change places, and all related keys know', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1', 'ap-south-1');
  const { kms, id: KeyId, account } = keys;
  await kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' }));
  const arnIn = (region: string) => `arn:aws:kms:${region}:${account}:key/${KeyId}`;
  let ran = 0;
  for (const region of ['us-east-1', 'eu-west-1', 'ap-south-1']) {
    const metadata = await describe(keys.in(region), KeyId);
    expect(metadata).toMatchObject({ KeyState: 'Enabled', Arn: arnIn(region) });
    expect(metadata?.MultiRegionConfiguration).toEqual({
      MultiRegionKeyType: region === 'eu-west-1' ? 'PRIMARY' : 'REPLICA',
      PrimaryKey: { Arn: arnIn('eu-west-1'), Region: 'eu-west-1' },
      ReplicaKeys: [
        { Arn: arnIn('us-east-1'), Region: 'us-east-1' },
        { Arn: arnIn('ap-south-1'), Region: 'ap-south-1' },
      ],
    });
    ran += 1;
  }
  expect(ran).toBe(3);
  await keys.in('eu-west-1').send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-2' }));
  await expect(
    kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-3' })),
  ).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `${arnIn('us-east-1')} is not a multi-region primary key.`,
  });
  const scheduled = await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  expect(scheduled.KeyState).toBe('PendingDeletion');
});

test('UpdatePrimaryRegion: the new primary goes on with the rotation', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId } = keys;
  const there = keys.in('eu-west-1');
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
  await kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' }));
  const status = await there.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(status).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 91 * DAY_MS);
  for (const client of [kms, there]) {
    const { Rotations } = await client.send(new ListKeyRotationsCommand({ KeyId }));
    expect(Rotations).toHaveLength(1);
  }
  await there.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 100 }));
  await expect(kms.send(new EnableKeyRotationCommand({ KeyId }))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
});

test('UpdatePrimaryRegion: from a primary, to a replica, both enabled', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId, account, arn } = keys;
  await expect(
    kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-2' })),
  ).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Key 'arn:aws:kms:eu-west-2:${account}:key/${KeyId}' does not exist`,
  });
  const single = await newKey(server);
  await expect(
    single.kms.send(
      new UpdatePrimaryRegionCommand({ KeyId: single.id, PrimaryRegion: 'eu-west-1' }),
    ),
  ).rejects.toMatchObject({ message: `${single.arn} is not a multi-region primary key.` });
  await keys.in('eu-west-1').send(new DisableKeyCommand({ KeyId }));
  await expect(
    kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' })),
  ).rejects.toMatchObject({
    name: 'DisabledException',
    message: `arn:aws:kms:eu-west-1:${account}:key/${KeyId} is disabled.`,
  });
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(
    kms.send(new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' })),
  ).rejects.toMatchObject({ name: 'DisabledException', message: `${arn} is disabled.` });
});

test('UpdatePrimaryRegion: needs permission on both keys, and is recorded in both Regions', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { id: KeyId, account, arn } = keys;
  const replicaArn = `arn:aws:kms:eu-west-1:${account}:key/${KeyId}`;
  const on = (Resource: string) => ({
    Effect: 'Allow' as const,
    Action: 'kms:UpdatePrimaryRegion',
    Resource,
    Condition: { StringEquals: { 'kms:PrimaryRegion': 'eu-west-1' } },
  });
  const attempt = async (name: string, ...resources: readonly string[]) => {
    const user = await newUser(server, account, name, { allow: resources.map(on) });
    const command = new UpdatePrimaryRegionCommand({ KeyId, PrimaryRegion: 'eu-west-1' });
    return new KMSClient(user).send(command);
  };
  for (const [name, has, misses] of [
    ['here', arn, replicaArn],
    ['there', replicaArn, arn],
  ] as const) {
    await expect(attempt(name, has)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/${name} is not authorized to perform: ` +
        `kms:UpdatePrimaryRegion on resource: ${misses} because no identity-based policy allows ` +
        'the kms:UpdatePrimaryRegion action',
    });
  }
  await attempt('both', arn, replicaArn);
  const LookupAttributes = [
    { AttributeKey: 'EventName' as const, AttributeValue: 'UpdatePrimaryRegion' },
  ];
  for (const [region, expected] of [
    ['us-east-1', arn],
    ['eu-west-1', replicaArn],
  ] as const) {
    const trail = new CloudTrailClient(server.client(account, region));
    const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
      awsRegion: region,
      requestParameters: { primaryRegion: 'eu-west-1' },
      responseElements: { keyId: expected },
    });
  }
});
