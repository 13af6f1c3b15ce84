import { DAY_MS, HOUR_MS, type Instant } from './time.ts';

/** Hours of many intervals within a period of whole days, by day (UTC). An hour that has begun counts whole. */
export class HourTally {
  readonly #first: number;
  /** How the number of intervals changes at each hour of the period. */
  readonly #changes: number[];

  constructor({ from, until }: { readonly from: Instant; readonly until: Instant }) {
    this.#first = from / HOUR_MS;
    this.#changes = Array.from({ length: until / HOUR_MS - this.#first + 1 }, () => 0);
  }

  add(from: Instant, until: Instant): void {
    const start = this.#place(Math.floor(from / HOUR_MS));
    const end = this.#place(Math.ceil(until / HOUR_MS));
    if (end <= start) return;
    this.#changes[start] = (this.#changes[start] ?? 0) + 1;
    this.#changes[end] = (this.#changes[end] ?? 0) - 1;
  }

  /** Days that have hours. */
  days(): readonly { readonly day: string; readonly hours: number }[] {
    const hours = new Map<string, number>();
    let running = 0;
    for (const [index, change] of this.#changes.entries()) {
      running += change;
      if (running === 0) continue;
      const day = dayOf((this.#first + index) * HOUR_MS);
      hours.set(day, (hours.get(day) ?? 0) + running);
    }
    return [...hours].map(([day, count]) => ({ day, hours: count }));
  }

  #place(hour: number): number {
    return Math.min(Math.max(hour - this.#first, 0), this.#changes.length - 1);
  }
}

let lastDay = 0;
let lastText = '1970-01-01';

/** `2026-11-25`, of an instant. Most are of the same day as the one before. */
export function dayOf(instant: Instant): string {
  const day = Math.floor(instant / DAY_MS);
  if (day !== lastDay) {
    lastText = new Date(day * DAY_MS).toISOString().slice(0, 10);
    lastDay = day;
  }
  return lastText;
}
