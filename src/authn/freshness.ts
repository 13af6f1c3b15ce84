import { MINUTE_MS, SECOND_MS, type Instant } from '../core/time.ts';
import { shown, signsLikeS3 } from './scope.ts';
import type { AuthenticationFailure, Signature } from './types.ts';

const SKEW_MS = 5 * MINUTE_MS;
/** S3 documents a quarter of an hour; STS and IAM answer with `- 15 min.` in the field. */
const WIDE_SKEW_MS = 15 * MINUTE_MS;

/** How far a signature's time may lie from ours, in milliseconds. */
export function allowedSkew(service: string): number {
  return signsLikeS3(service) || service === 'sts' || service === 'iam' ? WIDE_SKEW_MS : SKEW_MS;
}

/** Judges the time of a Version 4 signature. `now` is real time, in milliseconds. */
export function checkFreshness(
  signature: Signature,
  now: Instant,
): AuthenticationFailure | undefined {
  const { timestamp, scope } = signature;
  const time = instantOf(timestamp);
  if (time === undefined) {
    return {
      kind: signature.presigned ? 'malformedQuery' : 'incomplete',
      text:
        `Date must be in ISO-8601 'basic format'. Got '${shown(timestamp)}'. ` +
        `See http://en.wikipedia.org/wiki/ISO_8601`,
    };
  }
  if (scope.date !== timestamp.slice(0, 8)) {
    return {
      kind: 'malformedScope',
      text:
        `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of ` +
        `date from HTTP: '${scope.date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`,
    };
  }
  const skew = allowedSkew(scope.service);
  const minutes = skew / MINUTE_MS;
  if (time - now > skew) {
    return {
      kind: 'notYetCurrent',
      text:
        `Signature not yet current: ${timestamp} is still later than ` +
        `${basicFormat(now + skew)} (${basicFormat(now)} + ${minutes} min.)`,
    };
  }
  if (signature.expiresSeconds !== undefined) {
    const end = time + signature.expiresSeconds * SECOND_MS;
    if (now <= end) return undefined;
    return {
      kind: 'expiredUrl',
      text: `Signature expired: ${basicFormat(end)} is now earlier than ${basicFormat(now)}`,
    };
  }
  if (now - time > skew) {
    return {
      kind: 'expired',
      text:
        `Signature expired: ${timestamp} is now earlier than ` +
        `${basicFormat(now - skew)} (${basicFormat(now)} - ${minutes} min.)`,
    };
  }
  return undefined;
}

let lastTimestamp = '';
let lastInstant: Instant | undefined;

/**
 * `20261124T120000Z` → milliseconds; undefined for any other form and for days that do not exist. The last answer is
 * kept: requests that arrive together were signed in the same second.
 */
export function instantOf(timestamp: string): Instant | undefined {
  if (timestamp !== lastTimestamp) {
    lastInstant = readInstant(timestamp);
    lastTimestamp = timestamp;
  }
  return lastInstant;
}

function readInstant(timestamp: string): Instant | undefined {
  if (!/^\d{8}T\d{6}Z$/.test(timestamp)) return undefined;
  const part = (from: number, length: number): number =>
    Number(timestamp.slice(from, from + length));
  const time = Date.UTC(
    part(0, 4),
    part(4, 2) - 1,
    part(6, 2),
    part(9, 2),
    part(11, 2),
    part(13, 2),
  );
  // Date.UTC rolls 31 February over; such a time would have two spellings.
  return basicFormat(time) === timestamp ? time : undefined;
}

/** Milliseconds → `20261124T120000Z`. */
export function basicFormat(time: Instant): string {
  return `${new Date(time).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}
