import { compileBounded } from '../model/bounded-pattern.ts';

const SIZE_MAX = 2_000;
const WORDS_MAX = 100_000;
const WORD_MAX = 90;

/** Text that is not sensitive, whatever it looks like. */
export interface AllowList {
  has(text: string): boolean;
}

export interface AllowDefinition {
  readonly words: readonly string[];
  readonly patterns: readonly string[];
}

/** The words that a file lists, one a line; undefined: it has too many, or too long ones. */
export function allowedWords(text: string): readonly string[] | undefined {
  const words = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (words.length > WORDS_MAX || words.some((word) => Array.from(word).length > WORD_MAX))
    return undefined;
  return words;
}

/** Words match as a whole, whatever their case; patterns as a whole, in linear time. */
export function compileAllowList({ words, patterns }: AllowDefinition): AllowList {
  const known = new Set(words.map((word) => word.trim().toLowerCase()));
  const compiled = patterns.flatMap((pattern) => compileBounded(pattern, SIZE_MAX) ?? []);
  if (known.size === 0 && compiled.length === 0) return { has: () => false };
  return {
    has: (text) =>
      known.has(text.toLowerCase()) || compiled.some((pattern) => pattern.matcher(text).matches()),
  };
}
