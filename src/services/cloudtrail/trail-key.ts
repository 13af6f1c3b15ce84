import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { kmsDescribeKey, kmsGenerateDataKey } from '../kms/port.ts';
import { insufficientKeyPolicy, kmsRefusal } from './errors.ts';
import { ownName } from './own-name.ts';
import { trailArn } from './resources.ts';
import type { TrailDocument } from './state.ts';

/** What CloudTrail adds to the encryption context of a trail's files. */
export function trailContext(trail: TrailDocument): Readonly<Record<string, string>> {
  return { 'aws:cloudtrail:arn': trailArn(trail, trail.name) };
}

/**
 * The ARN of a key that CloudTrail may encrypt the trail's files by: the key's policy must say so. `region` is the bucket's.
 * Errors: InsufficientEncryptionPolicyException, KmsKeyNotFoundException, KmsKeyDisabledException, KmsException.
 */
export async function usableKey(
  context: Context,
  trail: TrailDocument,
  keyId: string,
  region: string,
): Promise<string> {
  const options = { region, as: ownName(trail) };
  try {
    const { KeyMetadata } = await context.callService(kmsDescribeKey, { KeyId: keyId }, options);
    const arn = KeyMetadata?.Arn ?? keyId;
    const EncryptionContext = trailContext(trail);
    const input = { KeyId: arn, KeySpec: 'AES_256' as const, EncryptionContext };
    await context.callService(kmsGenerateDataKey, input, options);
    return arn;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'AccessDeniedException') throw insufficientKeyPolicy(trail.bucket, keyId);
    throw kmsRefusal(error);
  }
}
