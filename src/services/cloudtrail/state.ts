import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { Selectors } from './domain/selection.ts';

export interface TrailDocument {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** The home Region. */
  readonly region: string;
  readonly bucket: string;
  readonly prefix?: string;
  /** The ARN of the KMS key that its files are under. */
  readonly kmsKey?: string;
  readonly logs?: LogTarget;
  /** The ARN of a topic that is told of each log file. */
  readonly topic?: string;
  readonly includeGlobal: boolean;
  readonly multiRegion: boolean;
  readonly validation: boolean;
  /** The organization's id, for trails that record all of its accounts. */
  readonly organization?: string;
  readonly tags: Tags;
  readonly selectors: Selectors;
  readonly insights: readonly InsightChoice[];
  /** It records what happened between these two, both included. Neither: it never did. */
  readonly started?: Instant;
  readonly stopped?: Instant;
  /** It is gone for its users, and kept until its last files are written. */
  readonly isDeleted: boolean;
}

/** A log group that gets the records too. */
export interface LogTarget {
  /** ARNs; the group's ends with `:*`. */
  readonly group: string;
  readonly role: string;
}

/** It records what happens from now on. */
export function isLogging({ started, stopped, isDeleted }: TrailDocument): boolean {
  return started !== undefined && stopped === undefined && !isDeleted;
}

export interface InsightChoice {
  readonly type: 'ApiCallRateInsight' | 'ApiErrorRateInsight';
  readonly categories: readonly ('Management' | 'Data')[];
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'account', sealed: false, shape: 1, upgrades: {}, indexes };
}

/** By a random id: a trail that is made again under its name is another. */
export const trails = collection<TrailDocument>('cloudtrail.trail', {
  name: ({ region, name, isDeleted }) => (isDeleted ? [] : [`${region}/${name}`]),
});

/** What became of a trail's deliveries. Apart from the trail, since deliveries write it all the time. */
export interface DeliveryStatus {
  readonly delivered?: Instant;
  readonly attempted?: Instant;
  readonly error?: string;
  readonly digested?: Instant;
  readonly digestError?: string;
  readonly logsDelivered?: Instant;
  readonly logsError?: string;
  readonly notified?: Instant;
  readonly notifyAttempted?: Instant;
  readonly notifyError?: string;
}

/** By the trail's id. */
export const deliveries = collection<DeliveryStatus>('cloudtrail.delivery');

/** Positions in the server's trail that wait for their log file. */
export interface PendingRecords {
  readonly positions: readonly number[];
}

/** By trail, account, Region and the first position. */
export const pendingRecords = collection<PendingRecords>('cloudtrail.pending');

/** The same for a trail's log group. */
export const pendingLogs = collection<PendingRecords>('cloudtrail.pendingLogs');

export interface DeliveredFile {
  readonly bucket: string;
  readonly key: string;
  /** SHA-256 of the uncompressed content, hexadecimal. */
  readonly hash: string;
  readonly delivered: Instant;
  /** Event times, as the records have them. */
  readonly newest: string;
  readonly oldest: string;
}

/** The digests of a trail in one account and Region, each of which signs the one before. */
export interface DigestChain {
  /** Where the next digest begins. */
  readonly start: Instant;
  readonly previous: PreviousDigest | null;
  readonly files: readonly DeliveredFile[];
}

export interface PreviousDigest {
  readonly bucket: string;
  readonly key: string;
  readonly hash: string;
  /** Hexadecimal. */
  readonly signature: string;
}

/** By trail, account and Region. */
export const digestChains = collection<DigestChain>('cloudtrail.digestChain');

/** A Region's key, which signs digests. Its own account of time: old ones stay, to verify by. */
export interface SigningKey {
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** PKCS #1 RSAPublicKey, DER, base64. */
  readonly publicKey: string;
  /** MD5 of the public key, hexadecimal: it names the key. */
  readonly fingerprint: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** By Region and the first instant. */
export const signingKeys: Collection<SigningKey> = {
  name: 'cloudtrail.signingKey',
  scope: 'global',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};
