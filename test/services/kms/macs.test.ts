import {
  type KeySpec,
  GenerateMacCommand,
  type MacAlgorithmSpec,
  ScheduleKeyDeletionCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MACS: readonly (readonly [KeySpec, MacAlgorithmSpec, number])[] = [
  ['HMAC_224', 'HMAC_SHA_224', 28],
  ['HMAC_256', 'HMAC_SHA_256', 32],
  ['HMAC_384', 'HMAC_SHA_384', 48],
  ['HMAC_512', 'HMAC_SHA_512', 64],
];

const macKey = (KeySpec: KeySpec) => newKey(server, { KeySpec, KeyUsage: 'GENERATE_VERIFY_MAC' });

test.each(MACS)(
  'GenerateMac: %s by %s, a full tag that VerifyMac knows',
  async (spec, algorithm, length) => {
    const { kms, id, arn } = await macKey(spec);
    const use = { KeyId: id, MacAlgorithm: algorithm, Message: bytes('message') };
    const made = await kms.send(new GenerateMacCommand(use));
    expect(made).toMatchObject({ KeyId: arn, MacAlgorithm: algorithm });
    expect(made.Mac).toHaveLength(length);
    const verified = await kms.send(new VerifyMacCommand({ ...use, Mac: made.Mac }));
    expect(verified).toMatchObject({ KeyId: arn, MacValid: true, MacAlgorithm: algorithm });
    const mac = Buffer.from(made.Mac ?? []);
    const altered = Buffer.from(mac);
    altered[0] = (altered[0] ?? 0) ^ 1;
    for (const Mac of [altered, mac.subarray(0, -1), Buffer.concat([mac, Buffer.of(0)])]) {
      await expect(kms.send(new VerifyMacCommand({ ...use, Mac }))).rejects.toMatchObject({
        name: 'KMSInvalidMacException',
        $metadata: { httpStatusCode: 400 },
      });
    }
  },
);

test('GenerateMac: the algorithm of another key size', async () => {
  const { kms, id } = await macKey('HMAC_256');
  const use = { KeyId: id, MacAlgorithm: 'HMAC_SHA_512', Message: bytes('message') } as const;
  const refusal = {
    name: 'InvalidKeyUsageException',
    message: 'Algorithm HMAC_SHA_512 is incompatible with key spec HMAC_256.',
  };
  await expect(kms.send(new GenerateMacCommand(use))).rejects.toMatchObject(refusal);
  const verify = new VerifyMacCommand({ ...use, Mac: Buffer.alloc(64) });
  await expect(kms.send(verify)).rejects.toMatchObject(refusal);
});

test('GenerateMac and VerifyMac: another kind of key, DryRun, and a key that waits for its deletion', async () => {
  const symmetric = await newKey(server);
  const Message = bytes('message');
  const MacAlgorithm = 'HMAC_SHA_384' as const;
  const wrong = new GenerateMacCommand({ KeyId: symmetric.id, MacAlgorithm, Message });
  await expect(symmetric.kms.send(wrong)).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
    message: `${symmetric.arn} key usage is ENCRYPT_DECRYPT which is not valid for GenerateMac.`,
  });
  const { kms, id, arn } = await macKey('HMAC_384');
  const use = { KeyId: id, MacAlgorithm, Message };
  const { Mac } = await kms.send(new GenerateMacCommand(use));
  const dry = { name: 'DryRunOperationException' };
  await expect(kms.send(new GenerateMacCommand({ ...use, DryRun: true }))).rejects.toMatchObject(
    dry,
  );
  await expect(kms.send(new VerifyMacCommand({ ...use, Mac, DryRun: true }))).rejects.toMatchObject(
    dry,
  );
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: id, PendingWindowInDays: 7 }));
  await expect(kms.send(new VerifyMacCommand({ ...use, Mac }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is pending deletion.`,
  });
});
