import type { ByteString } from '../../byte-string.ts';
import { htmlEntityDecode } from '../../transformations/html-entities.ts';

const SCRIPT_SCHEME =
  /^(?:feed:|view-source:|jar:)*(?:javascript|vbscript|livescript|mocha|jscript|javascript):/i;
const DATA_DOCUMENT =
  /^data:(?:[\w.+-]{0,40}\/(?:html|xhtml|svg|xml|javascript)[\w.+-]{0,20}|[^,]{0,60}base64,|,<)/i;
/** Images are what addresses of data are for. */
const DATA_IMAGE = /^data:image\/(?!svg)/i;

/**
 * An address that is script: browsers decode entities first and skip white space and control characters within the scheme.
 * Closes: `java\nscript:`, `&#x6a;avascript:`, `\x01javascript:`.
 */
export function isScriptAddress(value: ByteString): boolean {
  const start = htmlEntityDecode(value.slice(0, 400)).replace(/[\0-\x20\x7f\xa0]+/g, '');
  if (SCRIPT_SCHEME.test(start)) return true;
  return DATA_DOCUMENT.test(start) && !DATA_IMAGE.test(start);
}

/** A whole value that is such an address, and not a sentence about one. */
export function isScriptValue(value: ByteString): boolean {
  if (!/script|mocha|data/i.test(value) && !value.includes('&')) return false;
  const isAddress = isScriptAddress(value.replace(/^['"\s(=]+/, ''));
  return isAddress && /[(`=[%;{<\\]|\/\/|base64/.test(value);
}
