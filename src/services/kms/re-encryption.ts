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
import { ciphertextKeyKind, keyKind } from './resources.ts';
import { assertUsable, openWith, sealWith } from './symmetric.ts';

type Input = KmsOperations['ReEncrypt']['input'];

/** The plaintext passes from key to key here, and never leaves. */
export const reEncrypt: OperationOf<KmsOperations, 'ReEncrypt'> = {
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
    const source = await sourceTarget(input, context);
    const destination = await keyTarget(context, keyKind, input.DestinationKeyId);
    assertUsable(source, 'ReEncrypt', input.SourceEncryptionAlgorithm);
    assertUsable(destination, 'ReEncrypt', input.DestinationEncryptionAlgorithm);
    if (ignoresCiphertext(input)) assertNotDryRun(input);
    const blob = ciphertextOf(input.CiphertextBlob);
    const opened = await openWith(context, source, blob, input.SourceEncryptionContext);
    assertNotDryRun(input);
    const { plaintext } = opened;
    const sealed = await sealWith(destination, plaintext, input.DestinationEncryptionContext);
    context.audit.additional('sourceKeyMaterialId', opened.materialId);
    context.audit.additional('destinationKeyMaterialId', sealed.materialId);
    return {
      CiphertextBlob: sealed.blob,
      SourceKeyId: source.arn,
      KeyId: destination.arn,
      SourceEncryptionAlgorithm: SYMMETRIC,
      DestinationEncryptionAlgorithm: SYMMETRIC,
      SourceKeyMaterialId: opened.materialId,
      DestinationKeyMaterialId: sealed.materialId,
    };
  },
};

function sourceKey(input: Input, context: ResolveContext): Promise<AuthorizedResource> {
  if (input.SourceKeyId !== undefined) return context.resolve(keyKind, input.SourceKeyId);
  return context.resolve(ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}

function sourceTarget(input: Input, context: Context): Promise<KeyTarget> {
  if (input.SourceKeyId !== undefined) return keyTarget(context, keyKind, input.SourceKeyId);
  return keyTarget(context, ciphertextKeyKind, ciphertextOf(input.CiphertextBlob));
}
