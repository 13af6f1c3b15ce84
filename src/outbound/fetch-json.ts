import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { JsonValue } from '../core/json.ts';
import type { Trust } from './trust.ts';
import { presentsTrusted } from './server-trust.ts';

const TIMEOUT_MS = 5_000;
const BYTES_MAX = 256 * 1024;

/** What was asked of another host did not come, came wrong, or came from somebody else. */
export class OutboundError extends Error {}

/**
 * A JSON document by GET. No redirects, at most 256 KiB and 5 seconds. Over TLS the server must show a certificate of an
 * authority this machine trusts, or one that leads to a certificate with one of the SHA-1 thumbprints.
 * Throws OutboundError.
 */
export function fetchJson(url: URL, trust: Trust): Promise<JsonValue> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const fail = (text: string): void => reject(new OutboundError(`${url.host}: ${text}`));
    const request = (secure ? httpsRequest : httpRequest)(url, {
      agent: false,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Judged below, before anything that arrives is read.
      rejectUnauthorized: false,
    });
    request.on('socket', (socket) => {
      if (!secure) return;
      socket.on('secureConnect', () => {
        if (!presentsTrusted(socket, url.hostname, trust)) {
          request.destroy(new Error('its certificate is not trusted'));
        }
      });
    });
    request.on('error', (error) => fail(error.message));
    request.on('response', (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        fail(`answered ${response.statusCode}`);
        request.destroy();
        return;
      }
      readBounded(response).then(
        (text) => {
          try {
            resolve(JSON.parse(text));
          } catch {
            fail('answered no JSON');
          }
        },
        (error: unknown) => fail(error instanceof Error ? error.message : 'broke off'),
      );
    });
    request.end();
  });
}

async function readBounded(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) throw new Error('answered no bytes');
    bytes += chunk.length;
    if (bytes > BYTES_MAX) throw new Error('answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
