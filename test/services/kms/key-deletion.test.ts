import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  ListAliasesCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey } from './keys.ts';
import { keys } from '../../../src/services/kms/state.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('ScheduleKeyDeletion: 7 to 30 days', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  for (const PendingWindowInDays of [6, 31]) {
    const outside = kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays }));
    await expect(outside).rejects.toMatchObject({ name: 'ValidationException' });
  }
  const scheduled = await kms.send(
    new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }),
  );
  const due = server.platform.engine().clock.serviceTime() + 7 * DAY_MS;
  expect(scheduled).toMatchObject({
    KeyId: arn,
    KeyState: 'PendingDeletion',
    PendingWindowInDays: 7,
  });
  expect(Math.abs((scheduled.DeletionDate?.getTime() ?? 0) - due)).toBeLessThan(60_000);
});

test('a key pending deletion: nothing but looking and cancelling', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  const Tags = [{ TagKey: 'a', TagValue: 'b' }];
  const attempts = [
    () => kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') })),
    () => kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob })),
    () => kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' })),
    () => kms.send(new EnableKeyCommand({ KeyId })),
    () => kms.send(new TagResourceCommand({ KeyId, Tags })),
    () => kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: '' })),
    () => kms.send(new CreateAliasCommand({ AliasName: 'alias/late', TargetKeyId: KeyId })),
    () => kms.send(new ScheduleKeyDeletionCommand({ KeyId })),
  ];
  let ran = 0;
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
      message: `${arn} is pending deletion.`,
    });
    ran += 1;
  }
  expect(ran).toBe(8);
  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({ KeyState: 'Disabled', Enabled: false });
  await expect(kms.send(new CancelKeyDeletionCommand({ KeyId }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is not pending deletion.`,
  });
});

test('deletion: time does it, with its aliases, and tells in the trail', async () => {
  const { kms, id: KeyId, arn, account } = await newKey(server);
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/doomed', TargetKeyId: KeyId }));
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 7 * DAY_MS + 1_000);
  await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Key '${arn}' does not exist`,
  });
  const { Aliases } = await kms.send(new ListAliasesCommand({}));
  expect(Aliases?.map((alias) => alias.AliasName)).not.toContain('alias/doomed');
  const CiphertextBlob = sealed.CiphertextBlob;
  await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('on the resource associated with this ciphertext because'),
  });
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: 'DeleteKey' }];
  const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
    eventType: 'AwsServiceEvent',
    userIdentity: { accountId: account, invokedBy: 'AWS Internal' },
  });
});

test('a key that was scheduled before bills asked since when: told from its date', () => {
  const upgrade = keys.upgrades[2];
  const date = Date.parse('2027-01-08T00:00:00Z');
  expect(upgrade?.({ deletion: { windowDays: 7, date } })).toEqual({
    deletion: { windowDays: 7, date, scheduled: Date.parse('2027-01-01T00:00:00Z') },
  });
  const waiting = { deletion: { windowDays: 7 } };
  expect(upgrade?.(waiting)).toEqual(waiting);
  expect(upgrade?.({ id: 'x' })).toEqual({ id: 'x' });
});
