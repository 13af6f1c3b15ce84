import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationReference } from '../../contract/operation.ts';

type Reference<N extends keyof KmsOperations> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;

const service = 'kms';
const describeKey: Reference<'DescribeKey'> = { service, operation: 'DescribeKey' };
const encrypt: Reference<'Encrypt'> = { service, operation: 'Encrypt' };
const decrypt: Reference<'Decrypt'> = { service, operation: 'Decrypt' };
const reEncrypt: Reference<'ReEncrypt'> = { service, operation: 'ReEncrypt' };
const generateDataKey: Reference<'GenerateDataKey'> = { service, operation: 'GenerateDataKey' };
const generateDataKeyWithoutPlaintext: Reference<'GenerateDataKeyWithoutPlaintext'> = {
  service,
  operation: 'GenerateDataKeyWithoutPlaintext',
};
const createGrant: Reference<'CreateGrant'> = { service, operation: 'CreateGrant' };
const retireGrant: Reference<'RetireGrant'> = { service, operation: 'RetireGrant' };

/**
 * Operations that other services call for their callers (`via`), or in their own name (`as`). The account's own key of
 * a service is named `alias/aws/<service>`; the first call made for a caller makes it.
 */
export const kms = {
  describeKey,
  encrypt,
  decrypt,
  reEncrypt,
  generateDataKey,
  generateDataKeyWithoutPlaintext,
  createGrant,
  retireGrant,
};
