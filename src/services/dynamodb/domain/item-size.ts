import { digitsOf, type Decimal } from './decimal.ts';
import { numberOf } from './checked-values.ts';
import { invalid } from './invalid.ts';
import type { Item, Value } from './values.ts';

/** What an item may hold: 400 KB of names and values. */
export const ITEM_BYTES = 400 * 1024;
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;

/** Bytes of names and values, by AWS's rules of item sizes. */
export function itemSize(item: Item): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) {
    bytes += Buffer.byteLength(name) + valueSize(value);
  }
  return bytes;
}

/** Errors: `ValidationException` for an item over 400 KB that is put. */
export function assertItemFits(item: Item): void {
  if (itemSize(item) > ITEM_BYTES) {
    throw invalid('Item size has exceeded the maximum allowed size');
  }
}

/** Errors: `ValidationException` for an item that an update makes larger than 400 KB. */
export function assertUpdatedItemFits(item: Item): void {
  if (itemSize(item) > ITEM_BYTES) {
    throw invalid('Item size to update has exceeded the maximum allowed size');
  }
}

export function valueSize(value: Value): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSize(numberOf(value.N));
  if ('B' in value) return value.B.byteLength;
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('SS' in value) return total(value.SS, (member) => Buffer.byteLength(member));
  if ('NS' in value) return total(value.NS, (member) => numberSize(numberOf(member)));
  if ('BS' in value) return total(value.BS, (member) => member.byteLength);
  if ('L' in value) {
    return CONTAINER_BYTES + total(value.L, (element) => ELEMENT_BYTES + valueSize(element));
  }
  return CONTAINER_BYTES + ELEMENT_BYTES * Object.keys(value.M).length + itemSize(value.M);
}

/**
 * One byte, one for each two significant digits before the point, one for each two behind it, and one for a minus. Zeros
 * at either end are not significant.
 */
function numberSize({ coefficient, exponent }: Decimal): number {
  if (coefficient === 0n) return 1;
  const digits = digitsOf(coefficient).length;
  const fraction = Math.min(digits, Math.max(0, -exponent));
  const whole = digits - fraction;
  return 1 + Math.ceil(whole / 2) + Math.ceil(fraction / 2) + (coefficient < 0n ? 1 : 0);
}

function total<T>(members: readonly T[], size: (member: T) => number): number {
  return members.reduce((sum, member) => sum + size(member), 0);
}
