import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

/** A job that failed and will be tried again, by the job's id. Gone when it succeeds. */
export interface JobTrouble {
  readonly attempts: number;
  /** When the job was due at first: the row carries the time of its next try. */
  readonly due: Instant;
}

export const jobTroubles: Collection<JobTrouble> = {
  name: 'jobs.trouble',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** A job that failed too often, by its id. It stays until someone orders it again. */
export interface ParkedJob {
  readonly kind: string;
  readonly scope: Scope;
  readonly due: Instant;
  readonly payload: string;
  readonly attempts: number;
  readonly parkedAt: Instant;
}

// Sealed, as payloads may hold secrets.
export const parkedJobs: Collection<ParkedJob> = {
  name: 'jobs.parked',
  scope: 'global',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};
