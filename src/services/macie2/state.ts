import type {
  ClassificationDetails,
  FindingActor,
  FindingCategory,
  FindingCriteria,
  FindingPublishingFrequency,
  FindingsFilterAction,
  FindingType,
  JobStatus,
  JobType,
  MacieStatus,
  ManagedDataIdentifierSelector,
  S3Bucket,
  S3JobDefinition,
  S3Object,
  SeverityDescription,
  SeverityLevel,
} from '../../../models/macie2/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Macie in an account's Region: there is one at most, and its id is `only`. */
export interface SessionDocument {
  readonly status: MacieStatus;
  readonly frequency: FindingPublishingFrequency;
  readonly created: Instant;
  readonly updated: Instant;
  readonly publishesPolicyFindings: boolean;
  readonly publishesSensitiveFindings: boolean;
  readonly destination?: DestinationSetting;
  readonly reveal?: RevealSetting;
}

/** Where results of jobs go. */
export interface DestinationSetting {
  readonly bucketName: string;
  readonly keyPrefix: string;
  readonly kmsKeyArn: string;
}

export interface RevealSetting {
  readonly isEnabled: boolean;
  readonly kmsKeyId?: string;
}

export interface CustomIdentifierDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly regex: string;
  readonly keywords: readonly string[];
  readonly ignoreWords: readonly string[];
  readonly distance: number;
  readonly severityLevels?: readonly SeverityLevel[];
  readonly created: Instant;
  /** It stays for what it found. */
  readonly isDeleted: boolean;
  readonly tags: Tags;
}

export interface AllowListDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly regex?: string;
  readonly words?: { readonly bucketName: string; readonly objectKey: string };
  readonly created: Instant;
  readonly updated: Instant;
  readonly tags: Tags;
}

export type Schedule =
  | { readonly every: 'day' }
  | { readonly every: 'week' /** 0 is Sunday. */; readonly day: number }
  | { readonly every: 'month'; readonly day: number };

export interface JobDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly clientToken: string;
  readonly type: JobType;
  readonly status: JobStatus;
  readonly definition: S3JobDefinition;
  readonly selector: ManagedDataIdentifierSelector;
  readonly managedIds: readonly string[];
  readonly customIds: readonly string[];
  readonly allowListIds: readonly string[];
  readonly samplingPercentage: number;
  readonly initialRun?: boolean;
  readonly schedule?: Schedule;
  readonly created: Instant;
  readonly tags: Tags;
  readonly runs: number;
  readonly lastRun?: Instant;
  readonly hadErrors: boolean;
  readonly paused?: Instant;
  /** How far the run is that goes on. */
  readonly run?: RunDocument;
}

export interface RunDocument {
  readonly started: Instant;
  /** Only objects that changed after this are looked at. */
  readonly since?: Instant;
  readonly buckets: readonly string[];
  /** The bucket that it is at, and the key it looked at last. */
  readonly at: number;
  readonly after: string;
  readonly processed: number;
}

/** Instants in the place of dates. */
export interface FindingDocument {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly type: FindingType;
  readonly category: FindingCategory;
  readonly title: string;
  readonly description: string;
  readonly severity: { readonly score: number; readonly description: SeverityDescription };
  readonly created: Instant;
  readonly updated: Instant;
  readonly count: number;
  readonly isArchived: boolean;
  readonly isSample: boolean;
  readonly bucket: Omit<S3Bucket, 'createdAt'> & { readonly created: Instant };
  readonly object?: Omit<S3Object, 'lastModified'> & { readonly modified: Instant };
  readonly classification?: ClassificationDetails;
  readonly policy?: PolicyText;
  /** What tells policy findings apart. */
  readonly key?: string;
  /** It happened again since it was published. */
  readonly isPending: boolean;
}

export interface PolicyText {
  readonly api: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly actor: FindingActor;
}

export interface FilterDocument {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description?: string;
  readonly action: FindingsFilterAction;
  readonly criteria: FindingCriteria;
  readonly position: number;
  readonly created: Instant;
  readonly tags: Tags;
}

/** How a bucket was guarded when it was last looked at. Its id is the bucket's name; a bucket without one was guarded well. */
export interface PostureDocument {
  readonly isUnblocked: boolean;
  readonly isPublic: boolean;
  readonly isShared: boolean;
  readonly isWithCloudFront: boolean;
  readonly isReplicated: boolean;
  readonly isUnderKms: boolean;
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return {
    name: `macie2.${name}`,
    scope: 'regional',
    sealed: false,
    shape: 1,
    upgrades: {},
    indexes,
  };
}

export const sessions: Collection<SessionDocument> = collection('session');
export const customs: Collection<CustomIdentifierDocument> = collection('custom');
export const allowLists: Collection<AllowListDocument> = collection('allowList');
export const jobs: Collection<JobDocument> = collection('job');
export const filters: Collection<FilterDocument> = collection('filter');
export const findings: Collection<FindingDocument> = collection<FindingDocument>('finding', {
  key: ({ key }) => (key === undefined ? [] : [key]),
  pending: ({ isPending }) => (isPending ? ['pending'] : []),
});

export const postures: Collection<PostureDocument> = collection('posture');

export const collections: readonly AnyCollection[] = [
  sessions,
  customs,
  allowLists,
  jobs,
  filters,
  findings,
  postures,
];

/** The id of documents of which a scope has one at most. */
export const ONLY = 'only';
