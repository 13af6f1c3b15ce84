import type { ByteString } from '../byte-string.ts';

/**
 * UTF8_TO_UNICODE: each character of more than one byte becomes `%uHHHH`. Bytes that are no UTF-8 stay. Linear. Closes:
 * characters beyond ASCII that an application folds into the ones a rule looks for, together with URL_DECODE_UNI.
 */
export function utf8ToUnicode(value: ByteString): ByteString {
  if (!/[\x80-\xff]/.test(value)) return value;
  return value.replace(
    /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g,
    (sequence) => {
      const codePoint = Buffer.from(sequence, 'latin1').toString('utf8').codePointAt(0) ?? 0;
      const isValid = codePoint !== 0xfffd || sequence === '\xef\xbf\xbd';
      return isValid ? `%u${codePoint.toString(16).padStart(4, '0')}` : sequence;
    },
  );
}
