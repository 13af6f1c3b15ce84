import { parseJsonPattern } from './json-pattern.ts';
import { PatternSyntaxError } from './pattern-text.ts';
import { parseSpacePattern } from './space-pattern.ts';
import { parseTermPattern } from './term-pattern.ts';

/** Values of a matched event by what a metric's value may name: `$.latency`, `$bytes`, `$1`. */
export type ExtractedValues = Readonly<Record<string, string>>;

export interface FilterPattern {
  /** Undefined: the event does not match. */
  match(message: string): ExtractedValues | undefined;
  /** The value that a name of the pattern's kind has in an event, as text. */
  value(message: string, name: string): string | undefined;
}

/**
 * A filter pattern: terms (`ERROR -debug`, `?a ?b`, `%regex%`), JSON (`{ $.a = "b" && $.c > 1 }`) or space-delimited
 * (`[ip, ..., status = 4*]`). Undefined: it is none.
 */
export function parseFilterPattern(text: string): FilterPattern | undefined {
  const pattern = text.trim();
  try {
    if (pattern.startsWith('{')) return parseJsonPattern(pattern);
    if (pattern.startsWith('[')) return parseSpacePattern(pattern);
    return parseTermPattern(pattern);
  } catch (error) {
    if (error instanceof PatternSyntaxError) return undefined;
    throw error;
  }
}
