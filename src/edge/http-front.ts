// HTTP/1.1 and HTTP/2 in front of sites. Connections are handed to it; it listens nowhere.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { EdgeTls } from '../contract/edge.ts';
import type { Instant } from '../core/time.ts';
import { together } from '../core/together.ts';
import { answer, type AnswerParts, type ArrivedRequest, plain } from './answer.ts';
import { EdgeBodyFault } from './body.ts';
import { guardSession } from './frames-guard.ts';
import { headerOf } from '../core/header-list.ts';
import { withHeaders } from './headers.ts';
import type { EdgeLimits } from './limits.ts';
import { writeAnswer } from './written-answer.ts';

/** What is known of a connection before anything is said on it. */
export interface Connection {
  /** The port that the listener is configured with. */
  readonly port: number;
  readonly sourceIp: string;
  readonly sourcePort: number;
  /** Real time. */
  readonly connected: Instant;
  readonly tls?: EdgeTls;
  /** The resource of the site on whose terms TLS was agreed. */
  readonly agreedWith?: string;
}

export interface HttpFront {
  /** Takes over a connection that speaks HTTP/1.1, or HTTP/2 where that was agreed on. */
  accept(socket: Socket, connection: Connection): void;
  /** Ends connections once they are idle; cuts what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

export function createHttpFront(parts: AnswerParts): HttpFront {
  const { limits } = parts;
  const known = new WeakMap<object, Connection>();
  const open = new Set<Socket>();
  const state: State = {
    parts,
    known,
    condemned: new WeakSet(),
    asked: new WeakSet(),
    closing: false,
    inFlight: 0,
  };
  let arriving: Connection | undefined;
  const plainServer = http1Server(limits);
  plainServer.on('request', (message, response) => void serve(state, message, response));
  plainServer.on('clientError', refuseUnreadable);
  const framed = http2Server(limits);
  framed.on('session', (session) => {
    if (arriving !== undefined) known.set(session, arriving);
    guardSession(session, limits, parts.realTime);
  });
  framed.on('request', (message, response) => void serve(state, message, response));
  framed.on('sessionError', () => undefined);
  return {
    accept(socket, connection) {
      known.set(socket, connection);
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      socket.on('error', () => socket.destroy());
      const isFramed = socket instanceof TLSSocket && socket.alpnProtocol === 'h2';
      // A session is made while its connection is handed over, and shows its socket to nobody.
      arriving = connection;
      (isFramed ? framed : plainServer).emit('connection', socket);
      arriving = undefined;
    },
    async close(graceMs) {
      state.closing = true;
      plainServer.closeIdleConnections();
      const cut = setTimeout(() => destroyAll(open), graceMs);
      while (state.inFlight > 0) {
        await new Promise<void>((resolve) => {
          state.onQuiet = resolve;
        });
      }
      clearTimeout(cut);
      destroyAll(open);
      plainServer.close();
      framed.close();
    },
  };
}

function destroyAll(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy();
}

interface State {
  readonly parts: AnswerParts;
  readonly known: WeakMap<object, Connection>;
  /** Connections on which nothing more is answered. */
  readonly condemned: WeakSet<object>;
  /** Connections on which something was asked. */
  readonly asked: WeakSet<Connection>;
  closing: boolean;
  inFlight: number;
  onQuiet?: () => void;
}

function http1Server(limits: EdgeLimits): Server {
  const server = createServer({
    keepAliveTimeout: limits.keepAliveMs,
    headersTimeout: limits.headersMs,
    // Uploads may take long: a body is bounded by its rate.
    requestTimeout: 0,
    connectionsCheckingInterval: limits.checkMs,
    maxHeaderSize: limits.headBytes,
    requireHostHeader: true,
    insecureHTTPParser: false,
  });
  server.maxHeadersCount = limits.headerCount + 1;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  // Its connections are held against their times from when it listens, which it never does itself.
  server.emit('listening');
  return server;
}

function http2Server(limits: EdgeLimits): Http2Server {
  return createHttp2Server({
    maxSessionMemory: 10,
    maxSessionInvalidFrames: 100,
    maxSessionRejectedStreams: 100,
    maxSettings: 32,
    maxOutstandingPings: 10,
    maxHeaderListPairs: limits.headerCount + 8,
    maxSendHeaderBlockLength: limits.headBytes,
    settings: { maxConcurrentStreams: limits.streams, maxHeaderListSize: limits.headBytes },
    unknownProtocolTimeout: limits.headersMs,
  });
}

