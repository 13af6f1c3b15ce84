import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** Who may get at a bucket, beside its account. */
export interface BucketSharing {
  /** A policy lets everybody do something, and no block keeps them out. */
  readonly isPublic: boolean;
  readonly policyAllowsPublicRead: boolean;
  readonly policyAllowsPublicWrite: boolean;
  /** Others whom its policy lets do something: accounts, canonical users, and organizations as a whole. */
  readonly accounts: readonly string[];
  /** Its policy lets distributions of CloudFront in, by an identity or as a service. */
  readonly withCloudFront: boolean;
}

/** A bucket, as what guards its content looks at it. */
export interface BucketFacts {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly created: Instant;
  /** What S3 knows the account by. */
  readonly ownerId: string;
  readonly tags: Tags;
  readonly hasVersions: boolean;
  readonly encryption: {
    readonly type: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
    readonly key?: string;
  };
  readonly publicAccessBlock: {
    readonly blockPublicAcls: boolean;
    readonly ignorePublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly restrictPublicBuckets: boolean;
  };
  readonly sharing: BucketSharing;
  /** Whether its policy refuses every object that comes without a header of its encryption. */
  readonly refusesUnencrypted: boolean;
  /** Accounts whose buckets it is copied to. */
  readonly replicatedTo: readonly string[];
}

export interface ObjectFacts {
  readonly key: string;
  readonly size: number;
  readonly modified: Instant;
  readonly etag: string;
  readonly version?: string;
  readonly tags: Tags;
  readonly encryption: {
    readonly type: 'AES256' | 'aws:kms' | 'aws:kms:dsse' | 'customer';
    readonly key?: string;
  };
}

/** What Macie asks of S3 beside what its role reads there. */
export interface BucketInventory {
  bucketsOf(unit: Unit, scope: Scope): Promise<readonly BucketFacts[]>;
  bucketNamed(unit: Unit, name: string): Promise<BucketFacts | undefined>;
  /** Current objects, no more than `limit`, in the order of their keys. */
  objectsOf(unit: Unit, bucket: string, limit: number): Promise<readonly ObjectFacts[]>;
  objectAt(unit: Unit, bucket: string, key: string): Promise<ObjectFacts | undefined>;
}

/** The outbox topic of findings that go to Security Hub: their texts, as event buses have them. */
export const TO_SECURITY_HUB = 'macie2.toSecurityHub';
