import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function later(days: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + days * DAY_MS);
}

test('RotateKeyOnDemand: new ciphertexts use new material, old ones stay readable', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  const old = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('old') }));
  const rotated = await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  expect(rotated.KeyId).toBe(arn);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('old');
  expect(opened.KeyMaterialId).not.toBe(KeyMetadata?.CurrentKeyMaterialId);
  const fresh = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('new') }));
  const again = await kms.send(new DecryptCommand({ CiphertextBlob: fresh.CiphertextBlob }));
  expect(again.KeyMaterialId).toBe(KeyMetadata?.CurrentKeyMaterialId);
  const all = await kms.send(
    new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  expect(all.Rotations?.map((one) => one.KeyMaterialState)).toEqual(['NON_CURRENT', 'CURRENT']);
});

test('RotateKeyOnDemand: twenty-five times, not more', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  for (let index = 0; index < 25; index += 1) {
    await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  }
  await expect(kms.send(new RotateKeyOnDemandCommand({ KeyId }))).rejects.toMatchObject({
    name: 'LimitExceededException',
    message:
      'The on-demand rotations limit has been reached for the given keyId. No more on-demand ' +
      `rotations can be performed for this key: ${arn}`,
  });
});

test('EnableKeyRotation: 90 to 2,560 days, and time rotates', async () => {
  const { kms, id: KeyId } = await newKey(server);
  for (const RotationPeriodInDays of [89, 2_561]) {
    const outside = kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays }));
    const [side, limit] = RotationPeriodInDays < 90 ? ['greater', 90] : ['less', 2_560];
    await expect(outside).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        `1 validation error detected: Value '${RotationPeriodInDays}' at 'rotationPeriodInDays' ` +
        `failed to satisfy constraint: Member must have value ${side} than or equal to ${limit}`,
    });
  }
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
  const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(status).toMatchObject({
    KeyRotationEnabled: true,
    RotationPeriodInDays: 90,
    NextRotationDate: expect.any(Date),
  });
  const old = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await later(365);
  const { Rotations } = await kms.send(new ListKeyRotationsCommand({ KeyId }));
  expect(Rotations?.map((one) => one.RotationType)).toEqual(
    Array.from({ length: 4 }, () => 'AUTOMATIC'),
  );
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('x');
  await kms.send(new DisableKeyRotationCommand({ KeyId }));
  await later(365);
  const after = await kms.send(new ListKeyRotationsCommand({ KeyId }));
  expect(after.Rotations).toHaveLength(4);
});

test('rotation: a disabled key is left alone, and rotated at once when it is enabled again', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
  const { NextRotationDate: first } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  await kms.send(new DisableKeyCommand({ KeyId }));
  for (const attempt of [
    () => kms.send(new EnableKeyRotationCommand({ KeyId })),
    () => kms.send(new DisableKeyRotationCommand({ KeyId })),
    () => kms.send(new RotateKeyOnDemandCommand({ KeyId })),
  ]) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'DisabledException',
      message: `${arn} is disabled.`,
    });
  }
  await later(100);
  expect((await kms.send(new ListKeyRotationsCommand({ KeyId }))).Rotations).toEqual([]);
  const disabled = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(disabled).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
  await kms.send(new EnableKeyCommand({ KeyId }));
  await later(0);
  expect((await kms.send(new ListKeyRotationsCommand({ KeyId }))).Rotations).toHaveLength(1);
  const { NextRotationDate: next } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(next?.getTime()).toBe((first?.getTime() ?? 0) + 90 * DAY_MS);
});

test('rotation: suspended while a deletion waits, and back when it is cancelled', async () => {
  const { kms, id: KeyId } = await newKey(server);
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  const suspended = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(suspended.KeyRotationEnabled).toBe(false);
  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  const resumed = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(resumed).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
});

test('RotateKeyOnDemand: leaves the schedule as it is, and yields to a rotation that is near', async () => {
  const { kms, id: KeyId } = await newKey(server);
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 90 }));
  const { NextRotationDate: before } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  const { NextRotationDate: after } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(after).toEqual(before);
  const engine = server.platform.engine();
  await engine.advanceTo((before?.getTime() ?? 0) - 19 * MINUTE_MS);
  await expect(kms.send(new RotateKeyOnDemandCommand({ KeyId }))).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'The request was rejected because an automatic rotation of this key is currently in ' +
      'progress or scheduled to begin within the next 20 minutes.',
  });
});

test('rotation: not of HMAC keys', async () => {
  const { kms, id: KeyId } = await newKey(server, {
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
  });
  const attempts = [
    () => kms.send(new EnableKeyRotationCommand({ KeyId })),
    () => kms.send(new DisableKeyRotationCommand({ KeyId })),
    () => kms.send(new RotateKeyOnDemandCommand({ KeyId })),
    () => kms.send(new ListKeyRotationsCommand({ KeyId })),
  ];
  let ran = 0;
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
    ran += 1;
  }
  expect(ran).toBe(4);
  const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(status.KeyRotationEnabled).toBe(false);
});

test('multi-Region keys: ids without dashes', async () => {
  const { kms } = await newKey(server);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  expect(KeyMetadata?.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  expect(KeyMetadata?.MultiRegionConfiguration).toMatchObject({ MultiRegionKeyType: 'PRIMARY' });
});
