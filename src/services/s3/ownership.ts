import type { CreateBucketRequest, S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket, onVersion, versionOf } from './authorization.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { aclNotSupported, invalidAclRequest, noOwnershipControls, unbuilt } from './errors.ts';
import { objectOf } from './reading.ts';
import { type BucketDocument, buckets } from './state.ts';

/*
 * Every bucket begins with BucketOwnerEnforced: its owner owns all objects, and access control lists say that alone.
 * Without ownership controls AWS would take lists, which are not built.
 */

export const getBucketOwnershipControls: OperationOf<S3Operations, 'GetBucketOwnershipControls'> = {
  name: 'GetBucketOwnershipControls',
  access: 'read',
  authorize: onBucket('s3:GetBucketOwnershipControls'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.hasNoOwnershipControls === true) throw noOwnershipControls(document.name);
    return { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } };
  },
};

export const putBucketOwnershipControls: OperationOf<S3Operations, 'PutBucketOwnershipControls'> = {
  name: 'PutBucketOwnershipControls',
  access: 'write',
  authorize: onBucket('s3:PutBucketOwnershipControls'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const asked = input.OwnershipControls.Rules[0]?.ObjectOwnership;
    if (asked !== 'BucketOwnerEnforced') {
      throw unbuilt('PutBucketOwnershipControls', `the object ownership ${asked ?? 'unnamed'}`);
    }
    const { hasNoOwnershipControls: _over, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};

export const deleteBucketOwnershipControls: OperationOf<
  S3Operations,
  'DeleteBucketOwnershipControls'
> = {
  name: 'DeleteBucketOwnershipControls',
  access: 'write',
  authorize: onBucket('s3:PutBucketOwnershipControls'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const without = { ...document, hasNoOwnershipControls: true };
    context.viewOf(resource).put(buckets, document.name, without);
    return {};
  },
};

/** Errors: for lists that would give others something. */
export function requirePrivate(
  input: Pick<
    CreateBucketRequest,
    'ACL' | 'GrantFullControl' | 'GrantRead' | 'GrantReadACP' | 'GrantWrite' | 'GrantWriteACP'
  >,
): void {
  const { GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP } = input;
  const grants = [GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP];
  if (
    (input.ACL !== undefined && input.ACL !== 'private') ||
    grants.some((grant) => grant !== undefined)
  ) {
    throw invalidAclRequest();
  }
}

function ownersAlone({ account }: BucketDocument) {
  const ID = canonicalUser(account);
  return {
    Owner: { ID },
    Grants: [
      { Grantee: { ID, Type: 'CanonicalUser' as const }, Permission: 'FULL_CONTROL' as const },
    ],
  };
}

export const getBucketAcl: OperationOf<S3Operations, 'GetBucketAcl'> = {
  name: 'GetBucketAcl',
  access: 'read',
  authorize: onBucket('s3:GetBucketAcl'),
  handle: async (input, context) => ownersAlone((await bucketOf(context, input)).document),
};

export const putBucketAcl: OperationOf<S3Operations, 'PutBucketAcl'> = {
  name: 'PutBucketAcl',
  access: 'write',
  authorize: onBucket('s3:PutBucketAcl'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    throw refusalOf('PutBucketAcl', document);
  },
};

export const getObjectAcl: OperationOf<S3Operations, 'GetObjectAcl'> = {
  name: 'GetObjectAcl',
  access: 'read',
  eventCategory: 'data',
  authorize: onVersion({ current: 's3:GetObjectAcl', version: 's3:GetObjectVersionAcl' }),
  handle: async (input, context) => {
    const { document } = await versionOf(context, input);
    objectOf(document);
    return ownersAlone(document.bucket);
  },
};

export const putObjectAcl: OperationOf<S3Operations, 'PutObjectAcl'> = {
  name: 'PutObjectAcl',
  access: 'write',
  eventCategory: 'data',
  authorize: onVersion({ current: 's3:PutObjectAcl', version: 's3:PutObjectVersionAcl' }),
  handle: async (input, context) => {
    const { document } = await versionOf(context, input);
    objectOf(document);
    throw refusalOf('PutObjectAcl', document.bucket);
  },
};

function refusalOf(operation: string, bucket: BucketDocument) {
  if (bucket.hasNoOwnershipControls !== true) return aclNotSupported();
  return unbuilt(operation, 'buckets without ownership controls');
}
