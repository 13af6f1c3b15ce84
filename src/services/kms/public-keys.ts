import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { assertState, keyTarget, usesKey } from './authorization.ts';
import { unsupported } from './errors.ts';
import { isPair, publicKeyOfPair } from './key-material.ts';
import { algorithmsOf, specOf } from './metadata.ts';
import { keyKind } from './resources.ts';

export const getPublicKey: OperationOf<KmsOperations, 'GetPublicKey'> = {
  name: 'GetPublicKey',
  access: 'read',
  authorize: usesKey('kms:GetPublicKey'),
  handle: async (input, context) => {
    const key = await keyTarget(context, keyKind, input.KeyId);
    const { document } = key;
    if (!isPair(document)) {
      throw unsupported(
        `${key.arn} key spec is ${document.spec} which is not valid for GetPublicKey.`,
      );
    }
    assertState(key, 'crypto');
    return {
      KeyId: key.arn,
      PublicKey: await publicKeyOfPair(key),
      ...specOf(document),
      KeyUsage: document.usage,
      ...algorithmsOf(document),
    };
  },
};
