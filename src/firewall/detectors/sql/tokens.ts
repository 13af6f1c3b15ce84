import type { ByteString } from '../../byte-string.ts';
import { kindOfWord } from './words.ts';

/** What stands around a value in the statement it is put into: nothing, or quotes. */
export type Context = '' | "'" | '"';

/** A value read as SQL: one letter a token. */
export interface SqlReading {
  readonly kinds: string;
  /** Where each token begins in the value. */
  readonly starts: readonly number[];
  /** What stands behind the sign of the last comment to the end of a line. */
  readonly comment: string;
  /** MySQL runs what stands in a comment of this kind. */
  readonly hasRunComment: boolean;
}

/** Tokens that are read. What stands behind them is text of another kind. */
const TOKENS_MAX = 2_000;
const NUMBER =
  /(?:0[xX][0-9A-Fa-f]+|0[bB][01]+(?![0-9A-Za-z_])|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y;
const GLUED =
  /(?!(?:union|or|and|xor|order|group|having|limit|rlike|like|div)\b)[A-Za-z_\x80-\xff][\w\x80-\xff]*/iy;
const WORD = /[A-Za-z_\x80-\xff][\w$\x80-\xff]*(?:\.{1,2}[A-Za-z_*\x80-\xff][\w$\x80-\xff]*){0,4}/y;
const VARIABLE = /@{1,2}[\w$.]*|:[A-Za-z_]\w*/y;
const QUOTED_NAME = /`[^`]*(?:`|$)|\[[A-Za-z_][\w ]{0,63}\]/y;
const DOLLAR_STRING = /\$(\w{0,16})\$/y;
const COMPARISON = /<=>|[<>!:]=|<>|==?|[<>]/y;
const JOINING = /\|\||&&/y;
const SPACE = /[\0-\x20\xa0]+/y;
const BY = /[\0-\x20\xa0]+by\b/iy;

/**
 * Reads a value as a piece of SQL, in any of the well-known dialects. Comments within are as white space, which is what closes
 * `un / * * / ion`-like evasions; a comment that MySQL runs is read as what it runs. One pass, linear.
 */
export function readSql(value: ByteString, context: Context): SqlReading {
  return new SqlReader(value).read(context);
}

class SqlReader {
  readonly #value: ByteString;
  #at = 0;
  #kinds = '';
  readonly #starts: number[] = [];
  #comment = '';
  #hasRunComment = false;

  constructor(value: ByteString) {
    this.#value = value;
  }

  read(context: Context): SqlReading {
    if (context !== '') this.#brokenString(context);
    while (this.#at < this.#value.length && this.#starts.length < TOKENS_MAX) this.#token();
    return {
      kinds: this.#kinds,
      starts: this.#starts,
      comment: this.#comment,
      hasRunComment: this.#hasRunComment,
    };
  }

  /** The string that was open before the value: it ends at the first quote, whatever stands before that. */
  #brokenString(quote: string): void {
    const end = this.#value.indexOf(quote);
    this.#add('q', 0);
    this.#at = end < 0 ? this.#value.length : end + 1;
  }

  #token(): void {
    if (this.#take(SPACE) !== undefined) return;
    const start = this.#at;
    const letter = this.#value.charAt(start);
    if (this.#commentAt(letter)) return;
    if (letter === "'" || letter === '"') return this.#string(letter);
    if (this.#take(NUMBER) !== undefined) {
      const isGlued = this.#take(GLUED) !== undefined;
      return this.#add(isGlued ? 'n' : '1', start);
    }
    const word = this.#take(WORD);
    if (word !== undefined) return this.#word(word, start);
    if (this.#take(VARIABLE) !== undefined) return this.#add('v', start);
    if (this.#take(QUOTED_NAME) !== undefined) return this.#add('n', start);
    if (this.#dollarString(start)) return;
    if (this.#take(COMPARISON) !== undefined) return this.#add('=', start);
    if (this.#take(JOINING) !== undefined) return this.#add('&', start);
    this.#at += 1;
    this.#add(SIGNS.get(letter) ?? '?', start);
  }

  #word(word: string, start: number): void {
    /** `N'…'`, `x'…'`, `_utf8'…'`: the word belongs to the string. */
    if (this.#value[this.#at] === "'" && /^(?:n|x|b|e|q|_\w+)$/i.test(word)) {
      return this.#string("'");
    }
    if (/^(?:order|group)$/i.test(word)) {
      return this.#add(this.#take(BY) === undefined ? 'n' : 'B', start);
    }
    const kind = kindOfWord(word, this.#isCalled());
    /** `table`, `user`, `login` are names, but behind a verb that makes or drops them. */
    const isName = kind === 'T' && !/[SM1q]$/.test(this.#kinds);
    this.#add(isName ? 'n' : kind, start);
  }

  #isCalled(): boolean {
    let at = this.#at;
    while (at < this.#at + 8 && this.#value.charCodeAt(at) <= 32) at += 1;
    return this.#value[at] === '(';
  }

  #string(quote: string): void {
    const start = this.#at;
    const value = this.#value;
    let at = start + 1;
    for (; at < value.length; at += 1) {
      const letter = value[at];
      if (letter === '\\') at += 1;
      else if (letter === quote) {
        if (value[at + 1] !== quote) break;
        at += 1;
      }
    }
    this.#at = at + 1;
    this.#add('s', start);
  }

  #dollarString(start: number): boolean {
    const mark = this.#take(DOLLAR_STRING);
    if (mark === undefined) return false;
    const end = this.#value.indexOf(mark, this.#at);
    this.#at = end < 0 ? this.#value.length : end + mark.length;
    this.#add('s', start);
    return true;
  }

  #commentAt(letter: string): boolean {
    const value = this.#value;
    const start = this.#at;
    if (letter === '/' && value[start + 1] === '*') {
      this.#blockComment(start);
      return true;
    }
    /** What closes a comment that is run, or one that was opened before the value. */
    if (letter === '*' && value[start + 1] === '/') {
      this.#at += 2;
      return true;
    }
    const isDashes =
      letter === '-' && value[start + 1] === '-' && !/[0-9]/.test(value[start + 2] ?? '');
    if (!isDashes && letter !== '#') return false;
    const end = value.indexOf('\n', start);
    const stop = end < 0 ? value.length : end;
    this.#comment = value.slice(start + (isDashes ? 2 : 1), stop);
    this.#at = stop;
    /** A line that follows is code again: `union -- x%0aselect`. */
    const isLast = value.slice(stop).trim() === '';
    if (isLast) this.#add('c', start);
    return true;
  }

  #blockComment(start: number): void {
    const value = this.#value;
    const runs = /\/\*!(?:[0-9]{5,6})?/y;
    runs.lastIndex = start;
    if (runs.test(value)) {
      this.#hasRunComment = true;
      this.#at = runs.lastIndex;
      return;
    }
    const end = value.indexOf('*/', start + 2);
    this.#at = end < 0 ? value.length : end + 2;
    if (end >= 0) return;
    this.#comment = '';
    this.#add('c', start);
  }

  #add(kind: string, start: number): void {
    this.#kinds += kind;
    this.#starts.push(start);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#value);
    if (found === null || found[0] === '') return undefined;
    this.#at = pattern.lastIndex;
    return found[0];
  }
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['(', '('],
  [')', ')'],
  [',', ','],
  [';', ';'],
  ['.', '.'],
  ['!', '!'],
  ['~', '!'],
  ['+', 'o'],
  ['-', 'o'],
  ['*', '*'],
  ['/', 'o'],
  ['%', 'o'],
  ['^', 'o'],
  ['|', 'o'],
  ['&', 'o'],
]);
