import { compileBounded } from '../model/bounded-pattern.ts';
import type { Part, Place } from './scanner.ts';

const DISTANCE_DEFAULT = 50;
const PATTERN_MAX = 512;
/** Instructions of a pattern: what a search costs a character, at worst. */
const SIZE_MAX = 2_000;

/** What a customer looks for. */
export interface CustomDefinition {
  readonly arn: string;
  readonly regex: string;
  readonly keywords: readonly string[];
  readonly ignoreWords: readonly string[];
  /** From the end of a keyword to the end of what is found; 50 when absent. */
  readonly distance?: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CompiledCustom {
  readonly arn: string;
  find(text: string, place: Place, part: Part): readonly Span[];
}

/** Groups that capture, assertions, references, conditions and recursion are not for patterns of customers. */
const UNSUPPORTED = /\((?!\?:|\?[a-zA-Z]{1,3}\)|\?[a-zA-Z]{1,3}:)|\\[1-9]|\\[kg][{<'\d]/;

/** What is wrong with a pattern; undefined: nothing. */
export function patternFault(regex: string): string | undefined {
  if (regex.length === 0) return 'The regular expression is empty.';
  if (regex.length > PATTERN_MAX)
    return `The regular expression can contain as many as ${PATTERN_MAX} characters.`;
  if (UNSUPPORTED.test(withoutLiterals(regex)))
    return 'The regular expression contains an element that is not supported.';
  const compiled = compileBounded(regex, SIZE_MAX);
  if (compiled === undefined) return 'The regular expression is not valid or is too large.';
  if (compiled.matcher('').matches()) return 'The regular expression matches empty text.';
  return undefined;
}

/** A pattern with what is escaped, or stands in a class, taken away; references stay. */
function withoutLiterals(regex: string): string {
  return regex.replace(/\\[^1-9kg]|\[(?:\\.|[^\]\\])*\]/gs, '.');
}

/** The definition's pattern must have no fault. It takes linear time, whatever the text. */
export function compileCustom(definition: CustomDefinition): CompiledCustom {
  const pattern = compileBounded(definition.regex, SIZE_MAX);
  if (pattern === undefined) throw new Error('the pattern was not checked');
  const keywords = definition.keywords.map((keyword) => keyword.toLowerCase());
  const { arn, ignoreWords, distance = DISTANCE_DEFAULT } = definition;
  return {
    arn,
    find: (text, place, { from, to }) => {
      const found: Span[] = [];
      const matcher = pattern.matcher(text);
      const isNamed =
        place.kind === 'value' &&
        place.names.texts.some((name) => {
          const low = name.toLowerCase();
          return keywords.some((keyword) => low.includes(keyword));
        });
      let isFound = matcher.find(from);
      while (isFound) {
        const start = matcher.start();
        const end = matcher.end();
        if (start >= to) break;
        const what = text.slice(start, end);
        const isWanted =
          end > start &&
          !ignoreWords.some((word) => what.includes(word)) &&
          (keywords.length === 0 ||
            isNamed ||
            isPreceded(text, { start, end }, keywords, distance));
        if (isWanted) found.push({ start, end });
        isFound = matcher.find();
      }
      return found;
    },
  };
}

/** Whether a whole keyword stands in front, no further from the end of what was found than the distance. */
function isPreceded(
  text: string,
  { start, end }: Span,
  keywords: readonly string[],
  distance: number,
): boolean {
  const longest = Math.max(...keywords.map(({ length }) => length));
  const before = text.slice(Math.max(0, end - distance - longest), start).toLowerCase();
  return keywords.some((keyword) => {
    const at = before.lastIndexOf(keyword);
    if (at < 0) return false;
    const keywordEnd = start - before.length + at + keyword.length;
    return end - keywordEnd <= distance;
  });
}
