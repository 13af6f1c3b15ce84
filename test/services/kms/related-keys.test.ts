import {
  CancelKeyDeletionCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { importMaterial, parametersFor } from './imported-material.ts';
import { bytes, newKey, textOf } from './keys.ts';
import { describe, newRelatedKeys } from './multi-region.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function later(days: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + days * DAY_MS);
}

test('rotation of related keys: set on the primary, seen and effective everywhere', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId, account } = keys;
  const there = keys.in('eu-west-1');
  const old = await there.send(new EncryptCommand({ KeyId, Plaintext: bytes('old') }));
  const refused = [
    () => there.send(new EnableKeyRotationCommand({ KeyId })),
    () => there.send(new RotateKeyOnDemandCommand({ KeyId })),
  ];
  let ran = 0;
  for (const attempt of refused) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: `arn:aws:kms:eu-west-1:${account}:key/${KeyId} is not a multi-region primary key.`,
    });
    ran += 1;
  }
  expect(ran).toBe(2);
  await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 100 }));
  const here = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  const seen = await there.send(new GetKeyRotationStatusCommand({ KeyId }));
  expect(seen).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 100 });
  expect(seen.NextRotationDate).toEqual(here.NextRotationDate);
  await later(101);
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  const listed = await there.send(new ListKeyRotationsCommand({ KeyId }));
  expect(listed.Rotations?.map((one) => one.RotationType)).toEqual(['AUTOMATIC', 'ON_DEMAND']);
  const current = (await describe(kms, KeyId))?.CurrentKeyMaterialId;
  expect((await describe(there, KeyId))?.CurrentKeyMaterialId).toBe(current);
  const fresh = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('new') }));
  const opened = await there.send(new DecryptCommand({ CiphertextBlob: fresh.CiphertextBlob }));
  expect(opened.KeyMaterialId).toBe(current);
  const again = await kms.send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }));
  expect(textOf(again.Plaintext)).toBe('old');
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'sa-east-1' }));
  const newest = await keys
    .in('sa-east-1')
    .send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }));
  expect(textOf(newest.Plaintext)).toBe('old');
});

test('deletion of related keys: the primary’s time begins when its last replica is gone', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1', 'eu-west-2');
  const { kms, id: KeyId, arn } = keys;
  const scheduled = await kms.send(
    new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }),
  );
  expect(scheduled).toMatchObject({ KeyState: 'PendingReplicaDeletion', PendingWindowInDays: 7 });
  expect(scheduled).not.toHaveProperty('DeletionDate');
  const waiting = await describe(kms, KeyId);
  expect(waiting).toMatchObject({ PendingDeletionWindowInDays: 7 });
  expect(waiting).not.toHaveProperty('DeletionDate');
  await expect(
    kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') })),
  ).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is pending replica deletion.`,
  });
  await keys
    .in('eu-west-1')
    .send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await later(8);
  const listed = (await describe(kms, KeyId))?.MultiRegionConfiguration?.ReplicaKeys;
  expect(listed?.map((key) => key.Region)).toEqual(['eu-west-2']);
  await keys
    .in('eu-west-2')
    .send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await later(8);
  const counting = await describe(kms, KeyId);
  expect(counting).toMatchObject({ KeyState: 'PendingDeletion', DeletionDate: expect.any(Date) });
  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  expect(await describe(kms, KeyId)).toMatchObject({ KeyState: 'Disabled' });
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await later(8);
  await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test('a deleted replica: made again, it reads what it wrote', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId } = keys;
  const there = keys.in('eu-west-1');
  const { CiphertextBlob } = await there.send(
    new EncryptCommand({ KeyId, Plaintext: bytes('kept') }),
  );
  await there.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await later(8);
  await expect(there.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  const opened = await there.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('kept');
});

test('related keys of imported material: each Region imports it, then all rotate at once', async () => {
  const primary = await newKey(server, { MultiRegion: true, Origin: 'EXTERNAL' });
  const { kms, id: KeyId, arn, account } = primary;
  await expect(
    kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' })),
  ).rejects.toMatchObject({ message: `${arn} is pending import.` });
  const parameters = await parametersFor(kms, KeyId);
  const [first, second] = [randomBytes(32), randomBytes(32)];
  await importMaterial(kms, KeyId, first, { parameters, KeyMaterialDescription: 'one' });
  const made = await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  expect(made.ReplicaKeyMetadata?.KeyState).toBe('Creating');
  const there = new KMSClient(server.client(account, 'eu-west-1'));
  expect(await describe(there, KeyId)).toMatchObject({ KeyState: 'PendingImport' });
  const theirs = await parametersFor(there, KeyId);
  await expect(
    importMaterial(there, KeyId, first, { parameters: theirs, ImportType: 'NEW_KEY_MATERIAL' }),
  ).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
  await expect(importMaterial(there, KeyId, second, { parameters: theirs })).rejects.toMatchObject({
    name: 'IncorrectKeyMaterialException',
  });
  await importMaterial(there, KeyId, first, { parameters: theirs });
  expect(await describe(there, KeyId)).toMatchObject({ KeyState: 'Enabled' });
  const old = await there.send(new EncryptCommand({ KeyId, Plaintext: bytes('old') }));
  expect(
    textOf((await kms.send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }))).Plaintext),
  ).toBe('old');
  await importMaterial(kms, KeyId, second, { parameters, ImportType: 'NEW_KEY_MATERIAL' });
  const IncludeKeyMaterial = 'ALL_KEY_MATERIAL' as const;
  const states = async (client: KMSClient) => {
    const listed = await client.send(new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial }));
    return listed.Rotations?.map((one) => [one.KeyMaterialState, one.ImportState]);
  };
  const pending = 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
  expect(await states(kms)).toEqual([
    ['CURRENT', 'IMPORTED'],
    [pending, 'IMPORTED'],
  ]);
  expect(await states(there)).toEqual([
    ['CURRENT', 'IMPORTED'],
    [pending, 'PENDING_IMPORT'],
  ]);
  await expect(kms.send(new RotateKeyOnDemandCommand({ KeyId }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `No available key material pending rotation for the key: ${arn}.`,
  });
  await importMaterial(there, KeyId, second, { parameters: theirs });
  expect((await states(kms))?.[1]?.[0]).toBe('PENDING_ROTATION');
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  expect(await states(there)).toEqual([
    ['NON_CURRENT', 'IMPORTED'],
    ['CURRENT', 'IMPORTED'],
  ]);
  const current = (await describe(kms, KeyId))?.CurrentKeyMaterialId;
  expect((await describe(there, KeyId))?.CurrentKeyMaterialId).toBe(current);
});
