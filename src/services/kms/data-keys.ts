import type { DataKeySpec, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { pooledRandomBytes } from '../../crypto/random-pool.ts';
import {
  assertAlgorithm,
  assertNotDryRun,
  assertUsable,
  keyTarget,
  usesKey,
} from './authorization.ts';
import { addEncryption, type Conditions } from './conditions.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { unbuilt, validation } from './errors.ts';
import { encryptBy, type EncryptionParts } from './key-encryption.ts';
import { keyKind } from './resources.ts';

interface DataKeyRequest {
  readonly KeyId: string;
  readonly EncryptionContext?: EncryptionContext | undefined;
  readonly KeySpec?: DataKeySpec | undefined;
  readonly NumberOfBytes?: number | undefined;
  readonly DryRun?: boolean | undefined;
}

export function createGenerateDataKey(
  parts: EncryptionParts,
): OperationOf<KmsOperations, 'GenerateDataKey'> {
  return {
    name: 'GenerateDataKey',
    access: 'crypto',
    authorize: usesKey('kms:GenerateDataKey', addContext),
    handle: async (input, context) => {
      if (input.Recipient !== undefined) throw unbuilt('GenerateDataKey', 'Recipient');
      const { plaintext, ...answer } = await generate(parts, 'GenerateDataKey', input, context);
      return { ...answer, Plaintext: plaintext };
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
      const { plaintext: _unseen, ...answer } = generated;
      return answer;
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
  const key = await keyTarget(context, keyKind, input.KeyId);
  assertUsable(key, operation, 'ENCRYPT_DECRYPT');
  assertAlgorithm(key, SYMMETRIC);
  assertNotDryRun(input);
  const plaintext = pooledRandomBytes(size);
  const use = { key, operation, algorithm: SYMMETRIC, context: input.EncryptionContext } as const;
  const { blob, materialId } = await encryptBy(parts, context, use, plaintext);
  const answer = { plaintext, CiphertextBlob: blob, KeyId: key.arn };
  if (materialId === undefined) return answer;
  context.audit.additional('keyMaterialId', materialId);
  return { ...answer, KeyMaterialId: materialId };
}

function dataKeyBytes(input: DataKeyRequest): number {
  const { KeySpec: spec, NumberOfBytes: bytes } = input;
  if ((spec === undefined) === (bytes === undefined)) {
    throw validation('Please specify either number of bytes or key spec.');
  }
  return bytes ?? (spec === 'AES_128' ? 16 : 32);
}
