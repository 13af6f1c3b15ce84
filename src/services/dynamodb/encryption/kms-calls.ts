import type { KmsOperations } from '../../../../models/kms/types.ts';
import type { CallOptions, OperationReference } from '../../../contract/operation.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';

type Kms<N extends keyof KmsOperations> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;

export const CREATE_GRANT: Kms<'CreateGrant'> = { service: 'kms', operation: 'CreateGrant' };
export const RETIRE_GRANT: Kms<'RetireGrant'> = { service: 'kms', operation: 'RetireGrant' };

export const PRINCIPAL = 'dynamodb.amazonaws.com';

/** What calls KMS inside a unit: for the caller of an operation, or in a job. */
export interface KeyCalls {
  readonly unit: Unit;
  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<O>;
}

/** DynamoDB on behalf of who asks. */
export function forCaller({ region }: Scope): CallOptions {
  return { via: 'dynamodb', region };
}

/** DynamoDB by itself: its grants let it. */
export function byItself({ account, region }: Scope): CallOptions {
  return { as: { principal: PRINCIPAL, account }, region };
}

/** What binds every use of a KMS key to one table. */
export function encryptionContext({ account }: Scope, table: string) {
  return { 'aws:dynamodb:tableName': table, 'aws:dynamodb:subscriberId': account };
}
