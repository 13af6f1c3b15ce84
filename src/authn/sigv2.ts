import { headerOf } from '../core/header-list.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND_MS, type Instant } from '../core/time.ts';
import { queryParameters, unescaped } from './canonical.ts';
import { shown } from './scope.ts';
import type { AuthenticationFailure, Parsed, Signature, SignedRequest } from './types.ts';

/**
 * Signature Version 2 in the query, S3 only: boto3 presigns this way by default in the older Regions.
 * HMAC-SHA1 over method, expiry, `x-amz-*` headers and resource.
 */

/** Query parameters that are part of the resource, as S3's REST authentication page lists them. */
const SIGNED_PARAMETERS: ReadonlySet<string> = new Set([
  'accelerate',
  'acl',
  'analytics',
  'cors',
  'defaultObjectAcl',
  'delete',
  'inventory',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'partNumber',
  'policy',
  'replication',
  'requestPayment',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
  'restore',
  'select',
  'select-type',
  'storageClass',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
]);

/**
 * Parameters that Version 2 leaves unsigned. Only those that narrow a listing are let through: any other
 * (`?encryption`, `?publicAccessBlock`) would turn a URL for one operation into one for another.
 */
const HARMLESS_PARAMETERS: ReadonlySet<string> = new Set([
  'continuation-token',
  'delimiter',
  'encoding-type',
  'fetch-owner',
  'key-marker',
  'list-type',
  'marker',
  'max-keys',
  'max-parts',
  'max-uploads',
  'part-number-marker',
  'prefix',
  'start-after',
  'upload-id-marker',
  'version-id-marker',
  'x-id',
]);

const OWN_PARAMETERS: ReadonlySet<string> = new Set([
  'AWSAccessKeyId',
  'Signature',
  'Expires',
  'content-type',
  'content-md5',
]);

export function parseQueryV2(request: SignedRequest, region: string): Parsed {
  const fields = new Map<string, string>();
  for (const [rawName, rawValue] of queryParameters(request.rawQuery)) {
    const name = unescaped(rawName);
    if (fields.has(name)) return failed(`Duplicate parameter ${shown(name)}`);
    fields.set(name, unescaped(rawValue));
  }
  const accessKeyId = fields.get('AWSAccessKeyId');
  const signature = fields.get('Signature');
  const expires = fields.get('Expires');
  if (!accessKeyId || !signature || !expires) {
    return failed(
      'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
    );
  }
  if (!/^\d{1,12}$/.test(expires)) {
    return failed(`Invalid date (should be seconds since epoch): ${shown(expires)}`);
  }
  return {
    kind: 'signed',
    signature: {
      form: 'queryV2',
      accessKeyId,
      scope: { date: '', region, service: 's3' },
      signedHeaders: [],
      signature,
      timestamp: expires,
      presigned: true,
      expiresSeconds: undefined,
      sessionToken:
        fields.get('x-amz-security-token') ?? headerOf(request.headers, 'x-amz-security-token'),
    },
  };
}

/** What can be judged of a Version 2 URL without the secret. `now` is real time. */
export function checkFormV2(
  request: SignedRequest,
  signature: Signature,
  now: Instant,
): AuthenticationFailure | undefined {
  if (now > Number(signature.timestamp) * SECOND_MS) return { kind: 'expiredUrl', text: '' };
  for (const [rawName] of queryParameters(request.rawQuery)) {
    const name = unescaped(rawName);
    const known =
      SIGNED_PARAMETERS.has(name) ||
      OWN_PARAMETERS.has(name) ||
      HARMLESS_PARAMETERS.has(name) ||
      name.startsWith('x-amz-');
    if (!known) return { kind: 'mismatch', text: '' };
  }
  return undefined;
}

/**
 * Compares a Version 2 signature. `hostBucket` is the bucket a virtual-hosted request names in its host;
 * undefined for path style.
 */
export function checkSignatureV2(
  request: SignedRequest,
  signature: Signature,
  secret: { readonly secretAccessKey: string; readonly hostBucket?: string | undefined },
): AuthenticationFailure | undefined {
  const given = Buffer.from(signature.signature, 'base64');
  if (given.toString('base64') !== signature.signature) return { kind: 'mismatch', text: '' };
  const agrees = (rawPath: string): boolean => {
    const text = stringToSign({ ...request, rawPath }, signature.timestamp, secret.hostBucket);
    const expected = createHmac('sha1', secret.secretAccessKey).update(text, 'latin1').digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const { rawPath } = request;
  // boto3 sends `/bucket` and signs `/bucket/`: both name the bucket.
  const isBucket = secret.hostBucket === undefined && /^\/[^/]+$/.test(rawPath);
  const agree = agrees(rawPath) || (isBucket && agrees(`${rawPath}/`));
  return agree ? undefined : { kind: 'mismatch', text: '' };
}

function stringToSign(
  request: SignedRequest,
  expires: string,
  hostBucket: string | undefined,
): string {
  const parameters = queryParameters(request.rawQuery).map(([name, value]): [string, string] => [
    unescaped(name),
    unescaped(value),
  ]);
  const own = new Map(parameters);
  const md5 = headerOf(request.headers, 'content-md5') ?? own.get('content-md5') ?? '';
  const type = headerOf(request.headers, 'content-type') ?? own.get('content-type') ?? '';
  const amz = amzLines(request.headers, parameters);
  const bucket = hostBucket === undefined ? '' : `/${hostBucket}`;
  const signed = parameters
    .filter(([name]) => SIGNED_PARAMETERS.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const query = signed.length === 0 ? '' : `?${signed.join('&')}`;
  const resource = `${bucket}${request.rawPath}${query}`;
  return `${request.method}\n${md5}\n${type}\n${expires}\n${amz}${resource}`;
}

/** `x-amz-*` headers, and parameters that stand for them, sorted, one a line. */
function amzLines(
  headers: readonly string[],
  parameters: readonly (readonly [string, string])[],
): string {
  const values = new Map<string, string>();
  const add = (name: string, value: string): void => {
    const before = values.get(name);
    values.set(name, before === undefined ? value.trim() : `${before},${value.trim()}`);
  };
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = (headers[i] ?? '').toLowerCase();
    if (name.startsWith('x-amz-')) add(name, headers[i + 1] ?? '');
  }
  for (const [name, value] of parameters) {
    if (name.startsWith('x-amz-')) add(name, value);
  }
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
}

function failed(text: string): Parsed {
  return { kind: 'failure', failure: { kind: 'malformedQuery', text } };
}
