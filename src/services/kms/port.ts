import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationReference } from '../../contract/operation.ts';

function operation<N extends keyof KmsOperations>(
  name: N,
): OperationReference<KmsOperations[N]['input'], KmsOperations[N]['output']> {
  return { service: 'kms', operation: name };
}

/** What other services ask of KMS, through the pipeline. */
export const kmsDecrypt = operation('Decrypt');
export const kmsEncrypt = operation('Encrypt');
export const kmsDescribeKey = operation('DescribeKey');
export const kmsGenerateDataKey = operation('GenerateDataKey');

export { requesterOf } from './domain/requester.ts';
