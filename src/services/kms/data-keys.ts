import type { DataKeySpec, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { pooledRandomBytes } from '../../crypto/random-pool.ts';
import { assertNotDryRun, symmetricTarget, usesKey } from './authorization.ts';
import { addEncryption, type Conditions } from './conditions.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { validation } from './errors.ts';
import { encryptBy, type EncryptionParts } from './key-encryption.ts';
import type { Recipients } from './recipients.ts';

interface DataKeyRequest {
  readonly KeyId: string;
  readonly EncryptionContext?: EncryptionContext | undefined;
  readonly KeySpec?: DataKeySpec | undefined;
  readonly NumberOfBytes?: number | undefined;
  readonly DryRun?: boolean | undefined;
}

export function createGenerateDataKey(
  parts: EncryptionParts & { readonly recipients: Recipients },
): OperationOf<KmsOperations, 'GenerateDataKey'> {
  return {
    name: 'GenerateDataKey',
    access: 'crypto',
    authorize: usesKey('kms:GenerateDataKey', (conditions, input, { realNow }) => {
      addContext(conditions, input);
      parts.recipients.addConditions(conditions, input, realNow);
    }),
    handle: async (input, context) => {
      const { plaintext, answer } = await generate(parts, 'GenerateDataKey', input, context);
      const sealed = parts.recipients.seal(input, plaintext, context.call.realNow);
      if (sealed === undefined) return { ...answer, Plaintext: plaintext };
      const { KeyMaterialId: _untold, ...rest } = answer;
      return { ...rest, CiphertextForRecipient: sealed };
    },
  };
}

export function createGenerateDataKeyWithoutPlaintext(
  parts: EncryptionParts,
): OperationOf<KmsOperations, 'GenerateDataKeyWithoutPlaintext'> {
  return {
    name: 'GenerateDataKeyWithoutPlaintext',
    access: 'crypto',
    authorize: usesKey('kms:GenerateDataKeyWithoutPlaintext', addContext),
    handle: async (input, context) => {
      const generated = await generate(parts, 'GenerateDataKeyWithoutPlaintext', input, context);
      return generated.answer;
    },
  };
}

function addContext(conditions: Conditions, input: DataKeyRequest): void {
  addEncryption(conditions, input.EncryptionContext);
}

async function generate(
  parts: EncryptionParts,
  operation: string,
  input: DataKeyRequest,
  context: Context,
) {
  const size = dataKeyBytes(input);
  const key = await symmetricTarget(context, operation, input.KeyId);
  assertNotDryRun(input);
  const plaintext = pooledRandomBytes(size);
  const use = { key, operation, algorithm: SYMMETRIC, context: input.EncryptionContext } as const;
  const { blob, materialId } = await encryptBy(parts, context, use, plaintext);
  if (materialId !== undefined) context.audit.additional('keyMaterialId', materialId);
  const answer = { CiphertextBlob: blob, KeyId: key.arn, KeyMaterialId: materialId };
  return { plaintext, answer };
}

function dataKeyBytes(input: DataKeyRequest): number {
  const { KeySpec: spec, NumberOfBytes: bytes } = input;
  if ((spec === undefined) === (bytes === undefined)) {
    throw validation('Please specify either number of bytes or key spec.');
  }
  return bytes ?? (spec === 'AES_128' ? 16 : 32);
}
