import type { ByteString } from '../byte-string.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\xa0'],
  ['nonbreakingspace', '\xa0'],
  ['newline', '\n'],
  ['tab', '\t'],
  ['lcub', '{'],
  ['lbrace', '{'],
  ['verbar', '|'],
  ['vert', '|'],
  ['verticalline', '|'],
  ['rcub', '}'],
  ['rbrace', '}'],
  ['excl', '!'],
  ['num', '#'],
  ['dollar', '$'],
  ['percent', '%'],
  ['percnt', '%'],
  ['apos', "'"],
  ['lpar', '('],
  ['rpar', ')'],
  ['ast', '*'],
  ['midast', '*'],
  ['plus', '+'],
  ['comma', ','],
  ['period', '.'],
  ['sol', '/'],
  ['colon', ':'],
  ['semi', ';'],
  ['equals', '='],
  ['quest', '?'],
  ['tilde', '~'],
  ['diacriticaltilde', '~'],
  ['minus', '-'],
  ['lsqb', '['],
  ['lbrack', '['],
  ['bsol', '\\'],
  ['rsqb', ']'],
  ['rbrack', ']'],
  ['hat', '^'],
  ['lowbar', '_'],
  ['underbar', '_'],
  ['grave', '`'],
  ['diacriticalgrave', '`'],
]);

/**
 * HTML_ENTITY_DECODE: numbers and the names above, in any case; the semicolon may be missing behind a number, as browsers
 * allow. Of a number the low byte is left. Linear. Closes: `&#x6a;avascript:`, `javascript&colon;`.
 */
export function htmlEntityDecode(value: ByteString): ByteString {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#[xX]0{0,64}([0-9A-Fa-f]{1,6});?|#0{0,64}([0-9]{1,7});?|([A-Za-z]{2,16});)/g,
    (
      text,
      hexadecimal: string | undefined,
      decimal: string | undefined,
      name: string | undefined,
    ) => {
      if (hexadecimal !== undefined) return byteOf(Number.parseInt(hexadecimal, 16));
      if (decimal !== undefined) return byteOf(Number.parseInt(decimal, 10));
      return NAMED.get((name ?? '').toLowerCase()) ?? text;
    },
  );
}

function byteOf(codePoint: number): string {
  return String.fromCharCode(codePoint & 0xff);
}
