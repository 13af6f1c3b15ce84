import type { AccountMemory, ActorMemory, BucketMemory } from './memory/memories.ts';
import type { ThreatLists } from './threats/threat-lists.ts';

/** What detectors know beside the call itself. */
export interface World {
  readonly threats: ThreatLists;
  readonly places: Places;
  readonly hosts: Hosts;
  /** Buckets that the account's trails write to. */
  readonly trailBuckets: ReadonlySet<string>;
  /** As it was before the call. */
  readonly actor: ActorMemory;
  readonly account: AccountMemory;
  /** Of the call's bucket. */
  readonly bucket: BucketMemory | undefined;
}

/** Where an address is. Nothing of this is bundled: an installation may load a table of its own. */
export interface Places {
  locate(ip: string): Place | undefined;
}

export interface Place {
  readonly country?: string;
  readonly city?: string;
  /** Degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** `64496`. */
  readonly asn?: string;
  readonly asnOrg?: string;
}

/** Whose machine has an address. */
export interface Hosts {
  /** The account of the instance that has it; undefined: no instance here has it. */
  ownerOf(ip: string): string | undefined;
  /** Accounts that are looked after together: those of one GuardDuty administrator. */
  isAffiliated(account: string): boolean;
}

/** Where nothing is known of any address. */
export const NO_PLACES: Places = { locate: () => undefined };
