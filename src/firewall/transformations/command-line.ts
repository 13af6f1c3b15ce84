import type { ByteString } from '../byte-string.ts';
import { lowercase } from './letter-case.ts';
import { trim } from './white-space.ts';

/**
 * CMD_LINE: deletes `\ " ' ^`, makes one space of white space, commas and semicolons, deletes spaces before `/` and `(`, and
 * lowers letters. Linear. Closes: `C^OMMAND /C`, `w"h"oami`.
 */
export function commandLine(value: ByteString): ByteString {
  const plain = value.replace(/[\\"'^]+/g, '').replace(/[\t-\r ,;]+/g, ' ');
  return lowercase(plain.replace(/ ([/(])/g, '$1'));
}

/** CMD_LINE_UNIX: deletes `\ " '`, makes one space of white space, trims, and lowers letters. Linear. Closes: `c'a't\t/etc`. */
export function commandLineUnix(value: ByteString): ByteString {
  return lowercase(trim(value.replace(/[\\"']+/g, '').replace(/[\t-\r ]+/g, ' ')));
}

/**
 * CMD_LINE_WIN: deletes `" ' ^` and backticks, a caret with the line end behind it as one; makes one space of white space and
 * one backslash of many, trims, and lowers letters. Linear. Closes: `p^ow`er"shell`.
 */
export function commandLineWin(value: ByteString): ByteString {
  const joined = value.replace(/\^(?:\r?\n)?|["'`]/g, '');
  return lowercase(trim(joined.replace(/[\t-\r ]+/g, ' ').replace(/\\{2,}/g, '\\')));
}
