import type { Source } from './follower.ts';

/**
 * A source whose last reading is kept: followers that are equally far read the same, and it is fetched and decoded once.
 * Holds one batch.
 */
export function sharedReads<T>(source: Source<T>): Source<T> {
  let kept: Reading<T> | undefined;
  return {
    highest: () => source.highest(),
    read: async (after, limit) => {
      const highest = await source.highest();
      if (kept?.after === after && kept.limit === limit) {
        // A whole batch stays what it is; to a smaller one more may have come.
        if (kept.isWhole || kept.highest === highest) return kept.entries;
      }
      const entries = source.read(after, limit);
      const reading: Reading<T> = { after, limit, highest, entries, isWhole: true };
      kept = reading;
      const settle = (isWhole: boolean): void => {
        reading.isWhole = isWhole;
      };
      entries.then(
        ({ length }) => settle(length === limit),
        () => {
          if (kept === reading) kept = undefined;
        },
      );
      return entries;
    },
  };
}

interface Reading<T> {
  readonly after: number;
  readonly limit: number;
  readonly highest: number;
  readonly entries: Promise<readonly T[]>;
  /** While it is fetched, too: who asks meanwhile gets the same. */
  isWhole: boolean;
}
