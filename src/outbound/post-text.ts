import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const TIMEOUT_MS = 15_000;
const IN_FLIGHT_MAX = 128;

/** A text for a URL of a host that a customer names. */
export interface TextPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A status, or why there is none. */
export type TextOutcome = { readonly status: number } | { readonly failure: string };

export type TextPoster = (post: TextPost, signal: AbortSignal) => Promise<TextOutcome>;

/**
 * Posts text: no redirects, 15 seconds, 128 posts at once; what is answered beside the status is not read. Over TLS the server's
 * certificate must be its host's, by an authority this machine trusts. Never rejects.
 */
export function createTextPoster(): TextPoster {
  let inFlight = 0;
  return async (post, signal) => {
    if (inFlight >= IN_FLIGHT_MAX) return { failure: 'too many posts are under way' };
    inFlight += 1;
    try {
      return await posted(post, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
    } finally {
      inFlight -= 1;
    }
  };
}

function posted({ url, headers, body }: TextPost, signal: AbortSignal): Promise<TextOutcome> {
  return new Promise((resolve) => {
    const target = new URL(url);
    const request = (target.protocol === 'https:' ? httpsRequest : httpRequest)(target, {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    request.on('error', (error) => resolve({ failure: error.message }));
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    request.end(body);
  });
}
