/** Breaks the language of event patterns. The message is what AWS says after "Reason: ". */
export class PatternSyntaxError extends Error {}

export type Token =
  | { readonly kind: '{' | '}' | '[' | ']' }
  | { readonly kind: 'name' | 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'literal'; readonly value: boolean | null };

const SOURCE_SHOWN_MAX = 500;
const EXPECTED_VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * Reads JSON token by token, and says where it stands: AWS's messages end with a line and a column. A string is passed only
 * once it is finished, and a name's value is begun with its name.
 */
export class PatternReader {
  readonly #text: string;
  /** Where the next token begins, or white space before it. */
  #at = 0;
  /** The place that messages tell. */
  #shown = 0;
  readonly #open: { readonly kind: '{' | '['; readonly start: number; isEmpty: boolean }[] = [];
  #isValueNext = true;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Token {
    this.#skipSpace();
    const inner = this.#open.at(-1);
    if (inner !== undefined && !(inner.kind === '{' && this.#isValueNext)) {
      const end = inner.kind === '{' ? '}' : ']';
      if (this.#text[this.#at] === end) {
        this.#open.pop();
        this.#isValueNext = this.#open.at(-1)?.kind !== '{';
        return this.#bracket(end);
      }
      this.#separate(inner);
      if (inner.kind === '{') return this.#name();
    }
    return this.#value();
  }

  /** Passes the string that was read last. */
  finish(): void {
    this.#shown = Math.max(this.#shown, this.#at);
  }

  fail(reason: string): never {
    throw new PatternSyntaxError(`${reason}${this.where()}`);
  }

  /** ` at [Source: …]`, on a line of its own. */
  where(): string {
    return `\n at ${this.#place(this.#shown)}`;
  }

  #place(offset: number): string {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - (before.lastIndexOf('\n') + 1) + 1;
    const rest = this.#text.length - SOURCE_SHOWN_MAX;
    const cut = rest > 0 ? `[truncated ${rest} chars]` : '';
    const source = `(String)"${this.#text.slice(0, SOURCE_SHOWN_MAX)}"${cut}`;
    return `[Source: ${source}; line: ${line}, column: ${column}]`;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #separate(inner: { readonly kind: '{' | '['; isEmpty: boolean }): void {
    if (inner.isEmpty) {
      inner.isEmpty = false;
      return;
    }
    const what = inner.kind === '{' ? 'Object' : 'Array';
    this.#expect(',', `was expecting comma to separate ${what} entries`);
    this.#skipSpace();
  }

  #expect(character: string, otherwise: string): void {
    if (this.#text[this.#at] !== character) this.#unexpected(otherwise);
    this.#at += 1;
  }

  #name(): Token {
    if (this.#text[this.#at] !== '"') {
      this.#unexpected('was expecting double-quote to start field name');
    }
    const text = this.#string();
    this.#skipSpace();
    this.#expect(':', 'was expecting a colon to separate field name and value');
    this.#skipSpace();
    this.#isValueNext = true;
    this.#shown = this.#beginningOfValue();
    return { kind: 'name', text };
  }

  /** Numbers and words are passed with their name; of the others only the first character. */
  #beginningOfValue(): number {
    const rest = matchAt(NUMBER, this.#text, this.#at) ?? matchAt(WORD, this.#text, this.#at);
    return this.#at + (rest?.length ?? 1);
  }

  #value(): Token {
    const character = this.#text[this.#at];
    if (character === '{' || character === '[') return this.#begin(character);
    this.#isValueNext = this.#open.at(-1)?.kind !== '{';
    if (character === '"') {
      const shown = this.#at + 1;
      const text = this.#string();
      this.#shown = shown;
      return { kind: 'string', text };
    }
    const number = matchAt(NUMBER, this.#text, this.#at);
    if (number !== undefined) {
      this.#pass(number);
      return { kind: 'number', value: Number(number), text: number };
    }
    return this.#word();
  }

  #begin(kind: '{' | '['): Token {
    this.#open.push({ kind, start: this.#at, isEmpty: true });
    this.#isValueNext = kind === '[';
    return this.#bracket(kind);
  }

  #bracket(kind: '{' | '}' | '[' | ']'): Token {
    this.#pass(kind);
    return { kind };
  }

  #word(): Token {
    const word = matchAt(WORD, this.#text, this.#at);
    if (word === undefined) this.#unexpected(`expected a valid value ${EXPECTED_VALUE}`);
    this.#pass(word);
    if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' };
    if (word === 'null') return { kind: 'literal', value: null };
    return this.fail(`Unrecognized token '${word}': was expecting ${EXPECTED_VALUE}`);
  }

  #pass(text: string): void {
    this.#at += text.length;
    this.#shown = this.#at;
  }

  /** Reads a string, quotes included, and gives what it says. */
  #string(): string {
    const start = this.#at;
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') {
      end += this.#text[end] === '\\' ? 2 : 1;
    }
    if (end >= this.#text.length) {
      this.#shown = this.#text.length;
      this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
    }
    this.#at = end + 1;
    try {
      const text: unknown = JSON.parse(this.#text.slice(start, end + 1));
      return String(text);
    } catch {
      this.#shown = this.#at;
      return this.fail('Unrecognized character escape or illegal unquoted character in a string');
    }
  }

  #unexpected(expectation: string): never {
    const character = this.#text[this.#at];
    this.#shown = this.#at;
    if (character === undefined) return this.#cutShort();
    const code = character.charCodeAt(0);
    return this.fail(`Unexpected character ('${character}' (code ${code})): ${expectation}`);
  }

  #cutShort(): never {
    const inner = this.#open.at(-1);
    if (inner === undefined) return this.fail('No content to map due to end-of-input');
    const what = inner.kind === '{' ? 'Object' : 'Array';
    const start = `start marker at ${this.#place(inner.start)}`;
    return this.fail(`Unexpected end-of-input: expected close marker for ${what} (${start})`);
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
