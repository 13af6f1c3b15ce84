import { randomBytes } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { requestConditions } from './conditions.ts';
import { unbuilt, validation } from './errors.ts';

export const generateRandom: OperationOf<KmsOperations, 'GenerateRandom'> = {
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
  handle: async (input) => {
    if (input.CustomKeyStoreId !== undefined) throw unbuilt('GenerateRandom', 'CustomKeyStoreId');
    if (input.Recipient !== undefined) throw unbuilt('GenerateRandom', 'Recipient');
    if (input.NumberOfBytes === undefined) throw validation('NumberOfBytes is required.');
    return { Plaintext: randomBytes(input.NumberOfBytes) };
  },
};
