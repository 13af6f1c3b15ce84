import { ServiceError } from '../../core/errors.ts';

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'Invalid nextToken was passed in request.');
}

export function invalidTimeRange(): ServiceError {
  return new ServiceError(
    'InvalidTimeRangeException',
    'EndTime should be greater than or equal to StartTime.',
  );
}

export function invalidLookupAttributes(): ServiceError {
  return new ServiceError(
    'InvalidLookupAttributesException',
    'You can not use more than one lookup attribute.',
  );
}
