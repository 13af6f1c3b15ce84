import { ANY, ONE, parsePieces, type Piece } from './variables.ts';

/** Whether `value[start, end)` matches. A range spares the matcher of an ARN its substrings. */
export type GlobMatcher = (value: string, start: number, end: number) => boolean;

const STAR = -1;
const QUESTION = -2;

/** Compiles pieces without variables. The common shapes never reach the general algorithm. */
export function compileGlob(pieces: readonly Piece[]): GlobMatcher {
  const [first, second, third] = pieces;
  if (first === undefined) return (_, start, end) => start === end;
  if (second === undefined) {
    if (first === ANY) return () => true;
    if (typeof first === 'string') return exactly(first);
  } else if (third === undefined) {
    if (typeof first === 'string' && second === ANY) {
      return (value, start, end) => end - start >= first.length && value.startsWith(first, start);
    }
    if (first === ANY && typeof second === 'string') {
      return (value, start, end) => end - start >= second.length && value.endsWith(second, end);
    }
  }
  const tokens = tokensOf(pieces);
  return (value, start, end) => matchTokens(tokens, value, start, end);
}

/** Whether a whole text matches a pattern: `*` is any number of characters, `?` exactly one. */
export function textGlob(pattern: string): (text: string) => boolean {
  const matches = compileGlob(parsePieces(pattern, { variables: false, wildcards: true }));
  return (text) => matches(text, 0, text.length);
}

function exactly(text: string): GlobMatcher {
  return (value, start, end) => end - start === text.length && value.startsWith(text, start);
}

function tokensOf(pieces: readonly Piece[]): readonly number[] {
  const tokens: number[] = [];
  for (const piece of pieces) {
    if (piece === ANY) tokens.push(STAR);
    else if (piece === ONE) tokens.push(QUESTION);
    else if (typeof piece === 'string') {
      for (let at = 0; at < piece.length; at += 1) tokens.push(piece.charCodeAt(at));
    }
  }
  return tokens;
}

/**
 * Two pointers and one point to go back to: after the last star. No recursion and no RegExp, so a
 * hostile pattern costs at most pattern length times value length.
 */
function matchTokens(
  tokens: readonly number[],
  value: string,
  start: number,
  end: number,
): boolean {
  let token = 0;
  let at = start;
  let afterStar = -1;
  let retry = start;
  while (at < end) {
    const wanted = tokens[token];
    if (wanted === STAR) {
      token += 1;
      afterStar = token;
      retry = at;
    } else if (wanted === QUESTION || wanted === value.charCodeAt(at)) {
      token += 1;
      at += 1;
    } else if (afterStar !== -1) {
      token = afterStar;
      retry += 1;
      at = retry;
    } else return false;
  }
  while (tokens[token] === STAR) token += 1;
  return token === tokens.length;
}
