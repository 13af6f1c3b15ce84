import type { RE2JS } from 're2js';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { compileBounded } from '../../../model/bounded-pattern.ts';

/** Instructions that a customer's pattern may become. */
const INSTRUCTIONS_MAX = 2_000;
/** Instructions of all patterns that stay compiled. */
const KEPT_MAX = 1_000_000;
const kept = new RecencyCache<RE2JS>(KEPT_MAX, (_text, pattern) => pattern.programSize());

function compiled(text: string): RE2JS | undefined {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const pattern = compileBounded(text, INSTRUCTIONS_MAX);
  if (pattern !== undefined) kept.set(text, pattern);
  return pattern;
}

/** Whether a text is a pattern, and no larger than patterns may be. */
export function isPattern(text: string): boolean {
  return compiled(text) !== undefined;
}

/** What one request asks takes more work than one request may take. */
export class TooMuchWork extends Error {}

/**
 * What may be spent for one request: units of about sixty nanoseconds, so a third of a second in all. A match takes as many as its
 * pattern has instructions, for each character of the text.
 */
export class MatchBudget {
  #left = 5_000_000;

  /** Errors: TooMuchWork. */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new TooMuchWork();
  }

  /** Whether the whole text matches. What is no pattern matches nothing. Errors: TooMuchWork. */
  matches(pattern: string, text: string): boolean {
    return this.#paid(pattern, text)?.matches(text) ?? false;
  }

  /** Whether the pattern is found in the text. Errors: TooMuchWork. */
  finds(pattern: string, text: string): boolean {
    return this.#paid(pattern, text)?.matcher(text).find() ?? false;
  }

  #paid(pattern: string, text: string): RE2JS | undefined {
    const found = compiled(pattern);
    if (found !== undefined) this.spend(found.programSize() * (text.length + 1));
    return found;
  }
}
