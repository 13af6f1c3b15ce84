import { type Token, type TokenKind, tokensOf } from './tokens.ts';

/** What is wrong with an expression, without the words that name the expression. */
export class ExpressionFault extends Error {
  constructor(text: string) {
    super(text);
    this.name = 'ExpressionFault';
  }
}

/** A fault of syntax, which another reading of the same tokens may not have. */
export class SyntaxFault extends ExpressionFault {
  /** The number of the token where reading stopped. */
  readonly at: number;

  constructor(text: string, at: number) {
    super(text);
    this.at = at;
  }
}

/** AWS's limits of an expression. */
const TEXT_BYTES = 4096;
const OPERATORS = 300;
/** Parentheses and NOTs inside each other: more than 300 operators could use. */
const NESTING = 350;

export interface Reader {
  readonly text: string;
  /** Kind of the token `ahead` places from here. */
  kind(ahead?: number): TokenKind;
  /** Takes the next token, whatever it is. */
  take(): Token;
  /** Takes the next token when it is of this kind. Errors: `SyntaxFault`. */
  expect(kind: TokenKind): Token;
  /** Errors: `SyntaxFault` at the next token. */
  fail(): never;
  /** Counts an operator or function. Errors: more than 300 of them. */
  count(): void;
  /** Reads what stands in parentheses, `(` to `)`. Errors: parentheses around nothing but parentheses. */
  group<T>(read: () => T): T;
  /** Reads something that may hold itself. Errors: it does so too deeply. */
  nested<T>(read: () => T): T;
  /** The first reading that succeeds. Errors: that of the reading which came furthest. */
  firstOf<T>(...readings: readonly (() => T)[]): T;
}

/** Reads a text token by token. Errors: `ExpressionFault` for a text that is empty or longer than 4 KB. */
export function readerOf(text: string): Reader {
  if (text === '') throw new ExpressionFault('The expression can not be empty;');
  const bytes = Buffer.byteLength(text);
  if (bytes > TEXT_BYTES) {
    throw new ExpressionFault(
      `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
    );
  }
  return new TokenReader(text);
}

class TokenReader implements Reader {
  readonly text: string;
  readonly #tokens: readonly Token[];
  /** Groups that were read: the number of `)` by that of `(`. */
  readonly #groups = new Map<number, number>();
  #at = 0;
  #operators = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokensOf(text);
  }

  kind(ahead = 0): TokenKind {
    return this.#token(this.#at + ahead).kind;
  }

  take(): Token {
    const token = this.#token(this.#at);
    this.#at += 1;
    return token;
  }

  expect(kind: TokenKind): Token {
    return this.kind() === kind ? this.take() : this.fail();
  }

  /** The token, and the text from the one before it to the one behind it. */
  fail(): never {
    const token = this.#token(this.#at);
    const from = this.#at === 0 ? 0 : this.#token(this.#at - 1).start;
    const near = this.text.slice(from, this.#token(this.#at + 1).end);
    throw new SyntaxFault(`Syntax error; token: "${token.text}", near: "${near}"`, this.#at);
  }

  count(): void {
    this.#operators += 1;
    if (this.#operators > OPERATORS) {
      throw new ExpressionFault(
        `The expression contains too many operators; operator count: ${this.#operators}`,
      );
    }
  }

  group<T>(read: () => T): T {
    const open = this.#at;
    this.expect('(');
    const inner = this.nested(read);
    const close = this.#at;
    this.expect(')');
    this.#groups.set(open, close);
    if (this.#groups.get(open + 1) === close - 1) {
      throw new ExpressionFault('The expression has redundant parentheses;');
    }
    return inner;
  }

  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > NESTING) {
      throw new ExpressionFault(
        `The expression has too many nesting levels; nesting levels: ${this.#depth}`,
      );
    }
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  firstOf<T>(...readings: readonly (() => T)[]): T {
    const start = this.#at;
    const operators = this.#operators;
    let furthest: SyntaxFault | undefined;
    for (const read of readings) {
      this.#at = start;
      this.#operators = operators;
      try {
        return read();
      } catch (error) {
        if (!(error instanceof SyntaxFault)) throw error;
        if (furthest === undefined || error.at > furthest.at) furthest = error;
      }
    }
    throw furthest ?? new TypeError('nothing to read');
  }

  #token(at: number): Token {
    const token = this.#tokens[Math.min(at, this.#tokens.length - 1)];
    if (token === undefined) throw new TypeError('no tokens');
    return token;
  }
}
