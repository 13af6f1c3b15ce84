import { randomBytes } from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  EncryptCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import {
  importMaterial,
  materialsOf,
  newExternalKey,
  parametersFor,
  stateOf,
} from './imported-material.ts';
import { bytes, newKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const now = (): number => server.platform.engine().clock.serviceTime();

async function later(ms: number): Promise<void> {
  await server.platform.engine().advanceTo(now() + ms);
}

test('expiry: time takes the material away, and only the same bytes bring it back', async () => {
  const key = await newExternalKey(server);
  const { kms, id: KeyId, arn, account } = key;
  const material = randomBytes(32);
  const parameters = await parametersFor(kms, KeyId);
  const ValidTo = new Date(Math.ceil((now() + HOUR_MS) / 1_000) * 1_000);
  const imported = await importMaterial(kms, KeyId, material, { parameters, ValidTo });
  const described = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(described.KeyMetadata).toMatchObject({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo });
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('kept') }));
  await later(2 * HOUR_MS);
  expect(await stateOf(key)).toBe('PendingImport');
  const CiphertextBlob = sealed.CiphertextBlob;
  await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is pending import.`,
  });
  const trail = new CloudTrailClient(server.client(account));
  const AttributeValue = 'DeleteExpiredKeyMaterial';
  const { Events } = await trail.send(
    new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }] }),
  );
  expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
    eventType: 'AwsServiceEvent',
    userIdentity: { accountId: account, invokedBy: 'AWS Internal' },
    serviceEventDetails: { keyId: KeyId, keyMaterialId: imported.KeyMaterialId },
    resources: [{ ARN: arn }],
  });
  expect(await materialsOf(key)).toMatchObject([
    { KeyMaterialState: 'CURRENT', ImportState: 'PENDING_IMPORT' },
  ]);
  await expect(importMaterial(kms, KeyId, randomBytes(32), { parameters })).rejects.toMatchObject({
    name: 'IncorrectKeyMaterialException',
  });
  const again = await importMaterial(kms, KeyId, material, { parameters });
  expect(again.KeyMaterialId).toBe(imported.KeyMaterialId);
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('kept');
});

test('expiry: importing the same material again moves it', async () => {
  const key = await newExternalKey(server);
  const material = randomBytes(32);
  const parameters = await parametersFor(key.kms, key.id);
  await importMaterial(key.kms, key.id, material, {
    parameters,
    ValidTo: new Date(now() + HOUR_MS),
  });
  await importMaterial(key.kms, key.id, material, { parameters });
  await later(2 * HOUR_MS);
  expect(await stateOf(key)).toBe('Enabled');
});

test('DeleteImportedKeyMaterial: the key waits for its material; nothing else is lost', async () => {
  const key = await newExternalKey(server);
  const { kms, id: KeyId, arn } = key;
  const material = randomBytes(32);
  const parameters = await parametersFor(kms, KeyId);
  const { KeyMaterialId } = await importMaterial(kms, KeyId, material, { parameters });
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  const deleted = await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }));
  expect(deleted).toMatchObject({ KeyId: arn, KeyMaterialId });
  expect(await stateOf(key)).toBe('PendingImport');
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }));
  await importMaterial(kms, KeyId, material, { parameters, KeyMaterialId });
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('x');
  const own = await newKey(server);
  await expect(
    own.kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: own.id })),
  ).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `${own.arn} origin is AWS_KMS which is not valid for this operation.`,
  });
});

test('material that waits for its rotation: deleted without a trace', async () => {
  const key = await newExternalKey(server);
  const { kms, id: KeyId } = key;
  const parameters = await parametersFor(kms, KeyId);
  await importMaterial(kms, KeyId, randomBytes(32), { parameters });
  const ImportType = 'NEW_KEY_MATERIAL' as const;
  const waiting = await importMaterial(kms, KeyId, randomBytes(32), { parameters, ImportType });
  const { KeyMaterialId } = waiting;
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId }));
  expect(await stateOf(key)).toBe('Enabled');
  expect(await materialsOf(key)).toHaveLength(1);
  await importMaterial(kms, KeyId, randomBytes(32), { parameters, ImportType });
  expect(await materialsOf(key)).toHaveLength(2);
});
