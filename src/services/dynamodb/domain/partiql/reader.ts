import { notWellFormed } from './faults.ts';
import { type Token, type TokenKind, tokensOf } from './tokens.ts';

/** Literals, lists and conditions inside each other. */
const NESTING = 100;

/** Reads a statement token by token. Every refusal is a `ValidationException`. */
export class StatementReader {
  readonly #tokens: readonly Token[];
  readonly #statement: string;
  #at = 0;
  #depth = 0;

  constructor(statement: string) {
    this.#statement = statement;
    this.#tokens = tokensOf(statement);
  }

  /** The token `ahead` places from here. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new TypeError('no tokens');
    return token;
  }

  take(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  is(kind: TokenKind, value?: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && (value === undefined || token.value === value);
  }

  /** Whether keywords follow each other from here; their case doesn't matter. */
  isWords(...words: readonly string[]): boolean {
    return words.every((word, index) => {
      const token = this.peek(index);
      return token.kind === 'word' && token.value.toUpperCase() === word;
    });
  }

  /** Takes the keywords if they follow. */
  takeWords(...words: readonly string[]): boolean {
    if (!this.isWords(...words)) return false;
    this.#at += words.length;
    return true;
  }

  expectWords(...words: readonly string[]): void {
    if (!this.takeWords(...words)) this.fail();
  }

  takeSign(sign: string): boolean {
    if (!this.is('sign', sign)) return false;
    this.#at += 1;
    return true;
  }

  expectSign(sign: string): void {
    if (!this.takeSign(sign)) this.fail();
  }

  fail(): never {
    const token = this.peek();
    throw notWellFormed(
      token.kind === 'end'
        ? 'Unexpected end of statement'
        : `Unexpected term at ${this.place(token)}`,
    );
  }

  /** `line:column:length`, from 1. */
  place({ start, length }: Token): string {
    const lines = this.#statement.slice(0, start).split('\n');
    return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}:${length}`;
  }

  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > NESTING) throw notWellFormed('Statement is nested too deeply');
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** What `read` reads, once and after each comma. */
  listed<T>(read: () => T): readonly T[] {
    const list = [read()];
    while (this.takeSign(',')) list.push(read());
    return list;
  }
}
