import type { ByteString } from '../byte-string.ts';
import { foldFullWidth } from './full-width.ts';

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-3][0-7]{0,2}|[0-7]{1,2})|([\s\S]))/g;

/** JS_DECODE: `\uHHHH`, `\xHH`, octal and single characters; any other backslash goes. Linear. Closes: `\u0061lert(1)`. */
export function javascriptDecode(value: ByteString): ByteString {
  return decode(value, (letter) => SINGLE.get(letter) ?? letter);
}

const UNESCAPED = new Set(['\\', '/', "'", '"']);

/** JS_DECODE_EXT: as JS_DECODE, but backslashes before letters stay, so that `C:\windows\default` does. Linear. */
export function javascriptDecodeExt(value: ByteString): ByteString {
  return decode(value, (letter) => (UNESCAPED.has(letter) ? letter : `\\${letter}`));
}

function decode(value: ByteString, single: (letter: string) => string): ByteString {
  if (!value.includes('\\')) return value;
  return value.replace(
    ESCAPE,
    (
      _,
      unicode: string | undefined,
      hexadecimal: string | undefined,
      octal: string | undefined,
      letter: string | undefined,
    ) => {
      if (unicode !== undefined) return foldFullWidth(Number.parseInt(unicode, 16));
      if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return single(letter ?? '');
    },
  );
}
