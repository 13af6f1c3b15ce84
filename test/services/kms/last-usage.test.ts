import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyLastUsageCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { keyUsages } from '../../../src/services/kms/key-usage.ts';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bytes, newKey } from './keys.ts';
import { newRelatedKeys } from './multi-region.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GetKeyLastUsage: the last success, with the event that tells of it', async () => {
  const { kms, id: KeyId, arn, account } = await newKey(server);
  const unused = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  expect(unused).toMatchObject({ KeyId: arn, KeyLastUsage: {} });
  expect(unused.TrackingStartDate).toEqual(unused.KeyCreationDate);
  expect(unused.KeyLastUsage).toEqual({});
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  const first = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  expect(first.KeyLastUsage?.Operation).toBe('Encrypt');
  await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }));
  await kms.send(new DescribeKeyCommand({ KeyId }));
  const EncryptionContext = { wrong: 'context' };
  const failed = kms.send(
    new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext }),
  );
  await expect(failed).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  const dry = kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', DryRun: true }));
  await expect(dry).rejects.toMatchObject({ name: 'DryRunOperationException' });
  const { KeyLastUsage } = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  expect(KeyLastUsage).toMatchObject({ Operation: 'Decrypt', Timestamp: expect.any(Date) });
  const AttributeValue = KeyLastUsage?.CloudTrailEventId ?? '';
  const trail = new CloudTrailClient(server.client(account));
  const { Events } = await trail.send(
    new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue }] }),
  );
  expect(Events).toHaveLength(1);
  expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
    eventName: 'Decrypt',
    eventID: AttributeValue,
    requestID: KeyLastUsage?.KmsRequestId,
    resources: [{ ARN: arn }],
  });
});

test('GetKeyLastUsage: stays known when the trail has been followed', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  const before = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 100 * DAY_MS);
  const scope = { account, region: 'us-east-1' };
  const followed = await engine.store.run((unit) => unit.view(scope).get(keyUsages, KeyId));
  expect(followed?.eventId).toBe(before.KeyLastUsage?.CloudTrailEventId);
  const after = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  expect(after.KeyLastUsage).toEqual(before.KeyLastUsage);
});

test('GetKeyLastUsage: ReEncrypt uses two keys, a replica is none of its primary', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const DestinationKeyId = KeyMetadata?.KeyId ?? '';
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId }));
  for (const id of [KeyId, DestinationKeyId]) {
    const { KeyLastUsage } = await kms.send(new GetKeyLastUsageCommand({ KeyId: id }));
    expect(KeyLastUsage?.Operation).toBe('ReEncrypt');
  }
  const related = await newRelatedKeys(server, 'eu-west-1');
  await related.kms.send(new EncryptCommand({ KeyId: related.id, Plaintext: bytes('x') }));
  const replica = await related
    .in('eu-west-1')
    .send(new GetKeyLastUsageCommand({ KeyId: related.id }));
  expect(replica.KeyLastUsage).toEqual({});
});

test('GetKeyLastUsage: a use by another account is told with the owner’s own event', async () => {
  const { kms, id: KeyId, arn, account } = await newKey(server);
  const other = freshAccount();
  const principals = [account, other].map((id) => `arn:aws:iam::${id}:root`);
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: 'kms:*',
    Resource: '*',
  });
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  const foreign = new KMSClient(server.client(other));
  await foreign.send(new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') }));
  const { KeyLastUsage } = await kms.send(new GetKeyLastUsageCommand({ KeyId }));
  const AttributeValue = KeyLastUsage?.CloudTrailEventId ?? '';
  const trail = new CloudTrailClient(server.client(account));
  const { Events } = await trail.send(
    new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue }] }),
  );
  expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
    eventName: 'Encrypt',
    recipientAccountId: account,
  });
  await expect(foreign.send(new GetKeyLastUsageCommand({ KeyId: arn }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('kms:TrailingDaysWithoutKeyUsage: keeps used keys from being disabled or deleted', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const root = `arn:aws:iam::${account}:root`;
  const Policy = policyText(
    { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'],
      Resource: '*',
      Condition: { NumericLessThan: { 'kms:TrailingDaysWithoutKeyUsage': '90' } },
    },
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  const unused = await kms.send(new CreateKeyCommand({ Policy }));
  await kms.send(new DisableKeyCommand({ KeyId: unused.KeyMetadata?.KeyId }));
  await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  for (const attempt of [
    () => kms.send(new DisableKeyCommand({ KeyId })),
    () => kms.send(new ScheduleKeyDeletionCommand({ KeyId })),
  ]) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('with an explicit deny in a resource-based policy'),
    });
  }
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 91 * DAY_MS);
  await kms.send(new DisableKeyCommand({ KeyId }));
});
