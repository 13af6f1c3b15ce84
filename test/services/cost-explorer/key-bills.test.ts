import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newKey, type OwnKey } from '../kms/keys.ts';
import { KEYS_ONLY, monthOf, moveTo } from './costs.ts';

let server: TestServer;
let rotating: OwnKey;
let replicated: OwnKey;
let spared: OwnKey;
let deleted: OwnKey;
let turned: OwnKey;
let imported: OwnKey;

// January 2027 has 744 hours. Keys that are made on the 10th at 12:30 are there for 516 of them, the begun one included.
beforeAll(async () => {
  server = await startServer();
  await moveTo(server, '2027-01-10T12:30:00Z');
  rotating = await newKey(server);
  await rotating.kms.send(new EnableKeyRotationCommand({ KeyId: rotating.id }));
  replicated = await newKey(server, { MultiRegion: true });
  await replicated.kms.send(
    new ReplicateKeyCommand({ KeyId: replicated.id, ReplicaRegion: 'eu-west-1' }),
  );
  spared = await newKey(server, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  deleted = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  turned = await newKey(server);
  imported = await newKey(server, { Origin: 'EXTERNAL' });
  await moveTo(server, '2027-01-20T00:15:00Z');
  for (const { kms, id: KeyId } of [spared, deleted]) {
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  }
  for (let times = 0; times < 3; times += 1) {
    await turned.kms.send(new RotateKeyOnDemandCommand({ KeyId: turned.id }));
  }
});
afterAll(() => server.close());

const january = (key: OwnKey) =>
  monthOf(server, key.account, '2027-01-01', '2027-02-01', KEYS_ONLY);

test('a key that waits for its deletion costs nothing from then on; cancelled, as if it never had', async () => {
  await moveTo(server, '2027-01-25T00:15:00Z');
  // Until the 20th, 01:00: 229 hours.
  const waiting = { 'us-east-1-KMS-Keys CurrentKey': ['0.3077956989', '0.3077956989'] };
  expect(await january(spared)).toEqual(waiting);
  await spared.kms.send(new CancelKeyDeletionCommand({ KeyId: spared.id }));
  await moveTo(server, '2027-02-01T00:00:00Z');
  await expect(
    deleted.kms.send(new DescribeKeyCommand({ KeyId: deleted.id })),
  ).rejects.toMatchObject({ name: 'NotFoundException' });
  expect(await january(deleted)).toEqual(waiting);
  expect(await january(spared)).toEqual({
    'us-east-1-KMS-Keys CurrentKey': ['0.6935483871', '0.6935483871'],
  });
});

test('each replica is billed like a key, imported keys from their creation', async () => {
  expect(await january(replicated)).toEqual({
    'eu-west-1-KMS-Keys CurrentKey': ['0.6935483871', '0.6935483871'],
    'us-east-1-KMS-Keys CurrentKey': ['0.6935483871', '0.6935483871'],
  });
  expect(await january(imported)).toEqual({
    'us-east-1-KMS-Keys CurrentKey': ['0.6935483871', '0.6935483871'],
  });
});

test('the first and the second rotation cost as much as a key, the third nothing', async () => {
  // From the 20th, 00:00: 288 hours of two versions.
  expect(await january(turned)).toEqual({
    'us-east-1-KMS-Keys CurrentKey': ['0.6935483871', '0.6935483871'],
    'us-east-1-KMS-Keys RotatedKey': ['0.7741935484', '0.7741935484'],
  });
});

test('a year later: the rotated version counts from its hour on, a deleted key no more', async () => {
  await moveTo(server, '2028-03-01T00:00:00Z');
  const months = [
    ['2027-12-01', '2028-01-01', { CurrentKey: '1' }],
    ['2028-01-01', '2028-02-01', { CurrentKey: '1', RotatedKey: '0.6935483871' }],
    ['2028-02-01', '2028-03-01', { CurrentKey: '1', RotatedKey: '1' }],
  ] as const;
  for (const [start, end, costs] of months) {
    const expected = Object.entries(costs).map(([operation, cost]) => [
      `us-east-1-KMS-Keys ${operation}`,
      [cost, cost],
    ]);
    expect(await monthOf(server, rotating.account, start, end, KEYS_ONLY)).toEqual(
      Object.fromEntries(expected),
    );
  }
  expect(months).toHaveLength(3);
  expect(await monthOf(server, deleted.account, '2028-02-01', '2028-03-01')).toEqual({});
});

test('a replica that is made after a rotation costs nothing before it is there', async () => {
  const { kms, id: KeyId, account } = await newKey(server, { MultiRegion: true });
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  await moveTo(server, '2028-03-30T00:00:00Z');
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  await moveTo(server, '2028-04-01T00:00:00Z');
  const twoDays = '0.064516129';
  expect(await monthOf(server, account, '2028-03-01', '2028-04-01', KEYS_ONLY)).toEqual({
    'eu-west-1-KMS-Keys CurrentKey': [twoDays, twoDays],
    'eu-west-1-KMS-Keys RotatedKey': [twoDays, twoDays],
    'us-east-1-KMS-Keys CurrentKey': ['1', '1'],
    'us-east-1-KMS-Keys RotatedKey': ['1', '1'],
  });
});

test('a primary key that waits for its replica costs nothing from its schedule on', async () => {
  const { kms, id: KeyId, account } = await newKey(server, { MultiRegion: true });
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  await moveTo(server, '2028-04-02T00:00:00Z');
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await moveTo(server, '2028-04-03T00:00:00Z');
  const there = new KMSClient(server.client(account, 'eu-west-1'));
  await there.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await moveTo(server, '2028-05-01T00:00:00Z');
  // 25 and 49 hours of 720: the hour in which a deletion is scheduled has begun.
  expect(await monthOf(server, account, '2028-04-01', '2028-05-01', KEYS_ONLY)).toEqual({
    'eu-west-1-KMS-Keys CurrentKey': ['0.0680555556', '0.0680555556'],
    'us-east-1-KMS-Keys CurrentKey': ['0.0347222222', '0.0347222222'],
  });
});

test('two keys are two dollars, and a bill of days adds up', async () => {
  const { kms, account } = await newKey(server);
  await kms.send(new CreateKeyCommand({}));
  await moveTo(server, '2028-07-01T00:00:00Z');
  expect(await monthOf(server, account, '2028-06-01', '2028-07-01', KEYS_ONLY)).toEqual({
    'us-east-1-KMS-Keys CurrentKey': ['2', '2'],
  });
  const day = { ...KEYS_ONLY, Granularity: 'DAILY' as const };
  expect(await monthOf(server, account, '2028-06-30', '2028-07-01', day)).toEqual({
    'us-east-1-KMS-Keys CurrentKey': ['0.0666666667', '0.0666666667'],
  });
});
