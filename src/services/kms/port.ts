import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';

/** What KMS may be given: tells whether the principals that a key policy names exist. */
export interface PrincipalDirectory {
  /** `name` is the ARN of a user, role or session, of an account's root, or a bare 12-digit account id. */
  exists(unit: Unit, name: string): Promise<boolean>;
}

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

/** Operations that other services call for their callers (`via`), or in their own name (`as`). */
export const kms = {
  describeKey,
  encrypt,
  decrypt,
  reEncrypt,
  generateDataKey,
  generateDataKeyWithoutPlaintext,
};
