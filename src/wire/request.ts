import { headerOf } from '../core/header-list.ts';
import type { ByteStream } from '../model/types.ts';

/** What is known of a request before its body was read. */
export interface WireHead {
  readonly method: string;
  /** As sent, undecoded, without the query. */
  readonly rawPath: string;
  /** As sent, undecoded, without `?`. */
  readonly rawQuery: string;
  /** Names and values in turn, as they came (Node's `rawHeaders`). */
  readonly headers: readonly string[];
  /** The value by lower-case name; duplicates are joined by `,`. */
  header(name: string): string | undefined;
}

export interface WireRequest extends WireHead {
  /** The buffered body; empty when `stream` is set. */
  readonly body: Uint8Array;
  /** The unread body of an operation that streams. */
  readonly stream?: ByteStream;
  /** Aborted when the connection closed before the answer. Absent without one. */
  readonly gone?: AbortSignal | undefined;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | string | ByteStream;
}

/** What routing reads: a request's head, and its body once that was read. */
export interface RouteInput extends Pick<WireHead, 'method' | 'rawPath' | 'rawQuery' | 'header'> {
  readonly body?: Uint8Array;
}

/** A request from its parts; used by callers that have no socket. */
export function wireRequest(parts: {
  readonly method: string;
  readonly target: string;
  readonly headers?: readonly string[];
  readonly body?: Uint8Array | string;
  readonly stream?: ByteStream;
}): WireRequest {
  const [rawPath, rawQuery] = splitTarget(parts.target);
  const headers = parts.headers ?? [];
  const body = parts.body ?? '';
  return {
    method: parts.method,
    rawPath,
    rawQuery,
    headers,
    header: (name) => headerOf(headers, name),
    body: typeof body === 'string' ? Buffer.from(body) : body,
    ...(parts.stream === undefined ? {} : { stream: parts.stream }),
  };
}

/**
 * Path and query of a request target; the absolute form (`GET http://host/path`) loses its origin.
 */
export function splitTarget(target: string): readonly [string, string] {
  let rest = target;
  if (rest.charCodeAt(0) !== 47 && rest !== '*') {
    const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(rest);
    if (origin !== null) rest = rest.slice(origin[0].length);
    if (!rest.startsWith('/')) rest = `/${rest}`;
  }
  const mark = rest.indexOf('?');
  return mark < 0 ? [rest, ''] : [rest.slice(0, mark), rest.slice(mark + 1)];
}
