import {
  Agent as HttpAgent,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { HttpMessage, HttpOutcome, SendHttp, SendHttpLimits } from '../contract/send-http.ts';

const TIMEOUT_MS = 5_000;
const ANSWER_BYTES_MAX = 64 * 1024;
const SOCKETS_PER_HOST = 64;
const IN_FLIGHT_MAX = 256;

/**
 * Sends to web servers that customers name: no redirects, 256 at once, 5 seconds unless a message is given longer. A server of `https:` must show a
 * certificate of its host's, by an authority this machine trusts. Never rejects.
 */
export function createHttpSender(): SendHttp {
  const pool = { keepAlive: false, maxSockets: SOCKETS_PER_HOST, maxTotalSockets: IN_FLIGHT_MAX };
  const agents = { http: new HttpAgent(pool), https: new HttpsAgent(pool) };
  let inFlight = 0;
  return async (message, limits = {}) => {
    if (inFlight >= IN_FLIGHT_MAX) return { kind: 'busy' };
    inFlight += 1;
    try {
      return await sent(message, agents, limits);
    } finally {
      inFlight -= 1;
    }
  };
}

function sent(
  { method, url: where, headers, body }: HttpMessage,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
  { timeoutMs = TIMEOUT_MS, signal }: SendHttpLimits,
): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    const url = new URL(where);
    const options: RequestOptions = {
      method,
      ...(signal === undefined ? {} : { signal }),
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
    };
    const request =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: agents.https, minVersion: 'TLSv1.2' })
        : httpRequest(url, { ...options, agent: agents.http });
    const timer = setTimeout(() => {
      settle({ kind: 'timedOut' });
      request.destroy();
    }, timeoutMs);
    const settle = (outcome: HttpOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on('error', (error) => settle({ kind: 'unreachable', reason: error.message }));
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const retryAfter = response.headers['retry-after'];
      textOf(response).then(
        (text) => settle({ kind: 'answered', status, retryAfter, body: text }),
        (error: unknown) => settle({ kind: 'unreachable', reason: String(error) }),
      );
    });
    request.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) throw new Error('answered no bytes');
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ANSWER_BYTES_MAX) break;
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX).toString('utf8');
}
