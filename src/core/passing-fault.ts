import type { ServiceError } from './errors.ts';

/** Why trying again may help: too many calls, a server in trouble, or something that is being changed. */
export type PassingFault = 'throttled' | 'server' | 'busy';

/** Undefined: the same call would be refused again. */
export function passingFault({ code, fault, status }: ServiceError): PassingFault | undefined {
  if (/Thrott|TooManyRequests|LimitExceeded|RequestLimit/.test(code)) return 'throttled';
  if (fault === 'server' || (status ?? 400) >= 500) return 'server';
  return /Conflict|Busy|NotReady|Unavailable|InvalidState|Pending/.test(code) ? 'busy' : undefined;
}
