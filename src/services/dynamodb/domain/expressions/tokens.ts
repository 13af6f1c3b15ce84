/** The words and signs of the expression languages, with where they stand in the text. */
export interface Token {
  readonly kind: TokenKind;
  /** As written; `<EOF>` at the end. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `name` is an attribute's own name, `#name` and `:value` are placeholders, `index` is that of a list, `bad` what no
 * expression may hold. Keywords and signs are their own kinds, keywords in upper case.
 */
export type TokenKind = 'name' | '#name' | ':value' | 'index' | 'bad' | 'end' | Keyword | Sign;

const KEYWORDS = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN', 'SET', 'REMOVE', 'ADD', 'DELETE'] as const;
export type Keyword = (typeof KEYWORDS)[number];

const SIGNS = ['<>', '<=', '>=', '=', '<', '>', '(', ')', '[', ']', ',', '.', '+', '-'] as const;
export type Sign = (typeof SIGNS)[number];

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['name', /[A-Za-z]\w*/y],
  ['#name', /#\w+/y],
  [':value', /:\w+/y],
  ['index', /0|[1-9]\d*/y],
];

/** All tokens of an expression, the last one of kind `end`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (' \t\r\n'.includes(text.charAt(at))) {
      at += 1;
      continue;
    }
    const { kind, end } = tokenAt(text, at);
    tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '<EOF>', start: at, end: at }];
}

function tokenAt(text: string, at: number): { kind: TokenKind; end: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const keyword = KEYWORDS.find((word) => word === found.toUpperCase());
    return { kind: kind === 'name' ? (keyword ?? kind) : kind, end: at + found.length };
  }
  const sign = SIGNS.find((candidate) => text.startsWith(candidate, at));
  return sign === undefined ? { kind: 'bad', end: at + 1 } : { kind: sign, end: at + sign.length };
}
