import type { FieldToMatch } from '../../../models/wafv2/types.ts';
import { body } from './body.ts';
import { cookies } from './cookies.ts';
import { ja3Fingerprint, ja4Fingerprint } from './fingerprints.ts';
import { headerOrder, headers, singleHeader } from './header-fields.ts';
import { jsonBody } from './json-body.ts';
import { allQueryArguments, singleQueryArgument } from './query-fields.ts';
import type { Field } from './reading.ts';
import { method, queryString, uriFragment, uriPath } from './uri-fields.ts';

/** Undefined: another part is named. */
type FieldMaker = (wanted: FieldToMatch, preParse: readonly string[]) => Field | undefined;

/** Every part of a request that a statement can look at, by its name in the API. */
export const FIELDS: Readonly<Record<keyof FieldToMatch, FieldMaker>> = {
  AllQueryArguments: (wanted, preParse) => wanted.AllQueryArguments && allQueryArguments(preParse),
  Body: (wanted) => wanted.Body && body(wanted.Body),
  Cookies: (wanted) => wanted.Cookies && cookies(wanted.Cookies),
  HeaderOrder: (wanted) => wanted.HeaderOrder && headerOrder(wanted.HeaderOrder),
  Headers: (wanted) => wanted.Headers && headers(wanted.Headers),
  JA3Fingerprint: (wanted) => wanted.JA3Fingerprint && ja3Fingerprint(wanted.JA3Fingerprint),
  JA4Fingerprint: (wanted) => wanted.JA4Fingerprint && ja4Fingerprint(wanted.JA4Fingerprint),
  JsonBody: (wanted) => wanted.JsonBody && jsonBody(wanted.JsonBody),
  Method: (wanted) => wanted.Method && method,
  QueryString: (wanted) => wanted.QueryString && queryString,
  SingleHeader: (wanted) => wanted.SingleHeader && singleHeader(wanted.SingleHeader),
  SingleQueryArgument: (wanted, preParse) =>
    wanted.SingleQueryArgument && singleQueryArgument(wanted.SingleQueryArgument, preParse),
  UriFragment: (wanted) => wanted.UriFragment && uriFragment(wanted.UriFragment),
  UriPath: (wanted) => wanted.UriPath && uriPath,
};

const MAKERS = Object.values(FIELDS);

/** The one part that is named. Errors: a RangeError where none is. */
export function fieldOf(wanted: FieldToMatch, preParse: readonly string[] = []): Field {
  for (const make of MAKERS) {
    const field = make(wanted, preParse);
    if (field !== undefined) return field;
  }
  throw new RangeError('a statement without a field to match');
}
