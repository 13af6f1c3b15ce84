import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const unbuilt = unbuiltIn('fms');

export function notFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function invalidOperation(text: string): ServiceError {
  return new ServiceError('InvalidOperationException', text);
}

export function invalidInput(text: string): ServiceError {
  return new ServiceError('InvalidInputException', text);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

export function notInOrganization(account: string): ServiceError {
  return invalidOperation(`Account ${account} isn't part of an organization.`);
}

export function notAdministrator(account: string): ServiceError {
  return invalidOperation(`Account ${account} isn't a Firewall Manager administrator.`);
}

export function noSuchPolicy(id: string): ServiceError {
  return notFound(`Policy with id ${id} not found.`);
}
