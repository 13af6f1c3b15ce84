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
    const tests = segmentTests(segments);
    return (value) => matchSegments(tests, value);
  }
  return (value, lookup) => {
    const resolved: (readonly Piece[])[] = [];
    for (const segment of segments) {
      const pieces = resolvePieces(segment, lookup);
      if (pieces === undefined) return false;
      resolved.push(pieces);
    }
    return matchSegments(segmentTests(resolved), value);
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

interface SegmentTest {
  /** From 0; the last one is the rest of the ARN. */
  readonly segment: number;
  readonly matches: GlobMatcher;
}

/** Segments that match anything need no test; the last one tells statements apart, so it comes first. */
function segmentTests(segments: readonly (readonly Piece[])[]): readonly SegmentTest[] {
  const tests: SegmentTest[] = [];
  for (let segment = SEGMENTS - 1; segment >= 0; segment -= 1) {
    const pieces = segments[segment] ?? [];
    const isAny = pieces.length === 1 && pieces[0] === ANY;
    if (!isAny) tests.push({ segment, matches: compileGlob(pieces) });
  }
  return tests;
}

/** A text and where its segments begin; undefined when it has fewer. */
interface Split {
  readonly value: string;
  readonly starts: readonly number[] | undefined;
}

/** Every statement of a request asks about the same ARN: the last split is kept. */
let split: Split = { value: '', starts: undefined };

function splitOf(value: string): Split {
  const starts = [0];
  while (starts.length < SEGMENTS) {
    const colon = value.indexOf(':', starts.at(-1));
    if (colon === -1) return { value, starts: undefined };
    starts.push(colon + 1);
  }
  // Where a seventh would begin, so that each segment ends one before the next.
  starts.push(value.length + 1);
  return { value, starts };
}

function matchSegments(tests: readonly SegmentTest[], value: string): boolean {
  if (split.value !== value) split = splitOf(value);
  const { starts } = split;
  if (starts === undefined) return false;
  for (const { segment, matches } of tests) {
    if (!matches(value, starts[segment] ?? 0, (starts[segment + 1] ?? 0) - 1)) return false;
  }
  return true;
}
