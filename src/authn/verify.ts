import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, SECOND_MS, type Instant } from '../core/time.ts';
import { canonicalRequest, headerValue, payloadHash } from './canonical.ts';
import { signingKey } from './signing-key.ts';
import type { AuthenticationFailure, Signature, SignedRequest } from './types.ts';

const SKEW_MS = 5 * MINUTE_MS;
const S3_SKEW_MS = 15 * MINUTE_MS;

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/**
 * What can be judged without the secret: form, scope and time.
 * `now` is real time; `services` are the signing names the endpoint takes for this request.
 */
export function checkForm(
  request: SignedRequest,
  signature: Signature,
  services: readonly string[],
  now: Instant,
): AuthenticationFailure | undefined {
  const { scope, signedHeaders, timestamp } = signature;
  if (!services.includes(scope.service)) {
    return {
      kind: 'wrongService',
      text: `Credential should be scoped to correct service: '${services[0] ?? ''}'. `,
    };
  }
  if (!signedHeaders.includes('host')) {
    return { kind: 'incomplete', text: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization." };
  }
  const unsigned = unsignedAmzHeader(request, signature);
  if (unsigned !== undefined) {
    return { kind: 'mismatch', text: `There were headers present in the request which were not signed: ${unsigned}` };
  }
  if (scope.date !== timestamp.slice(0, 8)) {
    return {
      kind: 'malformedScope',
      text: `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${timestamp.slice(0, 8)}', from '${timestamp.slice(0, 32)}'.`,
    };
  }
  return checkTime(signature, now);
}

/** A header that changes what a request means must not be added to a signed one. */
function unsignedAmzHeader(request: SignedRequest, signature: Signature): string | undefined {
  for (let i = 0; i < request.headers.length; i += 2) {
    const name = (request.headers[i] ?? '').toLowerCase();
    if (name.startsWith('x-amz-') && !signature.signedHeaders.includes(name)) {
      if (name !== 'x-amz-content-sha256' && name !== 'x-amz-user-agent') return name;
    }
  }
  return undefined;
}

function checkTime(signature: Signature, now: Instant): AuthenticationFailure | undefined {
  const time = instantOf(signature.timestamp);
  if (time === undefined) {
    return {
      kind: 'incomplete',
      text: `Date must be in ISO-8601 'basic format'. Got '${signature.timestamp.slice(0, 32)}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    };
  }
  const skew = signature.scope.service === 's3' ? S3_SKEW_MS : SKEW_MS;
  const minutes = skew / MINUTE_MS;
  const good = signature.expiresSeconds === undefined ? skew : signature.expiresSeconds * SECOND_MS;
  if (time - now > skew) {
    return {
      kind: 'notYetCurrent',
      text: `Signature not yet current: ${signature.timestamp} is still later than ${compact(now + skew)} (${compact(now)} + ${minutes} min.)`,
    };
  }
  if (now - time > good) {
    return {
      kind: 'expired',
      text: `Signature expired: ${signature.timestamp} is now earlier than ${compact(now - good)} (${compact(now)} - ${minutes} min.)`,
    };
  }
  return undefined;
}

/** Compares the signature with the one the secret makes. `undefined` when they agree. */
export function checkSignature(
  request: SignedRequest,
  signature: Signature,
  secretAccessKey: string,
): AuthenticationFailure | undefined {
  const payload = payloadHash(request, signature);
  if (!payload.ok) return { kind: 'contentHash', text: MISMATCH };
  const canonical = canonicalRequest(request, signature, payload.hash);
  if (canonical === undefined) return { kind: 'mismatch', text: MISMATCH };
  const { date, region, service } = signature.scope;
  const text = `AWS4-HMAC-SHA256\n${signature.timestamp}\n${date}/${region}/${service}/aws4_request\n${hash('sha256', canonical, 'hex')}`;
  const expected = createHmac('sha256', signingKey(secretAccessKey, signature.scope)).update(text).digest();
  const given = Buffer.from(signature.signature, 'hex');
  const agree = given.length === expected.length && timingSafeEqual(given, expected);
  return agree && /^[0-9a-f]{64}$/.test(signature.signature)
    ? undefined
    : { kind: 'mismatch', text: MISMATCH };
}

/** The session token must be signed too where it stands in a header. */
export function tokenIsSigned(request: SignedRequest, signature: Signature): boolean {
  if (signature.presigned) return true;
  return (
    headerValue(request.headers, 'x-amz-security-token') === undefined ||
    signature.signedHeaders.includes('x-amz-security-token')
  );
}

/** `20261124T120000Z` → milliseconds. */
function instantOf(timestamp: string): Instant | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(timestamp);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

function compact(time: Instant): string {
  return `${new Date(time).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}
