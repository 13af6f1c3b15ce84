import type { Clock, Instant } from './time.ts';

export interface MovableClock extends Clock {
  /** Service time minus real time, in milliseconds. What must be kept across restarts. */
  offsetMs(): number;
  /** Moves service time forward to `instant`; an instant that has passed changes nothing. */
  advanceTo(instant: Instant): void;
}

export interface ClockOptions {
  /**
   * Service time minus real time at the start, in milliseconds. Zero, or what an earlier run kept.
   */
  readonly offsetMs: number;
  /** The machine's clock. Tests pass their own. */
  readonly real?: () => Instant;
}

/**
 * Service time is real time plus an offset that only grows; it holds still while the machine's
 * clock steps back.
 */
export function createClock(options: ClockOptions): MovableClock {
  const real = options.real ?? Date.now;
  let offsetMs = options.offsetMs;
  let latest = Number.NEGATIVE_INFINITY;
  const serviceTime = (): Instant => {
    latest = Math.max(latest, real() + offsetMs);
    return latest;
  };
  return {
    serviceTime,
    realTime: real,
    offsetMs: () => offsetMs,
    advanceTo(instant) {
      if (!Number.isFinite(instant)) throw new RangeError('The instant must be a finite number.');
      const ahead = instant - serviceTime();
      if (ahead <= 0) return;
      offsetMs = instant - real();
      latest = instant;
    },
  };
}
