import { compileBounded } from '../../../model/bounded-pattern.ts';
import { invalidAllowedPattern, patternMismatch } from '../errors.ts';

const INSTRUCTIONS_MAX = 5_000;
/** Instructions times characters: a quarter of a second at most. */
const STEPS_MAX = 4_000_000;

/** The whole value is matched. Errors: InvalidAllowedPattern, also for what would take too long; ParameterPatternMismatch. */
export function assertAllowed(value: string, pattern: string): void {
  const compiled = compileBounded(pattern, INSTRUCTIONS_MAX);
  if (compiled === undefined || compiled.programSize() * value.length > STEPS_MAX) {
    throw invalidAllowedPattern();
  }
  if (!compiled.matches(value)) throw patternMismatch(pattern);
}
