import { compileGlob, type GlobMatcher } from './matchers.ts';
import type { ConditionLookup } from './types.ts';
import {
  ANY,
  hasVariable,
  parsePieces,
  type Piece,
  type PieceOptions,
  resolvePieces,
} from './variables.ts';

export type TextMatcher = (value: string, lookup: ConditionLookup) => boolean;

const SEGMENTS = 6;

/**
 * A pattern of the Resource element or of an ARN operator: six segments, each matched on its own,
 * so that a star in the account can't swallow the resource. `incomplete` decides about patterns
 * with fewer segments: IAM fills them with stars in Resource; an ARN operator then never matches.
 */
export function compileArnPattern(
  text: string,
  options: { readonly variables: boolean; readonly incomplete: 'fill' | 'never' },
): TextMatcher {
  const pieceOptions: PieceOptions = { variables: options.variables, wildcards: true };
  const pieces = parsePieces(text, pieceOptions);
  const [only, more] = pieces;
  if (only === ANY && more === undefined) return () => true;
  const segments = splitSegments(pieces);
  if (segments.length < SEGMENTS && options.incomplete === 'never') return () => false;
  while (segments.length < SEGMENTS) segments.push([ANY]);
  if (!hasVariable(pieces)) {
    const literal = pieces.length === 1 && typeof only === 'string' ? only : undefined;
    if (literal !== undefined && segments.flat().every((piece) => typeof piece === 'string')) {
      return (value) => value === literal;
    }
    const matchers = segments.map(compileGlob);
    return (value) => matchSegments(matchers, value);
  }
  return (value, lookup) => {
    const matchers: GlobMatcher[] = [];
    for (const segment of segments) {
      const resolved = resolvePieces(segment, lookup);
      if (resolved === undefined) return false;
      matchers.push(compileGlob(resolved));
    }
    return matchSegments(matchers, value);
  };
}

/**
 * Splits at the first five colons of the text; colons inside variables are names, not separators.
 */
function splitSegments(pieces: readonly Piece[]): Piece[][] {
  let current: Piece[] = [];
  const segments = [current];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      current.push(piece);
      continue;
    }
    let rest = piece;
    while (segments.length < SEGMENTS) {
      const colon = rest.indexOf(':');
      if (colon === -1) break;
      if (colon > 0) current.push(rest.slice(0, colon));
      rest = rest.slice(colon + 1);
      current = [];
      segments.push(current);
    }
    if (rest !== '') current.push(rest);
  }
  return segments;
}

function matchSegments(matchers: readonly GlobMatcher[], value: string): boolean {
  let start = 0;
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    const last = segment === SEGMENTS - 1;
    const end = last ? value.length : value.indexOf(':', start);
    const matches = matchers[segment];
    if (end === -1 || matches === undefined || !matches(value, start, end)) return false;
    start = end + 1;
  }
  return true;
}
