import { asksForLoopback } from './gateway/dev-guard.ts';
import type { WiredEdge } from './edge-wiring.ts';
import type { ArrivedRequest } from './edge/answer.ts';
import type { IncomingWire } from './wire/http-server.ts';
import type { WireRequest, WireResponse } from './wire/request.ts';

const OWN_PATH = /^\/_holdfast\/edge\/([^/?]+)(\/.*)?$/;

/** A site that a request to the server's own endpoint is for. */
export interface SiteAddress {
  readonly host: string;
  readonly rawPath: string;
  /** It is the request's own host. */
  readonly isNamed: boolean;
}

/** By a path of this server, `/_holdfast/edge/HOST/…`, or by a host that is a site's name. Undefined: it is for the server. */
export function siteAddressOf(
  edge: WiredEdge,
  request: Pick<WireRequest, 'rawPath' | 'header'>,
): SiteAddress | undefined {
  const [, byPath, below = '/'] = OWN_PATH.exec(request.rawPath) ?? [];
  if (byPath !== undefined) return { host: byPath.toLowerCase(), rawPath: below, isNamed: false };
  // Whoever names a site after this machine does not get the calls of its API.
  if (asksForLoopback(request)) return undefined;
  const host = (request.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
  if (edge.listenerOf(host) === undefined) return undefined;
  return { host, rawPath: request.rawPath, isNamed: true };
}

const HTTP_PORT = 80;

/** Answers over plain HTTP, whatever the listener speaks: for development, where nobody listens in. */
export async function answerAtSite(
  edge: WiredEdge,
  { host, rawPath }: SiteAddress,
  request: IncomingWire,
): Promise<WireResponse> {
  await edge.listeners();
  const { method, rawQuery, headers } = request;
  const arrived: ArrivedRequest = {
    head: {
      method,
      target: rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`,
      httpVersion: '1.1',
      headers: named(headers, host),
      port: edge.listenerOf(host)?.port ?? HTTP_PORT,
      sourceIp: request.remoteAddress ?? '127.0.0.1',
      sourcePort: 0,
    },
    authority: host,
    chunks: request.stream?.[Symbol.asyncIterator](),
    signal: request.gone ?? new AbortController().signal,
    isShortcut: true,
  };
  const { status, headers: said, body } = await edge.answer(arrived);
  return { status, headers: said, body };
}

function named(headers: readonly string[], host: string): readonly string[] {
  return headers.map((text, at) =>
    at % 2 === 1 && headers[at - 1]?.toLowerCase() === 'host' ? host : text,
  );
}
