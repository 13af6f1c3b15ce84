import type { ByteString } from '../byte-string.ts';
import { foldFullWidth } from './full-width.ts';

/**
 * CSS_DECODE: escapes of CSS 2: one to six hexadecimal digits and a white space behind them, of which a byte is left; a
 * backslash before anything else goes, with a line feed if one follows. Linear. Closes: `ja\vascript`, `\65xpression(`.
 */
export function cssDecode(value: ByteString): ByteString {
  if (!value.includes('\\')) return value;
  return value.replace(
    /\\(?:([0-9A-Fa-f]{1,6})[\t-\r ]?|(\n)|([\s\S])|$)/g,
    (_, digits: string | undefined, lineFeed: string | undefined, other: string | undefined) => {
      if (digits !== undefined) return foldFullWidth(Number.parseInt(digits, 16));
      return lineFeed === undefined ? (other ?? '') : '';
    },
  );
}
