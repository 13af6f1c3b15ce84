import {
  DecryptCommand,
  DescribeKeyCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateRandomCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { CreateKeyCommand, EncryptCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GenerateDataKey: wants exactly one size, and its key decrypts', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_128' }));
  expect(made.Plaintext).toHaveLength(16);
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
  expect(opened.Plaintext).toEqual(made.Plaintext);
  const both = { KeyId, KeySpec: 'AES_256', NumberOfBytes: 8 } as const;
  for (const input of [{ KeyId }, both]) {
    await expect(kms.send(new GenerateDataKeyCommand(input))).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Please specify either number of bytes or key spec.',
    });
  }
});

test('GenerateDataKey and Decrypt: name the material, which DescribeKey tells as the current one', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  expect(made).toMatchObject({
    KeyId: arn,
    KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
  expect(opened).toMatchObject({
    KeyId: arn,
    KeyMaterialId: made.KeyMaterialId,
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata?.CurrentKeyMaterialId).toBe(made.KeyMaterialId);
});

test('GenerateDataKeyWithoutPlaintext: only the ciphertext leaves', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const made = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId, NumberOfBytes: 64 }),
  );
  expect(made).not.toHaveProperty('Plaintext');
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
  expect(opened.Plaintext).toHaveLength(64);
});

test('DryRun: the authorized learn that it would have worked, and nothing is made', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const dry = kms.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: 8, DryRun: true }));
  await expect(dry).rejects.toMatchObject({
    name: 'DryRunOperationException',
    message: 'The request would have succeeded, but the DryRun option is set.',
  });
});

test('GenerateRandom: 1 to 1,024 bytes', async () => {
  const { kms } = await newKey(server);
  const { Plaintext } = await kms.send(new GenerateRandomCommand({ NumberOfBytes: 1_024 }));
  expect(Plaintext).toHaveLength(1_024);
  await expect(kms.send(new GenerateRandomCommand({}))).rejects.toMatchObject({
    message: 'NumberOfBytes is required.',
  });
  const tooMany = kms.send(new GenerateRandomCommand({ NumberOfBytes: 1_025 }));
  await expect(tooMany).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy " +
      'constraint: Member must have value less than or equal to 1024',
  });
});

test('ReEncrypt: moves a ciphertext to another key and context', async () => {
  const { kms, id: KeyId, arn } = await newKey(server);
  const to = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('moved') }));
  const moved = await kms.send(
    new ReEncryptCommand({
      CiphertextBlob: sealed.CiphertextBlob,
      DestinationKeyId: to,
      DestinationEncryptionContext: { a: 'b' },
    }),
  );
  expect(moved).toMatchObject({ SourceKeyId: arn, KeyId: to });
  expect(moved.SourceKeyMaterialId).not.toBe(moved.DestinationKeyMaterialId);
  const { CiphertextBlob } = moved;
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { a: 'b' } }),
  );
  expect(textOf(opened.Plaintext)).toBe('moved');
});
