import { SECOND_MS, type Instant } from '../../core/time.ts';
import { type Failure, lasting, passingFailure } from './failures.ts';
import type { HttpOutcome } from '../../contract/send-http.ts';

const PREFIX = 'Unable to invoke ApiDestination endpoint:';

/** Statuses that AWS tries again after, beside those of servers in trouble. */
const PASSING = new Set([401, 407, 409, 429]);

/** Undefined: it has arrived. */
export function failureOfAnswer(outcome: HttpOutcome, now: Instant): Failure | undefined {
  switch (outcome.kind) {
    case 'answered':
      return failureOfStatus(outcome.status, outcome.retryAfter, now);
    case 'timedOut':
      return passingFailure('TIMEOUT', `${PREFIX} The endpoint did not answer in time.`);
    case 'busy':
      return passingFailure('THROTTLING', `${PREFIX} Too many calls are on their way.`);
    case 'unreachable': {
      const text = `${PREFIX} API destination endpoint cannot be reached.`;
      // A name that leads nowhere is nobody's server.
      const isNobody = outcome.reason.includes('ENOTFOUND');
      return isNobody ? lasting('NO_RESOURCE', text) : passingFailure('CONNECTION_FAILURE', text);
    }
  }
}

function failureOfStatus(
  status: number,
  retryAfter: string | undefined,
  now: Instant,
): Failure | undefined {
  if (status >= 200 && status <= 299) return undefined;
  const text = `${PREFIX} The endpoint answered with status ${status}.`;
  if (status < 500 && !PASSING.has(status)) return lasting('SDK_CLIENT_ERROR', text);
  const failure = passingFailure(status < 500 ? 'SDK_CLIENT_ERROR' : 'ERROR_FROM_TARGET', text);
  const waitMs = waitOf(retryAfter, now);
  return waitMs === undefined ? failure : { ...failure, waitMs };
}

/** Seconds or a date. */
function waitOf(retryAfter: string | undefined, now: Instant): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds * SECOND_MS : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
