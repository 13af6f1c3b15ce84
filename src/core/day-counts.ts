import { dayOf } from './hour-tally.ts';
import type { Scope } from './scope.ts';
import type { Instant } from './time.ts';

/** What was counted of one account and Region on one day, by entry. */
export interface DayCounts extends Scope {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly counts: Map<string, number>;
}

/** Counts by account, Region and day. */
export class CountedDays {
  readonly #days = new Map<string, DayCounts>();

  add({ account, region, time }: Scope & { readonly time: Instant }, entry: string, by = 1): void {
    const day = dayOf(time);
    const key = `${account}/${day}/${region}`;
    const known = this.#days.get(key) ?? { account, region, day, counts: new Map() };
    this.#days.set(key, known);
    known.counts.set(entry, (known.counts.get(entry) ?? 0) + by);
  }

  days(): Iterable<DayCounts> {
    return this.#days.values();
  }
}
