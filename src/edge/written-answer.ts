import type { ServerResponse } from 'node:http';
import { Http2ServerResponse } from 'node:http2';
import type { EdgeResponse } from '../contract/edge.ts';
import { withoutHopHeaders } from '../core/header-list.ts';

export interface Writing {
  /** The connection can't be used again. */
  readonly isLast: boolean;
  /** How long a client may leave what was sent unread. */
  readonly unreadMs: number;
}

/** Resolves when all was handed over. An error in mid-stream can't be told any more: the broken connection tells it. */
export async function writeAnswer(
  response: ServerResponse | Http2ServerResponse,
  { status, headers, body }: EdgeResponse,
  { isLast, unreadMs }: Writing,
): Promise<void> {
  if (response.destroyed) return;
  const pairs = withoutHopHeaders(headers);
  const isMeasured = pairs.some(([name]) => name.toLowerCase() === 'content-length');
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
  const length =
    bytes === undefined || isMeasured || isBodiless(status) ? undefined : sizeOf(bytes);
  if (response instanceof Http2ServerResponse) {
    response.writeHead(status, framedHeaders(pairs, length));
  } else {
    const flat = pairs.flat();
    if (length !== undefined) flat.push('Content-Length', String(length));
    if (isLast) flat.push('Connection', 'close');
    response.writeHead(status, flat);
  }
  if (bytes !== undefined) {
    if (bytes.length > 0) response.end(bytes);
    else response.end();
    return;
  }
  if (typeof body === 'string' || body instanceof Uint8Array) return;
  for await (const chunk of body) {
    if (response.destroyed) return;
    const isTaken =
      response instanceof Http2ServerResponse ? response.write(chunk) : response.write(chunk);
    if (!isTaken) await drained(response, unreadMs);
  }
  response.end();
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

function sizeOf(body: string | Uint8Array): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}

/** Several of a name stay several. */
function framedHeaders(
  pairs: EdgeResponse['headers'],
  length: number | undefined,
): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    const lower = name.toLowerCase();
    const before = Object.hasOwn(found, lower) ? found[lower] : undefined;
    found[lower] = before === undefined ? value : [before, value].flat();
  }
  if (length !== undefined) found['content-length'] = String(length);
  return found;
}

/** Ends the connection of a client that reads nothing, and so holds what was read for it. */
function drained(response: ServerResponse | Http2ServerResponse, unreadMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), unreadMs);
    const done = (): void => {
      clearTimeout(late);
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
