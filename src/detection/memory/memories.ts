import type { Instant } from '../../core/time.ts';
import type { SequenceSignal } from '../draft.ts';
import type { Histogram } from './histogram.ts';

/** What one principal usually does. */
export interface ActorMemory {
  readonly first: Instant | undefined;
  /** Days on which it did anything, the last included. */
  readonly days: number;
  readonly lastDay: number;
  readonly apis: Histogram;
  readonly networks: Histogram;
  readonly agents: Histogram;
  readonly buckets: Histogram;
  readonly volumes: Volumes;
  /** The last sign-in to the console that succeeded. */
  readonly login?: { readonly at: Instant; readonly ip: string };
  /** Occurrences of credentials used away from their machine, by the address that used them. */
  readonly remotes: Readonly<Record<string, number>>;
  /** The last day's steps that an attack may be made of. */
  readonly steps: readonly SequenceSignal[];
}

export interface AccountMemory {
  readonly first: Instant | undefined;
  readonly days: number;
  readonly lastDay: number;
  readonly apis: Histogram;
  readonly networks: Histogram;
  readonly agents: Histogram;
  readonly users: Histogram;
  /** The parameters of the last call that changed the password policy. */
  readonly passwordPolicy?: PasswordRules;
}

export interface BucketMemory {
  readonly first: Instant | undefined;
  readonly days: number;
  readonly lastDay: number;
  readonly networks: Histogram;
  readonly agents: Histogram;
  readonly users: Histogram;
  readonly volumes: Volumes;
  /** Whether the last calls on its block of public access left it wholly on. */
  readonly isBlocked?: boolean;
}

/** Calls of a day, by what was counted. */
export type Volumes = Record<string, Volume>;

export interface Volume {
  readonly day: number;
  readonly today: number;
  /** Of the days before. */
  readonly mean: number;
  readonly days: number;
}

export interface PasswordRules {
  readonly length: number;
  /** Classes of characters that are asked for, 0 to 4. */
  readonly classes: number;
  /** Days; 0: passwords never expire. */
  readonly age: number;
  readonly reuse: number;
}

const NEW = { first: undefined, days: 0, lastDay: 0 };

/** Of a principal that was never seen. Memories change as calls are learned: each is somebody's own. */
export function newActor(): ActorMemory {
  return {
    ...NEW,
    apis: {},
    networks: {},
    agents: {},
    buckets: {},
    volumes: {},
    remotes: {},
    steps: [],
  };
}

export function newAccount(): AccountMemory {
  return { ...NEW, apis: {}, networks: {}, agents: {}, users: {} };
}

export function newBucket(): BucketMemory {
  return { ...NEW, networks: {}, agents: {}, users: {}, volumes: {} };
}
