import type { ParameterTier, ParameterType } from '../../../models/ssm/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { PolicyState } from './domain/parameter-policies.ts';

/** What is stored of a tier: Intelligent-Tiering is a way of choosing. */
export type Tier = Exclude<ParameterTier, 'Intelligent-Tiering'>;

export interface ParameterVersion {
  readonly version: number;
  readonly type: ParameterType;
  /** The text itself; of a SecureString base64 of KMS's ciphertext (Standard) or of an encrypted message (Advanced). */
  readonly value: string;
  readonly tier: Tier;
  /** `text`, `aws:ec2:image`, `aws:ssm:integration`. */
  readonly dataType: string;
  /** Of a SecureString, as its writer named it. */
  readonly keyId?: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  readonly modified: Instant;
  /** ARN of who wrote it. */
  readonly modifiedBy: string;
  readonly policies: readonly PolicyState[];
}

/** A parameter with its latest version: one read answers and authorizes most calls. Older versions stand by themselves. */
export interface ParameterDocument extends ParameterVersion {
  /** The name without its leading slash: `a/b`. */
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  /** The version each label is attached to. */
  readonly labels: Readonly<Record<string, number>>;
  readonly tags: Tags;
  /** Since when it costs something. */
  readonly advancedSince?: Instant;
  readonly resourcePolicy?: ResourcePolicy;
}

export interface ResourcePolicy {
  readonly id: string;
  readonly hash: string;
  readonly policy: BoundPolicy;
  /** Accounts that see the parameter among those shared with them. */
  readonly sharedWith: readonly string[];
}

export const parameters: Collection<ParameterDocument> = {
  name: 'ssm.parameters',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {
    level: ({ id }) => [levelKey(id)],
    advanced: ({ advancedSince }) => (advancedSince === undefined ? [] : [String(advancedSince)]),
  },
};

/** Names hold no bar. `a/b` stands on the level `a`. */
function levelKey(id: string): string {
  const slash = id.lastIndexOf('/');
  return slash < 0 ? `|${id}` : `${id.slice(0, slash)}|${id.slice(slash + 1)}`;
}

/** All but the latest. */
export const versions: Collection<ParameterVersion> = {
  name: 'ssm.versions',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const VERSION_DIGITS = 12;

export function versionId(id: string, version: number): string {
  return `${id}:${String(version).padStart(VERSION_DIGITS, '0')}`;
}

/** How many parameters of each tier an account has in a Region. */
export interface Tally {
  readonly Standard: number;
  readonly Advanced: number;
}

/** The only document is `ONLY`. */
export const tallies: Collection<Tally> = {
  name: 'ssm.tallies',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const ONLY = 'only';
