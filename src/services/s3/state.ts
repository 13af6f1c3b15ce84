import type { BlobRef } from '../../contract/blobs.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

export interface BucketDocument {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly created: Instant;
  readonly policy?: BoundPolicy;
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

export interface ObjectDocument {
  readonly bucket: string;
  readonly key: string;
  readonly modified: Instant;
  readonly blob: BlobRef;
  /** MD5 of the content, hexadecimal. */
  readonly md5: string;
  /** Base64. */
  readonly checksum: { readonly name: ChecksumName; readonly value: string };
  /** Headers that come back as they were given. */
  readonly headers: ObjectHeaders;
  /** User metadata, by lower-case name. */
  readonly metadata: Readonly<Record<string, string>>;
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
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function objectId(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

/** Any scope shows what is global. */
export const GLOBAL = Object.freeze({ account: '', region: '' });
