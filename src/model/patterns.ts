import { RE2JS } from 're2js';

type Test = (text: string) => boolean;

/**
 * A model's pattern as a whole-string test in linear time, so that no input can make it slow. The models' dialect is
 * Java's; what RE2 spells otherwise is respelled, and look-around at an end of the pattern becomes a second test.
 * Undefined for the few patterns that can't be had so; their members are checked by length alone.
 */
export function compilePattern(pattern: string): Test | undefined {
  const { core, conditions } = withoutLookAround(respelled(pattern));
  try {
    const compiled = RE2JS.compile(core);
    const tests = conditions.map(({ text, wanted }) => {
      const condition = RE2JS.compile(text);
      return (value: string) => condition.matcher(value).find() === wanted;
    });
    return (value) => compiled.matches(value) && tests.every((test) => test(value));
  } catch {
    return undefined;
  }
}

const ALL_BUT_LAST = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/** Parts of patterns with look-around inside, and what means the same without. */
const EQUIVALENTS: readonly (readonly [part: string, same: string])[] = [
  ['(?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9]', ALL_BUT_LAST],
  ['(?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9]', '[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]'],
  ['(?:(?!-)[A-Za-z0-9-]{1,62})?[A-Za-z0-9]{1}', ALL_BUT_LAST],
  ['(?!-)[A-Za-z0-9-]{1,63}(?<!-)', ALL_BUT_LAST],
  // IAM's account alias: no two hyphens in a row. Its length has its own constraint.
  ['([a-z0-9]|-(?!-)){1,61}[a-z0-9]', '(?:-?[a-z0-9])+'],
  ['((?!^\\d+$)^[0-9a-zA-Z-_]+$)', '[0-9a-zA-Z-_]*[a-zA-Z-_][0-9a-zA-Z-_]*'],
];

/** RE2 repeats no more often than this; longer texts are bounded by the member's own length. */
const REPEATS_MAX = 1_000;

function respelled(pattern: string): string {
  let text = pattern;
  for (const [part, same] of EQUIVALENTS) text = text.replaceAll(part, same);
  return text
    .replaceAll(String.raw`\uD800\uDC00-\uDBFF\uDFFF`, String.raw`\x{10000}-\x{10FFFF}`)
    .replaceAll(String.raw`\u10000-\u10FFFF`, String.raw`\x{10000}-\x{10FFFF}`)
    .replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => `\\x{${code}}`)
    .replaceAll(String.raw`\p{ASCII}`, String.raw`[\x00-\x7F]`)
    .replaceAll(String.raw`\p{Print}`, String.raw`[\x20-\x7E]`)
    .replaceAll(/\{(\d+),(\d+)\}/g, (whole, least: string, most: string) =>
      Number(most) > REPEATS_MAX ? `{${least},}` : whole,
    );
}

interface Condition {
  /** Looked for anywhere; anchored by itself. */
  readonly text: string;
  /** False: the text must not be found. */
  readonly wanted: boolean;
}

/** Takes look-ahead off the start and look-behind off the end, unless alternatives make it partial. */
function withoutLookAround(pattern: string): {
  readonly core: string;
  readonly conditions: readonly Condition[];
} {
  if (!pattern.includes('(?')) return { core: pattern, conditions: [] };
  const conditions: Condition[] = [];
  let core = pattern.startsWith('^') ? pattern.slice(1) : pattern;
  while (core.startsWith('(?!') || core.startsWith('(?=')) {
    const end = groupEnd(core, 0);
    if (end === undefined) return { core: pattern, conditions: [] };
    conditions.push({ text: `^(?:${core.slice(3, end)})`, wanted: core[2] === '=' });
    core = core.slice(end + 1);
  }
  const behind = /^(.*)\(\?<!([^()]*)\)(\$?)$/.exec(core);
  if (behind !== null) {
    const [, before = '', text = ''] = behind;
    conditions.push({ text: `(?:${text})$`, wanted: false });
    core = before;
  }
  return hasAlternatives(core) ? { core: pattern, conditions: [] } : { core, conditions };
}

/** The position of the parenthesis that closes the one at `start`. */
function groupEnd(pattern: string, start: number): number | undefined {
  let depth = 0;
  for (const [at, mark] of marks(pattern, start)) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function hasAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const [, mark] of marks(pattern, 0)) {
    if (mark === '(') depth += 1;
    if (mark === ')') depth -= 1;
    if (mark === '|' && depth === 0) return true;
  }
  return false;
}

/** Parentheses and bars that mean something: neither escaped nor inside a class. */
function* marks(pattern: string, start: number): Generator<readonly [at: number, mark: string]> {
  let inClass = false;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '\\') at += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if ('()|'.includes(character)) yield [at, character];
  }
}
