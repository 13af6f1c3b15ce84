import type { ByteString } from '../byte-string.ts';
import { urlDecode, urlDecodeUni } from './url.ts';

/** What is done to the query string before it is taken apart. Unknown: undefined. */
export function preParser(type: string): ((query: ByteString) => ByteString) | undefined {
  return PRE_PARSERS.get(type);
}

const PRE_PARSERS: ReadonlyMap<string, (query: ByteString) => ByteString> = new Map([
  ['NONE', (query: ByteString) => query],
  ['URL_DECODE', urlDecode],
  ['URL_DECODE_UNI', urlDecodeUni],
  ['COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA', combineDuplicates],
  ['REPLACE_SEMICOLONS_WITH_AMPERSANDS', (query: ByteString) => query.replaceAll(';', '&')],
]);

/** `a=1&b=2&a=3` becomes `a=1,3&b=2`. Closes: a payload cut in two that the application joins again. */
function combineDuplicates(query: ByteString): ByteString {
  const values = new Map<string, string[]>();
  for (const argument of query.split('&')) {
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const value = equals < 0 ? [] : [argument.slice(equals + 1)];
    const earlier = values.get(name);
    if (earlier === undefined) values.set(name, value);
    else earlier.push(...value);
  }
  return [...values]
    .map(([name, given]) => (given.length === 0 ? name : `${name}=${given.join(',')}`))
    .join('&');
}
