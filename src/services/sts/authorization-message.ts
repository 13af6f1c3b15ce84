import type { StsOperations } from '../../../models/sts/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { invalidAuthorizationMessage } from './errors.ts';

/** `open` gives what the gateway sealed into a denial; undefined for anything else. */
export function createDecodeAuthorizationMessage(
  open: (message: string) => JsonObject | undefined,
): OperationOf<StsOperations, 'DecodeAuthorizationMessage'> {
  return {
    name: 'DecodeAuthorizationMessage',
    access: 'read',
    authorize: async () => [{ action: 'sts:DecodeAuthorizationMessage', resource: '*' }],
    handle: async ({ EncodedMessage }) => {
      const message = open(EncodedMessage);
      if (message === undefined) throw invalidAuthorizationMessage();
      return { DecodedMessage: JSON.stringify(message) };
    },
  };
}
