import type { Match } from './scanner.ts';

/** Where an occurrence is. Rows, columns and lines count from 1, records from 0. */
export type Location =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly name?: string }
  | {
      readonly kind: 'line';
      readonly start: number;
      readonly end: number;
      readonly startColumn: number;
    }
  | { readonly kind: 'record'; readonly index: number; readonly path?: string };

/** What was found of one identifier. */
export interface Detection {
  readonly id: string;
  readonly isCustom: boolean;
  readonly count: number;
  /** Of the first 1,000 occurrences. */
  readonly locations: readonly Location[];
}

const LOCATIONS_MAX = 1_000;

interface Count {
  readonly id: string;
  readonly isCustom: boolean;
  count: number;
  readonly locations: Location[];
}

/** Counts occurrences, and keeps where the first ones are. */
export class Tally {
  readonly #counts = new Map<string, Count>();

  add({ id, isCustom }: Match, location: Location): void {
    let known = this.#counts.get(id);
    if (known === undefined) {
      known = { id, isCustom, count: 0, locations: [] };
      this.#counts.set(id, known);
    }
    known.count += 1;
    if (known.locations.length < LOCATIONS_MAX) known.locations.push(location);
  }

  detections(): readonly Detection[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }
}
