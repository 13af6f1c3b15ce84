import type { GetObjectRequest } from '../../../models/s3/types.ts';
import type { Context } from '../../contract/operation.ts';
import { type OnVersion, versionOf } from './authorization.ts';
import { readRange, type Wanted } from './domain/byte-range.ts';
import {
  hiddenByMarker,
  invalidArgument,
  invalidPartNumber,
  invalidRange,
  invalidRequest,
  isMarkerItself,
  noSuchKey,
  noSuchVersion,
  notModified,
  preconditionFailed,
} from './errors.ts';
import { lockMembers } from './new-lock.ts';
import { encryptionMembers } from './object-keys.ts';
import type { VersionPlace } from './resources.ts';
import type { BucketDocument, ObjectDocument } from './state.ts';
import { checksumMember } from './upload.ts';
import { shownVersion } from './versions.ts';

/** What GET and HEAD alike say of what they want. */
export type Reading = Pick<
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

/** The object, or the version that is named. Errors: NoSuchKey and its kin; a delete marker says that it is one. */
export async function existing(
  input: OnVersion,
  context: Context,
): Promise<{ readonly bucket: BucketDocument; readonly object: ObjectDocument }> {
  const { document } = await versionOf(context, input);
  return { bucket: document.bucket, object: objectOf(document) };
}

export function matches(etags: string, { etag: own }: ObjectDocument): boolean {
  return etags
    .split(',')
    .map((etag) => etag.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((etag) => etag === '*' || etag === own);
}

/** RFC 9110, section 13.2.2: an ETag's word goes before a date's. Dates have whole seconds. */
export function requireReadConditions(
  input: Pick<Reading, 'IfMatch' | 'IfNoneMatch' | 'IfModifiedSince' | 'IfUnmodifiedSince'>,
  object: ObjectDocument,
): void {
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

/** The head of an answer, and the bytes that belong to it. */
export function describe(input: Reading, bucket: BucketDocument, object: ObjectDocument) {
  requireReadConditions(input, object);
  const { size } = object;
  const part = partOf(input, object);
  const asked = input.ChecksumMode === 'ENABLED' && part === undefined;
  const isOfParts = object.etag.includes('-');
  const described = {
    AcceptRanges: 'bytes',
    LastModified: new Date(object.modified),
    ContentLength: part === undefined ? size : part.last - part.first + 1,
    ETag: `"${object.etag}"`,
    ...versionMember(bucket, object),
    ...encryptionMembers(object.encryption),
    ...(object.replication === undefined ? {} : { ReplicationStatus: object.replication.status }),
    ...lockMembers(object.lock),
    Metadata: object.metadata,
    ...object.headers,
    ...replaced(input),
    ...(part === undefined ? {} : { ContentRange: contentRange(part, size) }),
    ...(input.PartNumber !== undefined && isOfParts ? { PartsCount: object.content.length } : {}),
    ...(asked ? checksumMember(object.checksum) : {}),
  };
  return { described, range: part };
}

/** `null` too, once the bucket has versions. */
export function versionMember(bucket: BucketDocument, { version }: ObjectDocument) {
  return bucket.versioning === undefined ? {} : { VersionId: shownVersion(version) };
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

/** What a place holds that can be read. */
export function objectOf({ key, asked, version }: VersionPlace): ObjectDocument {
  if (asked === '') throw invalidArgument('Version id cannot be the empty string', 'versionId', '');
  if (version === undefined) throw asked === undefined ? noSuchKey(key) : noSuchVersion(key, asked);
  if (version.object !== undefined) return version.object;
  const shown = shownVersion(version.row?.document.version);
  throw asked === undefined ? hiddenByMarker(key, shown) : isMarkerItself(shown);
}
