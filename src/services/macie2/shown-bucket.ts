import type {
  AllowsUnencryptedObjectUploads,
  BucketPublicAccess,
  EffectivePermission,
  KeyValuePair,
  S3Object,
  SharedAccess,
} from '../../../models/macie2/types.ts';
import { extensionOf } from '../../classification/kinds.ts';
import type { Tags } from '../../core/tags.ts';
import type { BucketFacts, ObjectFacts } from './port.ts';
import type { FindingDocument } from './state.ts';

export function shownTags(tags: Tags): readonly KeyValuePair[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** What all settings of the account and the bucket come to. */
export function permissionOf({ sharing }: BucketFacts): EffectivePermission {
  return sharing.isPublic ? 'PUBLIC' : 'NOT_PUBLIC';
}

/** `own` are the accounts of the bucket's organization. */
export function sharedAccessOf({ sharing }: BucketFacts, own: ReadonlySet<string>): SharedAccess {
  const { accounts, withCloudFront } = sharing;
  if (withCloudFront || accounts.some((account) => !own.has(account))) return 'EXTERNAL';
  return accounts.length > 0 ? 'INTERNAL' : 'NOT_SHARED';
}

/** Access control lists are not built, nor are the account's own blocks: both say so by letting nobody in. */
export function publicAccessOf(bucket: BucketFacts): BucketPublicAccess {
  const { sharing, publicAccessBlock } = bucket;
  return {
    effectivePermission: permissionOf(bucket),
    permissionConfiguration: {
      accountLevelPermissions: {
        blockPublicAccess: {
          blockPublicAcls: false,
          ignorePublicAcls: false,
          blockPublicPolicy: false,
          restrictPublicBuckets: false,
        },
      },
      bucketLevelPermissions: {
        accessControlList: { allowsPublicReadAccess: false, allowsPublicWriteAccess: false },
        blockPublicAccess: publicAccessBlock,
        bucketPolicy: {
          allowsPublicReadAccess: sharing.policyAllowsPublicRead,
          allowsPublicWriteAccess: sharing.policyAllowsPublicWrite,
        },
      },
    },
  };
}

export function allowsUnencrypted(bucket: BucketFacts): AllowsUnencryptedObjectUploads {
  return bucket.refusesUnencrypted ? 'FALSE' : 'TRUE';
}

/** A bucket as findings tell of it. */
export function affectedBucket(bucket: BucketFacts): FindingDocument['bucket'] {
  const { name, created, ownerId, tags, encryption } = bucket;
  return {
    allowsUnencryptedObjectUploads: allowsUnencrypted(bucket),
    arn: `arn:aws:s3:::${name}`,
    created,
    defaultServerSideEncryption: {
      encryptionType: encryption.type,
      ...(encryption.key === undefined ? {} : { kmsMasterKeyId: encryption.key }),
    },
    name,
    owner: { displayName: '', id: ownerId },
    publicAccess: publicAccessOf(bucket),
    tags: shownTags(tags),
  };
}

/** An object as findings tell of it. */
export function affectedObject(
  bucket: BucketFacts,
  { key, etag, size, modified, version, tags, encryption }: ObjectFacts,
): Omit<S3Object, 'lastModified'> & { readonly modified: number } {
  return {
    bucketArn: `arn:aws:s3:::${bucket.name}`,
    eTag: etag,
    extension: extensionOf(key),
    key,
    modified,
    path: `${bucket.name}/${key}`,
    publicAccess: bucket.sharing.isPublic && bucket.sharing.policyAllowsPublicRead,
    serverSideEncryption: {
      encryptionType: encryption.type === 'customer' ? 'UNKNOWN' : encryption.type,
      ...(encryption.key === undefined ? {} : { kmsMasterKeyId: encryption.key }),
    },
    size,
    storageClass: 'STANDARD',
    tags: shownTags(tags),
    versionId: version ?? '',
  };
}
