import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** CloudFormation's errors with AWS's texts. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationError', text);
}

export function stackDoesNotExist(name: string): ServiceError {
  return validation(`Stack with id ${name} does not exist`);
}

export function alreadyExists(name: string): ServiceError {
  return new ServiceError('AlreadyExistsException', `Stack [${name}] already exists`);
}

export function changeSetAlreadyExists(name: string): ServiceError {
  return new ServiceError('AlreadyExistsException', `ChangeSet ${name} already exists`);
}

export function changeSetNotFound(name: string): ServiceError {
  return new ServiceError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`);
}

export function invalidChangeSetStatus(text: string): ServiceError {
  return new ServiceError('InvalidChangeSetStatus', text);
}

export function insufficientCapabilities(needed: readonly string[]): ServiceError {
  const text = `Requires capabilities : [${needed.join(', ')}]`;
  return new ServiceError('InsufficientCapabilitiesException', text);
}

export function typeNotFound(name: string): ServiceError {
  return new ServiceError('TypeNotFoundException', `The type '${name}' cannot be found.`);
}

export const unbuilt = unbuiltIn('cloudformation');
