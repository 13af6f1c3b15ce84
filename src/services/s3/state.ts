import type { BlobRef } from '../../contract/blobs.ts';
import type { Collection } from '../../contract/collection.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { LifecycleSettings } from './domain/lifecycle-rule.ts';
import type { LockSettings, ObjectLock } from './domain/object-lock.ts';
import type { NotificationSettings } from './domain/notification-settings.ts';
import type { ReplicationSettings } from './domain/replication-rule.ts';

export interface BucketDocument {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly created: Instant;
  readonly policy?: BoundPolicy;
  /** How objects are encrypted that come without a choice; SSE-S3 when absent. */
  readonly encryption?: BucketEncryption;
  /** Objects under customers' own keys are refused. */
  readonly blocksCustomerKeys?: boolean;
  /** Absent: the bucket never had versions. */
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly tags?: Tags;
  readonly publicAccessBlock?: PublicAccessBlock;
  /** Absent: `BucketOwnerEnforced`, as every bucket begins. */
  readonly hasNoOwnershipControls?: boolean;
  readonly lifecycle?: LifecycleSettings;
  readonly replication?: ReplicationSettings;
  readonly notifications?: NotificationSettings;
  /** Absent: its objects can't be locked. */
  readonly objectLock?: LockSettings;
}

export interface PublicAccessBlock {
  readonly BlockPublicAcls: boolean;
  readonly IgnorePublicAcls: boolean;
  readonly BlockPublicPolicy: boolean;
  readonly RestrictPublicBuckets: boolean;
}

export interface BucketEncryption {
  readonly algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  /** As it was given; `alias/aws/s3` when absent. */
  readonly kmsKeyId?: string;
  readonly bucketKey: boolean;
}

/** Where a bucket's objects are. */
export function bucketScope({ account, region }: BucketDocument): Scope {
  return { account, region };
}

/** By name: one namespace for all accounts and Regions. */
export const buckets: Collection<BucketDocument> = {
  name: 's3.bucket',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { account: ({ account, name }) => [`${account}/${name}`] },
};

/** The checksums clients may send and ask for, by the names their headers end with. */
export type ChecksumName = 'crc32' | 'crc32c' | 'crc64nvme' | 'sha1' | 'sha256';

/** Base64; of parts, with their number after a hyphen. */
export interface ObjectChecksum {
  readonly name: ChecksumName;
  readonly value: string;
  /** True: it is the checksum of the parts' checksums. */
  readonly isOfParts: boolean;
}

/** What encrypts an object beside the key of its account and Region. */
export type ObjectEncryption = KmsEncryption | CustomerEncryption;

export interface KmsEncryption {
  readonly by: 'kms';
  readonly keyArn: string;
  /** The data key, as KMS encrypted it. Base64. */
  readonly wrapped: string;
  /** The encryption context. */
  readonly context: Readonly<Record<string, string>>;
  readonly bucketKey: boolean;
  /** Base64: makes the object's key of the wrapped one, which the bucket's objects share. */
  readonly salt?: string;
  /** Two layers, each under a key of its own (DSSE-KMS). */
  readonly isDual?: boolean;
}

/** A key that only the customer has. */
export interface CustomerEncryption {
  readonly by: 'customer';
  /** MD5 of the key, base64, as clients tell it. */
  readonly keyMd5: string;
  /** What tells the right key: a keyed hash of it, and that hash's random key. Hexadecimal. */
  readonly salt: string;
  readonly proof: string;
}

/** How far the copies of a version are, or that it is one itself. */
export interface ReplicationState {
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED' | 'REPLICA';
  /** By the ARN of the destination bucket. */
  readonly targets?: Readonly<Record<string, 'PENDING' | 'COMPLETED' | 'FAILED'>>;
}

