import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Frequency } from '../draft.ts';

/** How often a value was seen. What is seen today counts from tomorrow on, so that a burst can't make itself usual. */
export interface Tally {
  /** Before `day`, each older day counting less. */
  readonly n: number;
  today: number;
  /** Days since 1970. */
  readonly day: number;
}

/** Tallies by value. */
export type Histogram = Record<string, Tally>;

/** Values kept; the least usual leave first. */
const VALUES_MAX = 100;
/** Days after which a sighting counts half. */
const HALF_LIFE_DAYS = 30;
const VALUE_CHARACTERS_MAX = 256;

export function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS);
}

/** Values are callers' texts. An assignment to this one would make no member. */
function keyOf(value: string): string {
  return value === '__proto__' ? ' __proto__' : value.slice(0, VALUE_CHARACTERS_MAX);
}

/** Every object has a `constructor` and its like, which no caller was seen with. */
function tallyOf(histogram: Histogram, key: string): Tally | undefined {
  return Object.hasOwn(histogram, key) ? histogram[key] : undefined;
}

/** The count of a value before the given day. */
export function countOf(histogram: Histogram, value: string, day: number): number {
  const tally = tallyOf(histogram, keyOf(value));
  return tally === undefined ? 0 : before(tally, day);
}

export function totalOf(histogram: Histogram, day: number): number {
  return Object.values(histogram).reduce((sum, tally) => sum + before(tally, day), 0);
}

function before({ n, today, day: last }: Tally, day: number): number {
  const days = Math.max(0, day - last);
  return (days === 0 ? n : n + today) * 0.5 ** (days / HALF_LIFE_DAYS);
}

/** Notes a sighting in the histogram itself: memories are copied once a batch, not once a call. */
export function seen(histogram: Histogram, value: string, day: number): Histogram {
  const key = keyOf(value);
  const known = tallyOf(histogram, key);
  if (known === undefined) {
    makeRoom(histogram);
    histogram[key] = { n: 0, today: 1, day };
  } else if (known.day >= day) known.today += 1;
  else histogram[key] = { n: before(known, day), today: 1, day };
  return histogram;
}

/** The least usual value leaves where there are as many as are kept. */
function makeRoom(histogram: Histogram): void {
  const keys = Object.keys(histogram);
  if (keys.length < VALUES_MAX) return;
  const least = keys.reduce((low, one) =>
    weight(histogram, one) < weight(histogram, low) ? one : low,
  );
  delete histogram[least];
}

function weight(histogram: Histogram, key: string): number {
  const tally = histogram[key];
  return tally === undefined ? 0 : tally.n + tally.today;
}

/** A sighting a month, eight, and more than that. */
export function frequencyOf(count: number): Frequency {
  if (count < 0.01) return 'UNSEEN';
  if (count < 1.5) return 'RARE';
  return count < 8 ? 'INFREQUENT' : 'FREQUENT';
}

/** The commonest values, most usual first. */
export function commonest(
  histogram: Histogram,
  day: number,
  most: number,
): readonly (readonly [value: string, count: number])[] {
  return Object.keys(histogram)
    .map((value): [string, number] => [value, countOf(histogram, value, day)])
    .filter(([, count]) => count > 0)
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, most);
}
