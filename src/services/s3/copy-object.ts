import type { CopyObjectRequest, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type {
  ActingOperationOf,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { placeOf, versionPermission } from './authorization.ts';
import {
  type CopySource,
  copySourceOf,
  foundSource,
  readCopySource,
  sourceConditions,
  sourcePermissions,
} from './copy-source.ts';
import { encryptionChoice } from './encryption-choice.ts';
import { copyTooLarge, invalidRequest, unbuilt } from './errors.ts';
import { newLock } from './new-lock.ts';
import { headersOf, newObjectConditions, putPermissions, requireNewObject } from './new-object.ts';
import { changeBy } from './object-change.ts';
import { encryptionMembers, newObjectKey, type ObjectKey } from './object-keys.ts';
import { readContent, storeObject } from './object-store.ts';
import { GET_TAGS, tagsMember } from './object-tags.ts';
import { etagOf, requireConditions } from './put-object.ts';
import { versionMember } from './reading.ts';
import { objectKind, objectPath, versionKind, versionPath } from './resources.ts';
import {
  type BucketDocument,
  bucketScope,
  type ObjectDocument,
  type ObjectEncryption,
} from './state.ts';
import {
  checksumMember,
  checksumNamed,
  OBJECT_BYTES_MAX,
  type Promised,
  type Upload,
  upload,
} from './upload.ts';

interface Prepared {
  readonly source: CopySource;
  readonly scope: Scope;
  readonly promised: Promised;
  readonly key: ObjectKey;
}

interface Copied extends Upload {
  readonly source: Pick<CopySource, 'object' | 'shown'>;
  readonly encryption: ObjectEncryption | undefined;
}

/** The content is read under its own key and written under the new one: it never stands in clear in between. */
export function createCopyObject(
  blobs: Blobs,
  keys: BucketKeys,
): ActingOperationOf<S3Operations, 'CopyObject', Prepared, Copied> {
  return {
    name: 'CopyObject',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      ...(await sourcePermissions(input, context)),
      ...(await targetPermissions(input, context)),
      ...(await tagPermissions(input, context)),
    ],
    prepare: async (input, context) => {
      const { bucket } = await acceptable(input, context);
      const { object } = await foundSource(context, input);
      requireChange(input, object);
      if (object.size > OBJECT_BYTES_MAX) throw copyTooLarge();
      const source = await copySourceOf(keys, context, input);
      const scope = bucketScope(bucket);
      const choice = encryptionChoice('CopyObject', input, bucket);
      const key = await newObjectKey(
        keys,
        context,
        { ...scope, bucket: bucket.name, key: input.Key },
        choice,
      );
      return { source, scope, promised: promisedOf(input, object), key };
    },
    act: async (_input, { source, scope, promised, key }) => {
      const { bucket, object, dataKey } = source;
      const reading = dataKey === undefined ? {} : { dataKey };
      const bytes = readContent(blobs, bucketScope(bucket), object, reading);
      const body = { bytes, trailers: () => new Map<string, string>() };
      const copied = await upload(blobs, scope, promised, body, key.dataKey);
      return { ...copied, source, encryption: key.encryption };
    },
    handle: async (input, context, copied) => {
      const place = await acceptable(input, context);
      const { blob, checksum, encryption, source } = copied;
      const object = await copyOf(input, context, place.bucket, copied);
      const change = changeBy(blobs, context, 'CopyObject');
      const stored = await storeObject(change, place, object, 'ObjectCreated:Copy');
      context.audit.additional('bytesTransferredIn', blob.size);
      return {
        ...source.shown,
        ...versionMember(place.bucket, stored),
        ...encryptionMembers(encryption),
        CopyObjectResult: {
          ETag: `"${object.etag}"`,
          LastModified: new Date(object.modified),
          ...checksumMember(checksum),
        },
      };
    },
  };
}

async function copyOf(
  input: CopyObjectRequest,
  context: Context,
  bucket: BucketDocument,
  copied: Copied,
): Promise<ObjectDocument> {
  const { blob, checksum, encryption, source } = copied;
  return {
    bucket: input.Bucket,
    key: input.Key,
    modified: context.call.now,
    content: [blob],
    size: blob.size,
    etag: await etagOf(context, copied),
    checksum,
    ...(encryption === undefined ? {} : { encryption }),
    ...describedBy(input, source.object),
    ...taggedBy(input, source.object),
    ...newLock(input, bucket, context.call.now),
  };
}

/** Tags that come along need permissions at both ends. */
async function tagPermissions(
  input: CopyObjectRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  if (input.TaggingDirective === 'REPLACE') return [];
  const named = readCopySource(input.CopySource);
  const { resolved } = await context.resolve(versionKind, versionPath(named));
  if (Object.keys(resolved.document?.version?.object?.tags ?? {}).length === 0) return [];
  const target = await context.resolve(objectKind, objectPath(input));
  return [
    await versionPermission(named, context, GET_TAGS),
    { action: 's3:PutObjectTagging', resource: target },
  ];
}

async function targetPermissions(
  input: CopyObjectRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const conditions = new Map([...newObjectConditions(input), ...sourceConditions(input)]);
  const directive = input.MetadataDirective;
  if (directive !== undefined) conditions.set('s3:x-amz-metadata-directive', [directive]);
  return putPermissions(input, context, conditions);
}

async function acceptable(input: CopyObjectRequest, context: Context) {
  requireNewObject('CopyObject', input);
  const { document } = await placeOf(context, input);
  requireConditions(input, document);
  newLock(input, document.bucket, context.call.now);
  return document;
}

/** A copy onto itself must change something. */
function requireChange(input: CopyObjectRequest, object: ObjectDocument): void {
  const { Bucket, Key, VersionId } = readCopySource(input.CopySource);
  if (Bucket !== input.Bucket || Key !== input.Key || VersionId !== undefined) return;
  const isChanged =
    input.MetadataDirective === 'REPLACE' ||
    input.ServerSideEncryption !== undefined ||
    input.SSECustomerAlgorithm !== undefined ||
    object.encryption?.by === 'customer' ||
    input.StorageClass !== undefined ||
    input.WebsiteRedirectLocation !== undefined;
  if (isChanged) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's " +
      'metadata, storage class, website redirect location or encryption attributes.',
  );
}

function promisedOf(input: CopyObjectRequest, { checksum }: ObjectDocument): Promised {
  const asked = checksumNamed(input.ChecksumAlgorithm);
  if (input.ChecksumAlgorithm !== undefined && asked === undefined) {
    throw unbuilt('CopyObject', `the checksum algorithm ${input.ChecksumAlgorithm}`);
  }
  const name = asked ?? checksum?.name ?? 'crc64nvme';
  return { md5: undefined, checksum: { name, value: undefined } };
}

function describedBy(input: CopyObjectRequest, { headers, metadata }: ObjectDocument) {
  if (input.MetadataDirective !== 'REPLACE') return { headers, metadata };
  return { headers: headersOf(input), metadata: input.Metadata ?? {} };
}

function taggedBy(input: CopyObjectRequest, { tags }: ObjectDocument) {
  if (input.TaggingDirective === 'REPLACE') return tagsMember(input.Tagging);
  return tags === undefined ? {} : { tags };
}
