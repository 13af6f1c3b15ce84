import type { FirewallRequest } from '../request.ts';
import { type Address, parseAddress } from './address.ts';

/** Addresses of a header that `ANY` looks at: the last ones, which proxies nearer to the application wrote. */
const ADDRESSES_MAX = 10;

export type ForwardedAddresses =
  /** The header is missing: the rule is not applied at all. */
  | { readonly state: 'absent' }
  /** It isn't a list of addresses parted by commas: the fallback decides. */
  | { readonly state: 'malformed' }
  | { readonly state: 'read'; readonly addresses: readonly ForwardedAddress[] };

export interface ForwardedAddress {
  readonly text: string;
  readonly address: Address;
}

/** The addresses that a header such as `X-Forwarded-For` names. Several lines of the header are one list. */
export function forwardedAddresses(
  request: FirewallRequest,
  headerName: string,
  position: 'FIRST' | 'LAST' | 'ANY',
): ForwardedAddresses {
  const wanted = headerName.toLowerCase();
  const lines = request.headers.filter(({ lowerName }) => lowerName === wanted);
  if (lines.length === 0) return { state: 'absent' };
  const texts = lines.flatMap(({ value }) => value.split(',')).map((text) => text.trim());
  const chosen = {
    FIRST: texts.slice(0, 1),
    LAST: texts.slice(-1),
    ANY: texts.slice(-ADDRESSES_MAX),
  }[position];
  const addresses: ForwardedAddress[] = [];
  for (const text of chosen) {
    const address = parseAddress(text);
    if (address === undefined) return { state: 'malformed' };
    addresses.push({ text, address });
  }
  return { state: 'read', addresses };
}
