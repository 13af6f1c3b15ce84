import { ServiceError } from '../../core/errors.ts';

export type Noun = 'user' | 'group' | 'role';

const TITLES: Readonly<Record<Noun, string>> = { user: 'User', group: 'Group', role: 'Role' };

function missing(text: string): ServiceError {
  return new ServiceError('NoSuchEntity', text, { status: 404 });
}

export function noSuchIdentity(noun: Noun, name: string): ServiceError {
  return missing(`The ${noun} with name ${name} cannot be found.`);
}

export function noSuchPolicy(arn: string): ServiceError {
  return missing(`Policy ${arn} was not found.`);
}

export function notAttachable(arn: string): ServiceError {
  return missing(`Policy ${arn} does not exist or is not attachable.`);
}

export function policyNotAttachable(): ServiceError {
  const text = 'Cannot attach a Service Role Policy to a Customer Role.';
  return new ServiceError('PolicyNotAttachable', text, { status: 400 });
}

/** A permissions boundary that is no policy. */
export function noSuchScope(arn: string): ServiceError {
  return missing(`Scope ARN: ${arn} does not exist or is not attachable.`);
}

export function noSuchVersion(arn: string, version: string): ServiceError {
  return missing(`Policy ${arn} version ${version} does not exist or is not attachable.`);
}

export function notAttached(arn: string): ServiceError {
  return missing(`Policy ${arn} was not found.`);
}

export function noSuchInlinePolicy(noun: Noun, name: string): ServiceError {
  return missing(`The ${noun} policy with name ${name} cannot be found.`);
}

export function noSuchAccessKey(id: string): ServiceError {
  return noSuchNumbered('Access Key', id);
}

/** `what` as AWS's texts call it: `Server Certificate`. */
export function noSuchNamed(what: string, name: string): ServiceError {
  return missing(`The ${what} with name ${name} cannot be found.`);
}

export function noSuchNumbered(what: string, id: string): ServiceError {
  return missing(`The ${what} with id ${id} cannot be found.`);
}

export function malformedCertificate(text: string): ServiceError {
  return new ServiceError('MalformedCertificate', text, { status: 400 });
}

export function noBoundary(noun: Noun, name: string): ServiceError {
  return missing(`${TITLES[noun]} ${name} does not have a permissions boundary.`);
}

export function alreadyExists(noun: Noun, name: string): ServiceError {
  const text = `${TITLES[noun]} with name ${name} already exists.`;
  return new ServiceError('EntityAlreadyExists', text, { status: 409 });
}

export function policyExists(name: string): ServiceError {
  const text = `A policy called ${name} already exists. Duplicate names are not allowed.`;
  return new ServiceError('EntityAlreadyExists', text, { status: 409 });
}

export function aliasTaken(alias: string): ServiceError {
  const text = `The account alias ${alias} already exists.`;
  return new ServiceError('EntityAlreadyExists', text, { status: 409 });
}

export function noSuchAlias(alias: string): ServiceError {
  return missing(`The account alias ${alias} cannot be found.`);
}

export function deleteConflict(text: string): ServiceError {
  return new ServiceError('DeleteConflict', text, { status: 409 });
}

export function quotaExceeded(quota: string, limit: number): ServiceError {
  return new ServiceError('LimitExceeded', `Cannot exceed quota for ${quota}: ${limit}`, {
    status: 409,
  });
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceeded', text, { status: 409 });
}

export function malformedPolicy(text: string): ServiceError {
  return new ServiceError('MalformedPolicyDocument', text, { status: 400 });
}

export function invalidInput(text: string): ServiceError {
  return new ServiceError('InvalidInput', text, { status: 400 });
}

export function validationError(text: string): ServiceError {
  return new ServiceError('ValidationError', text, { status: 400 });
}
