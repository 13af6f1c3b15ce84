import { RE2JS } from 're2js';
import { invalidAllowedPattern, patternMismatch } from '../errors.ts';

/**
 * RE2 matches in time linear in the value, but each of its steps looks at as much of the pattern as can match there, and
 * counted repeats write the pattern out: `(a?){999}` twenty times takes half a minute. So both are bounded.
 */
const INSTRUCTIONS_MAX = 5_000;
/** Instructions times characters: a quarter of a second at most. */
const STEPS_MAX = 4_000_000;

/** The whole value is matched. Errors: InvalidAllowedPattern, also for what would take too long; ParameterPatternMismatch. */
export function assertAllowed(value: string, pattern: string): void {
  if (writtenOut(pattern) > INSTRUCTIONS_MAX) throw invalidAllowedPattern();
  const compiled = compile(pattern);
  const instructions = compiled.programSize();
  if (instructions > 2 * INSTRUCTIONS_MAX) throw invalidAllowedPattern();
  if (instructions * value.length > STEPS_MAX) throw invalidAllowedPattern();
  if (!compiled.matches(value)) throw patternMismatch(pattern);
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw invalidAllowedPattern();
  }
}

const REPEAT = /^\{(\d{1,9})(?:,(\d{0,9}))?\}/;

/** About how many instructions a pattern becomes; for patterns that are none it may be anything. */
function writtenOut(pattern: string): number {
  /** Sizes of the groups that are open, the outermost first, without their last piece. */
  const open = [0];
  let piece = 0;
  const close = (): void => {
    open.push((open.pop() ?? 0) + piece);
    piece = 0;
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const repeat = pattern[at] === '{' ? REPEAT.exec(pattern.slice(at)) : null;
    if (repeat !== null) {
      const [text, least = '0', most] = repeat;
      piece *= Math.max(1, Number(least), Number(most === undefined || most === '' ? 0 : most));
      at += text.length - 1;
      continue;
    }
    close();
    switch (pattern[at]) {
      case '(':
        open.push(0);
        break;
      case ')':
        piece = (open.length > 1 ? (open.pop() ?? 0) : 0) + 2;
        break;
      case '[':
        at = endOfClass(pattern, at);
        piece = 1;
        break;
      case '\\':
        at += 1;
        piece = 1;
        break;
      default:
        piece = 1;
    }
  }
  close();
  return open.reduce((sum, size) => sum + size, 0);
}

/** The position of the bracket that closes a class; a bracket that comes first stands for itself. */
function endOfClass(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern[at] === '^') at += 1;
  for (at += 1; at < pattern.length && pattern[at] !== ']'; at += 1) {
    if (pattern[at] === '\\') at += 1;
  }
  return at;
}
