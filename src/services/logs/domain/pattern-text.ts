import { compileBounded } from '../../../model/bounded-pattern.ts';

/** What a text is that is no filter pattern. It never leaves the folder. */
export class PatternSyntaxError extends Error {}

/** Regular expressions in one pattern. */
const REGEXES_MAX = 2;
/** What one may become: events are as long as 256 KB, and many. */
const INSTRUCTIONS_MAX = 200;

type TextTest = (text: string) => boolean;

/** What AWS takes between percent signs: no parentheses, no bytes beyond ASCII. */
const REGEX_CHARACTERS = /^[A-Za-z0-9:_#=@/;,\- ^$?[\]{}|\\*+.]*$/;

/** A regular expression, found anywhere, in linear time. */
export function regexTest(source: string): TextTest {
  if (source === '' || !REGEX_CHARACTERS.test(source)) throw new PatternSyntaxError();
  const compiled = compileBounded(source, INSTRUCTIONS_MAX);
  if (compiled === undefined) throw new PatternSyntaxError();
  return (text) => compiled.matcher(text).find();
}

/** A whole text in which `*` stands for anything. */
export function wildcardTest(pattern: string): TextTest {
  if (!pattern.includes('*')) return (text) => text === pattern;
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop() ?? '';
  return (text) => {
    if (!text.startsWith(head) || text.length < head.length + tail.length) return false;
    if (!text.endsWith(tail)) return false;
    let at = head.length;
    const end = text.length - tail.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found === -1 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}

/** Reads a pattern from left to right. */
export class Scanner {
  readonly #text: string;
  #at = 0;
  #regexes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isOver(): boolean {
    return this.#at >= this.#text.length;
  }

  skipSpace(): void {
    this.match(/\s*/y);
  }

  /** Takes what the sticky expression matches here. */
  match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const [found] = expression.exec(this.#text) ?? [];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }

  takes(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw new PatternSyntaxError();
  }

  /** What stands in double quotes here; a backslash keeps the next character. */
  quoted(): string | undefined {
    const found = this.match(/"(?:[^"\\]|\\.)*"/sy);
    return found?.slice(1, -1).replaceAll(/\\(.)/gs, '$1');
  }

  /** What stands between percent signs here. */
  regex(): string | undefined {
    const found = this.match(/%[^%]+%/y)?.slice(1, -1);
    if (found !== undefined) this.#regexes += 1;
    if (this.#regexes > REGEXES_MAX) throw new PatternSyntaxError();
    return found;
  }
}

/** What a value is held against. */
export interface Operand {
  readonly test: TextTest;
  /** Set where it is a number, unquoted. */
  readonly number?: number;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A quoted text, a regular expression, or a word up to what `wordEnd` excludes. */
export function readOperand(scanner: Scanner, word: RegExp): Operand {
  const quoted = scanner.quoted();
  if (quoted !== undefined) return { test: wildcardTest(quoted) };
  const regex = scanner.regex();
  if (regex !== undefined) return { test: regexTest(regex) };
  const text = scanner.match(word);
  if (text === undefined || text === '') throw new PatternSyntaxError();
  return NUMBER.test(text)
    ? { test: wildcardTest(text), number: Number(text) }
    : { test: wildcardTest(text) };
}

export function numberOf(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

const OPERATOR = /!=|<=|>=|=|<|>/y;

export function readOperator(scanner: Scanner): string {
  const operator = scanner.match(OPERATOR);
  if (operator === undefined) throw new PatternSyntaxError();
  return operator;
}

/** A value's text, and its number where it is one, against an operator and an operand. */
export function compare(text: string, operator: string, operand: Operand): boolean {
  const number = numberOf(text);
  const isEqual =
    operand.number !== undefined && number !== undefined
      ? number === operand.number
      : operand.test(text);
  if (operator === '=') return isEqual;
  if (operator === '!=') return !isEqual;
  if (number === undefined || operand.number === undefined) return false;
  switch (operator) {
    case '<':
      return number < operand.number;
    case '<=':
      return number <= operand.number;
    case '>':
      return number > operand.number;
    default:
      return number >= operand.number;
  }
}