export interface ObjectDocument {
  readonly bucket: string;
  readonly key: string;
  /** The version's id; absent: `null`. */
  readonly version?: string;
  readonly modified: Instant;
  /** One blob, or one for each part of a multipart upload. */
  readonly content: readonly BlobRef[];
  /** Bytes of the content. */
  readonly size: number;
  /** MD5 of the content, hexadecimal, where it may be told: not under keys of KMS or customers. Parts: see AWS. */
  readonly etag: string;
  readonly checksum?: ObjectChecksum;
  /** SSE-S3 when absent. */
  readonly encryption?: ObjectEncryption;
  /** Headers that come back as they were given. */
  readonly headers: ObjectHeaders;
  /** User metadata, by lower-case name. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags?: Tags;
  /** Absent: no rule is for it. */
  readonly replication?: ReplicationState;
  readonly lock?: ObjectLock;
}

export interface ObjectHeaders {
  readonly ContentType: string;
  readonly CacheControl?: string;
  readonly ContentDisposition?: string;
  readonly ContentEncoding?: string;
  readonly ContentLanguage?: string;
  readonly Expires?: string;
}

/** By bucket and key, so that a bucket's keys are listed in the order of their bytes. */
export const objects: Collection<ObjectDocument> = {
  name: 's3.object',
  scope: 'regional',
  sealed: true,
  shape: 2,
  upgrades: { 1: withContent },
  indexes: {},
};

/** Once, an object was one blob. */
function withContent({ blob, md5, checksum, ...rest }: JsonObject): JsonObject {
  const size = isJsonObject(blob) ? blob['size'] : undefined;
  const whole = isJsonObject(checksum) ? { checksum: { ...checksum, isOfParts: false } } : {};
  return { ...rest, content: blob === undefined ? [] : [blob], size, etag: md5, ...whole };
}

export function objectId(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** What a plain read does not find: a version that another came after, or a delete marker. */
export interface VersionDocument {
  readonly bucket: string;
  readonly key: string;
  /** Absent: `null`. */
  readonly version?: string;
  readonly modified: Instant;
  /** Absent: it is a delete marker. */
  readonly object?: ObjectDocument;
  /** Of a delete marker. */
  readonly replication?: ReplicationState;
}

/** By an id that sorts the newest of a key first. A key without a current object has a marker in front. */
export const versions: Collection<VersionDocument> = {
  name: 's3.version',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {
    key: ({ bucket, key }) => [objectId(bucket, key)],
    version: ({ bucket, key, version }) => [versionKey(bucket, key, version)],
  },
};

/** The version that every object has before its bucket has versions. */
export const NULL_VERSION = 'null';

export function versionKey(bucket: string, key: string, version: string | undefined): string {
  return `${version ?? NULL_VERSION}/${objectId(bucket, key)}`;
}

/** A multipart upload that goes on. */
export interface UploadDocument {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiated: Instant;
  /** The ARN of who began it. */
  readonly initiator: string;
  /** Computed for each part, and in the end of those; none when absent. */
  readonly checksum?: ChecksumName;
  readonly encryption?: ObjectEncryption;
  readonly headers: ObjectHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tags?: Tags;
  readonly lock?: ObjectLock;
}

/** By its id, which sorts by when it began. */
export const uploads: Collection<UploadDocument> = {
  name: 's3.upload',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: { key: ({ bucket, key }) => [objectId(bucket, key)] },
};

export interface PartDocument {
  readonly number: number;
  readonly modified: Instant;
  readonly blob: BlobRef;
  readonly etag: string;
  /** Of the content, hexadecimal. */
  readonly md5: string;
  readonly checksum?: Pick<ObjectChecksum, 'name' | 'value'>;
}

/** By the upload's id and the part's number. */
export const parts: Collection<PartDocument> = {
  name: 's3.part',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const PART_DIGITS = 5;

export function partId(upload: string, number: number): string {
  return `${upload}/${String(number).padStart(PART_DIGITS, '0')}`;
}

/** Any scope shows what is global. */
export const GLOBAL = Object.freeze({ account: '', region: '' });
