import type { KmsOperations } from '../../../models/kms/types.ts';
import type {
  AuthorizedResource,
  Context,
  OperationOf,
  ResolveContext,
} from '../../contract/operation.ts';
import { assertNotDryRun, keyTarget, permissionOn, type KeyTarget } from './authorization.ts';
import { addEncryption, addRequestAlias, requestConditions } from './conditions.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { ciphertextOf, ignoresCiphertext } from './encryption.ts';
import {
  assertDecrypts,
  assertEncrypts,
  assertFits,
  assertNamesKey,
  decryptBy,
  encryptBy,
  type EncryptionParts,
  type EncryptionUse,
} from './key-encryption.ts';
import { ciphertextKeyKind, keyKind } from './resources.ts';

type Input = KmsOperations['ReEncrypt']['input'];

/** The plaintext passes from key to key here, and never leaves. */
export function createReEncrypt(parts: EncryptionParts): OperationOf<KmsOperations, 'ReEncrypt'> {
  return {
    name: 'ReEncrypt',
    access: 'crypto',
    authorize: async (input, context) => {
      const source = await sourceKey(input, context);
      const destination = await context.resolve(keyKind, input.DestinationKeyId);
      const onSameKey = [String(source.resolved.arn === destination.resolved.arn)];
      const from = requestConditions(context.call);
      if (input.SourceKeyId !== undefined) addRequestAlias(from, input.SourceKeyId);
      addEncryption(from, input.SourceEncryptionContext, input.SourceEncryptionAlgorithm);
      const to = requestConditions(context.call);
      addRequestAlias(to, input.DestinationKeyId);
      addEncryption(to, input.DestinationEncryptionContext, input.DestinationEncryptionAlgorithm);
      for (const conditions of [from, to]) conditions.set('kms:reencryptonsamekey', onSameKey);
      return [
        input.SourceKeyId === undefined
          ? { action: 'kms:ReEncryptFrom', resource: source, conditions: from }
          : permissionOn('kms:ReEncryptFrom', source, from, context),
        permissionOn('kms:ReEncryptTo', destination, to, context),
      ];
    },
    handle: async (input, context) => {
      const { source, destination } = await usesOf(input, context);
      assertDecrypts(source);
      assertEncrypts(destination);
      if (ignoresCiphertext(input)) assertNotDryRun(input);
      const blob = ciphertextOf(input.CiphertextBlob);
      const opened = await decryptBy(parts, context, source, blob);
      assertFits(destination, opened.plaintext);
      assertNotDryRun(input);
      const sealed = await encryptBy(parts, context, destination, opened.plaintext);
      return {
        CiphertextBlob: sealed.blob,
        SourceKeyId: source.key.arn,
        KeyId: destination.key.arn,
        SourceEncryptionAlgorithm: source.algorithm,
        DestinationEncryptionAlgorithm: destination.algorithm,
        ...materialIds(context, opened.materialId, sealed.materialId),
      };
    },
  };
}

async function usesOf(
  input: Input,
  context: Context,
): Promise<{ source: EncryptionUse; destination: EncryptionUse }> {
  const operation = 'ReEncrypt';
  return {
    source: {
      key: await sourceTarget(input, context),
      operation,
      algorithm: input.SourceEncryptionAlgorithm ?? SYMMETRIC,
      context: input.SourceEncryptionContext,
    },
    destination: {
      key: await keyTarget(context, keyKind, input.DestinationKeyId),
      operation,
      algorithm: input.DestinationEncryptionAlgorithm ?? SYMMETRIC,
      context: input.DestinationEncryptionContext,
    },
  };
}

/** Tells which materials were used, in the answer and in the record. Key pairs have none that AWS names. */
function materialIds(
  context: Context,
  source: string | undefined,
  destination: string | undefined,
): { SourceKeyMaterialId?: string; DestinationKeyMaterialId?: string } {
  if (source !== undefined) context.audit.additional('sourceKeyMaterialId', source);
  if (destination !== undefined) {
    context.audit.additional('destinationKeyMaterialId', destination);
  }
  return {
    ...(source === undefined ? {} : { SourceKeyMaterialId: source }),
    ...(destination === undefined ? {} : { DestinationKeyMaterialId: destination }),
  };
}

async function sourceKey(input: Input, context: ResolveContext): Promise<AuthorizedResource> {
  assertNamesKey(input.SourceKeyId, input.SourceEncryptionAlgorithm);
  if (input.SourceKeyId !== undefined) return context.resolve(keyKind, input.SourceKeyId);
  return context.resolve(ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}

function sourceTarget(input: Input, context: Context): Promise<KeyTarget> {
  if (input.SourceKeyId !== undefined) return keyTarget(context, keyKind, input.SourceKeyId);
  return keyTarget(context, ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}
