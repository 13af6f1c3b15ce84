import { MAX_PARAMETERS } from './limits.ts';
import { MalformedValue } from './codecs/malformed.ts';
import { percentDecoded } from './codecs/text.ts';

/**
 * Decoded parameters by name. `?acl` has the value ''. `+` stays a plus: AWS clients write spaces
 * as `%20`, and S3 keys may hold pluses. Throws MalformedValue.
 */
export function parseQuery(rawQuery: string): Map<string, string[]> {
  const result = new Map<string, string[]>();
  if (rawQuery === '') return result;
  const pieces = rawQuery.split('&', MAX_PARAMETERS + 1);
  if (pieces.length > MAX_PARAMETERS) throw new MalformedValue('Too many parameters');
  for (const piece of pieces) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const name = percentDecoded(equals < 0 ? piece : piece.slice(0, equals));
    const value = equals < 0 ? '' : percentDecoded(piece.slice(equals + 1));
    const values = result.get(name);
    if (values === undefined) result.set(name, [value]);
    else values.push(value);
  }
  return result;
}
