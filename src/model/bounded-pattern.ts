import { RE2JS } from 're2js';

/**
 * A pattern that somebody wrote, if it is one and becomes no more than about so many instructions. RE2 matches in time linear
 * in the text, but each of its steps looks at as much of the pattern as can match there, and counted repeats write the
 * pattern out: `(a?){999}` twenty times takes half a minute for four kilobytes. So instructions times characters is what a
 * match costs, some sixty nanoseconds each.
 */
export function compileBounded(pattern: string, instructionsMax: number): RE2JS | undefined {
  if (writtenOut(pattern) > instructionsMax) return undefined;
  try {
    const compiled = RE2JS.compile(pattern);
    return compiled.programSize() > 2 * instructionsMax ? undefined : compiled;
  } catch {
    return undefined;
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
