import { RE2JS } from 're2js';
import type { ByteString } from '../byte-string.ts';
import { backtrackingLengthMax } from './backtracking.ts';
import { parsePattern } from './parse-pattern.ts';
import { PatternFault } from './pattern-reader.ts';
import { sourceOf, writtenOutSize } from './pattern-source.ts';

/** Steps of the backtracking engine that one search may take: some milliseconds. */
const STEPS_MAX = 2_000_000;
/** Instructions of a pattern, its counted repeats written out: what a linear search costs a byte, at worst. */
const SIZE_MAX = 2_000;

/** A pattern that a customer wrote: it never takes longer than linear time in the value, times its own size. */
export interface CustomerPattern {
  test(value: ByteString): boolean;
}

/**
 * The fast engine backtracks; it is asked only where it can't take more than a bounded number of steps, which the pattern's
 * shape and the value's length tell. All else goes to an engine that is linear, and slower for short values.
 */
export function compilePattern(pattern: string): CustomerPattern | { readonly fault: string } {
  try {
    const tree = parsePattern(pattern);
    if (writtenOutSize(tree) > SIZE_MAX) return { fault: 'the pattern is too large' };
    const lengthMax = backtrackingLengthMax(tree, STEPS_MAX);
    const fast = new RegExp(sourceOf(tree, 'javascript'));
    const linear = RE2JS.compile(sourceOf(tree, 're2'), RE2JS.DISABLE_UNICODE_GROUPS);
    return {
      test: (value) =>
        lengthMax > 0 && value.length <= lengthMax ? fast.test(value) : linear.test(value),
    };
  } catch (error) {
    if (error instanceof PatternFault) return { fault: error.message };
    if (error instanceof Error) return { fault: 'the pattern is not valid' };
    throw error;
  }
}
