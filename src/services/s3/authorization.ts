import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import { accessDenied, noSuchBucket } from './errors.ts';
import {
  bucketKind,
  objectKind,
  type ObjectPlace,
  objectPath,
  versionKind,
  versionPath,
  type VersionPlace,
} from './resources.ts';
import type { BucketDocument } from './state.ts';

interface OnBucket {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

interface OnObject extends OnBucket {
  readonly Key: string;
}

export interface OnVersion extends OnObject {
  readonly VersionId?: string | undefined;
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

/** Actions on an object, and on one of its versions: `s3:GetObject` and `s3:GetObjectVersion`. */
export interface VersionActions {
  readonly current: string;
  readonly version: string;
}

/** One permission on an object, or on the version that is named. */
export function onVersion<I extends OnVersion>(
  actions: VersionActions,
  conditionsOf?: (input: I) => Conditions,
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    await versionPermission(input, context, actions, conditionsOf?.(input)),
  ];
}

export async function versionPermission(
  input: OnVersion,
  context: ResolveContext,
  { current, version }: VersionActions,
  further: Conditions = new Map(),
): Promise<Permission> {
  const resource = await context.resolve(versionKind, versionPath(input));
  if (input.VersionId === undefined) return { action: current, resource, conditions: further };
  const conditions = new Map([...further, ['s3:versionid', [input.VersionId]]]);
  return { action: version, resource, conditions };
}

/** Reads an object. That it is missing learns only who may list the bucket. */
export function readsObject(actions: VersionActions) {
  return (input: OnVersion, context: ResolveContext): Promise<readonly Permission[]> =>
    readPermissions(input, context, actions);
}

export async function readPermissions(
  input: OnVersion,
  context: ResolveContext,
  actions: VersionActions,
): Promise<readonly Permission[]> {
  const own = await versionPermission(input, context, actions);
  const { resolved } = await context.resolve(versionKind, versionPath(input));
  const place = resolved.document;
  if (place === undefined || place.version?.object !== undefined) return [own];
  const bucket = await context.resolve(bucketKind, input.Bucket);
  return [own, { action: 's3:ListBucket', resource: bucket }];
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
  note(context, input, arn, document);
  return { resource, document };
}

export async function versionOf(context: Context, input: OnVersion): Promise<Found<VersionPlace>> {
  const resource = await context.resolve(versionKind, versionPath(input));
  const { document, arn } = resource.resolved;
  if (document === undefined) throw noSuchBucket(input.Bucket);
  note(context, input, arn, document);
  return { resource, document };
}

function note(
  context: Context,
  input: OnBucket,
  arn: string,
  { bucket, key }: Pick<ObjectPlace, 'bucket' | 'key'>,
): void {
  const { account } = bucket;
  requireOwner(input, bucket);
  context.audit.resource('AWS::S3::Object', arn, account);
  context.audit.resource('AWS::S3::Bucket', arn.slice(0, -key.length - 1), account);
}

function requireOwner(input: OnBucket, bucket: BucketDocument): void {
  const { ExpectedBucketOwner: expected } = input;
  if (expected !== undefined && expected !== bucket.account) throw accessDenied();
}
