import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import {
  assertNotDryRun,
  keyTarget,
  type KeyTarget,
  permissionOn,
  usesKey,
} from './authorization.ts';
import { addEncryption, addRequestAlias, requestConditions } from './conditions.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { validation } from './errors.ts';
import {
  assertDecrypts,
  assertEncrypts,
  assertFits,
  assertNamesKey,
  decryptBy,
  encryptBy,
  type EncryptionParts,
} from './key-encryption.ts';
import type { Recipients } from './recipients.ts';
import { ciphertextKeyKind, keyKind } from './resources.ts';

export function createEncrypt(parts: EncryptionParts): OperationOf<KmsOperations, 'Encrypt'> {
  return {
    name: 'Encrypt',
    access: 'crypto',
    authorize: usesKey('kms:Encrypt', (conditions, input) =>
      addEncryption(conditions, input.EncryptionContext, input.EncryptionAlgorithm),
    ),
    handle: async (input, context) => {
      const key = await keyTarget(context, keyKind, input.KeyId);
      const algorithm = input.EncryptionAlgorithm ?? SYMMETRIC;
      const use = { key, operation: 'Encrypt', algorithm, context: input.EncryptionContext };
      assertEncrypts(use);
      assertFits(use, input.Plaintext);
      assertNotDryRun(input);
      const { blob, materialId } = await encryptBy(parts, context, use, input.Plaintext);
      if (materialId !== undefined) context.audit.additional('keyMaterialId', materialId);
      return { CiphertextBlob: blob, KeyId: key.arn, EncryptionAlgorithm: algorithm };
    },
  };
}

type DecryptRequest = KmsOperations['Decrypt']['input'];

export function createDecrypt(
  parts: EncryptionParts & { readonly recipients: Recipients },
): OperationOf<KmsOperations, 'Decrypt'> {
  return {
    name: 'Decrypt',
    access: 'crypto',
    authorize: async (input, context): Promise<readonly Permission[]> => {
      const key = await decryptingKey(input, context);
      const conditions = requestConditions(context.call);
      if (input.KeyId !== undefined) addRequestAlias(conditions, input.KeyId);
      addEncryption(conditions, input.EncryptionContext, input.EncryptionAlgorithm);
      parts.recipients.addConditions(conditions, input, context.call.realNow);
      return [
        input.KeyId === undefined
          ? { action: 'kms:Decrypt', resource: key, conditions }
          : permissionOn('kms:Decrypt', key, conditions, context),
      ];
    },
    handle: async (input, context) => {
      const key = await decryptingTarget(input, context);
      const algorithm = input.EncryptionAlgorithm ?? SYMMETRIC;
      const use = { key, operation: 'Decrypt', algorithm, context: input.EncryptionContext };
      assertDecrypts(use);
      if (ignoresCiphertext(input)) assertNotDryRun(input);
      const blob = ciphertextOf(input.CiphertextBlob);
      const { plaintext, materialId } = await decryptBy(parts, context, use, blob);
      assertNotDryRun(input);
      if (materialId !== undefined) context.audit.additional('keyMaterialId', materialId);
      const answer = { KeyId: key.arn, EncryptionAlgorithm: algorithm };
      const sealed = parts.recipients.seal(input, plaintext, context.call.realNow);
      if (sealed !== undefined) return { ...answer, CiphertextForRecipient: sealed };
      return { ...answer, Plaintext: plaintext, KeyMaterialId: materialId };
    },
  };
}

function decryptingKey(input: DecryptRequest, context: ResolveContext) {
  assertNamesKey(input.KeyId, input.EncryptionAlgorithm);
  if (input.KeyId !== undefined) return context.resolve(keyKind, input.KeyId);
  return context.resolve(ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}

function decryptingTarget(input: DecryptRequest, context: Context): Promise<KeyTarget> {
  if (input.KeyId !== undefined) return keyTarget(context, keyKind, input.KeyId);
  return keyTarget(context, ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}

/** A dry run may leave the ciphertext out, and then needs the key's name. */
export function ignoresCiphertext(input: {
  readonly DryRun?: boolean | undefined;
  readonly DryRunModifiers?: readonly string[] | undefined;
}): boolean {
  if (input.DryRunModifiers?.includes('IGNORE_CIPHERTEXT') !== true) return false;
  if (input.DryRun !== true) {
    throw validation('DryRunModifiers can be specified only when DryRun is true.');
  }
  return true;
}

/** The model calls the blob optional, for the sake of dry runs; everybody else must give it. */
export function ciphertextOf(blob: Uint8Array | undefined): Uint8Array {
  if (blob !== undefined) return blob;
  throw validation(
    "1 validation error detected: Value at 'ciphertextBlob' failed to satisfy constraint: " +
      'Member must not be null',
  );
}
