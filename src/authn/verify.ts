import { headerOf } from '../core/header-list.ts';
import { hash } from 'node:crypto';
import { equalSecrets } from '../core/secret.ts';
import type { Instant } from '../core/time.ts';
import { canonicalRequest } from './canonical.ts';
import { checkFreshness } from './freshness.ts';
import { hmacHexOf } from './hmac.ts';
import { payloadOf } from './payload.ts';
import { signingKey } from './signing-key.ts';
import { checkFormV2, checkSignatureV2 } from './sigv2.ts';
import type { AuthenticationFailure, Signature, SignedRequest, StreamedPayload } from './types.ts';

const MISMATCH: AuthenticationFailure = Object.freeze({ kind: 'mismatch', text: '' });

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
  if (!services.includes(signature.scope.service)) {
    return {
      kind: 'wrongService',
      text: `Credential should be scoped to correct service: '${services[0] ?? ''}'. `,
    };
  }
  if (signature.form === 'queryV2') return checkFormV2(request, signature, now);
  return unsignedAmzHeader(request, signature) ?? checkFreshness(signature, now);
}

/** A header that changes what a request means must not be added to a signed one. */
function unsignedAmzHeader(
  request: SignedRequest,
  signature: Signature,
): AuthenticationFailure | undefined {
  const { headers } = request;
  for (let i = 0; i < headers.length; i += 2) {
    const raw = headers[i] ?? '';
    // 120 and 88 are `x` and `X`: most names are dismissed by their first character.
    const first = raw.charCodeAt(0);
    if (first !== 120 && first !== 88) continue;
    const name = raw.toLowerCase();
    if (!name.startsWith('x-amz-') || signature.signedHeaders.includes(name)) continue;
    // The hash is compared with the body, or with the query, whether it was signed or not.
    if (name === 'x-amz-content-sha256' && signature.presigned) continue;
    return {
      kind: 'unsignedHeader',
      text: `'${name}' must be a 'SignedHeader' in the AWS Authorization.`,
    };
  }
  return undefined;
}

/** `hostBucket`: the bucket in the host of a virtual-hosted S3 request; Version 2 signs it. */
export interface SignatureOptions {
  readonly hostBucket?: string;
}

/** Compares the signature with the one the secret makes. `undefined` when they agree. */
export function checkSignature(
  request: SignedRequest,
  signature: Signature,
  secretAccessKey: string,
  options: SignatureOptions = {},
): AuthenticationFailure | undefined {
  if (signature.form === 'queryV2') {
    return checkSignatureV2(request, signature, {
      secretAccessKey,
      hostBucket: options.hostBucket,
    });
  }
  const payload = payloadOf(request, signature);
  if (!payload.ok) return payload.failure;
  const canonical = canonicalRequest(request, signature, payload.hash);
  if (canonical === undefined) return MISMATCH;
  const { date, region, service } = signature.scope;
  const digest = hash('sha256', Buffer.from(canonical, 'latin1'), 'hex');
  const expected = hmacHexOf(
    signingKey(secretAccessKey, signature.scope),
    `AWS4-HMAC-SHA256\n${signature.timestamp}\n${date}/${region}/${service}/aws4_request\n${digest}`,
  );
  return equalSecrets(signature.signature, expected) ? undefined : MISMATCH;
}

/** What remains to be checked of a streamed body. Meaningful after `checkSignature` agreed. */
export function streamedPayload(request: SignedRequest, signature: Signature): StreamedPayload {
  if (signature.form === 'queryV2') return { kind: 'unsigned' };
  const payload = payloadOf(request, signature);
  return payload.ok ? payload.streamed : { kind: 'unsigned' };
}

/** The session token must be signed too where it stands in a header. */
export function tokenIsSigned(request: SignedRequest, signature: Signature): boolean {
  if (signature.presigned) return true;
  return (
    headerOf(request.headers, 'x-amz-security-token') === undefined ||
    signature.signedHeaders.includes('x-amz-security-token')
  );
}
