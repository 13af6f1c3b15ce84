import { headerOf } from '../core/header-list.ts';
import { hash } from 'node:crypto';
import { queryParameters } from './canonical.ts';
import { signsLikeS3 } from './scope.ts';
import type { AuthenticationFailure, Signature, SignedRequest, StreamedPayload } from './types.ts';

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const UNSIGNED = 'UNSIGNED-PAYLOAD';
const HEX_HASH = /^[0-9a-f]{64}$/;

const CHUNKED: ReadonlyMap<string, { readonly signed: boolean; readonly trailer: boolean }> =
  new Map([
    ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { signed: true, trailer: false }],
    ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { signed: true, trailer: true }],
    ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { signed: false, trailer: true }],
  ]);

export type Payload =
  | { readonly ok: true; readonly hash: string; readonly streamed: StreamedPayload }
  | { readonly ok: false; readonly failure: AuthenticationFailure };

/** How a body is framed that nobody signed. */
export function chunkingOf(request: Pick<SignedRequest, 'headers'>): StreamedPayload {
  const declared = headerOf(request.headers, 'x-amz-content-sha256') ?? '';
  const chunked = CHUNKED.get(declared);
  return chunked === undefined ? { kind: 'unsigned' } : { kind: 'chunked', ...chunked };
}

const VERIFIED: StreamedPayload = Object.freeze({ kind: 'verified' });

/**
 * The last line of the canonical request, and what is still to be checked of a body that was not read.
 * A declared hash is believed only after the body agreed with it, or together with the duty to check.
 */
export function payloadOf(request: SignedRequest, signature: Signature): Payload {
  const likeS3 = signsLikeS3(signature.scope.service);
  const declared = declaredHash(request, signature);
  if (declared === undefined) return undeclared(request, signature, likeS3);
  if (declared === UNSIGNED) {
    // Elsewhere the body would be anybody's: only S3, and operations that stream, leave it out.
    if (!likeS3 && request.body !== undefined && request.body.length > 0)
      return refused('mismatch');
    return { ok: true, hash: UNSIGNED, streamed: { kind: 'unsigned' } };
  }
  const chunked = CHUNKED.get(declared);
  if (chunked !== undefined && (likeS3 || request.body === undefined)) {
    return { ok: true, hash: declared, streamed: { kind: 'chunked', ...chunked } };
  }
  if (!HEX_HASH.test(declared)) {
    return likeS3
      ? refused(
          'missingContentHash',
          `x-amz-content-sha256 must be ${UNSIGNED}, ` +
            `STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, ` +
            `STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.`,
        )
      : refused('mismatch');
  }
  if (request.body === undefined) {
    return { ok: true, hash: declared, streamed: { kind: 'hash', sha256: declared } };
  }
  return declared === bodyHash(request.body)
    ? { ok: true, hash: declared, streamed: VERIFIED }
    : refused('contentHash');
}

function undeclared(request: SignedRequest, signature: Signature, likeS3: boolean): Payload {
  if (likeS3) {
    return signature.presigned
      ? { ok: true, hash: UNSIGNED, streamed: { kind: 'unsigned' } }
      : refused(
          'missingContentHash',
          'Missing required header for this request: x-amz-content-sha256',
        );
  }
  if (request.body === undefined) {
    const sha256 = EMPTY_HASH;
    return signature.presigned
      ? { ok: true, hash: sha256, streamed: { kind: 'hash', sha256 } }
      : refused('mismatch');
  }
  return { ok: true, hash: bodyHash(request.body), streamed: VERIFIED };
}

/** A hash counts where the signature covers it: in the query of a presigned URL, or in a header. */
function declaredHash(request: SignedRequest, signature: Signature): string | undefined {
  if (signature.presigned && request.rawQuery.includes('X-Amz-Content-Sha256=')) {
    const found = queryParameters(request.rawQuery).filter(([n]) => n === 'X-Amz-Content-Sha256');
    if (found.length > 0) return found.map(([, value]) => value).join(',');
  }
  return headerOf(request.headers, 'x-amz-content-sha256');
}

function refused(kind: AuthenticationFailure['kind'], text = ''): Payload {
  return { ok: false, failure: { kind, text } };
}

function bodyHash(body: Uint8Array): string {
  return body.length === 0 ? EMPTY_HASH : hash('sha256', body, 'hex');
}
