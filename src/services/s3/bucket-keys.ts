import { MINUTE_MS, type Instant } from '../../core/time.ts';

/** How long a bucket's key serves one requester before KMS is asked again. */
const LIFE_MS = 5 * MINUTE_MS;
const KEYS_MAX = 1_000;

/** A key that objects of a bucket share: each has its own, made of this and a salt. */
export interface BucketKey {
  readonly keyArn: string;
  /** As KMS encrypted it. Base64. */
  readonly wrapped: string;
  readonly key: Uint8Array;
}

/**
 * The keys of buckets that this process holds in clear, for a while and in memory alone. They are kept by who asked: nobody
 * uses what KMS gave to somebody else.
 */
export class BucketKeys {
  readonly #held = new Map<string, { readonly value: BucketKey; readonly until: Instant }>();

  get(name: string, now: Instant): BucketKey | undefined {
    const held = this.#held.get(name);
    return held !== undefined && now < held.until ? held.value : undefined;
  }

  keep(name: string, value: BucketKey, now: Instant): void {
    this.#held.delete(name);
    this.#held.set(name, { value, until: now + LIFE_MS });
    const [oldest] = this.#held.keys();
    if (this.#held.size > KEYS_MAX && oldest !== undefined) this.#held.delete(oldest);
  }
}
