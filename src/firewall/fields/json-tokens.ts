import { type ByteString, utf8BytesOf } from '../byte-string.ts';

export type JsonToken =
  | { readonly kind: 'open'; readonly text: '{' | '[' }
  | { readonly kind: 'close'; readonly text: '}' | ']' }
  | { readonly kind: 'text'; readonly text: ByteString; readonly quoted: boolean }
  | { readonly kind: 'fault' };

const FAULT: JsonToken = { kind: 'fault' };
const SKIPPED = /[\t\n\r ,:]*/y;
const SCALAR = /(?:-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9_.])/y;
/** Up to the closing quote; escapes are judged when they are decoded. */
const STRING = /"((?:[^"\\]|\\[\s\S])*)"/y;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g;

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The tokens of a JSON text; white space, commas and colons are skipped. Linear. */
export class JsonTokens {
  readonly #body: ByteString;
  #at = 0;

  constructor(body: ByteString) {
    this.#body = body.startsWith('\xef\xbb\xbf') ? body.slice(3) : body;
  }

  /** Undefined: the end. */
  next(): JsonToken | undefined {
    this.#take(SKIPPED);
    const letter = this.#body[this.#at];
    if (letter === undefined) return undefined;
    if (letter === '{' || letter === '[') {
      this.#at += 1;
      return { kind: 'open', text: letter };
    }
    if (letter === '}' || letter === ']') {
      this.#at += 1;
      return { kind: 'close', text: letter };
    }
    if (letter !== '"') {
      const scalar = this.#take(SCALAR);
      return scalar === undefined ? FAULT : { kind: 'text', text: scalar[0], quoted: false };
    }
    const string = this.#take(STRING);
    if (string === undefined) return FAULT;
    return { kind: 'text', text: unescaped(string[1] ?? ''), quoted: true };
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#body);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }
}

/** `\u00e9` becomes the bytes of its UTF-8. */
function unescaped(text: ByteString): ByteString {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, unicode: string | undefined, letter: string | undefined) =>
    unicode === undefined
      ? (SINGLE.get(letter ?? '') ?? letter ?? '')
      : utf8BytesOf(String.fromCharCode(Number.parseInt(unicode, 16))),
  );
}
