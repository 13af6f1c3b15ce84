import { hash } from 'node:crypto';
import type { Signature, SignedRequest } from './types.ts';

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** The value of a header by lower-case name; duplicates are joined by `,` without a space, as signers do. */
export function headerValue(headers: readonly string[], name: string): string | undefined {
  let found: string | undefined;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const key = headers[i];
    if (key === undefined || key.length !== name.length || key.toLowerCase() !== name) continue;
    const value = headers[i + 1] ?? '';
    found = found === undefined ? value : `${found},${value}`;
  }
  return found;
}

/** Names and values of a query, undecoded, in order. */
export function queryParameters(rawQuery: string): [string, string][] {
  if (rawQuery === '') return [];
  return rawQuery
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    });
}

/** The text a signer hashes. `undefined` when a signed header is absent. */
export function canonicalRequest(
  request: SignedRequest,
  signature: Signature,
  payloadHash: string,
): string | undefined {
  const headers = canonicalHeaders(request.headers, signature.signedHeaders);
  if (headers === undefined) return undefined;
  const path = canonicalPath(request.rawPath, signature.scope.service);
  const query = canonicalQuery(request.rawQuery, signature.presigned);
  const names = signature.signedHeaders.join(';');
  return `${request.method}\n${path}\n${query}\n${headers}\n${names}\n${payloadHash}`;
}

/** S3 signs the path as sent; every other service normalises it and encodes it once more. */
function canonicalPath(rawPath: string, service: string): string {
  if (rawPath === '' || rawPath === '/') return '/';
  if (service === 's3' || service === 's3-object-lambda') return rawPath;
  return normalised(rawPath).split('/').map(encoded).join('/');
}

function normalised(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const tail = path.endsWith('/') && kept.length > 0 ? '/' : '';
  return `/${kept.join('/')}${tail}`;
}

/** RFC 3986 encoding, `%` included: what was encoded once is encoded twice. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(rawQuery: string, presigned: boolean): string {
  if (rawQuery === '') return '';
  return queryParameters(rawQuery)
    .map(([name, value]): [string, string] => [recoded(name), recoded(value)])
    .filter(([name]) => !(presigned && name === 'X-Amz-Signature'))
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Clients differ in what they leave unencoded; the canonical form is strict. A bare `+` is a plus here. */
function recoded(text: string): string {
  if (/^[A-Za-z0-9\-._~]*$/.test(text)) return text;
  try {
    return encoded(decodeURIComponent(text));
  } catch {
    return encoded(text);
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function canonicalHeaders(
  headers: readonly string[],
  names: readonly string[],
): string | undefined {
  let text = '';
  for (const name of names) {
    const value = headerValue(headers, name);
    if (value === undefined) return undefined;
    text += `${name}:${collapsed(value)}\n`;
  }
  return text;
}

function collapsed(value: string): string {
  return value.includes('  ') || value.startsWith(' ') || value.endsWith(' ')
    ? value.trim().replace(/ {2,}/g, ' ')
    : value;
}

export type Payload =
  | { readonly ok: true; readonly hash: string; readonly streaming: boolean }
  | { readonly ok: false };

/** The payload's hash as the signer used it, checked against the body where there is one. */
export function payloadHash(request: SignedRequest, signature: Signature): Payload {
  const declared = headerValue(request.headers, 'x-amz-content-sha256');
  const isS3 = signature.scope.service === 's3';
  if (signature.presigned && declared === undefined) {
    return { ok: true, hash: isS3 ? UNSIGNED : bodyHash(request), streaming: false };
  }
  if (declared === undefined) return { ok: true, hash: bodyHash(request), streaming: false };
  if (declared.startsWith('STREAMING-')) return { ok: true, hash: declared, streaming: true };
  if (declared === UNSIGNED) {
    // Only S3 and its kin take unsigned payloads; elsewhere the body would be anybody's.
    return isS3 || signature.scope.service === 'ebs' || request.body === undefined
      ? { ok: true, hash: declared, streaming: false }
      : { ok: false };
  }
  if (request.body === undefined) return { ok: true, hash: declared, streaming: false };
  return declared === bodyHash(request) ? { ok: true, hash: declared, streaming: false } : { ok: false };
}

function bodyHash(request: SignedRequest): string {
  const { body } = request;
  if (body === undefined || body.length === 0) return EMPTY_HASH;
  return hash('sha256', body, 'hex');
}
