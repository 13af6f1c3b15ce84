import { ServiceError } from '../../core/errors.ts';

type Invalid =
  | 'CONFLICTING_BLOCK_UPDATE'
  | 'INVALID_BLOCK'
  | 'INVALID_BLOCK_TOKEN'
  | 'INVALID_CUSTOMER_KEY'
  | 'INVALID_PAGE_TOKEN'
  | 'INVALID_PARAMETER_VALUE'
  | 'INVALID_SNAPSHOT_ID'
  | 'INVALID_TAG'
  | 'INVALID_VOLUME_SIZE'
  | 'UNRELATED_SNAPSHOTS'
  | 'WRITE_REQUEST_TIMEOUT';

export function invalid(Reason: Invalid, text: string): ServiceError {
  return new ServiceError('ValidationException', text, { members: { Reason } });
}

export function snapshotNotFound(id: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `The snapshot '${id}' does not exist.`, {
    members: { Reason: 'SNAPSHOT_NOT_FOUND' },
  });
}

export function unauthorizedAccount(id: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    `The account is not authorized to access the snapshot '${id}'.`,
    { members: { Reason: 'UNAUTHORIZED_ACCOUNT' } },
  );
}

export function tokenConflict(): ServiceError {
  return new ServiceError(
    'ConflictException',
    'The request uses the same client token as a previous, but non-identical request.',
  );
}

/** What KMS refused, as EBS tells it. */
export function keyRefused(cause: ServiceError): ServiceError {
  if (cause.code !== 'AccessDeniedException') return invalid('INVALID_CUSTOMER_KEY', cause.message);
  return new ServiceError('AccessDeniedException', cause.message, {
    members: { Reason: 'DEPENDENCY_ACCESS_DENIED' },
  });
}

/** A limit of what EBS stands on. */
export function quotaExceeded(text: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', text, {
    members: { Reason: 'DEPENDENCY_SERVICE_QUOTA_EXCEEDED' },
  });
}
