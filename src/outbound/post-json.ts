import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { JsonValue } from '../core/json.ts';

const TIMEOUT_MS = 250;
const ANSWER_BYTES_MAX = 64 * 1024;
const SOCKETS_PER_HOST = 64;
const IDLE_SOCKETS_PER_HOST = 8;
const IN_FLIGHT_MAX = 256;

/** A JSON text for a path of an HTTPS endpoint. */
export interface JsonPost {
  /** `https://host`, without a path. */
  readonly endpoint: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What became of it. An answer that is no JSON has no body. */
export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: JsonValue | undefined }
  | { readonly kind: 'unreachable' | 'untrusted' | 'timedOut' | 'busy' };

export interface PostOptions {
  /** From the first byte of the connection to the last of the answer. Default 250. */
  readonly timeoutMs?: number;
  /** By endpoint, lower case: those found elsewhere than their name says, such as at another port. */
  readonly routes?: ReadonlyMap<string, URL>;
  /** Certificates of authorities trusted beside this machine's, PEM. */
  readonly authorities?: readonly string[];
}

/**
 * Posts JSON to hosts that customers name: no redirects, answers of at most 64 KiB, 256 posts at once. The server's
 * certificate must be its host's, by an authority this machine trusts. Never rejects.
 */
export function createJsonPoster({
  timeoutMs = TIMEOUT_MS,
  routes = new Map(),
  authorities = [],
}: PostOptions) {
  const pool = {
    keepAlive: true,
    maxSockets: SOCKETS_PER_HOST,
    maxFreeSockets: IDLE_SOCKETS_PER_HOST,
    maxTotalSockets: IN_FLIGHT_MAX,
  };
  const agents = {
    https: new HttpsAgent({ ...pool, ...trusting(authorities) }),
    http: new HttpAgent(pool),
  };
  let inFlight = 0;
  return async (post: JsonPost): Promise<PostOutcome> => {
    if (inFlight >= IN_FLIGHT_MAX) return { kind: 'busy' };
    inFlight += 1;
    try {
      const target = routes.get(post.endpoint.toLowerCase()) ?? new URL(post.endpoint);
      const attempt = (): Promise<PostOutcome | 'stale'> =>
        attemptOf(post, target, agents, timeoutMs);
      const first = await attempt();
      // A kept connection that the server had just closed says nothing about the server.
      const outcome = first === 'stale' ? await attempt() : first;
      return outcome === 'stale' ? { kind: 'unreachable' } : outcome;
    } finally {
      inFlight -= 1;
    }
  };
}

function trusting(authorities: readonly string[]): { readonly ca?: string[] } {
  return authorities.length === 0 ? {} : { ca: [...rootCertificates, ...authorities] };
}

interface Agents {
  readonly https: HttpsAgent;
  readonly http: HttpAgent;
}

function attemptOf(
  post: JsonPost,
  target: URL,
  agents: Agents,
  timeoutMs: number,
): Promise<PostOutcome | 'stale'> {
  return new Promise((resolve) => {
    const request = opened(post, target, agents);
    let stage: 'connecting' | 'greeting' | 'open' = 'connecting';
    const timer = setTimeout(() => {
      settle({ kind: 'timedOut' });
      request.destroy();
    }, timeoutMs);
    const settle = (outcome: PostOutcome | 'stale'): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on('socket', (socket) => {
      if (!socket.connecting) {
        stage = 'open';
        return;
      }
      socket.once('connect', () => {
        stage = target.protocol === 'https:' ? 'greeting' : 'open';
      });
      socket.once('secureConnect', () => {
        stage = 'open';
      });
    });
    request.on('error', () => {
      if (request.reusedSocket) settle('stale');
      else settle({ kind: stage === 'greeting' ? 'untrusted' : 'unreachable' });
    });
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      readJson(response).then(
        (body) => settle({ kind: 'answered', status, body }),
        () => {
          settle({ kind: 'answered', status, body: undefined });
          request.destroy();
        },
      );
    });
    request.end(post.body);
  });
}

/** The host is named as the endpoint names it, wherever it is found. */
function opened(
  { endpoint, path, headers, body }: JsonPost,
  target: URL,
  agents: Agents,
): ClientRequest {
  const { host, hostname } = new URL(endpoint);
  const options: RequestOptions = {
    method: 'POST',
    hostname: target.hostname,
    port: target.port,
    path,
    headers: {
      ...headers,
      host,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    },
  };
  if (target.protocol === 'http:') return httpRequest({ ...options, agent: agents.http });
  return httpsRequest({
    ...options,
    agent: agents.https,
    servername: hostname,
    minVersion: 'TLSv1.2',
  });
}

/** Rejects when it is too long, breaks off, or is no JSON. */
async function readJson(response: IncomingMessage): Promise<JsonValue> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) throw new Error('answered no bytes');
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) throw new Error('answered too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
