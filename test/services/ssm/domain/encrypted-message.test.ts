import { randomBytes } from 'node:crypto';
import {
  buildClient,
  CommitmentPolicy,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from '@aws-crypto/client-node';
import { expect, test } from 'vitest';
import {
  openMessage,
  readMessage,
  sealMessage,
} from '../../../../src/services/ssm/domain/encrypted-message.ts';

const context = { PARAMETER_ARN: 'arn:aws:ssm:us-east-1:111122223333:parameter/a', a: 'ä' };
const dataKey = {
  plaintext: randomBytes(32),
  ciphertext: randomBytes(184),
  keyArn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

function sealed(plaintext: Uint8Array): Buffer {
  return sealMessage(plaintext, dataKey, context, randomBytes(32));
}

test('a message opens with its data key, whatever its length', () => {
  let opened = 0;
  for (const length of [0, 1, 4_095, 4_096, 4_097, 8_192, 8_193]) {
    const plaintext = randomBytes(length);
    const message = readMessage(sealed(plaintext));
    expect(message).toMatchObject({ keyArn: dataKey.keyArn, context });
    expect(message && openMessage(message, dataKey.plaintext)).toEqual(plaintext);
    expect(message && openMessage(message, randomBytes(32))).toBeUndefined();
    opened += 1;
  }
  expect(opened).toBe(7);
});

test('a message with any bit changed, cut or lengthened does not open', () => {
  const bytes = sealed(randomBytes(40));
  let tried = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const message = readMessage(changed);
    expect(message && openMessage(message, dataKey.plaintext), `byte ${at}`).toBeUndefined();
    const cut = readMessage(bytes.subarray(0, at));
    expect(cut && openMessage(cut, dataKey.plaintext), `cut at ${at}`).toBeUndefined();
    tried += 1;
  }
  const longer = readMessage(Buffer.concat([bytes, Buffer.from([0])]));
  expect(longer && openMessage(longer, dataKey.plaintext)).toBeUndefined();
  expect(tried).toBe(bytes.length);
});

test('messages longer than any value of ours are not read', () => {
  expect(readMessage(Buffer.alloc(70_000, 2))).toBeUndefined();
});

test('the AWS Encryption SDK makes other suites, which are not ours to open', async () => {
  const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const keyring = new RawAesKeyringNode({
    keyName: 'k',
    keyNamespace: 'n',
    unencryptedMasterKey: randomBytes(32),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
  const { result } = await client.encrypt(keyring, 'x');
  expect(readMessage(result)).toBeUndefined();
});
