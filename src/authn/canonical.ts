import { headerOf } from '../core/header-list.ts';
import { signsLikeS3 } from './scope.ts';
import type { Signature, SignedRequest } from './types.ts';

/**
 * The canonical request of Signature Version 4. Texts hold one byte per character (latin1), as Node
 * hands paths and headers over, so that what is hashed is what was on the wire.
 */

/** Names and values of a query, undecoded, in order. */
export function queryParameters(rawQuery: string): [string, string][] {
  const parameters: [string, string][] = [];
  if (rawQuery === '') return parameters;
  for (const part of rawQuery.split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    parameters.push(at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]);
  }
  return parameters;
}

/** The bytes behind percent escapes, one per character. Malformed escapes stay as they are. */
export function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** RFC 3986 encoding of bytes given one per character, `%` included. */
export function escaped(bytes: string): string {
  return bytes.replace(
    /[^A-Za-z0-9\-._~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** The text a signer hashes; undefined when a signed header is absent. */
export function canonicalRequest(
  request: SignedRequest,
  signature: Signature,
  payloadHash: string,
): string | undefined {
  const { signedHeaders } = signature;
  const headers = canonicalHeaders(request.headers, signedHeaders);
  if (headers === undefined) return undefined;
  const path = canonicalPath(request.rawPath, signature.scope.service);
  const query = canonicalQuery(request.rawQuery, signature.presigned);
  const names = signedHeaders.join(';');
  return `${request.method}\n${path}\n${query}\n${headers}\n${names}\n${payloadHash}`;
}

/** S3 signs the path as sent; every other service normalises it and encodes it once more. */
export function canonicalPath(rawPath: string, service: string): string {
  if (rawPath === '' || rawPath === '/') return '/';
  if (!signsLikeS3(service)) return normalised(rawPath).split('/').map(escaped).join('/');
  if (/^[A-Za-z0-9\-._~/]*$/.test(rawPath)) return rawPath;
  // Under-encoded characters are encoded once. `%2F` stays: decoded, it would be a separator.
  return rawPath.split('/').map(recoded).join('/');
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

/** Sorted by encoded name, then encoded value; `?delete` counts as `delete=`. */
export function canonicalQuery(rawQuery: string, presigned: boolean): string {
  if (rawQuery === '') return '';
  return queryParameters(rawQuery)
    .map(([name, value]): [string, string] => [recoded(name), recoded(value)])
    .filter(([name]) => !(presigned && name === 'X-Amz-Signature'))
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Clients differ in what they leave unencoded; the canonical form is strict. A `+` is a plus. */
function recoded(text: string): string {
  return /^[A-Za-z0-9\-._~]*$/.test(text) ? text : escaped(unescaped(text));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function canonicalHeaders(
  headers: readonly string[],
  names: readonly string[],
): string | undefined {
  let text = '';
  for (const name of names) {
    const value = headerOf(headers, name);
    if (value === undefined) return undefined;
    text += `${name}:${collapsed(value)}\n`;
  }
  return text;
}

const SPACE = 0x20;

/** Runs of white space inside become one space, those around it go. */
function collapsed(value: string): string {
  const isPlain =
    value.charCodeAt(0) > SPACE &&
    value.charCodeAt(value.length - 1) > SPACE &&
    !value.includes('  ') &&
    !value.includes('\t');
  if (isPlain) return value;
  return /^\s|\s$|\s\s|\t/.test(value) ? value.trim().replace(/\s+/g, ' ') : value;
}
