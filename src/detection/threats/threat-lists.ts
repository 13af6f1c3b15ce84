import { type AddressSet, addressSet } from './address-set.ts';
import { type DomainSet, domainSet } from './domain-set.ts';
import type { ListEntries } from './list-formats.ts';
import { TEST_DOMAINS } from './test-domains.ts';

/** What an address is known for. `custom`: a list of the customer's. */
export type AddressThreat =
  | 'custom'
  | 'malicious'
  | 'tor'
  | 'c2'
  | 'mining'
  | 'blackhole'
  | 'dropPoint'
  | 'scanner';

/** What a domain is known for. */
export type DomainThreat =
  | 'c2'
  | 'mining'
  | 'bitcoinDomain'
  | 'abusedDomain'
  | 'maliciousDomain'
  | 'suspiciousDomain'
  | 'blackhole'
  | 'dga'
  | 'driveBy'
  | 'dropPoint'
  | 'phishing'
  | 'custom';

export interface ThreatMatch<Kind> {
  readonly kind: Kind;
  /** The list's name. */
  readonly list: string;
  readonly names: readonly string[];
}

/** Everything that is known of bad and of trusted addresses and domains. */
export interface ThreatLists {
  /** What an address is listed as; nothing while it is trusted. With a port: also entries that name it. */
  ofAddress(ip: string, port?: number): readonly ThreatMatch<AddressThreat>[];
  ofDomain(name: string): ThreatMatch<DomainThreat> | undefined;
}

/** One list that is in force. */
export interface ActiveList {
  readonly name: string;
  readonly kind: 'trusted' | AddressThreat | DomainThreat;
  readonly entries: ListEntries;
  /** `198.51.100.1:3333`. */
  readonly endpoints?: readonly string[];
}

interface Compiled {
  readonly list: ActiveList;
  readonly addresses: AddressSet;
  readonly domains: DomainSet;
  readonly endpoints: ReadonlySet<string>;
}

const ADDRESS_KINDS: ReadonlySet<string> = new Set([
  'custom',
  'malicious',
  'tor',
  'c2',
  'mining',
  'blackhole',
  'dropPoint',
  'scanner',
]);
const NO_MATCHES: readonly ThreatMatch<AddressThreat>[] = [];
const AMAZON = 'Amazon';

function isAddressKind(kind: ActiveList['kind']): kind is AddressThreat {
  return ADDRESS_KINDS.has(kind);
}

/** Trusted entries win over all others. */
export function threatLists(active: readonly ActiveList[]): ThreatLists {
  const lists = active.map(
    (list): Compiled => ({
      list,
      addresses: addressSet(list.entries.addresses),
      domains: domainSet(list.entries.domains),
      endpoints: new Set(list.endpoints),
    }),
  );
  const trusted = lists.filter(({ list }) => list.kind === 'trusted');
  const bad = lists.filter(({ list }) => list.kind !== 'trusted');
  return {
    ofAddress: (ip, port) => {
      if (bad.length === 0 || trusted.some(({ addresses }) => addresses.find(ip) !== undefined)) {
        return NO_MATCHES;
      }
      return bad.flatMap(({ list, addresses, endpoints }) => {
        const { kind, name } = list;
        const found = endpoints.has(`${ip}:${port}`) ? ip : addresses.find(ip);
        return found !== undefined && isAddressKind(kind) ? [{ kind, list: name, names: [] }] : [];
      });
    },
    ofDomain: (name) => {
      if (trusted.some(({ domains }) => domains.find(name) !== undefined)) return undefined;
      return tested(name) ?? listed(bad, name);
    },
  };
}

function listed(bad: readonly Compiled[], name: string): ThreatMatch<DomainThreat> | undefined {
  for (const { list, domains } of bad) {
    const found = domains.find(name);
    const { kind } = list;
    if (found === undefined || kind === 'trusted') continue;
    if (kind === 'malicious' || kind === 'tor' || kind === 'scanner') continue;
    return { kind, list: list.name, names: [found] };
  }
  return undefined;
}

/** AWS's own domains for tests; the longest name that fits. */
function tested(name: string): ThreatMatch<DomainThreat> | undefined {
  for (let rest = name; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const kind = TEST_DOMAINS.get(rest);
    if (kind !== undefined) return { kind, list: AMAZON, names: [rest] };
  }
  return undefined;
}
