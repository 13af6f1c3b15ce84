import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';

export const unbuilt = unbuiltIn('ecr');

/** ECR's errors with AWS's texts. */
export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterException', text);
}

export function invalidTagParameter(text: string): ServiceError {
  return new ServiceError('InvalidTagParameterException', text);
}

export function tooManyTags(text: string): ServiceError {
  return new ServiceError('TooManyTagsException', text);
}

const PLACE = 'in the registry with id';

export function repositoryAlreadyExists(name: string, scope: Scope): ServiceError {
  const text = `The repository with name '${name}' already exists ${PLACE} '${scope.account}'`;
  return new ServiceError('RepositoryAlreadyExistsException', text);
}

export function repositoryNotFound(name: string, scope: Scope): ServiceError {
  const text = `The repository with name '${name}' does not exist ${PLACE} '${scope.account}'`;
  return new ServiceError('RepositoryNotFoundException', text);
}

export function repositoryPolicyNotFound(name: string, scope: Scope): ServiceError {
  const text = `Repository policy does not exist for the repository with name '${name}' ${PLACE} '${scope.account}'`;
  return new ServiceError('RepositoryPolicyNotFoundException', text);
}

export function lifecyclePolicyNotFound(name: string, scope: Scope): ServiceError {
  const text = `Lifecycle policy does not exist for the repository with name '${name}' ${PLACE} '${scope.account}'`;
  return new ServiceError('LifecyclePolicyNotFoundException', text);
}
