import type { ByteMatchStatement, PositionalConstraint } from '../../../models/wafv2/types.ts';
import { type ByteString, bytesOf } from '../byte-string.ts';
import { fieldSlot } from './field-slot.ts';
import { anyValue, type Building, type Matcher } from './matching.ts';

type Position = (value: ByteString, searched: ByteString) => boolean;

const POSITIONS: Readonly<Record<PositionalConstraint, Position>> = {
  EXACTLY: (value, searched) => value === searched,
  STARTS_WITH: (value, searched) => value.startsWith(searched),
  ENDS_WITH: (value, searched) => value.endsWith(searched),
  CONTAINS: (value, searched) => value.includes(searched),
  CONTAINS_WORD: containsWord,
};

/**
 * ByteMatch: a text of up to 200 bytes at a place in the value. Case matters; LOWERCASE makes it not. Linear in the value.
 */
export function byteMatch(statement: ByteMatchStatement, building: Building): Matcher {
  const searched = bytesOf(statement.SearchString);
  const matches = POSITIONS[statement.PositionalConstraint];
  return anyValue(fieldSlot(statement, building).slot, (value) => matches(value, searched));
}

/** Whole words: on both sides stands the end of the value or something other than a letter, a digit or `_`. */
function containsWord(value: ByteString, word: ByteString): boolean {
  for (let at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + 1)) {
    if (!isWordByte(value[at - 1]) && !isWordByte(value[at + word.length])) return true;
  }
  return false;
}

function isWordByte(byte: string | undefined): boolean {
  return byte !== undefined && /\w/.test(byte);
}
