import type { MovableClock } from '../../core/service-clock.ts';
import type { Instant } from '../../core/time.ts';
import type { JobRunner } from './runner.ts';

const ROUNDS_LIMIT = 1_000;

export interface AdvanceOptions {
  readonly clock: MovableClock;
  readonly jobs: JobRunner;
  /** Resolves when followers (and the trail's mover before them) have caught up. */
  readonly settle: () => Promise<void>;
  /** Keeps the clock's offset, so that a restart does not go back. */
  readonly persist?: (offsetMs: number) => Promise<void>;
  /** How often jobs may cause more at one instant before the move is given up. Default 1,000. */
  readonly roundsLimit?: number;
  readonly onProgress?: (progress: AdvanceProgress) => void;
}

export interface AdvanceProgress {
  readonly reached: Instant;
  readonly target: Instant;
  /** Jobs that ran so far. */
  readonly jobs: number;
}

/**
 * Moves service time forward to `target`. Stops at each due instant, runs what is due and what it
 * causes until all is quiet, then moves on. Returns how many jobs ran.
 */
export async function advance(options: AdvanceOptions, target: Instant): Promise<number> {
  const { clock, jobs } = options;
  let count = 0;
  for (;;) {
    count += await quieten(options);
    const reached = clock.serviceTime();
    options.onProgress?.({ reached, target, jobs: count });
    if (reached >= target) return count;
    const due = await jobs.nextStop();
    clock.advanceTo(Math.min(due ?? target, target));
    await options.persist?.(clock.offsetMs());
  }
}

async function quieten(options: AdvanceOptions): Promise<number> {
  const { clock, jobs, settle, roundsLimit = ROUNDS_LIMIT } = options;
  let count = 0;
  for (let round = 0; round < roundsLimit; round += 1) {
    await settle();
    const ran = await jobs.runDue(clock.serviceTime());
    if (ran === 0) return count;
    count += ran;
  }
  throw new Error('Jobs kept ordering jobs that are due at once, so the clock was not moved on.');
}
