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
  /** Most come together. */
  #last: DayCounts | undefined;

  add({ account, region, time }: Scope & { readonly time: Instant }, entry: string, by = 1): void {
    const day = dayOf(time);
    const last = this.#last;
    const isLast = last?.account === account && last.region === region && last.day === day;
    const { counts } = isLast ? last : this.#of({ account, region, day });
    counts.set(entry, (counts.get(entry) ?? 0) + by);
  }

  #of(place: Scope & { readonly day: string }): DayCounts {
    const key = `${place.account}/${place.day}/${place.region}`;
    const known = this.#days.get(key) ?? { ...place, counts: new Map() };
    this.#days.set(key, known);
    this.#last = known;
    return known;
  }

  days(): Iterable<DayCounts> {
    return this.#days.values();
  }
}
