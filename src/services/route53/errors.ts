import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** Route 53's errors with AWS's texts. */
export function noSuchZone(id: string): ServiceError {
  return new ServiceError('NoSuchHostedZone', `No hosted zone found with ID: ${id}`);
}

export function noSuchChange(id: string): ServiceError {
  return new ServiceError('NoSuchChange', `Could not find resource with ID: ${id}`);
}

export function zoneExists(): ServiceError {
  return new ServiceError(
    'HostedZoneAlreadyExists',
    'A hosted zone has already been created with the specified caller reference.',
  );
}

export function zoneNotEmpty(): ServiceError {
  return new ServiceError(
    'HostedZoneNotEmpty',
    'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
  );
}

export function invalidDomainName(name: string): ServiceError {
  return new ServiceError('InvalidDomainName', `${name} is not a valid domain name.`);
}

export function invalidInput(text: string): ServiceError {
  return new ServiceError('InvalidInput', text);
}

/** Says everything that is wrong with a batch. */
export function invalidChangeBatch(messages: readonly string[]): ServiceError {
  return new ServiceError('InvalidChangeBatch', `[${messages.join(', ')}]`, {
    members: { messages },
  });
}

export function tooManyZones(limit: number): ServiceError {
  return new ServiceError(
    'TooManyHostedZones',
    `Limits exceeded: the maximum number of hosted zones is ${limit}.`,
  );
}

export const unbuilt = unbuiltIn('route53');
