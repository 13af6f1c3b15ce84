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
  /** What was found, where that is asked for: no more than ten, of 128 characters. */
  readonly samples: readonly string[];
}

const LOCATIONS_MAX = 1_000;
const SAMPLES_MAX = 10;
const SAMPLE_CHARACTERS_MAX = 128;

interface Count {
  readonly id: string;
  readonly isCustom: boolean;
  count: number;
  readonly locations: Location[];
  readonly samples: string[];
}

/** Counts occurrences, and keeps where the first ones are. */
export class Tally {
  readonly #counts = new Map<string, Count>();
  readonly #keepsSamples: boolean;

  constructor(keepsSamples: boolean) {
    this.#keepsSamples = keepsSamples;
  }

  /** An occurrence in a text, of which no more is kept than samples that are asked for. */
  add({ id, isCustom, start, end }: Match, text: string, location: Location): void {
    let known = this.#counts.get(id);
    if (known === undefined) {
      known = { id, isCustom, count: 0, locations: [], samples: [] };
      this.#counts.set(id, known);
    }
    known.count += 1;
    if (known.locations.length < LOCATIONS_MAX) known.locations.push(location);
    if (this.#keepsSamples && known.samples.length < SAMPLES_MAX) {
      known.samples.push(text.slice(start, Math.min(end, start + SAMPLE_CHARACTERS_MAX)));
    }
  }

  detections(): readonly Detection[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }
}
