import type { GetObjectRequest, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { onObject, placeOf, readsObject } from './authorization.ts';
import { readRange, type Wanted } from './domain/byte-range.ts';
import {
  invalidPartNumber,
  invalidRange,
  invalidRequest,
  noSuchKey,
  noSuchVersion,
  notModified,
  preconditionFailed,
  unbuilt,
} from './errors.ts';
import { encryptionMembers, openObjectKey, requireCustomerKey } from './object-keys.ts';
import { dropObject, readContent } from './object-store.ts';
import { type BucketDocument, bucketScope, type ObjectDocument } from './state.ts';
import { checksumMember } from './upload.ts';

export function createGetObject(blobs: Blobs): OperationOf<S3Operations, 'GetObject'> {
  return {
    name: 'GetObject',
    access: 'read',
    eventCategory: 'data',
    authorize: readsObject('s3:GetObject'),
    handle: async (input, context) => {
      const { bucket, object } = await existing(input, context);
      const { described, range } = describe(input, object);
      context.audit.additional('bytesTransferredOut', described.ContentLength);
      const scope = bucketScope(bucket);
      const dataKey = await openObjectKey(context, scope, object.encryption, input);
      const reading = {
        ...(range === undefined ? {} : { range }),
        ...(dataKey === undefined ? {} : { dataKey }),
      };
      // Read when the answer's head has left: the blob outlives its name by an hour.
      return { ...described, Body: readContent(blobs, scope, object, reading) };
    },
  };
}

export const headObject: OperationOf<S3Operations, 'HeadObject'> = {
  name: 'HeadObject',
  access: 'read',
  eventCategory: 'data',
  authorize: readsObject('s3:GetObject'),
  handle: async (input, context) => {
    const { bucket, object } = await existing(input, context);
    const { described } = describe(input, object);
    requireCustomerKey(object.encryption, input);
    // The head is no secret; its checksum is one of the content.
    if (input.ChecksumMode === 'ENABLED') {
      await openObjectKey(context, bucketScope(bucket), object.encryption, input);
    }
    return described;
  },
};

export function createDeleteObject(blobs: Blobs): OperationOf<S3Operations, 'DeleteObject'> {
  return {
    name: 'DeleteObject',
    access: 'write',
    eventCategory: 'data',
    authorize: onObject('s3:DeleteObject'),
    handle: async (input, context) => {
      const { document } = await placeOf(context, input);
      if (input.VersionId !== undefined && input.VersionId !== 'null') {
        throw noSuchVersion(input.Key, input.VersionId);
      }
      const { IfMatch: etag, IfMatchLastModifiedTime, IfMatchSize } = input;
      if (IfMatchLastModifiedTime !== undefined || IfMatchSize !== undefined) {
        throw unbuilt('DeleteObject', 'conditions of directory buckets');
      }
      if (etag !== undefined) requireMatch(etag, document.object, input.Key);
      // What is not there is gone: S3 says so too.
      dropObject(blobs, context.unit, document, context.call.now);
      return {};
    },
  };
}

function requireMatch(etag: string, object: ObjectDocument | undefined, key: string): void {
  if (object === undefined) throw noSuchKey(key);
  if (!matches(etag, object)) throw preconditionFailed('If-Match');
}

type Reading = Pick<
  GetObjectRequest,
  | 'Bucket'
  | 'Key'
  | 'VersionId'
  | 'Range'
  | 'PartNumber'
  | 'ChecksumMode'
  | 'IfMatch'
  | 'IfNoneMatch'
  | 'IfModifiedSince'
  | 'IfUnmodifiedSince'
  | 'ResponseCacheControl'
  | 'ResponseContentDisposition'
  | 'ResponseContentEncoding'
  | 'ResponseContentLanguage'
  | 'ResponseContentType'
  | 'ResponseExpires'
>;

async function existing(
  input: Reading,
  context: Context,
): Promise<{ readonly bucket: BucketDocument; readonly object: ObjectDocument }> {
  const { document } = await placeOf(context, input);
  const { VersionId: version } = input;
  if (version !== undefined && version !== 'null') throw noSuchVersion(input.Key, version);
  if (document.object === undefined) throw noSuchKey(input.Key);
  return { bucket: document.bucket, object: document.object };
}

function matches(etags: string, { etag: own }: ObjectDocument): boolean {
  return etags
    .split(',')
    .map((etag) => etag.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((etag) => etag === '*' || etag === own);
}

/** RFC 9110, section 13.2.2: an ETag's word goes before a date's. Dates have whole seconds. */
function requireConditions(input: Reading, object: ObjectDocument): void {
  const modified = Math.floor(object.modified / 1_000) * 1_000;
  if (input.IfMatch !== undefined) {
    if (!matches(input.IfMatch, object)) throw preconditionFailed('If-Match');
  } else if (input.IfUnmodifiedSince !== undefined) {
    if (modified > input.IfUnmodifiedSince.getTime())
      throw preconditionFailed('If-Unmodified-Since');
  }
  if (input.IfNoneMatch !== undefined) {
    if (matches(input.IfNoneMatch, object)) throw notModified();
  } else if (input.IfModifiedSince !== undefined) {
    if (modified <= input.IfModifiedSince.getTime()) throw notModified();
  }
}

function describe(input: Reading, object: ObjectDocument) {
  requireConditions(input, object);
  const { size } = object;
  const part = partOf(input, object);
  const asked = input.ChecksumMode === 'ENABLED' && part === undefined;
  const isOfParts = object.etag.includes('-');
  const described = {
    AcceptRanges: 'bytes',
    LastModified: new Date(object.modified),
    ContentLength: part === undefined ? size : part.last - part.first + 1,
    ETag: `"${object.etag}"`,
    ...encryptionMembers(object.encryption),
    Metadata: object.metadata,
    ...object.headers,
    ...replaced(input),
    ...(part === undefined ? {} : { ContentRange: contentRange(part, size) }),
    ...(input.PartNumber !== undefined && isOfParts ? { PartsCount: object.content.length } : {}),
    ...(asked ? checksumMember(object.checksum) : {}),
  };
  return { described, range: part };
}

/** The bytes that are asked for: of a range, or of a part. Undefined: all. */
function partOf(input: Reading, { content, size }: ObjectDocument): Wanted | undefined {
  if (input.PartNumber !== undefined) {
    if (input.Range !== undefined) {
      throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
    }
    const index = input.PartNumber - 1;
    const blob = content[index];
    if (blob === undefined) throw invalidPartNumber(content.length);
    const first = content.slice(0, index).reduce((sum, one) => sum + one.size, 0);
    return blob.size === 0 ? undefined : { first, last: first + blob.size - 1 };
  }
  const range = input.Range === undefined ? 'whole' : readRange(input.Range, size);
  if (range === 'unsatisfiable') throw invalidRange(input.Range ?? '', size);
  return range === 'whole' ? undefined : range;
}

function contentRange({ first, last }: Wanted, size: number): string {
  return `bytes ${first}-${last}/${size}`;
}

/** Presigned links say how their answers are headed. */
function replaced(input: Reading) {
  const expires = input.ResponseExpires?.toUTCString();
  return Object.fromEntries(
    Object.entries({
      CacheControl: input.ResponseCacheControl,
      ContentDisposition: input.ResponseContentDisposition,
      ContentEncoding: input.ResponseContentEncoding,
      ContentLanguage: input.ResponseContentLanguage,
      ContentType: input.ResponseContentType,
      Expires: expires,
    }).filter(([, value]) => value !== undefined),
  );
}
