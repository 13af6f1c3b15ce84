import type { StsOperations } from '../../../models/sts/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { validationError } from './errors.ts';

/** `accountOf` reads the account out of an access key id. */
export function createGetAccessKeyInfo(
  accountOf: (accessKeyId: string) => string | undefined,
): OperationOf<StsOperations, 'GetAccessKeyInfo'> {
  return {
    name: 'GetAccessKeyInfo',
    access: 'read',
    authorize: async () => [{ action: 'sts:GetAccessKeyInfo', resource: '*' }],
    handle: async ({ AccessKeyId }) => {
      const Account = accountOf(AccessKeyId);
      if (Account === undefined) throw validationError('Invalid AccessKeyId');
      return { Account };
    },
  };
}
