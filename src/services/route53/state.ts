import type { AliasTarget, RRType } from '../../../models/route53/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import { sortedName } from './domain/dns-names.ts';

/** Zones and their records belong to accounts, and are found across all of them, as names are. */
export const EVERYWHERE: Scope = { account: '', region: '' };

export interface ZoneDocument {
  /** `Z0123…`. */
  readonly id: string;
  readonly account: string;
  /** Lower case, with the dot at its end. */
  readonly name: string;
  readonly callerReference: string;
  readonly comment?: string;
  readonly nameServers: readonly string[];
  readonly created: Instant;
  readonly recordCount: number;
  readonly tags: Tags;
}

export interface RecordDocument {
  readonly zone: string;
  readonly name: string;
  readonly type: RRType;
  readonly ttl?: number;
  readonly values: readonly string[];
  readonly alias?: AliasTarget;
}

export interface ChangeDocument {
  readonly id: string;
  readonly account: string;
  readonly submitted: Instant;
  readonly comment?: string;
}

/** By id. */
export const zones: Collection<ZoneDocument> = {
  name: 'route53.zones',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    account: ({ account, id }) => [`${account} ${id}`],
    accountName: ({ account, name, id }) => [`${account} ${sortedName(name)} ${id}`],
    reference: ({ account, callerReference }) => [`${account} ${callerReference}`],
    // The oldest of a name comes first.
    name: ({ name, created }) => [`${name} ${String(created).padStart(15, '0')}`],
  },
};

/** By `recordKey`. */
export const records: Collection<RecordDocument> = {
  name: 'route53.records',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** By id. */
export const changes: Collection<ChangeDocument> = {
  name: 'route53.changes',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** What the keys of a zone's records begin with. */
export function recordPrefix(zone: string): string {
  return `${zone}\t`;
}

/** Sorts as listings do: by the labels of the name from the right, then by type. */
export function recordKey(zone: string, name: string, type = ''): string {
  return `${recordPrefix(zone)}${sortedName(name)}\t${type}`;
}
