import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { assertNotDryRun, keyTarget, permissionOn } from './authorization.ts';
import type { KeyTarget } from './authorization.ts';
import { addEncryption, addRequestAlias, requestConditions } from './conditions.ts';
import type { Context } from '../../contract/operation.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { unbuilt, validation } from './errors.ts';
import { ciphertextKeyKind, keyKind } from './resources.ts';
import { assertUsable, openWith, sealWith } from './symmetric.ts';

export const encrypt: OperationOf<KmsOperations, 'Encrypt'> = {
  name: 'Encrypt',
  access: 'crypto',
  authorize: async (input, context) => {
    const key = await context.resolve(keyKind, input.KeyId);
    const conditions = requestConditions(context.call);
    addRequestAlias(conditions, input.KeyId);
    addEncryption(conditions, input.EncryptionContext, input.EncryptionAlgorithm);
    return [permissionOn('kms:Encrypt', key, conditions, context)];
  },
  handle: async (input, context) => {
    const key = await keyTarget(context, keyKind, input.KeyId);
    assertUsable(key, 'Encrypt', input.EncryptionAlgorithm);
    assertNotDryRun(input);
    const { blob, materialId } = await sealWith(key, input.Plaintext, input.EncryptionContext);
    context.audit.additional('keyMaterialId', materialId);
    return { CiphertextBlob: blob, KeyId: key.arn, EncryptionAlgorithm: SYMMETRIC };
  },
};

type DecryptRequest = KmsOperations['Decrypt']['input'];

export const decrypt: OperationOf<KmsOperations, 'Decrypt'> = {
  name: 'Decrypt',
  access: 'crypto',
  authorize: async (input, context): Promise<readonly Permission[]> => {
    const key = await decryptingKey(input, context);
    const conditions = requestConditions(context.call);
    if (input.KeyId !== undefined) addRequestAlias(conditions, input.KeyId);
    addEncryption(conditions, input.EncryptionContext, input.EncryptionAlgorithm);
    return [
      input.KeyId === undefined
        ? { action: 'kms:Decrypt', resource: key, conditions }
        : permissionOn('kms:Decrypt', key, conditions, context),
    ];
  },
  handle: async (input, context) => {
    if (input.Recipient !== undefined) throw unbuilt('Decrypt', 'Recipient');
    const key = await decryptingTarget(input, context);
    assertUsable(key, 'Decrypt', input.EncryptionAlgorithm);
    if (ignoresCiphertext(input)) assertNotDryRun(input);
    const blob = ciphertextOf(input.CiphertextBlob);
    const { plaintext, materialId } = await openWith(context, key, blob, input.EncryptionContext);
    assertNotDryRun(input);
    context.audit.additional('keyMaterialId', materialId);
    return {
      KeyId: key.arn,
      Plaintext: plaintext,
      EncryptionAlgorithm: SYMMETRIC,
      KeyMaterialId: materialId,
    };
  },
};

function decryptingKey(input: DecryptRequest, context: ResolveContext) {
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
