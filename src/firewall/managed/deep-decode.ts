import type { ByteString } from '../byte-string.ts';
import { htmlEntityDecode } from '../transformations/html-entities.ts';
import { javascriptDecode } from '../transformations/javascript.ts';
import { urlDecodeUni } from '../transformations/url.ts';

/** Characters that some servers make quotes, slashes and brackets of. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['2215', '/'],
  ['2044', '/'],
  ['2216', '\\'],
  ['2018', "'"],
  ['2019', "'"],
  ['02b9', "'"],
  ['02bc', "'"],
  ['02c8', "'"],
  ['2032', "'"],
  ['201c', '"'],
  ['201d', '"'],
  ['2033', '"'],
  ['2039', '<'],
  ['3008', '<'],
  ['203a', '>'],
  ['3009', '>'],
]);

/** Decodes once, as an application does; what Microsoft's servers take for another character is that one. */
export function decodedOnce(value: ByteString): ByteString {
  if (!/%u/i.test(value)) return urlDecodeUni(value);
  const plain = value.replace(
    /%u([0-9a-f]{4})/gi,
    (text, digits: string) => LOOKALIKES.get(digits.toLowerCase()) ?? text,
  );
  return urlDecodeUni(plain);
}

/** Layers of encoding that are taken off. */
const ROUNDS_MAX = 4;

/**
 * What is left of a value when encodings upon encodings are taken off: percent signs, entities, script's escapes, overlong and
 * full-width forms of UTF-8, zero bytes. Undefined: nothing is different. Linear in each of a few rounds. Closes: what an
 * application decodes once more than the firewall.
 */
export function deepDecoded(value: ByteString): ByteString | undefined {
  if (!/[%&\\\0\xc0\xc1\xe0\xef\xf0]/.test(value)) return undefined;
  let text = value;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const next = once(text);
    if (next === text) break;
    text = next;
  }
  return text === value ? undefined : text;
}

function once(value: ByteString): ByteString {
  const unescaped = value.includes('%') ? decodedOnce(value.replaceAll('+', '%2B')) : value;
  const plain = htmlEntityDecode(unescaped);
  const scripted = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{2,3})/.test(plain)
    ? javascriptDecode(plain)
    : plain;
  return folded(scripted);
}

function folded(value: ByteString): ByteString {
  if (!/[\xc0\xc1\xe0\xef\xf0\0]/.test(value)) return value;
  return value
    .replace(/[\xc0\xc1]([\x80-\xbf])/g, (pair, tail: string) =>
      String.fromCharCode(((pair.charCodeAt(0) & 1) << 6) | (tail.charCodeAt(0) & 0x3f)),
    )
    .replace(/\xc0([./\\])/g, '$1')
    .replace(/\xf0\x80[\x80\x81]([\x80-\xbf])/g, (sequence, tail: string) =>
      String.fromCharCode(((sequence.charCodeAt(2) & 1) << 6) | (tail.charCodeAt(0) & 0x3f)),
    )
    .replace(/\xe0[\x80\x81]([\x80-\xbf])/g, (sequence, tail: string) =>
      String.fromCharCode(((sequence.charCodeAt(1) & 1) << 6) | (tail.charCodeAt(0) & 0x3f)),
    )
    .replace(/\xef([\xbc\xbd])([\x80-\xbf])/g, (sequence, lead: string, tail: string) => {
      const low = (lead === '\xbc' ? 0 : 0x40) + (tail.charCodeAt(0) & 0x3f) + 0x20;
      return low >= 0x21 && low <= 0x7e ? String.fromCharCode(low) : sequence;
    })
    .replace(/(?<=[\w<./\\-])\0+(?=[\w>./\\-])/g, '');
}
