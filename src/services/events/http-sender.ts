/** What EventBridge is given to reach web servers: `outbound/send-http.ts`. */
export interface HttpMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly body: string;
    }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'timedOut' | 'busy' };

/** Never rejects. */
export type SendHttp = (message: HttpMessage) => Promise<HttpOutcome>;
