import { CONNECTION_HEADERS } from '../../../core/header-list.ts';
import type { Origin } from '../../../../models/cloudfront/types.ts';
import type { S3Operations } from '../../../../models/s3/types.ts';
import type { EdgeBody, EdgeContext, EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import type { OperationReference } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { bucketOf } from '../domain/buckets.ts';
import type { DistributionDocument } from '../state.ts';
import type { Terms } from './behavior.ts';

const PRINCIPAL = 'cloudfront.amazonaws.com';
const READ_SECONDS = 30;

type S3Reference<N extends 'GetObject' | 'HeadObject'> = OperationReference<
  S3Operations[N]['input'],
  S3Operations[N]['output']
>;
const GET: S3Reference<'GetObject'> = { service: 's3', operation: 'GetObject' };
const HEAD: S3Reference<'HeadObject'> = { service: 's3', operation: 'HeadObject' };

export interface OriginRequest {
  readonly distribution: DistributionDocument;
  readonly origin: Origin;
  readonly terms: Terms;
  readonly request: EdgeRequest;
  /** As the origin is asked for it: path and query. */
  readonly target: string;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

/** Errors: EdgeTargetFault. */
export function askOrigin(asked: OriginRequest): Promise<EdgeResponse> {
  return asked.origin.S3OriginConfig === undefined ? askServer(asked) : askBucket(asked);
}

function askServer({ origin, terms, request, target, body, context }: OriginRequest) {
  const config = origin.CustomOriginConfig;
  const policy = config?.OriginProtocolPolicy ?? 'https-only';
  const isSecure =
    policy === 'https-only' || (policy === 'match-viewer' && request.tls !== undefined);
  const port = isSecure ? (config?.HTTPSPort ?? 443) : (config?.HTTPPort ?? 80);
  const host = terms.passesHost ? request.host : origin.DomainName;
  const timeoutMs = (config?.OriginReadTimeout ?? READ_SECONDS) * SECOND_MS;
  return context.forward(
    {
      origin: `${isSecure ? 'https' : 'http'}://${origin.DomainName}:${port}`,
      method: request.method,
      target,
      headers: originHeaders(origin, terms, request, host),
      timeoutMs,
      idleMs: timeoutMs,
    },
    body,
  );
}

/** What always reaches the origin, whatever the policies say. */
const ALWAYS: ReadonlySet<string> = new Set([
  'content-length',
  'content-type',
  'range',
  'if-none-match',
  'if-modified-since',
]);
const NEVER: ReadonlySet<string> = new Set([
  ...CONNECTION_HEADERS,
  'expect',
  'host',
  'x-forwarded-for',
  'via',
]);

/** Origins believe that such headers are CloudFront's: no viewer may say where it is by itself. */
const OWN_PREFIX = 'cloudfront-';

function originHeaders(
  origin: Origin,
  { cache, sent }: Terms,
  request: EdgeRequest,
  host: string,
): readonly string[] {
  const custom = (origin.CustomHeaders?.Items ?? []).map(
    ({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue] as const,
  );
  const replaced = new Set(custom.map(([name]) => name.toLowerCase()));
  const isSent = (name: string): boolean => {
    if (NEVER.has(name) || replaced.has(name) || name.startsWith(OWN_PREFIX)) return false;
    if (name === 'cookie') return cache.cookies === 'all' || sent.cookies === 'all';
    if (ALWAYS.has(name)) return true;
    return [cache.headers, sent.headers].some(
      (wanted) => wanted === 'all' || (wanted !== 'none' && wanted.includes(name)),
    );
  };
  const kept: string[] = [];
  const forwardedFor: string[] = [];
  const via: string[] = [];
  let hasAgent = false;
  for (let at = 0; at + 1 < request.headers.length; at += 2) {
    const [name = '', value = ''] = [request.headers[at], request.headers[at + 1]];
    const lower = name.toLowerCase();
    if (lower === 'x-forwarded-for') forwardedFor.push(value);
    if (lower === 'via') via.push(value);
    if (!isSent(lower)) continue;
    hasAgent ||= lower === 'user-agent';
    kept.push(name, value);
  }
  return [
    'Host',
    host,
    ...kept,
    ...(hasAgent ? [] : ['User-Agent', 'Amazon CloudFront']),
    'X-Forwarded-For',
    [...forwardedFor, request.sourceIp].join(', '),
    'Via',
    [...via, `${request.httpVersion} ${request.id.slice(0, 16)}.cloudfront.net (CloudFront)`].join(
      ', ',
    ),
    ...custom.flat(),
  ];
}

/** In CloudFront's own name for the distribution: the bucket's policy has the only say. */
async function askBucket(asked: OriginRequest): Promise<EdgeResponse> {
  const { distribution, origin, request, target, context } = asked;
  const found = bucketOf(origin.DomainName);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const isTrusted = (origin.OriginAccessControlId ?? '') !== '';
  if (found === undefined || !isReading || !isTrusted) return denied();
  const key = decoded(target.split('?')[0] ?? '').slice(1);
  if (key === '') return denied();
  const { bucket, region } = found;
  const scope = { account: distribution.account, region };
  const options = {
    as: { principal: PRINCIPAL, sourceArn: distribution.arn, account: distribution.account },
    region,
  };
  const input = { Bucket: bucket, Key: key };
  try {
    if (request.method === 'HEAD') {
      const head = await context.call(scope, HEAD, input, options);
      return { status: 200, headers: objectHeaders(head), body: '' };
    }
    const object = await context.call(scope, GET, input, options);
    return { status: 200, headers: objectHeaders(object), body: object.Body ?? '' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (/^(NoSuchKey|NotFound)$/.test(error.code)) return missing(key);
    return denied();
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}

interface ObjectHead {
  readonly ContentType?: string | undefined;
  readonly ContentLength?: number | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ETag?: string | undefined;
  readonly LastModified?: Date | undefined;
}

function objectHeaders(head: ObjectHead): EdgeResponse['headers'] {
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Content-Type', head.ContentType ?? 'binary/octet-stream'],
    ['Content-Length', head.ContentLength === undefined ? undefined : String(head.ContentLength)],
    ['Content-Encoding', head.ContentEncoding],
    ['Cache-Control', head.CacheControl],
    ['ETag', head.ETag],
    ['Last-Modified', head.LastModified?.toUTCString()],
    ['Server', 'AmazonS3'],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function xml(status: number, code: string, message: string, more = ''): EdgeResponse {
  return {
    status,
    headers: [
      ['Content-Type', 'application/xml'],
      ['Server', 'AmazonS3'],
    ],
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`,
  };
}

function denied(): EdgeResponse {
  return xml(403, 'AccessDenied', 'Access Denied');
}

function missing(key: string): EdgeResponse {
  const name = key.replaceAll(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  return xml(404, 'NoSuchKey', 'The specified key does not exist.', `<Key>${name}</Key>`);
}
