import type { ByteString } from '../byte-string.ts';

/**
 * A command line as a shell of Unix would run it, so far as filters are tricked: quotes and backslashes within words go, what
 * expands to nothing goes, what expands to white space is white space, and braces are what they list. Linear.
 */
export function plainShellText(value: ByteString): ByteString {
  if (!/[\\'"$<{^`*?\r\t]/.test(value)) return value;
  return value
    .replace(/\\\r?\n/g, '')
    .replace(/\$\{?IFS(?:%\?\?|:[\d:]{1,5})?\}?(?:\$[\d@*])?/g, ' ')
    .replace(/\$(?:[@*!]|\{[@*]\})|(?<=\w)\$[1-9](?=\w)|\$\(\s*\)|``/g, '')
    .replace(/(?<=[\w/.$])['"\\]{1,4}(?=[\w/.$-])|['"]{2}/g, '')
    .replace(/(?<=[;|&`(\s]|^)\{([\w/.-]{1,64}(?:,[^{},]{0,64}){1,8})\}/g, (_, list: string) =>
      list.replaceAll(',', ' '),
    )
    .replace(/(?<=[;|&`($\s]|^)['"\\]{1,2}(?=\w)/g, '')
    .replace(/(?<=\w)\s{0,4}<\s{0,4}(?=\/)/g, ' ');
}
