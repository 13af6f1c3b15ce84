import { RecencyCache } from '../../../core/recency-cache.ts';
import type { Instant } from '../../../core/time.ts';

interface Bucket {
  readonly tokens: number;
  readonly at: Instant;
}

export interface Rate {
  /** Tokens that come back in each second. */
  readonly rate: number;
  /** Tokens that a full bucket has. */
  readonly burst: number;
}

const BUCKETS_MAX = 100_000;

/** Token buckets by name, on this machine. Times are real. */
export class TokenBuckets {
  readonly #buckets = new RecencyCache<Bucket>(BUCKETS_MAX);

  /** Takes a token of every bucket, or of none and gives false. */
  take(wanted: readonly (readonly [name: string, rate: Rate])[], now: Instant): boolean {
    const filled = wanted.map(([name, rate]) => [name, this.#filled(name, rate, now)] as const);
    if (filled.some(([, tokens]) => tokens < 1)) return false;
    for (const [name, tokens] of filled) this.#buckets.set(name, { tokens: tokens - 1, at: now });
    return true;
  }

  #filled(name: string, { rate, burst }: Rate, now: Instant): number {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) return burst;
    const seconds = Math.max(0, now - bucket.at) / 1_000;
    return Math.min(burst, bucket.tokens + seconds * rate);
  }
}
