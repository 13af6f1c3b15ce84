import type {
  Architecture,
  AwsLambdaFunctionDetails,
  FilterAction,
  FindingStatus,
  FixAvailable,
  PackageVulnerabilityDetails,
  ScanStatus,
  Severity,
} from '../../../models/inspector2/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Inspector in an account's Region: there is one at most, and its id is `only`. Absent: nothing is scanned. */
export interface ActivationDocument {
  /** Since when functions are scanned. */
  readonly lambdaSince: Instant;
  /** The advisories that everything was held against, or is being. */
  readonly database: string;
}

/** How a function is covered. Its id is the function's name. */
export interface CoverageDocument {
  readonly name: string;
  /** With its version. */
  readonly arn: string;
  readonly runtime: string;
  readonly layers: readonly string[];
  readonly tags: Tags;
  readonly status: ScanStatus;
  /** Up to when its hours were counted; absent: it isn't looked after, and none are. */
  readonly counted?: Instant;
  readonly lastScanned?: Instant;
}

export interface FindingDocument {
  /** The end of its ARN: 32 hexadecimal digits. */
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly fixAvailable: FixAvailable;
  readonly first: Instant;
  readonly last: Instant;
  readonly updated: Instant;
  /** Of the resource: `arn:…:function:name:$LATEST`. */
  readonly resource: string;
  readonly tags: Tags;
  readonly lambda: LambdaDetails;
  readonly vulnerability: VulnerabilityDetails;
  readonly weaknesses: readonly string[];
  /** Since when it has been closed. */
  readonly closed?: Instant;
}

/** Instants in the place of dates. */
export type LambdaDetails = Omit<AwsLambdaFunctionDetails, 'lastModifiedAt' | 'architectures'> & {
  readonly modified: Instant;
  readonly architectures: readonly Architecture[];
};

export type VulnerabilityDetails = Omit<
  PackageVulnerabilityDetails,
  'vendorCreatedAt' | 'vendorUpdatedAt'
> & {
  readonly vendorCreated?: Instant;
  readonly vendorUpdated?: Instant;
};

/** What functions of one Region cost on a day, in the scope of their account. */
export interface UsageDay {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly region: string;
  readonly functionHours: number;
}

export interface FilterDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly reason?: string;
  readonly action: FilterAction;
  /** `FilterCriteria`, in JSON: its dates are texts there. */
  readonly criteria: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly tags: Tags;
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
  scope: Collection<T>['scope'] = 'regional',
): Collection<T> {
  return { name: `inspector2.${name}`, scope, sealed: false, shape: 1, upgrades: {}, indexes };
}

export const activations: Collection<ActivationDocument> = collection('activation');
export const coverages: Collection<CoverageDocument> = collection('coverage');
export const filters: Collection<FilterDocument> = collection<FilterDocument>('filter', {
  name: ({ name }) => [name],
});
export const findings: Collection<FindingDocument> = collection<FindingDocument>('finding', {
  resource: ({ resource, vulnerability }) => [`${resource}/${vulnerability.vulnerabilityId}`],
});

/** By `2026-11-25/us-east-1`. */
export const usageDays: Collection<UsageDay> = collection('usageDay', {}, 'account');

/** The accounts that have ever used it, by number. */
export const meteredAccounts: Collection<{ readonly account: string }> = collection(
  'meteredAccount',
  {},
  'global',
);

export const collections: readonly AnyCollection[] = [
  activations,
  coverages,
  filters,
  findings,
  meteredAccounts,
  usageDays,
];

/** The id of documents of which a scope has one at most. */
export const ONLY = 'only';
