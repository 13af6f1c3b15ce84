import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ownsConnection } from './peers.ts';

/** Bytes of an invocation's answer; AWS's own limit. */
export const RESPONSE_BYTES_MAX = 6_291_556;
const ERROR_BYTES_MAX = 256 * 1_024;

const PREFIX = '/2018-06-01/runtime';
const POSTED = /^\/invocation\/([0-9a-f-]{36})\/(response|error)$/;

/** What a runtime is given when it asks for its next invocation. */
export interface Handed {
  readonly requestId: string;
  readonly deadlineMs: number;
  readonly functionArn: string;
  readonly traceId: string;
  readonly clientContext?: string | undefined;
  readonly payload: Uint8Array;
}

/** What a runtime tells. */
export interface RuntimeEvents {
  /** It asks for work: its start is over, or the invocation before is. */
  ready(): void;
  /** It answered the invocation. `payload` undefined: the answer was too large. */
  answered(payload: Uint8Array | undefined): void;
  /** It reported an error of the invocation, as JSON. */
  failed(report: Uint8Array, type: string): void;
  /** It could not start. */
  initFailed(report: Uint8Array, type: string): void;
}

/** AWS's Lambda Runtime API for one sandbox, on a loopback port of its own. */
export interface RuntimeApi {
  /** `127.0.0.1:40123`. */
  readonly address: string;
  /** Gives the invocation to the runtime that waits, or will ask. */
  hand(invocation: Handed): void;
  close(): void;
}

/** `uid`: the only user whose connections are answered; undefined: any on this machine. */
export async function openRuntimeApi(
  events: RuntimeEvents,
  uid: number | undefined,
): Promise<RuntimeApi> {
  const desk = new Desk(events);
  const server = createServer((request, response) => {
    void desk.answer(request, response).catch(() => response.destroy());
  });
  // A runtime waits for its next invocation as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  if (uid !== undefined) guard(server, uid);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return {
    address: `127.0.0.1:${portOf(server.address())}`,
    hand: (invocation) => desk.hand(invocation),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Other sandboxes of this machine could ask for this one's invocations: the kernel says whose a connection is. */
function guard(server: Server, uid: number): void {
  server.on('connection', (socket: Socket) => {
    if (!ownsConnection(uid, socket)) socket.destroy();
  });
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port was bound');
  return address.port;
}

class Desk {
  readonly #events: RuntimeEvents;
  #waiting: ServerResponse | undefined;
  #next: Handed | undefined;
  #current: string | undefined;

  constructor(events: RuntimeEvents) {
    this.#events = events;
  }

  hand(invocation: Handed): void {
    this.#next = invocation;
    this.#give();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').startsWith(PREFIX) ? request.url?.slice(PREFIX.length) : '';
    if (request.method === 'GET' && path === '/invocation/next') {
      this.#waiting = response;
      this.#current = undefined;
      this.#events.ready();
      this.#give();
      return;
    }
    if (request.method !== 'POST') return reply(response, 404, 'InvalidPath');
    const type = header(request, 'lambda-runtime-function-error-type') ?? 'Unhandled';
    if (path === '/init/error') {
      this.#events.initFailed((await bodyOf(request, ERROR_BYTES_MAX)) ?? NO_BYTES, type);
      return reply(response, 202);
    }
    const [, id, what] = POSTED.exec(path ?? '') ?? [];
    if (id === undefined) return reply(response, 404, 'InvalidPath');
    if (id !== this.#current) return reply(response, 403, 'InvalidRequestID');
    if (what === 'error') {
      const report = (await bodyOf(request, ERROR_BYTES_MAX)) ?? NO_BYTES;
      this.#events.failed(report, type);
      return reply(response, 202);
    }
    return this.#response(request, response);
  }

  async #response(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const payload = await bodyOf(request, RESPONSE_BYTES_MAX);
    // A streamed answer that broke off says so behind its body.
    const broken = request.trailers['lambda-runtime-function-error-type'];
    if (broken === undefined) this.#events.answered(payload);
    else {
      const report = request.trailers['lambda-runtime-function-error-body'] ?? '';
      this.#events.failed(Buffer.from(report, 'base64'), broken);
    }
    reply(response, payload === undefined ? 413 : 202, 'RequestEntityTooLarge');
  }

  #give(): void {
    const [response, next] = [this.#waiting, this.#next];
    if (response === undefined || next === undefined) return;
    this.#waiting = undefined;
    this.#next = undefined;
    this.#current = next.requestId;
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': next.payload.length,
      'Lambda-Runtime-Aws-Request-Id': next.requestId,
      'Lambda-Runtime-Deadline-Ms': next.deadlineMs,
      'Lambda-Runtime-Invoked-Function-Arn': next.functionArn,
      'Lambda-Runtime-Trace-Id': next.traceId,
      ...(next.clientContext === undefined
        ? {}
        : { 'Lambda-Runtime-Client-Context': next.clientContext }),
    });
    response.end(next.payload);
  }
}

const NO_BYTES = new Uint8Array();

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The whole body; undefined when it is larger than `most`. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.from(chunk);
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size > most ? undefined : Buffer.concat(chunks);
}

function reply(response: ServerResponse, status: number, errorType = ''): void {
  const body = JSON.stringify(
    status === 202 ? { status: 'OK' } : { errorMessage: errorType, errorType },
  );
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body);
}
