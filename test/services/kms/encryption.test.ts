import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function clientWithKey(region?: string): Promise<{ kms: KMSClient; arn: string }> {
  const kms = new KMSClient(server.client(freshAccount(), region));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return { kms, arn: KeyMetadata?.Arn ?? '' };
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('Encrypt and Decrypt', () => {
  test('round trip: the blob alone finds its key, under its context only', async () => {
    const { kms, arn } = await clientWithKey();
    const EncryptionContext = { purpose: 'test', tenant: 'a' };
    const sealed = await kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: bytes('secret'), EncryptionContext }),
    );
    expect(sealed.KeyId).toBe(arn);
    expect(sealed.EncryptionAlgorithm).toBe('SYMMETRIC_DEFAULT');
    const { CiphertextBlob } = sealed;
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: { tenant: 'a', purpose: 'test' } }),
    );
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('secret');
    expect(opened.KeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  });

  test('the envelope: 184 bytes for a 32-byte data key, and no key id in clear', async () => {
    const { kms, arn } = await clientWithKey();
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId: arn, KeySpec: 'AES_256' }));
    const blob = Buffer.from(made.CiphertextBlob ?? []);
    expect(blob.length).toBe(184);
    expect(blob.toString('base64')).toMatch(/^AQICAH/);
    expect(blob.includes(arn.split('/')[1] ?? '')).toBe(false);
  });

  test('4,097 bytes: AWS text, and the value is not echoed', async () => {
    const { kms, arn } = await clientWithKey();
    const tooLong = kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: Buffer.alloc(4097, 'x') }),
    );
    await expect(tooLong).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: " +
        'Member must have length less than or equal to 4096',
    });
  });

  test('another KeyId: IncorrectKeyException', async () => {
    const { kms, arn } = await clientWithKey();
    const other = await kms.send(new CreateKeyCommand({}));
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') }),
    );
    const wrong = kms.send(new DecryptCommand({ CiphertextBlob, KeyId: other.KeyMetadata?.Arn }));
    await expect(wrong).rejects.toMatchObject({
      name: 'IncorrectKeyException',
      message: 'The key ID in the request does not identify a CMK that can perform this operation.',
    });
  });
});

describe('key states', () => {
  test('a disabled key: neither encrypts nor decrypts', async () => {
    const { kms, arn } = await clientWithKey();
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') }),
    );
    await kms.send(new DisableKeyCommand({ KeyId: arn }));
    const disabled = { name: 'DisabledException', message: `${arn} is disabled.` };
    await expect(
      kms.send(new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') })),
    ).rejects.toMatchObject(disabled);
    await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject(disabled);
  });

  test('scheduled deletion: time does it, and the key is gone', async () => {
    const { kms, arn } = await clientWithKey();
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId: arn, PendingWindowInDays: 7 }));
    await expect(
      kms.send(new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') })),
    ).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
      message: `${arn} is pending deletion.`,
    });
    const moved = await fetch(`${server.url}/_holdfast/clock`, {
      method: 'POST',
      body: JSON.stringify({ advance: 'P8D' }),
    });
    expect(moved.status).toBe(200);
    await expect(kms.send(new DescribeKeyCommand({ KeyId: arn }))).rejects.toMatchObject({
      name: 'NotFoundException',
      message: `Key '${arn}' does not exist`,
    });
  });
});
