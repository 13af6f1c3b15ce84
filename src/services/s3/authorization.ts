import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import { accessDenied, noSuchBucket } from './errors.ts';
import { bucketKind, objectKind, type ObjectPlace, objectPath } from './resources.ts';
import type { BucketDocument } from './state.ts';

interface OnBucket {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

interface OnObject extends OnBucket {
  readonly Key: string;
}

type Conditions = ReadonlyMap<string, readonly string[]>;

/** One permission on the bucket. */
export function onBucket<I extends OnBucket>(
  action: string,
  conditionsOf?: (input: I) => Conditions,
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => {
    const resource = await context.resolve(bucketKind, input.Bucket);
    const conditions = conditionsOf?.(input);
    return [{ action, resource, ...(conditions === undefined ? {} : { conditions }) }];
  };
}

export function onObject<I extends OnObject>(
  action: string,
  conditionsOf?: (input: I) => Conditions,
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => {
    const resource = await context.resolve(objectKind, objectPath(input));
    const conditions = conditionsOf?.(input);
    return [{ action, resource, ...(conditions === undefined ? {} : { conditions }) }];
  };
}

/** Reads an object. That it is missing learns only who may list the bucket. */
export function readsObject(action: string) {
  return async (input: OnObject, context: ResolveContext): Promise<readonly Permission[]> => {
    const resource = await context.resolve(objectKind, objectPath(input));
    const own: Permission = { action, resource };
    const place = resource.resolved.document;
    if (place === undefined || place.object !== undefined) return [own];
    const bucket = await context.resolve(bucketKind, input.Bucket);
    return [own, { action: 's3:ListBucket', resource: bucket }];
  };
}

export interface Found<T> {
  readonly resource: AuthorizedResource<T>;
  readonly document: T;
}

export async function bucketOf(context: Context, input: OnBucket): Promise<Found<BucketDocument>> {
  const resource = await context.resolve(bucketKind, input.Bucket);
  const { document } = resource.resolved;
  if (document === undefined) throw noSuchBucket(input.Bucket);
  requireOwner(input, document);
  context.audit.resource('AWS::S3::Bucket', resource.resolved.arn, document.account);
  return { resource, document };
}

export async function placeOf(context: Context, input: OnObject): Promise<Found<ObjectPlace>> {
  const resource = await context.resolve(objectKind, objectPath(input));
  const { document, arn } = resource.resolved;
  if (document === undefined) throw noSuchBucket(input.Bucket);
  const { account } = document.bucket;
  requireOwner(input, document.bucket);
  context.audit.resource('AWS::S3::Object', arn, account);
  context.audit.resource('AWS::S3::Bucket', arn.slice(0, -document.key.length - 1), account);
  return { resource, document };
}

function requireOwner(input: OnBucket, bucket: BucketDocument): void {
  const { ExpectedBucketOwner: expected } = input;
  if (expected !== undefined && expected !== bucket.account) throw accessDenied();
}
