import { randomBytes } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { kmsDecrypt, kmsEncrypt, kmsGenerateDataKey } from '../kms/port.ts';
import { openMessage, readMessage, sealMessage } from './domain/encrypted-message.ts';
import { invalidKeyId } from './errors.ts';
import type { Tier } from './state.ts';

/** The account's own key for Parameter Store, made on first use. */
export const DEFAULT_KEY = 'alias/aws/ssm';

const MESSAGE_ID_BYTES = 32;
const DATA_KEY_BYTES = 32;
const VIA = { via: 'ssm' } as const;

/** KMS's refusals that are about the key, and not about who asks. */
const ABOUT_THE_KEY: ReadonlySet<string> = new Set([
  'DisabledException',
  'IncorrectKeyException',
  'InvalidArnException',
  'InvalidCiphertextException',
  'InvalidKeyUsageException',
  'KeyUnavailableException',
  'KMSInvalidStateException',
  'NotFoundException',
  'UnsupportedOperationException',
]);

interface Sealed {
  readonly tier: Tier;
  /** The parameter's, which the value is bound to. */
  readonly arn: string;
}

/**
 * The base64 text a SecureString is stored as: of KMS's ciphertext, or of an encrypted message for the advanced tier. The
 * caller must be allowed to use the key. Errors: InvalidKeyId with KMS's text; KMS's own for who may not use it.
 */
export async function sealValue(
  context: Context,
  { tier, arn, keyId }: Sealed & { readonly keyId: string },
  value: string,
): Promise<string> {
  const EncryptionContext = { PARAMETER_ARN: arn };
  const plaintext = Buffer.from(value);
  if (tier === 'Standard') {
    const input = { KeyId: keyId, Plaintext: plaintext, EncryptionContext };
    const { CiphertextBlob } = await keyFaults(context.callService(kmsEncrypt, input, VIA));
    return Buffer.from(present(CiphertextBlob)).toString('base64');
  }
  const input = { KeyId: keyId, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext };
  const dataKey = await keyFaults(context.callService(kmsGenerateDataKey, input, VIA));
  const messageId = await context.once(() => randomBytes(MESSAGE_ID_BYTES));
  const message = sealMessage(
    plaintext,
    {
      plaintext: present(dataKey.Plaintext),
      ciphertext: present(dataKey.CiphertextBlob),
      keyArn: present(dataKey.KeyId),
    },
    EncryptionContext,
    messageId,
  );
  return message.toString('base64');
}

/** The value behind a stored text. Errors: as `sealValue`. */
export async function openValue(
  context: Context,
  { tier, arn }: Sealed,
  stored: string,
): Promise<string> {
  const bytes = Buffer.from(stored, 'base64');
  if (tier === 'Standard') {
    return (await decrypted(context, arn, bytes)).toString();
  }
  const message = readMessage(bytes);
  if (message?.context['PARAMETER_ARN'] !== arn)
    throw new Error('the stored message is not its own');
  const dataKey = await decrypted(context, arn, message.encryptedDataKey);
  const plaintext = openMessage(message, dataKey);
  if (plaintext === undefined) throw new Error('the stored message was changed');
  return plaintext.toString();
}

async function decrypted(context: Context, arn: string, blob: Uint8Array): Promise<Buffer> {
  const input = { CiphertextBlob: blob, EncryptionContext: { PARAMETER_ARN: arn } };
  const { Plaintext } = await keyFaults(context.callService(kmsDecrypt, input, VIA));
  const { buffer, byteOffset, byteLength } = present(Plaintext);
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function keyFaults<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ServiceError && ABOUT_THE_KEY.has(error.code)) {
      throw invalidKeyId(error.message);
    }
    throw error;
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('KMS answered without a member it always answers');
  return value;
}
