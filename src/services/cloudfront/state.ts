import type {
  DistributionConfig,
  OriginAccessControlConfig,
} from '../../../models/cloudfront/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope, ScopeKind } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Names of sites are found across all accounts. */
export const EVERYWHERE: Scope = { account: '', region: '' };

export interface DistributionDocument {
  /** `E` and 13 letters or digits. */
  readonly id: string;
  readonly account: string;
  readonly arn: string;
  readonly etag: string;
  readonly modified: Instant;
  /** `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  readonly config: DistributionConfig;
  readonly tags: Tags;
  /** What was kept before these instants is asked for anew; the newest of each path. */
  readonly stale: readonly StaleMark[];
  /** What was kept before is stale, whatever its path: for marks that were dropped. */
  readonly staleBefore: Instant;
}

export interface StaleMark {
  readonly path: string;
  readonly at: Instant;
}

export interface InvalidationDocument {
  readonly id: string;
  readonly distribution: string;
  readonly created: Instant;
  readonly callerReference: string;
  readonly paths: readonly string[];
}

export interface AccessControlDocument {
  readonly id: string;
  readonly etag: string;
  readonly config: OriginAccessControlConfig;
}

/** A distribution that clients find by a name: its own, or an alias. */
export interface SiteDocument {
  readonly account: string;
  readonly distribution: string;
  /** There is a certificate for it. */
  readonly isSecure: boolean;
}

function collection<T extends object>(name: string, scope: ScopeKind = 'account'): Collection<T> {
  return { name: `cloudfront.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes: {} };
}

/** By id. Their headers for origins may hold secrets. */
export const distributions: Collection<DistributionDocument> = {
  ...collection<DistributionDocument>('distribution'),
  sealed: true,
};

/** By `distribution/id`. */
export const invalidations = collection<InvalidationDocument>('invalidation');

/** By id. */
export const accessControls = collection<AccessControlDocument>('originAccessControl');

/** By name, lower case. */
export const sites = collection<SiteDocument>('site', 'global');
