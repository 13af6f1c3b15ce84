/** For a web server that a customer names, of `http:` or `https:`. */
export interface HttpMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent for none at all. */
  readonly body?: string;
}

/** What became of it. An answer's body is cut at 64 KiB. */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly body: string;
    }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'timedOut' | 'busy' };

export interface SendHttpLimits {
  /** From the first byte of the connection to the last of the answer. Default 5,000. */
  readonly timeoutMs?: number;
  /** Ends it as `unreachable`. */
  readonly signal?: AbortSignal;
}

/** No redirects; a certificate must be the host's, by an authority this machine trusts. Never rejects. */
export type SendHttp = (message: HttpMessage, limits?: SendHttpLimits) => Promise<HttpOutcome>;
