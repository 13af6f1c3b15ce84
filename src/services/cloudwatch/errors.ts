import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function invalidValue(text: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', text);
}

export function invalidCombination(text: string): ServiceError {
  return new ServiceError('InvalidParameterCombinationException', text);
}

export function missingParameter(text: string): ServiceError {
  return new ServiceError('MissingRequiredParameterException', text);
}

export function validationError(text: string): ServiceError {
  return new ServiceError('ValidationError', text);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextToken', 'The next token specified is invalid.');
}

export function alarmNotFound(): ServiceError {
  return new ServiceError('ResourceNotFound', 'Unknown alarm name.');
}

export function alarmsNotFound(names: readonly string[]): ServiceError {
  return new ServiceError('ResourceNotFound', `Alarms [${names.join(', ')}] not found`);
}

export function resourceNotFound(arn: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `Unknown resource: ${arn}`);
}

export function invalidStateData(): ServiceError {
  return new ServiceError('InvalidFormatFault', 'State reason data is not valid JSON.');
}

export const unbuilt = unbuiltIn('cloudwatch');
