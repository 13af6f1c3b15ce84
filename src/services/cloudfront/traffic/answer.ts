// One request at a distribution: the behavior it meets, what is kept of it, and what its origin says.
import type { DefaultCacheBehavior, Method } from '../../../../models/cloudfront/types.ts';
import {
  type EdgeBody,
  type EdgeContext,
  type EdgeRequest,
  type EdgeResponse,
  EdgeTargetFault,
} from '../../../contract/edge.ts';
import { SECOND_MS } from '../../../core/time.ts';
import type { DistributionDocument } from '../state.ts';
import { behaviorFor, type Terms, termsOf } from './behavior.ts';
import { type AnswerCache, lifetimeOf, OBJECT_BYTES_MAX } from './cache.ts';
import { askOrigin } from './origin.ts';

export interface Viewed {
  readonly distribution: DistributionDocument;
  readonly cache: AnswerCache;
  /** Service time. */
  readonly now: number;
  readonly request: EdgeRequest;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

export async function answerViewer(viewed: Viewed): Promise<EdgeResponse> {
  const { distribution, request } = viewed;
  const [path = '/', ...query] = request.target.split('?');
  const { config } = distribution;
  if (hopsOf(request) > HOPS_MAX) return failure(403, request, LOOP);
  const behavior = behaviorFor(config, path);
  const turnedAway = refused(behavior, request);
  if (turnedAway !== undefined) return turnedAway;
  const root = config.DefaultRootObject ?? '';
  const wanted = path === '/' && root !== '' ? `/${root.replace(/^\//, '')}` : path;
  const origin = config.Origins.Items.find(({ Id }) => Id === behavior.TargetOriginId);
  if (origin === undefined) return failure(502, request, WRONG_ORIGIN);
  const terms = termsOf(behavior);
  const hasQuery = terms.cache.queries === 'all' || terms.sent.queries === 'all';
  const text = query.join('?');
  const target = `${origin.OriginPath ?? ''}${wanted}${hasQuery && text !== '' ? `?${text}` : ''}`;
  const ask = () => askOrigin({ ...viewed, origin, terms, target });
  try {
    return await throughCache(viewed, terms, keyOf(viewed, terms, wanted, text), ask);
  } catch (error) {
    if (!(error instanceof EdgeTargetFault)) throw error;
    return failure(error.reason === 'timedOut' ? 504 : 502, request, WRONG_ORIGIN);
  }
}

/** Distributions that a request may have come through: an origin may be a distribution, and may lead back. */
const HOPS_MAX = 5;
const LOOP =
  'The request came through too many distributions. The origin may lead back to the distribution itself.';

function hopsOf({ headers }: EdgeRequest): number {
  const via = headers.filter(
    (_text, at) => headers[at - 1]?.toLowerCase() === 'via' && at % 2 === 1,
  );
  return via.flatMap((value) => value.split(',')).filter((hop) => hop.includes('(CloudFront)'))
    .length;
}

/** Everything that may make one answer differ from another. */
function keyOf(
  { distribution, request }: Viewed,
  { cache }: Terms,
  path: string,
  query: string,
): string {
  const headers: string[] = [];
  for (let at = 0; at + 1 < request.headers.length; at += 2) {
    const name = request.headers[at]?.toLowerCase() ?? '';
    const isKey =
      (name === 'cookie' && cache.cookies === 'all') ||
      (Array.isArray(cache.headers) && cache.headers.includes(name));
    if (isKey) headers.push(name, request.headers[at + 1] ?? '');
  }
  return JSON.stringify([
    distribution.id,
    distribution.etag,
    path,
    cache.queries === 'all' ? query : '',
    headers,
  ]);
}

async function throughCache(
  { distribution, cache, now, request }: Viewed,
  terms: Terms,
  key: string,
  ask: () => Promise<EdgeResponse>,
): Promise<EdgeResponse> {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const kept = isReading ? cache.find(key, distribution, now) : undefined;
  if (kept !== undefined) {
    const age = String(Math.floor((now - kept.kept) / SECOND_MS));
    const body = request.method === 'HEAD' ? '' : kept.body;
    const { status, headers } = kept;
    return marked(
      { status, headers: [...headers, ['Age', age]], body },
      request,
      'Hit from cloudfront',
    );
  }
  const answer = await ask();
  const seconds =
    request.method === 'GET' && !hasRange(request) ? lifetimeOf(answer, terms.cache) : 0;
  const how = answer.status >= 400 ? 'Error from cloudfront' : 'Miss from cloudfront';
  if (seconds === 0) return marked(answer, request, how);
  const whole = await wholeBody(answer.body);
  if (!(whole instanceof Uint8Array)) return marked({ ...answer, body: whole }, request, how);
  cache.keep(key, {
    status: answer.status,
    headers: answer.headers,
    body: whole,
    target: request.target,
    kept: now,
    expires: now + seconds * SECOND_MS,
  });
  return marked({ ...answer, body: whole }, request, how);
}

function hasRange({ headers }: EdgeRequest): boolean {
  return headers.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'range');
}

