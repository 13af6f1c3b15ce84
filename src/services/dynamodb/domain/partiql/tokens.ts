import { notWellFormed } from './faults.ts';

/** `word` is a keyword or a bare name, `name` one in double quotes, `text` a string in single quotes. */
export type TokenKind = 'word' | 'name' | 'text' | 'number' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** What it means: without quotes. */
  readonly value: string;
  /** Where it begins in the statement, from 0, and how long it is there. */
  readonly start: number;
  readonly length: number;
}

const SKIPPED = /(?:\s+|--[^\n]*|\/\*[^]*?\*\/)+/y;
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', /[A-Za-z_$][\w$]*/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /'(?:[^']|'')*'/y],
  ['name', /"(?:[^"]|"")*"/y],
  ['sign', /<<|>>|<>|!=|<=|>=|[-=<>()[\]{},.:+*?;]/y],
];

/** All tokens of a statement, the last one of kind `end`. Errors: `ValidationException`. */
export function tokensOf(statement: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipped(statement, 0);
  while (at < statement.length) {
    const token = tokenAt(statement, at);
    tokens.push(token);
    at = skipped(statement, at + token.length);
  }
  return [...tokens, { kind: 'end', value: '', start: at, length: 0 }];
}

function skipped(statement: string, at: number): number {
  SKIPPED.lastIndex = at;
  return at + (SKIPPED.exec(statement)?.[0].length ?? 0);
}

function tokenAt(statement: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(statement)?.[0];
    if (found !== undefined)
      return { kind, value: meant(kind, found), start, length: found.length };
  }
  throw notWellFormed('Unexpected character');
}

function meant(kind: TokenKind, written: string): string {
  if (kind === 'text') return written.slice(1, -1).replaceAll("''", "'");
  return kind === 'name' ? written.slice(1, -1).replaceAll('""', '"') : written;
}
