/** Where something stands in a text. Lines count from 1, columns and offsets from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A JSON value that knows where it stands. */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly value: LocatedValue;
}

export type LocatedValue =
  | string
  | number
  | boolean
  | null
  | readonly Located[]
  | ReadonlyMap<string, Located>;

/** Text that is no JSON, or nested too deeply; `at` is the offset where it stops being so. */
export class NotJson extends Error {
  readonly at: number;

  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

const DEPTH_MAX = 20;
const SPACE = /[ \t\r\n]*/y;
/** JSON itself tells which escapes and characters may stand in it. */
const TEXT = /"(?:[^"\\]|\\.)*"/sy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Reads one JSON value that fills the text. Throws NotJson. Of repeated names the last one counts. */
export function readLocated(text: string): Located {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    this.#match(SPACE);
    if (this.#at < this.#text.length) throw new NotJson(this.#at);
  }

  value(depth: number): Located {
    if (depth > DEPTH_MAX) throw new NotJson(this.#at);
    this.#match(SPACE);
    const start = this.#at;
    const value = this.#content(depth);
    return { start, end: this.#at, value };
  }

  #content(depth: number): LocatedValue {
    switch (this.#text[this.#at]) {
      case '{':
        return this.#members(depth);
      case '[':
        return this.#items(depth);
      case '"':
        return this.#string();
      default:
        break;
    }
    const word = this.#match(WORD) ?? this.#match(NUMBER);
    if (word === undefined) throw new NotJson(this.#at);
    const read: string | number | boolean | null = JSON.parse(word);
    return read;
  }

  #string(): string {
    const start = this.#at;
    const text = this.#match(TEXT);
    try {
      return JSON.parse(text ?? '');
    } catch {
      throw new NotJson(start);
    }
  }

  #members(depth: number): ReadonlyMap<string, Located> {
    const members = new Map<string, Located>();
    this.#list('}', () => {
      const name = this.#string();
      this.#expect(':');
      members.set(name, this.value(depth + 1));
    });
    return members;
  }

  #items(depth: number): readonly Located[] {
    const items: Located[] = [];
    this.#list(']', () => items.push(this.value(depth + 1)));
    return items;
  }

  /** What stands between the bracket here and its partner, in parts that commas keep apart. */
  #list(close: string, part: () => void): void {
    this.#at += 1;
    this.#match(SPACE);
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#match(SPACE);
      part();
      this.#match(SPACE);
      if (this.#text[this.#at] === close) break;
      this.#expect(',');
    }
    this.#at += 1;
  }

  #expect(character: string): void {
    this.#match(SPACE);
    if (this.#text[this.#at] !== character) throw new NotJson(this.#at);
    this.#at += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart, offset };
}
