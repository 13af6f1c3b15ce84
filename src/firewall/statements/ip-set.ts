import type { IPSetReferenceStatement } from '../../../models/wafv2/types.ts';
import { parseAddress } from '../addresses/address.ts';
import { forwardedAddresses } from '../addresses/forwarded.ts';
import { NetworkTrie } from '../addresses/network-trie.ts';
import type { IpSetDocument } from '../document.ts';
import { type Building, type Matcher, type Matching, NEVER } from './matching.ts';

/**
 * IPSetReference: the client's address, or the first, last or any of the last ten of a header, is in the set. At most 128 steps
 * an address. A header that a client may write itself proves nothing: its first address least of all.
 */
export function ipSetReference(
  { ARN, IPSetForwardedIPConfig: forwarded }: IPSetReferenceStatement,
  building: Building,
): Matcher {
  const document = building.parts.ipSets.get(ARN);
  if (document === undefined) {
    building.missing.add(ARN);
    return NEVER;
  }
  const trie = trieOf(document);
  if (forwarded === undefined) return sourceIn(trie);
  return (matching) => {
    const { HeaderName, Position, FallbackBehavior } = forwarded;
    const found = forwardedAddresses(matching.facts.request, HeaderName, Position);
    if (found.state === 'absent') {
      matching.notApplied = true;
      return false;
    }
    if (found.state === 'malformed') return FallbackBehavior === 'MATCH';
    return found.addresses.some(({ address }) => trie.has(address));
  };
}

/** Matches requests from addresses of a set. */
export function sourceIn(trie: NetworkTrie): Matcher {
  return ({ facts }: Matching) => {
    const address = parseAddress(facts.request.sourceIp);
    return address !== undefined && trie.has(address);
  };
}

/** Sets are large and don't change, so each is made into a trie once, whichever programs use it. */
const TRIES = new WeakMap<IpSetDocument, NetworkTrie>();

function trieOf(document: IpSetDocument): NetworkTrie {
  const known = TRIES.get(document);
  if (known !== undefined) return known;
  const made = new NetworkTrie(document.Addresses);
  TRIES.set(document, made);
  return made;
}
