/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/**
 * The two times. Service time dates what services remember and may be moved forward in dev mode; it never
 * moves back. Real time judges signatures, the `Date` header, timeouts and rate limits; nothing moves it.
 * Nothing else in the product reads a clock.
 */
export interface Clock {
  serviceTime(): Instant;
  realTime(): Instant;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
