import type { ByteString } from '../byte-string.ts';

/** COMPRESS_WHITE_SPACE: runs of white space, the byte 160 among them, become one space. Linear. Closes: `union\t\nselect`. */
export function compressWhiteSpace(value: ByteString): ByteString {
  return /[\t-\r\xa0]| {2}/.test(value) ? value.replace(/[\t-\r \xa0]+/g, ' ') : value;
}

/** REMOVE_WHITESPACE: all white space goes, the byte 160 too. Linear. Closes: `u n i o n`. */
export function removeWhitespace(value: ByteString): ByteString {
  return /[\t-\r \xa0]/.test(value) ? value.replace(/[\t-\r \xa0]+/g, '') : value;
}

/** TRIM: white space at both ends goes. Linear. */
export function trim(value: ByteString): ByteString {
  return trimLeft(trimRight(value));
}

/** TRIM_LEFT. Linear. */
export function trimLeft(value: ByteString): ByteString {
  let start = 0;
  while (start < value.length && isSpace(value.charCodeAt(start))) start += 1;
  return start === 0 ? value : value.slice(start);
}

/** TRIM_RIGHT. Linear: it walks from the end, where a pattern would start anew at every space. */
export function trimRight(value: ByteString): ByteString {
  let end = value.length;
  while (end > 0 && isSpace(value.charCodeAt(end - 1))) end -= 1;
  return end === value.length ? value : value.slice(0, end);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
