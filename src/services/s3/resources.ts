import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { isPublicPolicy } from './domain/public-policy.ts';
import { noSuchBucket } from './errors.ts';
import {
  buckets,
  type BucketDocument,
  bucketScope,
  GLOBAL,
  type ObjectDocument,
  objectId,
  objects,
} from './state.ts';
import { findVersion, type FoundVersion, latestMarker } from './versions.ts';

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
  policy: ({ document }, context) => policyOf(document, context),
  denial: (resource, _action, _decision, context) => hidden(resource, context),
};

/** A place for an object: it is there when its bucket is. The object itself may be missing. */
export interface ObjectPlace {
  readonly bucket: BucketDocument;
  readonly key: string;
  /** The current one. */
  readonly object: ObjectDocument | undefined;
}

/** By `bucket/key`. Guarded by the bucket's policy. */
export const objectKind: ResourceKind<ObjectPlace> = {
  name: 's3:object',
  policyMode: 'optional',
  find: async (path, context) => {
    const { name, key } = split(path);
    const bucket = await context.unit.view(GLOBAL).get(buckets, name);
    if (bucket === undefined) return found<ObjectPlace>(path, undefined, undefined, context);
    const object = await context.unit.view(bucketScope(bucket)).get(objects, path);
    return found(path, { bucket, key, object }, bucket, context);
  },
  policy: ({ document }, context) => policyOf(document?.bucket, context),
  conditions: ({ document }, key) => existingTag(document?.object, key),
  denial: (resource, _action, _decision, context) => hidden(resource, context),
};

/** A version of an object, or its current one, be it a delete marker. */
export interface VersionPlace {
  readonly bucket: BucketDocument;
  readonly key: string;
  /** As it was named. */
  readonly asked: string | undefined;
  readonly version: FoundVersion | undefined;
}

const CURRENT = '';

/** What `versionKind` finds a version by: `version/bucket/key`, the version empty for the current one. */
export function versionPath(input: {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string | undefined;
}): string {
  // A version's id has no slash: what has one names none.
  const version = (input.VersionId ?? CURRENT).replaceAll('/', '%2F');
  return `${version}/${objectPath(input)}`;
}

export const versionKind: ResourceKind<VersionPlace> = {
  name: 's3:objectVersion',
  policyMode: 'optional',
  find: async (reference, context) => {
    const slash = reference.indexOf('/');
    const shown = reference.slice(0, slash);
    const asked = shown === CURRENT ? undefined : shown;
    const path = reference.slice(slash + 1);
    const { name, key } = split(path);
    const bucket = await context.unit.view(GLOBAL).get(buckets, name);
    if (bucket === undefined) return found<VersionPlace>(path, undefined, undefined, context);
    const version = await versionAt(context, bucket, key, asked);
    return found(path, { bucket, key, asked, version }, bucket, context);
  },
  policy: ({ document }, context) => policyOf(document?.bucket, context),
  conditions: ({ document }, key) => existingTag(document?.version?.object, key),
  denial: (resource, _action, _decision, context) => hidden(resource, context),
};

/** A version, or what is current, as the unit has it by now. */
export async function versionAt(
  { unit }: Pick<FindContext, 'unit'>,
  bucket: BucketDocument,
  key: string,
  asked: string | undefined,
): Promise<FoundVersion | undefined> {
  const view = unit.view(bucketScope(bucket));
  const name = { bucket: bucket.name, key };
  if (asked !== undefined) return findVersion(view, name, asked);
  const object = await view.get(objects, objectId(bucket.name, key));
  if (object !== undefined) return { isLatest: true, object, row: undefined };
  if (bucket.versioning === undefined) return undefined;
  const row = await latestMarker(view, name);
  return row === undefined ? undefined : { isLatest: true, object: undefined, row };
}

export function objectPath(input: { readonly Bucket: string; readonly Key: string }): string {
  return objectId(input.Bucket, input.Key);
}

function split(path: string): { readonly name: string; readonly key: string } {
  const slash = path.indexOf('/');
  return { name: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** A public policy is nothing to strangers where the bucket restricts it. */
function policyOf(
  bucket: BucketDocument | undefined,
  { caller: { identity } }: FindContext,
): string | undefined {
  const text = bucket?.policy?.bound?.text ?? bucket?.policy?.text;
  if (text === undefined || bucket?.publicAccessBlock?.RestrictPublicBuckets !== true) return text;
  const isOwn = identity.account === bucket.account || identity.type === 'AWSService';
  return isOwn || !isPublicPolicy(text) ? text : undefined;
}

const EXISTING_TAG = 's3:existingobjecttag/';

/** Tag keys in condition keys are compared without regard to case. */
function existingTag(
  object: ObjectDocument | undefined,
  key: string,
): readonly string[] | undefined {
  if (!key.startsWith(EXISTING_TAG)) return undefined;
  const wanted = key.slice(EXISTING_TAG.length);
  const found = Object.entries(object?.tags ?? {}).find(([name]) => name.toLowerCase() === wanted);
  return found === undefined ? undefined : [found[1]];
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
