/** Values that are told. */
const KEPT_MAX = 64;
/** Values that are held while they are counted: many more, so that room is seldom made. */
const HELD_MAX = 4 * KEPT_MAX;
/** Characters of a value; longer ones are counted by their beginning. */
export const VALUE_LENGTH_MAX = 200;

/** A value and how often it was seen, at least. */
export type Count = readonly [value: string, count: number];

/**
 * Counts the most frequent of any number of values in bounded memory. A value that is dropped for want of room and comes again
 * begins anew: so counts may be too low, and never too high.
 */
export class TopCounts {
  #counts = new Map<string, number>();

  constructor(counts: readonly Count[] = []) {
    for (const [value, count] of counts) this.add(value, count);
  }

  add(text: string, count = 1): void {
    const value = text.length > VALUE_LENGTH_MAX ? text.slice(0, VALUE_LENGTH_MAX) : text;
    const before = this.#counts.get(value);
    if (before === undefined && this.#counts.size >= HELD_MAX) {
      this.#counts = new Map(this.top());
    }
    this.#counts.set(value, (before ?? 0) + count);
  }

  /** The highest first. */
  top(most = KEPT_MAX): readonly Count[] {
    return [...this.#counts].sort((left, right) => right[1] - left[1]).slice(0, most);
  }
}

export function merged(left: readonly Count[], right: readonly Count[]): readonly Count[] {
  return new TopCounts([...left, ...right].toSorted((one, other) => other[1] - one[1])).top();
}