/** The body as bytes; as it was, from its first byte, when it is too large to be kept. */
async function wholeBody(
  body: EdgeResponse['body'],
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  const source = body[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await source.next();
    if (next.done === true) return Buffer.concat(chunks, length);
    chunks.push(next.value);
    length += next.value.length;
    if (length > OBJECT_BYTES_MAX) return resumed(chunks, source);
  }
}

async function* resumed(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* read;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

function marked(answer: EdgeResponse, request: EdgeRequest, how: string): EdgeResponse {
  const own: EdgeResponse['headers'] = [
    ['X-Cache', how],
    ['Via', `1.1 ${request.id.slice(0, 16)}.cloudfront.net (CloudFront)`],
    ['X-Amz-Cf-Id', request.id],
  ];
  return { ...answer, headers: [...answer.headers, ...own] };
}

/** What a behavior lets through at all. */
function refused(behavior: DefaultCacheBehavior, request: EdgeRequest): EdgeResponse | undefined {
  if (request.tls === undefined && behavior.ViewerProtocolPolicy === 'redirect-to-https') {
    const Location = `https://${request.host}${request.target}`;
    const page = failure(301, request, '', 'Redirect from cloudfront');
    return { ...page, headers: [...page.headers, ['Location', Location]] };
  }
  if (request.tls === undefined && behavior.ViewerProtocolPolicy === 'https-only') {
    return failure(403, request, 'Bad request.');
  }
  const allowed: readonly string[] = behavior.AllowedMethods?.Items ?? METHODS;
  if (allowed.includes(request.method)) return undefined;
  return failure(
    403,
    request,
    'This distribution is not configured to allow the HTTP request method that was used for this request. ' +
      'The distribution supports only cachable requests.',
  );
}

const METHODS: readonly Method[] = ['GET', 'HEAD'];
const WRONG_ORIGIN =
  "We can't connect to the server for this app or website at this time. There might be too much traffic or a " +
  'configuration error. Try again later, or contact the app or website owner.';

const TITLE: ReadonlyMap<number, string> = new Map([[301, 'Moved Permanently']]);

function failure(
  status: number,
  request: EdgeRequest,
  text: string,
  how = 'Error from cloudfront',
): EdgeResponse {
  const title = TITLE.get(status) ?? 'ERROR: The request could not be satisfied';
  const body =
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\n' +
    `<HTML><HEAD><TITLE>${title}</TITLE>\n</HEAD><BODY>\n<H1>${status}</H1>\n${text}\n` +
    `Generated by cloudfront (CloudFront)\nRequest ID: ${request.id}\n</BODY></HTML>`;
  const headers = [
    ['Server', 'CloudFront'],
    ['Content-Type', 'text/html'],
  ] as const;
  return marked({ status, headers, body }, request, how);
}
