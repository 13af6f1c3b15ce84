import { type ByteSet, byteSet, negated } from './byte-set.ts';

const DIGIT = byteSet([0x30, 0x39]);
const WORD = byteSet([0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]);
const SPACE = byteSet([9, 13], [32, 32]);
const HORIZONTAL = byteSet([9, 9], [32, 32], [0xa0, 0xa0]);
const VERTICAL = byteSet([10, 13], [0x85, 0x85]);

/** What a letter behind a backslash stands for, in a class and out of it. */
export const CLASS_ESCAPES: ReadonlyMap<string, ByteSet> = new Map([
  ['d', DIGIT],
  ['D', negated(DIGIT)],
  ['w', WORD],
  ['W', negated(WORD)],
  ['s', SPACE],
  ['S', negated(SPACE)],
  ['h', HORIZONTAL],
  ['H', negated(HORIZONTAL)],
  ['v', VERTICAL],
  ['V', negated(VERTICAL)],
]);

export const CONTROL_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['e', 27],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
]);

/** `[:alpha:]` and its kin. */
export const POSIX_CLASSES: ReadonlyMap<string, ByteSet> = new Map([
  ['alnum', byteSet([0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a])],
  ['alpha', byteSet([0x41, 0x5a], [0x61, 0x7a])],
  ['ascii', byteSet([0, 127])],
  ['blank', byteSet([9, 9], [32, 32])],
  ['cntrl', byteSet([0, 31], [127, 127])],
  ['digit', DIGIT],
  ['graph', byteSet([33, 126])],
  ['lower', byteSet([0x61, 0x7a])],
  ['print', byteSet([32, 126])],
  ['punct', byteSet([33, 47], [58, 64], [91, 96], [123, 126])],
  ['space', SPACE],
  ['upper', byteSet([0x41, 0x5a])],
  ['word', WORD],
  ['xdigit', byteSet([0x30, 0x39], [0x41, 0x46], [0x61, 0x66])],
]);

export const NOT_LINE_FEED = negated(byteSet([10, 10]));
export const ANY_BYTE = byteSet([0, 255]);

/** What AWS's firewall refuses behind a backslash, and why. */
export const REFUSED_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['C', '\\C (a single code unit) is not supported'],
  ['R', '\\R (any line ending) is not supported'],
  ['K', '\\K (match start reset) is not supported'],
  ['G', '\\G (start of the search) is not supported'],
  ['X', '\\X (an extended grapheme) is not supported'],
  ['p', '\\p (a Unicode property) is not supported'],
  ['P', '\\P (a Unicode property) is not supported'],
  ['k', 'back-references are not supported'],
  ['g', 'back-references and subroutines are not supported'],
]);
