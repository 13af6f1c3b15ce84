import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { TopicTarget } from './authorization.ts';

type Reference<N extends 'GenerateDataKey' | 'Decrypt'> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;

const GENERATE: Reference<'GenerateDataKey'> = { service: 'kms', operation: 'GenerateDataKey' };
const DECRYPT: Reference<'Decrypt'> = { service: 'kms', operation: 'Decrypt' };

/** KMS's errors, as SNS passes them on. */
const KMS_ERRORS: ReadonlyMap<string, string> = new Map([
  ['AccessDeniedException', 'KMSAccessDenied'],
  ['DisabledException', 'KMSDisabled'],
  ['KMSInvalidStateException', 'KMSInvalidState'],
  ['NotFoundException', 'KMSNotFound'],
  ['ThrottlingException', 'KMSThrottling'],
]);

/**
 * Whoever publishes to an encrypted topic must be allowed to use its key: a data key is made and proven for each call.
 * Errors: KMS's, as SNS tells them.
 */
export async function requireTopicKey(
  context: Context,
  { topic, arn }: TopicTarget,
): Promise<void> {
  const key = topic.attributes['KmsMasterKeyId'];
  if (key === undefined) return;
  const EncryptionContext = { 'aws:sns:topicArn': arn };
  try {
    const { CiphertextBlob = new Uint8Array() } = await context.callService(
      GENERATE,
      { KeyId: keyArnOf(topic, key), KeySpec: 'AES_256', EncryptionContext },
      { via: 'sns' },
    );
    await context.callService(DECRYPT, { CiphertextBlob, EncryptionContext }, { via: 'sns' });
  } catch (error) {
    const code = error instanceof ServiceError ? KMS_ERRORS.get(error.code) : undefined;
    if (code === undefined || !(error instanceof ServiceError)) throw error;
    throw new ServiceError(code, error.message, { status: 400 });
  }
}

function keyArnOf({ account, region }: TopicTarget['topic'], key: string): string {
  if (key.startsWith('arn:')) return key;
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return formatArn({ partition: partitionOf(region), service: 'kms', account, region, resource });
}
