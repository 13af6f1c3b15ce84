import type { AsnMatchStatement } from '../../../models/wafv2/types.ts';
import { addressOf } from './addressed.ts';
import type { Matcher } from './matching.ts';

/** AsnMatch: the autonomous system of the client's address, or of the first one of a header. One look-up; unknown is 0. */
export function asnMatch({ AsnList, ForwardedIPConfig }: AsnMatchStatement): Matcher {
  const wanted = new Set(AsnList);
  return (matching) => {
    const found = addressOf(matching, ForwardedIPConfig);
    if (typeof found === 'boolean') return found;
    const { asn = 0 } = matching.locate(found.text);
    if (ForwardedIPConfig === undefined) matching.clientAsn = asn;
    else matching.forwardedAsn = asn;
    return wanted.has(asn);
  };
}
