import { addDuration, parseIsoDuration } from '../core/iso-duration.ts';
import type { Clock, Instant } from '../core/time.ts';
import type { ByteStream } from '../model/types.ts';
import type { WireRequest, WireResponse } from '../wire/request.ts';
import type { Explanation } from './explanations.ts';

/** What Holdfast's own paths may do. The dev-mode ones are absent elsewhere. */
export interface EndpointParts {
  readonly version: string;
  readonly clock: () => Clock;
  readonly services: () => readonly string[];
  readonly refused: () => ReadonlyMap<string, number>;
  /** What an account's token issuer publishes. */
  readonly issuer: (
    id: string,
  ) => Promise<{ readonly configuration: object; readonly keys: object } | undefined>;
  /** The listeners in front of applications, with the ports that this machine has them at. */
  readonly edge: () => Promise<readonly object[]>;
  /** The pages of the installation's own certificate authority; undefined: it has none of that path. */
  readonly certificatePage: (
    method: string,
    path: string,
  ) => Promise<
    | { readonly status: number; readonly type: string; readonly body: string | Uint8Array }
    | undefined
  >;
  readonly explain?: (requestId: string) => Explanation | undefined;
  readonly newRootCredentials?: () => Promise<string>;
  /** A month's bill as a table. */
  readonly bill?: (question: {
    readonly month?: string;
    readonly account?: string;
  }) => Promise<string>;
  /** Answers in lines, as it goes on; the last one begins with `done` or `failed`. */
  readonly backUp?: (to: string) => ByteStream;
  /** `key` is a `--root-key`; resolves when it alone opens the store. */
  readonly rotateRootKey?: (key: string, passphrase: string | undefined) => Promise<void>;
  readonly advanceTo?: (instant: Instant) => Promise<{ readonly jobs: number }>;
  readonly reset?: () => Promise<void>;
}

export const OWN_PATHS = '/_holdfast/';

/** Further ahead, dates have no four-digit years, and soon none at all. */
const LATEST: Instant = Date.UTC(9999, 0, 1);

/** Answers Holdfast's own paths. They speak JSON, errors included. */
export async function answerOwnPath(
  parts: EndpointParts,
  request: WireRequest,
): Promise<WireResponse> {
  const path = request.rawPath.slice(OWN_PATHS.length);
  const key = `${request.method} ${path.split('/')[0] ?? ''}`;
  try {
    switch (key) {
      case 'GET health':
        return json(200, health(parts));
      case 'GET issuers':
        return await issued(parts, path.split('/').slice(1));
      case 'GET edge':
        return json(200, { listeners: await parts.edge() });
      case 'GET explain':
        return explain(parts, decodeURIComponent(path.slice('explain/'.length)));
      case 'GET bill':
        return await bill(parts, new URLSearchParams(request.rawQuery));
      case 'POST root-credentials':
        return await rootCredentials(parts);
      case 'POST backup':
        return backUp(parts, fieldsOf(request));
      case 'POST root-key':
        return await rotateRootKey(parts, fieldsOf(request));
      case 'GET clock':
        return json(200, { serviceTime: iso(parts.clock().serviceTime()) });
      case 'POST clock':
        return await moveClock(parts, Buffer.from(request.body).toString('utf8'));
      case 'POST reset':
        return await reset(parts);
      default:
        return await certificatePage(parts, request);
    }
  } catch (error) {
    return json(400, { message: error instanceof Error ? error.message : String(error) });
  }
}

function health(parts: EndpointParts): object {
  return {
    status: 'ok',
    version: parts.version,
    services: parts.services(),
    refusedBeforeAuthentication: Object.fromEntries(parts.refused()),
  };
}

function explain(parts: EndpointParts, requestId: string): WireResponse {
  if (parts.explain === undefined) return notHere();
  const explanation = parts.explain(requestId);
  return explanation === undefined
    ? json(404, {
        message: `no denial is kept for request ${requestId}; this node keeps the newest`,
      })
    : json(200, explanation);
}

async function rootCredentials(parts: EndpointParts): Promise<WireResponse> {
  if (parts.newRootCredentials === undefined) return notHere();
  return text(200, await parts.newRootCredentials());
}

async function bill(parts: EndpointParts, query: URLSearchParams): Promise<WireResponse> {
  if (parts.bill === undefined) return notHere();
  const [month, account] = [query.get('month'), query.get('account')];
  const question = {
    ...(month === null ? {} : { month }),
    ...(account === null ? {} : { account }),
  };
  return text(200, await parts.bill(question));
}