const UNREADABLE: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['HPE_HEADER_OVERFLOW', [431, 'Request Header Fields Too Large']],
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'Request Timeout']],
]);

/** Also for two lengths of one body, by which a request is smuggled past whoever believes the other one. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: NodeJS.WritableStream): void {
  if (!socket.writable) return;
  const [status, reason] = UNREADABLE.get(error.code ?? '') ?? [400, 'Bad Request'];
  const { body } = plain(status, reason);
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: text/html\r\nContent-Length: ${String(body).length}\r\n` +
      `Connection: close\r\n\r\n${String(body)}`,
  );
}

async function serve(
  state: State,
  message: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
): Promise<void> {
  // What follows on a connection whose request could not be understood may be meant for another reader.
  if (state.condemned.has(message.socket)) return;
  const gone = new AbortController();
  // A connection ends after every answer that was its last: that is nobody gone.
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  response.on('error', () => gone.abort());
  state.inFlight += 1;
  try {
    const arrived = arrivedOf(state, message, gone.signal);
    if (arrived === undefined) state.condemned.add(message.socket);
    // Only now: what follows on a condemned connection must find it so.
    await together();
    const said =
      arrived === undefined ? plain(400, 'Bad Request') : await answer(state.parts, arrived);
    const ends = said.endsConnection === true;
    const isLast = ends || state.closing || arrived === undefined || !message.complete;
    await writeAnswer(response, said, { isLast, unreadMs: state.parts.limits.unreadMs });
    if (ends && 'authority' in message) message.stream.session?.close();
  } catch (error) {
    if (!(error instanceof EdgeBodyFault)) response.destroy();
  } finally {
    state.inFlight -= 1;
    if (state.inFlight === 0) state.onQuiet?.();
  }
}

/** Undefined: it can't be told what is asked for. */
function arrivedOf(
  { known, asked }: State,
  message: IncomingMessage | Http2ServerRequest,
  signal: AbortSignal,
): ArrivedRequest | undefined {
  const isFramed = 'authority' in message;
  const carrier = isFramed ? message.stream.session : message.socket;
  const owner = carrier === undefined ? undefined : known.get(carrier);
  if (owner === undefined) return undefined;
  const headers = isFramed ? withoutPseudo(message.rawHeaders) : message.rawHeaders;
  const hosts = headers.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) return undefined;
  const isFirst = !asked.has(owner);
  if (isFirst) asked.add(owner);
  const [target, named] = targetOf(message.url ?? '/');
  const host = isFramed && message.authority !== '' ? message.authority : headerOf(headers, 'host');
  const authority = named ?? host;
  return {
    head: {
      method: message.method ?? 'GET',
      target,
      httpVersion: isFramed ? '2.0' : message.httpVersion === '1.0' ? '1.0' : '1.1',
      headers: headersAt(headers, authority),
      port: owner.port,
      sourceIp: owner.sourceIp,
      sourcePort: owner.sourcePort,
      connected: owner.connected,
      ...(owner.tls === undefined ? {} : { tls: owner.tls }),
    },
    authority,
    isFirst,
    ...(owner.agreedWith === undefined ? {} : { agreedWith: owner.agreedWith }),
    chunks: hasBody(message, headers) ? message[Symbol.asyncIterator]() : undefined,
    signal,
  };
}

/** Whoever reads the host later must read the one that the site was found by: a firewall, a cache, a target. */
function headersAt(headers: readonly string[], authority: string | undefined): readonly string[] {
  if (authority === undefined || headerOf(headers, 'host') === authority) return headers;
  return withHeaders(headers, [['host', authority]]);
}

function hasBody(
  message: IncomingMessage | Http2ServerRequest,
  headers: readonly string[],
): boolean {
  if ('authority' in message) return !message.stream.endAfterHeaders;
  const length = headerOf(headers, 'content-length');
  if (length !== undefined) return length !== '0';
  return headerOf(headers, 'transfer-encoding') !== undefined;
}

/** Path and query; and the authority of the absolute form (`GET http://host/path`), which wins over `Host`. */
function targetOf(url: string): readonly [target: string, authority: string | undefined] {
  if (url.startsWith('/') || url === '*') return [url, undefined];
  const [, authority, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (authority === undefined) return ['/', undefined];
  return [rest.startsWith('/') ? rest : `/${rest}`, authority];
}

function withoutPseudo(headers: readonly string[]): readonly string[] {
  return headers.filter((_text, at) => !(headers[at - (at % 2)] ?? '').startsWith(':'));
}
