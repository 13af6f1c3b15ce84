import { randomBytes } from 'node:crypto';
import type { SSESpecification } from '../../../../models/dynamodb/types.ts';
import type { Scope } from '../../../core/scope.ts';
import { ServiceError } from '../../../core/errors.ts';
import { kmsDescribeKey, kmsGenerateDataKey } from '../../kms/port.ts';
import { invalid } from '../domain/invalid.ts';
import type { KmsProtection } from '../state.ts';
import {
  byItself,
  CREATE_GRANT,
  encryptionContext,
  forCaller,
  type KeyCalls,
  RETIRE_GRANT,
} from './kms-calls.ts';
import { kmsRefusal } from './kms-refusals.ts';
import { KEY_BYTES, wrapKey } from './sealing.ts';

export const DEFAULT_KEY = 'alias/aws/dynamodb';

/** Which KMS key a request chooses; undefined for the one that DynamoDB owns itself. */
export interface KeyChoice {
  /** An id, ARN or alias. */
  readonly keyId: string;
}

/** Errors: ValidationException. */
export function keyChoice(specification: SSESpecification | undefined): KeyChoice | undefined {
  if (specification === undefined) return undefined;
  const { Enabled, SSEType, KMSMasterKeyId } = specification;
  if (SSEType === 'AES256') {
    throw invalid('One or more parameter values were invalid: SSEType AES256 is not supported');
  }
  if (Enabled !== true) {
    if (KMSMasterKeyId !== undefined) {
      throw invalid(
        'One or more parameter values were invalid: KMSMasterKeyId can be specified only if SSE is enabled',
      );
    }
    return undefined;
  }
  return { keyId: KMSMasterKeyId ?? DEFAULT_KEY };
}

interface Protected extends Scope {
  readonly id: string;
  readonly name: string;
}

/** 32 random bytes that encrypt a table's items, whatever protects them. */
export function newItemKey({ unit }: KeyCalls): Promise<Buffer> {
  return unit.once(() => randomBytes(KEY_BYTES));
}

/**
 * Puts a table's item key under a KMS key: whoever asks must be allowed to use the key through DynamoDB, which keeps a
 * grant for what it does by itself. Errors: KMS's, as DynamoDB passes them on.
 */
export async function protect(
  calls: KeyCalls,
  table: Protected,
  { keyId }: KeyChoice,
  itemKey: Uint8Array,
): Promise<KmsProtection> {
  const { account, region } = table;
  const context = encryptionContext(table, table.name);
  const service = `dynamodb.${region}.amazonaws.com`;
  try {
    const { KeyMetadata } = await calls.callService(
      kmsDescribeKey,
      { KeyId: keyId },
      forCaller(table),
    );
    const keyArn = KeyMetadata?.Arn ?? keyId;
    const { GrantId = '', GrantToken = '' } = await calls.callService(
      CREATE_GRANT,
      {
        KeyId: keyArn,
        GranteePrincipal: service,
        RetiringPrincipal: service,
        Operations: [
          'Encrypt',
          'Decrypt',
          'ReEncryptFrom',
          'ReEncryptTo',
          'GenerateDataKey',
          'DescribeKey',
        ],
        Constraints: { EncryptionContextSubset: context },
      },
      forCaller(table),
    );
    const made = await calls.callService(
      kmsGenerateDataKey,
      {
        KeyId: keyArn,
        KeySpec: 'AES_256',
        EncryptionContext: context,
        GrantTokens: [GrantToken],
      },
      byItself({ account, region }),
    );
    return {
      keyArn,
      isManaged: KeyMetadata?.KeyManager === 'AWS',
      grantId: GrantId,
      tableKey: Buffer.from(made.CiphertextBlob ?? []).toString('base64'),
      itemKey: wrapKey(made.Plaintext ?? new Uint8Array(), table.id, itemKey),
    };
  } catch (error) {
    throw kmsRefusal(error);
  }
}

/** Gives a key's grant back. A key that is gone, or a grant that was revoked, needs nothing more. */
export async function release(
  calls: KeyCalls,
  table: Scope,
  protection: KmsProtection | undefined,
): Promise<void> {
  if (protection === undefined) return;
  const { keyArn, grantId } = protection;
  try {
    await calls.callService(RETIRE_GRANT, { KeyId: keyArn, GrantId: grantId }, byItself(table));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}
