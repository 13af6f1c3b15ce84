import { randomBytes } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { requestConditions } from './conditions.ts';
import { validation } from './errors.ts';
import type { StoreParts } from './outer-keys.ts';
import type { Recipients } from './recipients.ts';
import { randomOf } from './store-randomness.ts';

export function createGenerateRandom(
  stores: StoreParts,
  recipients: Recipients,
): OperationOf<KmsOperations, 'GenerateRandom'> {
  return {
    name: 'GenerateRandom',
    access: 'crypto',
    authorize: async (input, { call }) => {
      const conditions = requestConditions(call);
      recipients.addConditions(conditions, input, call.realNow);
      return [{ action: 'kms:GenerateRandom', resource: '*', conditions }];
    },
    handle: async (input, context) => {
      if (input.NumberOfBytes === undefined) throw validation('NumberOfBytes is required.');
      const { NumberOfBytes: bytes, CustomKeyStoreId: storeId } = input;
      const plaintext =
        storeId === undefined
          ? randomBytes(bytes)
          : await randomOf(stores, storeId, bytes, context);
      const sealed = recipients.seal(input, plaintext, context.call.realNow);
      return sealed === undefined ? { Plaintext: plaintext } : { CiphertextForRecipient: sealed };
    },
  };
}
