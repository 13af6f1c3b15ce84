import type { Instant } from '../core/time.ts';
import type { Unit } from './view.ts';

/** The running server, to what waits between two units, such as a long poll. Nothing of it is for handlers. */
export interface Host {
  /** Runs a unit that only reads, with the service time at which it began. */
  read<T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T>;
  /** Real milliseconds, growing; only for measuring how long something waited. */
  realTime(): Instant;
  /** Resolves after so many real milliseconds, or when the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when the server is about to stop: what waits should answer. */
  readonly stopping: AbortSignal;
  /** The address that clients reach the server under, without a slash at its end; known once it listens. */
  address(): Promise<string>;
}
