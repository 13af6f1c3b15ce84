import type { Scope } from '../core/scope.ts';
import type { Permission } from './operation.ts';
import type { Unit } from './view.ts';

/** A limit that an account has in each Region. */
export interface Quota {
  /** `L-32B67F4A`. Absent where AWS's code is not known: then it is enforced and not listed. */
  readonly code?: string;
  /** Unique in its service. */
  readonly name: string;
  /** AWS's default in a Region. */
  readonly value: (region: string) => number;
  readonly adjustable: boolean;
  /** A limit of requests in each second. */
  readonly isRate: boolean;
}

/** What a call takes of a rate. */
export interface Charge {
  readonly quota: Quota;
  readonly amount: number;
  /** Where it counts, if not in the call's own Region. */
  readonly region?: string;
  /** Of what it counts, where each has the rate for itself: the id of a key store. */
  readonly of?: string;
}

export interface ServiceQuotas {
  readonly quotas: readonly Quota[];
  /** What a call takes of the service's rates. Every call asks, so it looks things up and computes nothing. */
  readonly charges: (call: ChargedCall) => readonly Charge[];
  /** The rate of an account that raised it by a setting of the service's own. Asked only when the rate is used up. */
  readonly raised?: (unit: Unit, scope: Scope, quota: Quota) => Promise<number | undefined>;
  /** What says that a rate was exceeded. */
  readonly throttled: { readonly code: string; readonly message: string; readonly status: number };
}

export interface ChargedCall {
  readonly operation: string;
  readonly input: object;
  readonly permissions: readonly Permission[];
}

/** What Service Quotas gives the gateway: a value that was granted to an account in a Region, if one was. */
export interface GrantedQuotas {
  granted(unit: Unit, scope: Scope, service: string, code: string): Promise<number | undefined>;
}
