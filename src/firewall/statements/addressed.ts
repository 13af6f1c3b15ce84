import type { ForwardedIPConfig } from '../../../models/wafv2/types.ts';
import { type ForwardedAddress, forwardedAddresses } from '../addresses/forwarded.ts';
import { parseAddress } from '../addresses/address.ts';
import type { Matching } from './matching.ts';

/**
 * The address that a rule is about: the client's, or the first one of a header. A boolean: the rule's answer is settled,
 * because the header is missing (the rule isn't applied) or is no list of addresses (its fallback decides).
 */
export function addressOf(
  matching: Matching,
  forwarded: ForwardedIPConfig | undefined,
): ForwardedAddress | boolean {
  const { request } = matching.facts;
  if (forwarded === undefined) {
    const address = parseAddress(request.sourceIp);
    return address !== undefined && { text: request.sourceIp, address };
  }
  const found = forwardedAddresses(request, forwarded.HeaderName, 'FIRST');
  if (found.state === 'absent') {
    matching.notApplied = true;
    return false;
  }
  if (found.state === 'malformed') return forwarded.FallbackBehavior === 'MATCH';
  return found.addresses[0] ?? false;
}
