import type { ServiceError } from '../../core/errors.ts';
import { passingFault } from '../../core/passing-fault.ts';

/** Why something did not arrive, in the words of dead-letter queues. */
export interface Failure {
  /** `NO_PERMISSIONS`. */
  readonly code: string;
  readonly message: string;
  /** False: trying again would not help until somebody changes something. */
  readonly isPassing: boolean;
  /** A wait that the target asked for. */
  readonly waitMs?: number;
}

export function lasting(code: string, message: string): Failure {
  return { code, message, isPassing: false };
}

export function passingFailure(code: string, message: string): Failure {
  return { code, message, isPassing: true };
}

/** What a call's error means for a delivery. */
export function failureOf(error: ServiceError): Failure {
  const { code, message } = error;
  if (/not authorized|AccessDenied|AuthorizationError|UnauthorizedOperation/i.test(code)) {
    return lasting(denialCode(message), message);
  }
  if (/NotFound|NonExistent|NoSuch|DoesNotExist/.test(code)) return lasting('NO_RESOURCE', message);
  switch (passingFault(error)) {
    case 'throttled':
      return passingFailure('THROTTLING', message);
    case 'server':
      return passingFailure('INTERNAL_ERROR', message);
    case 'busy':
      return passingFailure('ERROR_FROM_TARGET', message);
    default:
  }
  return /Validation|Invalid|Malformed|Missing/.test(code)
    ? lasting('INVALID_PARAMETER', message)
    : lasting('SDK_CLIENT_ERROR', message);
}

function denialCode(message: string): string {
  return message.includes('sts:AssumeRole') ? 'FAILED_TO_ASSUME_ROLE' : 'NO_PERMISSIONS';
}
