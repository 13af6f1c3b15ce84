import { randomBytes } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { requestConditions } from './conditions.ts';
import { unbuilt, validation } from './errors.ts';
import type { StoreParts } from './outer-keys.ts';
import { randomOf } from './store-randomness.ts';

export function createGenerateRandom(
  stores: StoreParts,
): OperationOf<KmsOperations, 'GenerateRandom'> {
  return {
    name: 'GenerateRandom',
    access: 'crypto',
    authorize: (_input, context) =>
      Promise.resolve([
        {
          action: 'kms:GenerateRandom',
          resource: '*',
          conditions: requestConditions(context.call),
        },
      ]),
    handle: async (input, context) => {
      if (input.Recipient !== undefined) throw unbuilt('GenerateRandom', 'Recipient');
      if (input.NumberOfBytes === undefined) throw validation('NumberOfBytes is required.');
      const { NumberOfBytes: bytes, CustomKeyStoreId: storeId } = input;
      if (storeId === undefined) return { Plaintext: randomBytes(bytes) };
      return { Plaintext: await randomOf(stores, storeId, bytes, context) };
    },
  };
}
