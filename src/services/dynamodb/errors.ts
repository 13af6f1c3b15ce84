import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { Item } from './domain/values.ts';
import type { Reason } from './items/transactions-reasons.ts';

/** What a request asks for that is not built. */
export const unbuilt = unbuiltIn('dynamodb');

/** As the control plane says it. */
export function tableNotFound(name: string): ServiceError {
  return resourceNotFound(`Requested resource not found: Table: ${name} not found`);
}

/** As calls on items say it. */
export function noSuchResource(): ServiceError {
  return resourceNotFound('Requested resource not found');
}

export function resourceNotFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function resourceInUse(text: string): ServiceError {
  return new ServiceError('ResourceInUseException', text);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

/** `item`: the item as it is, where the request wants to know. */
export function conditionalCheckFailed(item?: Item): ServiceError {
  return new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', {
    members: item === undefined ? {} : { Item: item },
  });
}

/** `expected`: the revision that the policy should have had. */
export function policyNotFound(arn: string, expected?: string): ServiceError {
  return new ServiceError(
    'PolicyNotFoundException',
    expected === undefined
      ? `Resource-based policy not found for the provided ResourceArn: ${arn}`
      : `The provided ExpectedRevisionId ${expected} does not match that of the policy of ${arn}`,
  );
}

/** `reasons`: what became of each action, in their order. */
export function transactionCancelled(reasons: readonly Reason[]): ServiceError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { members: { CancellationReasons: reasons } },
  );
}

export function idempotentParameterMismatch(): ServiceError {
  return new ServiceError(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request.',
  );
}

export function backupNotFound(arn: string): ServiceError {
  return new ServiceError('BackupNotFoundException', `Backup not found: ${arn}`);
}

export function backupInUse(arn: string): ServiceError {
  return new ServiceError('BackupInUseException', `Backup is being created or used: ${arn}`);
}

export function tableAlreadyExists(name: string): ServiceError {
  return new ServiceError('TableAlreadyExistsException', `Table already exists: ${name}`);
}

export function tableBusy(name: string): ServiceError {
  return new ServiceError(
    'TableInUseException',
    `Attempt to change a resource which is still in use: Table is not active: ${name}`,
  );
}

export function duplicateItem(): ServiceError {
  return new ServiceError('DuplicateItemException', 'Duplicate primary key exists in table');
}
