import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ByteStream } from '../model/types.ts';
import { BodyRefused, boundedStream, readBody } from './http-body.ts';
import { defaultLimits, type WireLimits } from './limits.ts';
import { isByteStream } from './protocols/payload.ts';
import { together } from '../core/together.ts';
import { headerOf } from '../core/header-list.ts';
import { splitTarget, type WireHead, type WireRequest, type WireResponse } from './request.ts';

export interface IncomingHead extends WireHead {
  readonly remoteAddress: string | undefined;
  /** How the connection is encrypted; absent when it is not. */
  readonly tls?: TlsDetails | undefined;
}

export interface TlsDetails {
  /** `TLSv1.3`. */
  readonly version: string;
  /** `TLS_AES_128_GCM_SHA256`. */
  readonly cipherSuite: string;
}

export interface IncomingWire extends IncomingHead, WireRequest {}

/** Why a request is answered before its body was read. */
export type RefusalReason = 'body-too-large' | 'url-too-long' | 'too-many-headers';

export interface WireServerOptions {
  /** Answers a request. A rejection is reported and answered with a bare 500. */
  handle(request: IncomingWire): Promise<WireResponse>;
  /** The answer to a request that breaks a limit; the protocol's encoder writes it. */
  refuse(head: IncomingHead, reason: RefusalReason): WireResponse;
  /** True when the body goes to the handler unread. */
  wantsStream(head: IncomingHead): boolean;
  /** Asked for `Expect: 100-continue` before any of the body arrives; an answer refuses it. */
  admit?(head: IncomingHead): Promise<WireResponse | undefined>;
  /** Told of failures that no client sees in full. */
  onError?(error: unknown): void;
  readonly limits?: WireLimits;
  /** PEM; with it the server speaks HTTPS, and nothing else. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

export interface WireServer {
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Listens on a local socket instead. */
  listenPath(path: string): Promise<void>;
  /** Stops accepting and finishes what is in flight; cuts what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

interface State {
  readonly options: WireServerOptions;
  readonly limits: WireLimits;
  readonly connections: Set<Socket>;
  /** Requests whose head has come and whose answer has not gone, by connection. */
  readonly inFlight: Map<Socket, number>;
  closing: boolean;
}

/** A bare node:http server; every request has its hard limits before any byte of it is kept. */
export function createWireServer(options: WireServerOptions): WireServer {
  const limits = options.limits ?? defaultLimits;
  const state: State = {
    options,
    limits,
    connections: new Set(),
    inFlight: new Map(),
    closing: false,
  };
  const server = httpServer(options, limits);
  // Node drops headers beyond its count without a word, which could hide a signed one.
  server.maxHeadersCount = limits.headerCount + 1;
  const run = (message: IncomingMessage, response: ServerResponse, expects: boolean): void => {
    const { socket } = message;
    state.inFlight.set(socket, (state.inFlight.get(socket) ?? 0) + 1);
    serve(state, message, response, expects)
      .catch((error: unknown) => {
        options.onError?.(error);
        response.destroy();
      })
      .finally(() => {
        const left = (state.inFlight.get(socket) ?? 1) - 1;
        if (left === 0) state.inFlight.delete(socket);
        else state.inFlight.set(socket, left);
      });
  };
  server.on('connection', (socket: Socket) => {
    state.connections.add(socket);
    socket.once('close', () => state.connections.delete(socket));
  });
  server.on('request', (message, response) => run(message, response, false));
  server.on('checkContinue', (message, response) => run(message, response, true));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || socket.destroyed) return;
    const status = CLIENT_ERRORS.get(error.code ?? '') ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return {
    listen: (port, host) => listen(server, port, host),
    listenPath: (path) => listenPath(server, path),
    close: (ms) => close(state, server, ms),
  };
}

/** No suite without forward secrecy and authenticated encryption; TLS 1.3 has no other. */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

function httpServer({ tls }: WireServerOptions, limits: WireLimits): Server {
  const http = {
    keepAliveTimeout: limits.keepAliveMs,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    maxHeaderSize: limits.headerBytes,
  };
  if (tls === undefined) return createServer(http);
  return createSecureServer({
    ...http,
    cert: tls.certificate,
    key: tls.key,
    minVersion: 'TLSv1.2',
    ciphers: CIPHERS,
    honorCipherOrder: true,
    // A peer that never finishes its handshake holds a connection no longer than one that sends no headers.
    handshakeTimeout: limits.headersMs,
  });
}

const tlsOfSocket = new WeakMap<TLSSocket, TlsDetails>();

/** What a connection agreed on; asked once, since many requests share it. */
function tlsOf(socket: Socket): TlsDetails | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const known = tlsOfSocket.get(socket);
  if (known !== undefined) return known;
  const details = { version: socket.getProtocol() ?? '', cipherSuite: socket.getCipher().name };
  tlsOfSocket.set(socket, details);
  return details;
}

const CLIENT_ERRORS: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

