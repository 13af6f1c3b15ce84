import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function analyzerExists(name: string): ServiceError {
  const members = { resourceId: name, resourceType: 'Analyzer' };
  return new ServiceError('ConflictException', 'Analyzer already exists', { members });
}

export function ruleExists(name: string): ServiceError {
  const members = { resourceId: name, resourceType: 'ArchiveRule' };
  return new ServiceError('ConflictException', 'Archive rule already exists', { members });
}

export function notFound(resourceType: string, resourceId: string): ServiceError {
  const text = `${resourceType} not found: ${resourceId}`;
  return new ServiceError('ResourceNotFoundException', text, {
    members: { resourceId, resourceType },
  });
}

export function quotaExceeded(
  resourceType: string,
  resourceId: string,
  most: number,
): ServiceError {
  const text = `The maximum number of resources of type ${resourceType} is ${most}.`;
  return new ServiceError('ServiceQuotaExceededException', text, {
    members: { resourceId, resourceType },
  });
}

export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text, { members: { reason: 'other' } });
}

export const unbuilt = unbuiltIn('access-analyzer');
