import type { FilterPattern } from './filter-pattern.ts';
import { PatternSyntaxError, regexTest, Scanner } from './pattern-text.ts';

/** Terms that stand outside of quotes. */
const WORD = /[A-Za-z0-9_]+/y;

/** `a "b c" -d`: every term, and none of those excluded. `?a ?b`: any of them; beside other terms they count for nothing. */
export function parseTermPattern(text: string): FilterPattern {
  const required: ((message: string) => boolean)[] = [];
  const excluded: ((message: string) => boolean)[] = [];
  const optional: ((message: string) => boolean)[] = [];
  const scanner = new Scanner(text);
  for (scanner.skipSpace(); !scanner.isOver(); scanner.skipSpace()) {
    const list = scanner.takes('-') ? excluded : scanner.takes('?') ? optional : required;
    list.push(readTerm(scanner));
  }
  const isOptional = required.length === 0 && excluded.length === 0 && optional.length > 0;
  const matches = (message: string): boolean =>
    isOptional
      ? optional.some((test) => test(message))
      : required.every((test) => test(message)) && !excluded.some((test) => test(message));
  return {
    match: (message) => (matches(message) ? {} : undefined),
    value: () => undefined,
  };
}

function readTerm(scanner: Scanner): (message: string) => boolean {
  const regex = scanner.regex();
  if (regex !== undefined) return regexTest(regex);
  const phrase = scanner.quoted();
  // A phrase of nothing but space is how everything is matched.
  if (phrase?.trim() === '') return () => true;
  const term = phrase ?? scanner.match(WORD);
  if (term === undefined) throw new PatternSyntaxError();
  return (message) => message.includes(term);
}
