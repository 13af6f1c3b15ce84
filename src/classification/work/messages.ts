import type { Classified } from '../classify.ts';
import type { Plan } from '../plan.ts';

/** What the thread is told: of one file, by its number. */
export type Told =
  | {
      readonly number: number;
      readonly kind: 'begin';
      readonly plan: Plan;
      readonly key: string;
      readonly keepsSamples: boolean;
    }
  | { readonly number: number; readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly number: number; readonly kind: 'end' }
  /** The file can't be read on: nobody waits for a result. */
  | { readonly number: number; readonly kind: 'drop' };

/** What it answers. `more`: the last bytes were looked at. */
export type Answer =
  | { readonly number: number; readonly kind: 'more' }
  | { readonly number: number; readonly kind: 'done'; readonly result: Classified }
  | { readonly number: number; readonly kind: 'failed'; readonly reason: string };
