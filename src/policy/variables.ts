import type { ConditionLookup } from './types.ts';

/** A piece of a pattern: text, a wildcard, or a variable filled in from the request. */
export type Piece = string | typeof ANY | typeof ONE | Variable;

export const ANY = Symbol('*');
export const ONE = Symbol('?');

export interface Variable {
  /** The condition key, lower case. */
  readonly key: string;
  /** The condition key as it was written. */
  readonly name: string;
  readonly fallback?: string;
}

export interface PieceOptions {
  /** Policy variables exist from version 2012-10-17 on; before, `${…}` is plain text. */
  readonly variables: boolean;
  /** Whether `*` and `?` are wildcards here. */
  readonly wildcards: boolean;
}

/** Splits a pattern. `${*}`, `${?}` and `${$}` stand for the characters themselves. */
export function parsePieces(text: string, options: PieceOptions): readonly Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  const push = (piece: Piece): void => {
    if (literal !== '') pieces.push(literal);
    literal = '';
    pieces.push(piece);
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const close = options.variables && text.startsWith('${', at) ? text.indexOf('}', at) : -1;
    if (close !== -1) {
      const body = text.slice(at + 2, close);
      if (body === '*' || body === '?' || body === '$') literal += body;
      else push(parseVariable(body));
      at = close;
    } else if (options.wildcards && character === '*') {
      // Runs of stars are one star, so a pattern can't be long without being specific.
      if (literal !== '' || pieces.at(-1) !== ANY) push(ANY);
    } else if (options.wildcards && character === '?') push(ONE);
    else literal += character;
  }
  if (literal !== '') pieces.push(literal);
  return pieces;
}

/** `aws:PrincipalTag/team` or `aws:PrincipalTag/team, 'company-wide'`. */
function parseVariable(body: string): Variable {
  const comma = body.indexOf(',');
  const name = (comma === -1 ? body : body.slice(0, comma)).trim();
  const key = name.toLowerCase();
  if (comma === -1) return { key, name };
  const quoted = body.slice(comma + 1).trim();
  const isQuoted = quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
  return isQuoted ? { key, name, fallback: quoted.slice(1, -1) } : { key, name };
}

export function hasVariable(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => typeof piece === 'object');
}

/**
 * Puts the request's values in place. Undefined when a variable has neither value nor default: such
 * a pattern matches nothing. A multivalued key has no single value to put in place. Values are
 * text: a star in a tag must not become a wildcard.
 */
export function resolvePieces(
  pieces: readonly Piece[],
  lookup: ConditionLookup,
): readonly Piece[] | undefined {
  const resolved: Piece[] = [];
  for (const piece of pieces) {
    if (typeof piece !== 'object') {
      resolved.push(piece);
      continue;
    }
    const values = lookup(piece.key);
    const value = values?.length === 1 ? values[0] : undefined;
    const absent = values === undefined || values.length === 0;
    const text = value ?? (absent ? piece.fallback : undefined);
    if (text === undefined) return undefined;
    resolved.push(text);
  }
  return resolved;
}
