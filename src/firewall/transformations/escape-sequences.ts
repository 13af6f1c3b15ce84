import type { ByteString } from '../byte-string.ts';

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['?', '?'],
  ["'", "'"],
  ['"', '"'],
]);

/**
 * ESCAPE_SEQ_DECODE: what ANSI C escapes, octal and hexadecimal numbers among it; what is no escape stays. Linear. Closes:
 * `$'\x2fetc\x2fpasswd'` of a shell.
 */
export function escapeSequencesDecode(value: ByteString): ByteString {
  if (!value.includes('\\')) return value;
  return value.replace(
    /\\(?:x([0-9A-Fa-f]{2})|(0[0-7]{1,3}|[0-7]{1,3})|([\s\S]))/g,
    (
      text,
      hexadecimal: string | undefined,
      octal: string | undefined,
      single: string | undefined,
    ) => {
      if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return SINGLE.get(single ?? '') ?? text;
    },
  );
}
