/** What sensitive data is about, as findings name it. */
export type Category = 'CREDENTIALS' | 'FINANCIAL_INFORMATION' | 'PERSONAL_INFORMATION';

export type Level = 1 | 2 | 3;

/** The severity of 1, of 2 to 99, and of 100 or more occurrences. */
export type Severities = readonly [one: Level, some: Level, many: Level];

export const HIGH: Severities = [3, 3, 3];
export const RISING: Severities = [1, 2, 3];

/**
 * Data that stands as one word: letters and digits, perhaps in groups. `form` is asked about the text as it stands, `check`
 * about its letters and digits alone, in upper case.
 */
export interface WordForm {
  /** Letters and digits that it may have. */
  readonly lengths: readonly number[];
  readonly form: RegExp;
  readonly check?: (compact: string) => boolean;
  /** No keyword is needed for this form. */
  readonly isPlain?: boolean;
}

/** Data that is found by a pattern of its own, with `g`: it must take linear time, whatever the text. */
export interface PatternForm {
  readonly pattern: RegExp;
  /** Nothing shorter matches. */
  readonly least: number;
  /** One of these stands in every text that the pattern matches, in lower case: such a search is quicker. */
  readonly hints?: readonly string[];
  /** A part of every keyword that the identifier has: without one in the text there is no need to search either. */
  readonly near?: readonly string[];
  readonly check?: (found: string) => boolean;
  readonly isPlain?: boolean;
}

export interface ManagedIdentifier {
  /** `USA_SOCIAL_SECURITY_NUMBER`. */
  readonly id: string;
  readonly category: Category;
  readonly severities: Severities;
  /** One of them must be near. None: the data needs no company. */
  readonly keywords: readonly string[];
  readonly words?: readonly WordForm[];
  readonly patterns?: readonly PatternForm[];
  /** None of the keywords may be near, in the place of one that must. */
  readonly shunsKeywords?: boolean;
}

/** A list of keywords as documents have it. */
export function keywordList(text: string): readonly string[] {
  return text.split(',').map((keyword) => keyword.trim());
}

/** Data about persons that stands as one word. */
export function personal(
  id: string,
  severities: Severities,
  keywords: string,
  words: readonly WordForm[],
): ManagedIdentifier {
  return {
    id,
    category: 'PERSONAL_INFORMATION',
    severities,
    keywords: keywordList(keywords),
    words,
  };
}

/** Lengths from one number to another, both included. */
export function lengths(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
