// One request, from its head to an answer: the site, its firewall, the body's bounds, what the service says.
import type {
  EdgeBody,
  EdgeContext,
  EdgeRequest,
  EdgeResponse,
  EdgeSite,
  Verdict,
} from '../contract/edge.ts';
import { uuid } from '../core/ids.ts';
import { beginningOf, boundedBody, EdgeBodyFault, NO_BODY } from './body.ts';
import type { Forwarder } from './forward.ts';
import { headerOf } from '../core/header-list.ts';
import { withHeaders } from './headers.ts';
import type { EdgeLimits } from './limits.ts';
import { type EdgeParts, findSite, type FoundSite } from './sites.ts';

export interface AnswerParts extends EdgeParts {
  readonly forwarder: Forwarder;
  readonly limits: EdgeLimits;
}

export interface ArrivedRequest {
  readonly head: Omit<EdgeRequest, 'id' | 'arrived' | 'host'>;
  /** The host as it was asked for, with or without a port. Undefined: none was named. */
  readonly authority: string | undefined;
  /** Undefined: the request has none. */
  readonly chunks: AsyncIterator<unknown> | undefined;
  readonly signal: AbortSignal;
  /** The resource of the site on whose terms TLS was agreed. Undefined: it came without TLS. */
  readonly agreedWith?: string;
  /** It is the first of its connection. */
  readonly isFirst?: boolean;
  /** It came over the server's own port: sites answer as if it had come over TLS, but for those that want proof of a client. */
  readonly isShortcut?: boolean;
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]{1,255})(?::\d{1,5})?$/;

/** Never rejects, but for a client that is gone. */
export async function answer(parts: AnswerParts, arrived: ArrivedRequest): Promise<EdgeResponse> {
  const { head } = arrived;
  const early = refusedHead(head, parts.limits);
  if (early !== undefined) return early;
  const host = HOST.exec(arrived.authority?.toLowerCase() ?? '')?.[1];
  if (host === undefined && arrived.authority !== undefined) return plain(400, 'Bad Request');
  const request: EdgeRequest = {
    ...head,
    host: (host ?? '').replace(/\.$/, ''),
    arrived: parts.realTime(),
    id: uuid().replaceAll('-', ''),
  };
  try {
    const found = await findSite(parts, request);
    if (found === undefined) return plain(404, 'Not Found');
    const misled = refusedAt(found.site, request, arrived);
    if (misled !== undefined) return misled;
    return await watched(parts, found, request, arrived);
  } catch (error) {
    if (error instanceof EdgeBodyFault) return answerToFault(error);
    parts.onFault('a site could not answer', error);
    return plain(500, 'Internal Server Error');
  }
}

/** Whoever watches is told of the request before its answer may take long, and of the answer. */
async function watched(
  parts: AnswerParts,
  found: FoundSite,
  request: EdgeRequest,
  arrived: ArrivedRequest,
): Promise<EdgeResponse> {
  const { traffic } = parts;
  if (traffic === undefined) return (await answerAt(parts, found, request, arrived)).response;
  const { resource, now } = found;
  const site = { resource, scope: found.site.scope, now };
  traffic.arrived(site, request, arrived.isFirst === true);
  const { response, isRefused } = await answerAt(parts, found, request, arrived);
  traffic.answered(site, { status: response.status, isRefused });
  return response;
}

/**
 * A port may be opened for one site in clear and for another over TLS, and a connection may name one site to agree on terms and
 * another one to be answered: each site is spoken to on its own terms, or not at all.
 */
function refusedAt(
  { tls, resource }: EdgeSite,
  request: EdgeRequest,
  { agreedWith, isShortcut }: ArrivedRequest,
): EdgeResponse | undefined {
  if (tls?.clientCertificates.mode === 'verify' && request.tls?.serverName !== request.host) {
    return plain(403, 'Forbidden');
  }
  if (isShortcut === true) return undefined;
  if ((tls === undefined) !== (request.tls === undefined)) return plain(400, 'Bad Request');
  return tls === undefined || agreedWith === resource
    ? undefined
    : plain(421, 'Misdirected Request');
}

function answerToFault(fault: EdgeBodyFault): EdgeResponse {
  switch (fault.reason) {
    case 'tooLarge':
      return plain(413, 'Request Entity Too Large');
    case 'tooSlow':
      return plain(408, 'Request Timeout');
    case 'gone':
      throw fault;
  }
}

function refusedHead(head: ArrivedRequest['head'], limits: EdgeLimits): EdgeResponse | undefined {
  if (head.target.length > limits.lineBytes) return plain(414, 'Request-URI Too Large');
  const isLong = head.headers.some((text) => text.length > limits.lineBytes);
  if (isLong || head.headers.length > limits.headerCount * 2) {
    return plain(431, 'Request Header Fields Too Large');
  }
  return undefined;
}

interface Answered {
  readonly response: EdgeResponse;
  /** By the firewall. */
  readonly isRefused: boolean;
}

async function answerAt(
  parts: AnswerParts,
  found: FoundSite,
  request: EdgeRequest,
  { chunks, signal }: ArrivedRequest,
): Promise<Answered> {
  const { site, firewall } = found;
  if (Number(headerOf(request.headers, 'content-length') ?? 0) > site.maxBody) {
    return { response: plain(413, 'Request Entity Too Large'), isRefused: false };
  }
  const bounds = { limits: parts.limits, most: site.maxBody, realTime: parts.realTime };
  let body: EdgeBody = chunks === undefined ? NO_BODY : boundedBody(chunks, bounds);
  let passed = request;
  if (firewall !== undefined) {
    const { start, continues, whole } = await beginningOf(body, firewall.bodyLimit);
    body = whole;
    const verdict = judge(parts, found, request, { start, continues });
    if (verdict === undefined) {
      return { response: plain(500, 'Internal Server Error'), isRefused: false };
    }
    if (verdict.action === 'refuse') return { response: verdict.response, isRefused: true };
    passed = { ...request, headers: withHeaders(request.headers, verdict.insertHeaders) };
  }
  const response = await site.answer(passed, body, contextOf(parts, found, signal));
  return { response, isRefused: false };
}

/** Undefined: the firewall failed, and the site is closed then. */
function judge(
  parts: AnswerParts,
  { site, resource, firewall, now }: FoundSite,
  request: EdgeRequest,
  body: { readonly start: Uint8Array; readonly continues: boolean },
): Verdict | undefined {
  const allowed: Verdict = { action: 'allow', insertHeaders: [] };
  try {
    return (
      firewall?.inspect({
        request,
        bodyStart: body.start,
        bodyContinues: body.continues,
        resource,
        now,
      }) ?? allowed
    );
  } catch (error) {
    parts.onFault('the firewall failed', error);
    return site.firewallFailsOpen ? allowed : undefined;
  }
}

function contextOf(parts: AnswerParts, { principal }: FoundSite, signal: AbortSignal): EdgeContext {
  return {
    read: (work) => parts.read(work),
    write: (work) => parts.write(work),
    ...parts.callers,
    call: (scope, reference, input, options) =>
      parts.call({ principal, scope }, reference, input, options),
    forward: (request, body) => parts.forwarder.forward(request, body, signal),
    signal,
  };
}

/** What the edge says by itself. */
export function plain(status: number, reason: string): EdgeResponse {
  const title = `${status} ${reason}`;
  return {
    status,
    headers: [['Content-Type', 'text/html']],
    body:
      `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n` +
      `<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  };
}