async function serve(
  state: State,
  message: IncomingMessage,
  response: ServerResponse,
  expects: boolean,
): Promise<void> {
  const head = new Incoming(message);
  const { options, limits } = state;
  const streamed = bodyExpected(message) && options.wantsStream(head);
  const reason = brokenLimit(message, streamed, limits);
  if (reason !== undefined) return refuse(state, response, options.refuse(head, reason));
  if (expects) {
    const refusal = await options.admit?.(head);
    if (refusal !== undefined) return refuse(state, response, refusal);
    // A body that streams is asked for when its first byte is wanted, so a refused one is never sent.
    if (!streamed) writeContinue(response);
  }
  let answer: WireResponse;
  try {
    const asked = expects && streamed ? () => writeContinue(response) : undefined;
    answer = await answerTo(state, message, head, streamed, asked);
  } catch (error) {
    if (error instanceof BodyRefused && error.reason === 'aborted') return;
    if (error instanceof BodyRefused) {
      return refuse(state, response, options.refuse(head, 'body-too-large'));
    }
    options.onError?.(error);
    answer = { status: 500, headers: [], body: '' };
  }
  return write(state, response, answer, !message.complete);
}

async function answerTo(
  state: State,
  message: IncomingMessage,
  head: Incoming,
  streamed: boolean,
  onWanted: (() => void) | undefined,
): Promise<WireResponse> {
  const { options, limits } = state;
  if (streamed) {
    head.stream = boundedStream(message, limits.streamBytes, onWanted);
  } else if (bodyExpected(message)) {
    head.body = await readBody(message, limits.bodyBytes);
  }
  await together();
  return options.handle(head);
}

/** Answers that were announced by a `100 Continue`. */
const continued = new WeakSet<ServerResponse>();

function writeContinue(response: ServerResponse): void {
  response.writeContinue();
  continued.add(response);
}

const NOTHING = Buffer.alloc(0);

/** A request as it comes in: its head first, its body once that was read. */
class Incoming implements IncomingWire {
  readonly method: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly headers: readonly string[];
  readonly remoteAddress: string | undefined;
  readonly tls: TlsDetails | undefined;
  readonly #socket: Socket;
  #gone: AbortSignal | undefined;
  body: Uint8Array = NOTHING;
  stream?: ByteStream;

  constructor(message: IncomingMessage) {
    const [rawPath, rawQuery] = splitTarget(message.url ?? '/');
    this.method = message.method ?? 'GET';
    this.rawPath = rawPath;
    this.rawQuery = rawQuery;
    this.headers = message.rawHeaders;
    this.remoteAddress = message.socket.remoteAddress;
    this.tls = tlsOf(message.socket);
    this.#socket = message.socket;
  }

  /** Made when it is asked for: few calls wait. */
  get gone(): AbortSignal {
    this.#gone ??= closed(this.#socket);
    return this.#gone;
  }

  header(name: string): string | undefined {
    return headerOf(this.headers, name);
  }
}

const closedSockets = new WeakMap<Socket, AbortSignal>();

/** One listener for a connection, however many of its calls wait. */
function closed(socket: Socket): AbortSignal {
  const known = closedSockets.get(socket);
  if (known !== undefined) return known;
  const controller = new AbortController();
  if (socket.destroyed) controller.abort();
  else socket.once('close', () => controller.abort());
  closedSockets.set(socket, controller.signal);
  return controller.signal;
}

/** Asks the raw headers: Node makes a map of all of them for whoever asks for one. */
function bodyExpected({ rawHeaders }: IncomingMessage): boolean {
  const length = headerOf(rawHeaders, 'content-length');
  if (length !== undefined && length !== '0') return true;
  return headerOf(rawHeaders, 'transfer-encoding') !== undefined;
}

function brokenLimit(
  message: IncomingMessage,
  streamed: boolean,
  limits: WireLimits,
): RefusalReason | undefined {
  if ((message.url ?? '').length > limits.urlBytes) return 'url-too-long';
  if (message.rawHeaders.length > limits.headerCount * 2) return 'too-many-headers';
  const declared = Number(headerOf(message.rawHeaders, 'content-length') ?? 0);
  const most = streamed ? limits.streamBytes : limits.bodyBytes;
  return declared > most ? 'body-too-large' : undefined;
}

/** The rest of the body is not wanted, so the connection can't be used again. */
function refuse(state: State, response: ServerResponse, answer: WireResponse): Promise<void> {
  return write(state, response, answer, true);
}

async function write(
  state: State,
  response: ServerResponse,
  answer: WireResponse,
  last: boolean,
): Promise<void> {
  const { body, status } = answer;
  const headers: string[] = [];
  let measured = false;
  for (const [name, value] of answer.headers) {
    headers.push(name, value);
    measured ||= name.length === 14 && name.toLowerCase() === 'content-length';
  }
  if (last || state.closing) headers.push('Connection', 'close');
  if (isByteStream(body)) {
    writeHead(response, status, headers);
    return writeStream(response, body);
  }
  if (!measured && status !== 204 && status !== 304) {
    const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
    headers.push('Content-Length', String(length));
  }
  writeHead(response, status, headers);
  if (body.length === 0) response.end();
  else response.end(body);
}

function writeHead(response: ServerResponse, status: number, headers: string[]): void {
  response.writeHead(status, headers);
  // Behind other answers Node would put the head before the `100 Continue` that waits with it.
  if (continued.has(response)) response.flushHeaders();
}

/** An error in mid-stream can't be told any more: the broken connection tells it. */
async function writeStream(response: ServerResponse, body: ByteStream): Promise<void> {
  for await (const chunk of body) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

function listenPath(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No TCP address'));
      else resolve(address);
    });
  });
}

function close(state: State, server: Server, graceMs: number): Promise<void> {
  state.closing = true;
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
    // Node takes a connection that said nothing, or half a head, for one that is about to ask.
    for (const socket of state.connections) {
      if (!state.inFlight.has(socket) && socket.writableLength === 0) socket.destroy();
    }
  });
}
