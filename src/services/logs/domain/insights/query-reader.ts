import type { RE2JS } from 're2js';
import { compileBounded } from '../../../../model/bounded-pattern.ts';

/** A query that can't be understood: what is wrong, and where. It never leaves the folder. */
export class QuerySyntaxError extends Error {}

/** Regular expressions in one query, and what each may become. */
const REGEXES_MAX = 4;
const INSTRUCTIONS_MAX = 100;
const DEPTH_MAX = 50;

/** Reads a query from left to right. Spaces and comments stand between words. */
export class QueryReader {
  readonly #text: string;
  #at = 0;
  #regexes = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes what the sticky expression matches next. */
  match(expression: RegExp): string | undefined {
    this.#skip();
    expression.lastIndex = this.#at;
    const [found] = expression.exec(this.#text) ?? [];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }

  takes(symbol: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(symbol, this.#at)) return false;
    this.#at += symbol.length;
    return true;
  }

  /** A word of the language, in whatever case. */
  takesWord(word: string): boolean {
    this.#skip();
    const found = this.#text.slice(this.#at, this.#at + word.length);
    const after = this.#text[this.#at + word.length] ?? ' ';
    if (found.toLowerCase() !== word || /[\w@.]/.test(after)) return false;
    this.#at += word.length;
    return true;
  }

  expect(symbol: string): void {
    if (!this.takes(symbol)) this.fail(`${symbol} is expected`);
  }

  /** What is read from here on, as it is written. */
  written(): () => string {
    this.#skip();
    const start = this.#at;
    return () => this.#text.slice(start, this.#at).trim().replaceAll('`', '');
  }

  isOver(): boolean {
    this.#skip();
    return this.#at >= this.#text.length;
  }

  /** A name, plain or in backticks. */
  name(): string | undefined {
    const quoted = this.match(/`[^`]+`/y);
    return quoted?.slice(1, -1) ?? this.match(/@?[A-Za-z_][\w.]*(?:\.\d+)*/y);
  }

  /** What stands in quotes, of either kind. */
  quoted(): string | undefined {
    const found = this.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy);
    return found?.slice(1, -1).replaceAll(/\\(["'\\])/g, '$1');
  }

  /** What stands between slashes. */
  regex(): RE2JS | undefined {
    const found = this.match(/\/(?:[^/\\\n]|\\.)+\//y);
    if (found === undefined) return undefined;
    this.#regexes += 1;
    const source = found.slice(1, -1).replaceAll('\\/', '/').replaceAll('(?<', '(?P<');
    const compiled = compileBounded(source, INSTRUCTIONS_MAX);
    if (compiled === undefined || this.#regexes > REGEXES_MAX) {
      return this.fail('the regular expression is none, or too large');
    }
    return compiled;
  }

  /** Reads what stands within something else. */
  within<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) this.fail('it is too deep');
    const value = read();
    this.#depth -= 1;
    return value;
  }

  fail(what: string): never {
    const before = this.#text.slice(0, this.#at).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new QuerySyntaxError(`${what} at line ${before.length} and position ${column}`);
  }

  #skip(): void {
    const space = /(?:\s+|#[^\n]*)*/y;
    space.lastIndex = this.#at;
    this.#at += space.exec(this.#text)?.[0].length ?? 0;
  }
}
