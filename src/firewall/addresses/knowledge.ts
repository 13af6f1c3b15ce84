import type { NetworkTrie } from './network-trie.ts';

/** What an installation knows of addresses, as far as its operator has loaded it. */
export interface AddressKnowledge {
  /** Absent: no database of countries is loaded. */
  readonly placeOf?: (address: string) => AddressPlace;
  /** The number of the autonomous system; undefined: it can't be told. Absent: no database of networks is loaded. */
  readonly asnOf?: (address: string) => number | undefined;
  /** Whose autonomous system it is, as the database of networks names it. */
  readonly organizationOf?: (address: string) => string | undefined;
  /** Lists that were loaded; one may be empty. */
  readonly lists: ReadonlyMap<AddressListName, NetworkTrie>;
}

/** Where an address is. Absent: it can't be told. */
export interface AddressPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** In English. */
  readonly countryName?: string;
  /** ISO 3166-2: `US-OR`. */
  readonly region?: string;
  /** In English. */
  readonly city?: string;
  /** Degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
}

/** The lists that rules of AWS's groups of addresses ask, as the operator names them. */
export const ADDRESS_LISTS = [
  'ip-reputation',
  'reconnaissance',
  'ddos',
  'anonymous',
  'hosting',
] as const;

export type AddressListName = (typeof ADDRESS_LISTS)[number];

export const NOTHING_KNOWN: AddressKnowledge = { lists: new Map() };
