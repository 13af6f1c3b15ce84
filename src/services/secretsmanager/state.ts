import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

/** Everything about a secret but its values: one read decides a call, and tells which version a label is on. */
export interface SecretDocument {
  readonly name: string;
  /** The six characters that end its ARN. Replicas share them. */
  readonly suffix: string;
  readonly scope: Scope;
  readonly created: Instant;
  /** When its values, labels or metadata changed last. */
  readonly changed: Instant;
  /** Midnight (UTC) of the day its value was last read on; absent until then. */
  readonly accessed?: Instant;
  readonly description?: string;
  /** As it was given. Absent: the account's key for Secrets Manager. */
  readonly kmsKeyId?: string;
  readonly tags: Tags;
  readonly policy?: BoundPolicy;
  /** The version that each label is on. A version without labels is deprecated. */
  readonly stages: Readonly<Record<string, string>>;
  /** How many versions there are, deprecated ones included. */
  readonly versionCount: number;
  readonly rotation?: RotationSettings;
  /** The rotation that is at work. */
  readonly run?: RotationRun;
  readonly deletion?: { readonly asked: Instant; readonly date: Instant };
  /** The service that keeps the secret: `rds`. Absent of customers' own. */
  readonly owner?: string;
  /** Of a primary secret. Absent or empty: there are none. */
  readonly replicas?: readonly Replica[];
  /** Set for replicas, and for primary secrets that were replicated. */
  readonly primaryRegion?: string;
}

export interface Replica {
  readonly region: string;
  readonly kmsKeyId?: string;
  readonly status: 'InSync' | 'Failed';
  readonly message?: string;
}

export interface RotationRules {
  readonly automaticallyAfterDays?: number;
  /** `rate(10 days)`, `cron(0 16 1,15 * ? *)`. */
  readonly scheduleExpression?: string;
  /** `3h`. */
  readonly duration?: string;
}

export interface RotationSettings {
  readonly enabled: boolean;
  readonly lambdaArn?: string;
  readonly rules: RotationRules;
  /** The window of the next rotation; absent without a schedule. */
  readonly next?: RotationWindow;
  readonly lastRotated?: Instant;
}

export interface RotationWindow {
  readonly start: Instant;
  readonly end: Instant;
}

export const ROTATION_STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

export type RotationStep = (typeof ROTATION_STEPS)[number];

/** Where a rotation stands. It is written with the end of each step, so that none is skipped. */
export interface RotationRun {
  /** The new version's id. */
  readonly token: string;
  /** `test` only asks whether the secret could be rotated. */
  readonly purpose: 'rotate' | 'test';
  readonly step: RotationStep;
  /** How often it failed so far. */
  readonly failures: number;
}

/** By name. One name is one secret, also while it waits for its deletion. */
export const secrets: Collection<SecretDocument> = {
  name: 'secretsmanager.secrets',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    created: ({ created }) => [timeKey(created)],
    changed: ({ changed }) => [timeKey(changed)],
    accessed: ({ accessed }) => [timeKey(accessed ?? 0)],
  },
};

/** A value under a data key of its own. */
export interface EncryptedValue {
  readonly kind: 'string' | 'binary';
  /** Base64: nonce, ciphertext and tag. */
  readonly sealed: string;
  /** The data key under each KMS key that may open it; the newest first. */
  readonly dataKeys: readonly WrappedDataKey[];
}

export interface WrappedDataKey {
  /** The KMS key's ARN; absent: the account's key for Secrets Manager. */
  readonly keyArn?: string;
  /** Base64. */
  readonly blob: string;
}

export interface VersionDocument {
  readonly id: string;
  readonly created: Instant;
  readonly accessed?: Instant;
  /** Absent while a rotation has made nothing yet. */
  readonly value?: EncryptedValue;
  /** The version whose value it shows: a rotation that is tried out has no value of its own. */
  readonly shows?: string;
}

/** By `versionKey`. What is secret in it is encrypted under the customer's own key already. */
export const versions: Collection<VersionDocument> = {
  name: 'secretsmanager.versions',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** All versions of a secret: what their ids begin with. No name has a space. */
export function versionPrefix({ name, suffix }: Pick<SecretDocument, 'name' | 'suffix'>): string {
  return `${name}-${suffix} `;
}

export function versionKey(
  secret: Pick<SecretDocument, 'name' | 'suffix'>,
  versionId: string,
): string {
  return versionPrefix(secret) + versionId;
}

/** Sorts as the instants do. */
export function timeKey(instant: Instant): string {
  return String(instant).padStart(15, '0');
}
