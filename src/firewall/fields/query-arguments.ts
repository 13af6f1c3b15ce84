import type { ByteString } from '../byte-string.ts';
import { urlDecode } from '../transformations/url.ts';

export interface QueryArgument {
  /** As sent. */
  readonly name: ByteString;
  /** Decoded and in lower case, as names are compared: an encoded letter would hide an argument from a rule that names it. */
  readonly comparedName: ByteString;
  /** As sent; empty where there is no equals sign. */
  readonly value: ByteString;
}

/** Takes `a=1&b=2` apart. Linear. */
export function argumentsOf(query: ByteString): readonly QueryArgument[] {
  if (query === '') return [];
  const found: QueryArgument[] = [];
  for (const argument of query.split('&')) {
    if (argument === '') continue;
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    found.push({
      name,
      comparedName: urlDecode(name).toLowerCase(),
      value: equals < 0 ? '' : argument.slice(equals + 1),
    });
  }
  return found;
}
