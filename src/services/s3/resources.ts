import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { noSuchBucket } from './errors.ts';
import {
  buckets,
  type BucketDocument,
  GLOBAL,
  type ObjectDocument,
  objectId,
  objects,
} from './state.ts';

export function bucketArn(scope: Scope, path: string): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 's3', region: '', account: '', resource: path });
}

/** A bucket by its name, whoever owns it. */
export const bucketKind: ResourceKind<BucketDocument> = {
  name: 's3:bucket',
  policyMode: 'optional',
  find: async (name, context) => {
    const bucket = await context.unit.view(GLOBAL).get(buckets, name);
    return found(name, bucket, bucket, context);
  },
  policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text,
  denial: (resource, _action, _decision, context) => hidden(resource, context),
};

/** A place for an object: it is there when its bucket is. The object itself may be missing. */
export interface ObjectPlace {
  readonly bucket: BucketDocument;
  readonly key: string;
  readonly object: ObjectDocument | undefined;
}

/** By `bucket/key`. Guarded by the bucket's policy. */
export const objectKind: ResourceKind<ObjectPlace> = {
  name: 's3:object',
  policyMode: 'optional',
  find: async (path, context) => {
    const slash = path.indexOf('/');
    const name = path.slice(0, slash);
    const bucket = await context.unit.view(GLOBAL).get(buckets, name);
    if (bucket === undefined) return found<ObjectPlace>(path, undefined, undefined, context);
    const object = await context.unit.view(bucket).get(objects, path);
    return found(path, { bucket, key: path.slice(slash + 1), object }, bucket, context);
  },
  policy: ({ document }) => document?.bucket.policy?.bound?.text ?? document?.bucket.policy?.text,
  denial: (resource, _action, _decision, context) => hidden(resource, context),
};

export function objectPath(input: { readonly Bucket: string; readonly Key: string }): string {
  return objectId(input.Bucket, input.Key);
}

function found<T>(
  path: string,
  document: T | undefined,
  bucket: BucketDocument | undefined,
  { scope }: FindContext,
): Resolved<T> {
  const place = bucket === undefined ? scope : { account: bucket.account, region: bucket.region };
  const missing = bucket === undefined ? { missing: noSuchBucket(path.split('/')[0] ?? '') } : {};
  return { arn: bucketArn(place, path), scope: place, id: path, document, ...missing };
}

/** Reasons are told within the account alone (S3 User Guide, "Troubleshoot access denied errors"). */
function hidden(resource: Resolved<unknown>, { caller }: FindContext): string | undefined {
  return caller.identity.account === resource.scope.account ? undefined : 'Access Denied';
}
