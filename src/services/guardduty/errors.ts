import { ServiceError, unbuiltIn } from '../../core/errors.ts';

function rejected(reason: string): ServiceError {
  const members = { Type: 'InvalidInputException' };
  return new ServiceError('BadRequestException', `The request is rejected because ${reason}.`, {
    status: 400,
    members,
  });
}

export const detectorExists = (): ServiceError =>
  rejected('a detector already exists for the current account');

export const notOwned = (): ServiceError =>
  rejected('the input detectorId is not owned by the current account');

export const hasMembers = (): ServiceError =>
  rejected('the current account cannot delete detector while it has invited or associated members');

/** Completes "The request is rejected because …". */
export const invalid = (reason: string): ServiceError => rejected(reason);

export const invalidParameter = (name: string): ServiceError =>
  rejected(`an invalid or out-of-range value is specified as an input parameter: ${name}`);

export function noSuchResource(): ServiceError {
  const text = 'The request is rejected since no such resource found.';
  const members = { Type: 'InvalidInputException' };
  return new ServiceError('BadRequestException', text, { status: 400, members });
}

export const unbuilt = unbuiltIn('guardduty');
