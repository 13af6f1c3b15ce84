import type { ByteString } from '../byte-string.ts';
import { foldFullWidth } from './full-width.ts';

/**
 * URL_DECODE: `%HH`, and a plus sign becomes a space. What isn't valid stays. Linear, and decodes once: a value that was
 * encoded twice needs the transformation twice.
 */
export function urlDecode(value: ByteString): ByteString {
  const spaced = value.includes('+') ? value.replaceAll('+', ' ') : value;
  if (!spaced.includes('%')) return spaced;
  return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** URL_DECODE_UNI: as URL_DECODE, and `%uHHHH` of Microsoft. Linear. Closes: `%u003cscript`, `%uff1cscript`. */
export function urlDecodeUni(value: ByteString): ByteString {
  const spaced = value.includes('+') ? value.replaceAll('+', ' ') : value;
  if (!spaced.includes('%')) return spaced;
  return spaced.replace(
    /%(?:[uU]([0-9A-Fa-f]{4})|([0-9A-Fa-f]{2}))/g,
    (_, unicode: string | undefined, byte: string | undefined) =>
      unicode === undefined
        ? String.fromCharCode(Number.parseInt(byte ?? '', 16))
        : foldFullWidth(Number.parseInt(unicode, 16)),
  );
}