function backUp(parts: EndpointParts, fields: ReadonlyMap<string, unknown>): WireResponse {
  if (parts.backUp === undefined) return notHere();
  const headers = [['Content-Type', 'text/plain; charset=utf-8']] as const;
  return { status: 200, headers, body: parts.backUp(String(fields.get('to') ?? '')) };
}

async function rotateRootKey(
  parts: EndpointParts,
  fields: ReadonlyMap<string, unknown>,
): Promise<WireResponse> {
  if (parts.rotateRootKey === undefined) return notHere();
  const passphrase = fields.get('passphrase');
  await parts.rotateRootKey(
    String(fields.get('to') ?? ''),
    typeof passphrase === 'string' ? passphrase : undefined,
  );
  return json(200, { message: 'the data keys are wrapped by the new root key' });
}

function fieldsOf(request: WireRequest): ReadonlyMap<string, unknown> {
  const body: unknown = JSON.parse(Buffer.from(request.body).toString('utf8'));
  return new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
}

async function reset(parts: EndpointParts): Promise<WireResponse> {
  if (parts.reset === undefined) return notHere();
  await parts.reset();
  return json(200, { message: 'all state is gone' });
}

async function moveClock(parts: EndpointParts, body: string): Promise<WireResponse> {
  if (parts.advanceTo === undefined) return notHere();
  const now = parts.clock().serviceTime();
  const target = targetOf(JSON.parse(body === '' ? '{}' : body), now);
  if (target > LATEST) throw new Error(`the clock goes no further than ${iso(LATEST)}`);
  if (target < now) {
    return json(400, { message: `time never moves back; it is ${iso(now)} now` });
  }
  const { jobs } = await parts.advanceTo(target);
  return json(200, { serviceTime: iso(parts.clock().serviceTime()), jobsRun: jobs });
}

/** `{"advance":"P400D"}` or `{"set":"2027-01-01T00:00:00Z"}`. */
function targetOf(body: unknown, now: Instant): Instant {
  const wanted =
    typeof body === 'object' && body !== null ? new Map(Object.entries(body)) : new Map();
  const advance: unknown = wanted.get('advance');
  const set: unknown = wanted.get('set');
  if (typeof advance === 'string') return addDuration(now, parseIsoDuration(advance));
  const instant = typeof set === 'string' ? Date.parse(set) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new Error('clock wants {"advance":"P400D"} or {"set":"2027-01-01T00:00:00Z"}');
  }
  return instant;
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

function notHere(): WireResponse {
  return json(403, { message: 'this is available in dev mode, or over the control socket' });
}

async function issued(parts: EndpointParts, rest: readonly string[]): Promise<WireResponse> {
  const [id = '', ...document] = rest;
  const documents = await parts.issuer(id);
  switch (documents === undefined ? '' : document.join('/')) {
    case '.well-known/openid-configuration':
      return json(200, documents?.configuration ?? {});
    case '.well-known/jwks.json':
      return json(200, documents?.keys ?? {});
    default:
      return json(404, { message: 'no token issuer publishes anything here' });
  }
}

async function certificatePage(
  parts: EndpointParts,
  { method, rawPath }: WireRequest,
): Promise<WireResponse> {
  const page = await parts.certificatePage(method, rawPath);
  if (page === undefined) return json(404, { message: `${method} ${rawPath} is not served here` });
  return { status: page.status, headers: [['Content-Type', page.type]], body: page.body };
}

function json(status: number, body: object): WireResponse {
  return {
    status,
    headers: [['Content-Type', 'application/json']],
    body: `${JSON.stringify(body, null, 2)}\n`,
  };
}

/** A certificate that messages are verified by; undefined: there is none of that name. */
export function certificateAnswer(certificate: string | undefined): WireResponse {
  if (certificate === undefined) return text(404, 'There is no such certificate.\n');
  return { status: 200, headers: [['Content-Type', 'application/x-pem-file']], body: certificate };
}

/** What whoever says something to a stack is told. */
export function signalAnswer(isHeard: boolean): WireResponse {
  return isHeard ? text(200, '') : text(404, 'Nobody waits for this.\n');
}

function text(status: number, body: string): WireResponse {
  return { status, headers: [['Content-Type', 'text/plain; charset=utf-8']], body };
}
