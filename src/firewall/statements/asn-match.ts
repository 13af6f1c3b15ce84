import type { AsnMatchStatement } from '../../../models/wafv2/types.ts';
import type { AddressKnowledge } from '../addresses/knowledge.ts';
import { addressOf } from './addressed.ts';
import { type Building, type Matcher, NEVER } from './matching.ts';

/** AsnMatch: the autonomous system of the client's address, or of the first one of a header. One look-up; unknown is 0. */
export function asnMatch(
  { AsnList, ForwardedIPConfig }: AsnMatchStatement,
  building: Building,
): Matcher {
  const asnOf = knownAsns(building);
  if (asnOf === undefined) return NEVER;
  const wanted = new Set(AsnList);
  return (matching) => {
    const found = addressOf(matching, ForwardedIPConfig);
    if (typeof found === 'boolean') return found;
    const asn = asnOf(found.text) ?? 0;
    if (ForwardedIPConfig === undefined) matching.clientAsn = asn;
    else matching.forwardedAsn = asn;
    return wanted.has(asn);
  };
}

/** Undefined: nothing is known of networks, which is told as missing. */
export function knownAsns({ parts, missing }: Building): AddressKnowledge['asnOf'] {
  const { asnOf } = parts.known;
  if (asnOf === undefined) missing.add('a database of autonomous systems');
  return asnOf;
}
