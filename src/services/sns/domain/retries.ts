import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** When a failed delivery is tried again. Delays in seconds. */
export interface RetryPolicy {
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly retries: number;
  readonly noDelay: number;
  readonly atMinDelay: number;
  readonly atMaxDelay: number;
  readonly backoff: 'linear' | 'arithmetic' | 'geometric' | 'exponential';
}

/** HTTP endpoints, unless they say otherwise. */
export const HTTP_RETRIES: RetryPolicy = {
  minDelay: 20,
  maxDelay: 20,
  retries: 3,
  noDelay: 0,
  atMinDelay: 0,
  atMaxDelay: 0,
  backoff: 'linear',
};

/** Functions: 23 days. */
export const FUNCTION_RETRIES: RetryPolicy = {
  minDelay: 1,
  maxDelay: 20,
  retries: 100_015,
  noDelay: 3,
  atMinDelay: 2,
  atMaxDelay: 100_000,
  backoff: 'exponential',
};

/** Mail: six hours. */
export const MAIL_RETRIES: RetryPolicy = {
  minDelay: 10,
  maxDelay: 600,
  retries: 50,
  noDelay: 0,
  atMinDelay: 2,
  atMaxDelay: 38,
  backoff: 'exponential',
};

/** Seconds until the n-th retry, from 1; undefined: there is none any more. */
export function retryDelay(policy: RetryPolicy, retry: number): number | undefined {
  const { retries, noDelay, atMinDelay, atMaxDelay, minDelay, maxDelay } = policy;
  if (retry > retries) return undefined;
  if (retry <= noDelay) return 0;
  if (retry <= noDelay + atMinDelay) return minDelay;
  const steps = retries - noDelay - atMinDelay - atMaxDelay;
  const step = retry - noDelay - atMinDelay - 1;
  if (step >= steps) return maxDelay;
  return backedOff(policy, step, Math.max(1, steps - 1));
}

/** From the least delay at the first step to the most at the last. */
function backedOff(
  { backoff, minDelay, maxDelay }: RetryPolicy,
  step: number,
  last: number,
): number {
  const part = step / last;
  switch (backoff) {
    case 'linear':
      return minDelay + (maxDelay - minDelay) * part;
    case 'arithmetic':
      return minDelay + ((maxDelay - minDelay) * (step * (step + 1))) / (last * (last + 1));
    case 'geometric':
      return minDelay * (maxDelay / minDelay) ** part;
    case 'exponential':
      return Math.min(maxDelay, minDelay * 2 ** step);
  }
}

/** What a DeliveryPolicy says, of a subscription, or of a topic's `http`. */
export interface HttpDelivery {
  readonly retries: RetryPolicy;
  readonly contentType?: string;
}

export function httpDelivery(
  subscription: string | undefined,
  topic: string | undefined,
): HttpDelivery {
  const own = objectOf(subscription);
  if (own !== undefined) return deliveryOf(own['healthyRetryPolicy'], own['requestPolicy']);
  const { http } = objectOf(topic) ?? {};
  const shared = isJsonObject(http) ? http : {};
  return deliveryOf(shared['defaultHealthyRetryPolicy'], shared['defaultRequestPolicy']);
}

function deliveryOf(retry: JsonValue | undefined, request: JsonValue | undefined): HttpDelivery {
  const policy = isJsonObject(retry) ? retry : {};
  const contentType = isJsonObject(request) ? request['headerContentType'] : undefined;
  const number = (name: string, fallback: number, most: number): number => {
    const value = policy[name];
    return typeof value === 'number' && value >= 0 ? Math.min(most, value) : fallback;
  };
  const { backoffFunction } = policy;
  const minDelay = Math.max(1, number('minDelayTarget', HTTP_RETRIES.minDelay, SECONDS_MAX));
  return {
    retries: {
      minDelay,
      maxDelay: Math.max(minDelay, number('maxDelayTarget', HTTP_RETRIES.maxDelay, SECONDS_MAX)),
      retries: number('numRetries', HTTP_RETRIES.retries, RETRIES_MAX),
      noDelay: number('numNoDelayRetries', 0, RETRIES_MAX),
      atMinDelay: number('numMinDelayRetries', 0, RETRIES_MAX),
      atMaxDelay: number('numMaxDelayRetries', 0, RETRIES_MAX),
      backoff: isBackoff(backoffFunction) ? backoffFunction : HTTP_RETRIES.backoff,
    },
    ...(typeof contentType === 'string' ? { contentType } : {}),
  };
}

const SECONDS_MAX = 3_600;
const RETRIES_MAX = 100;

function isBackoff(value: JsonValue | undefined): value is RetryPolicy['backoff'] {
  return (
    value === 'linear' || value === 'arithmetic' || value === 'geometric' || value === 'exponential'
  );
}

function objectOf(text: string | undefined): JsonObject | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const json: JsonValue = JSON.parse(text);
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
