import type { ByteString } from '../byte-string.ts';
import type { HeaderLine } from '../request.ts';

export interface Cookie {
  readonly name: ByteString;
  readonly value: ByteString;
}

/** The cookies of all `Cookie` lines, in order. A piece without an equals sign is a value without a name, as browsers take it. */
export function cookiesOf(headers: readonly HeaderLine[]): readonly Cookie[] {
  const found: Cookie[] = [];
  for (const line of headers) {
    if (line.lowerName !== 'cookie') continue;
    for (const piece of line.value.split(';')) {
      const text = piece.trim();
      if (text === '') continue;
      const equals = text.indexOf('=');
      found.push({
        name: equals < 0 ? '' : text.slice(0, equals).trim(),
        value: equals < 0 ? text : text.slice(equals + 1).trim(),
      });
    }
  }
  return found;
}
