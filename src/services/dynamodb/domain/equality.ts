import { compareDecimals } from './decimal.ts';
import { numberOf } from './checked-values.ts';
import { attributeOf, type Item, type SetValue, type Value } from './values.ts';

/** Equal in type and in what they hold: sets in any order, lists in theirs, maps name by name. */
export function equalValues(a: Value, b: Value): boolean {
  if ('S' in a) return 'S' in b && a.S === b.S;
  if ('N' in a) return 'N' in b && a.N === b.N;
  if ('B' in a) return 'B' in b && Buffer.compare(a.B, b.B) === 0;
  if ('BOOL' in a) return 'BOOL' in b && a.BOOL === b.BOOL;
  if ('NULL' in a) return 'NULL' in b;
  if ('L' in a) return 'L' in b && equalLists(a.L, b.L);
  if ('M' in a) return 'M' in b && equalItems(a.M, b.M);
  return equalSets(a, b);
}

export function equalItems(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const [left, right] = [attributeOf(a, name), attributeOf(b, name)];
      return left !== undefined && right !== undefined && equalValues(left, right);
    })
  );
}

/** Bytes as text, so that sets and maps can hold them. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function equalSets(a: SetValue, b: Value): boolean {
  if ('SS' in a) return 'SS' in b && sameMembers(a.SS, b.SS);
  if ('NS' in a) return 'NS' in b && sameMembers(a.NS, b.NS);
  return 'BS' in b && sameMembers(a.BS.map(base64), b.BS.map(base64));
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  const members = new Set(a);
  return a.length === b.length && b.every((member) => members.has(member));
}

function equalLists(a: readonly Value[], b: readonly Value[]): boolean {
  return (
    a.length === b.length &&
    a.every((value, index) => {
      const other = b[index];
      return other !== undefined && equalValues(value, other);
    })
  );
}

/**
 * The order of two strings (by UTF-8 bytes), numbers or binaries: negative, zero or positive. Undefined where types
 * differ, or have no order.
 */
export function compareValues(a: Value, b: Value): number | undefined {
  if ('S' in a && 'S' in b) return compareTexts(a.S, b.S);
  if ('N' in a && 'N' in b) return compareDecimals(numberOf(a.N), numberOf(b.N));
  if ('B' in a && 'B' in b) return Buffer.compare(a.B, b.B);
  return undefined;
}

function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
