import type { S3Operations, UploadPartCopyRequest } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketKeys } from './bucket-keys.ts';
import {
  type CopySource,
  copySourceOf,
  sourceConditions,
  sourcePermissions,
} from './copy-source.ts';
import { readRange, type Wanted } from './domain/byte-range.ts';
import { copyTooLarge, invalidArgument } from './errors.ts';
import { onUpload, uploadOf } from './multipart-uploads.ts';
import { encryptionMembers, openObjectKey } from './object-keys.ts';
import { readContent } from './object-store.ts';
import { bucketScope, type ObjectDocument } from './state.ts';
import { keepPart, requirePartNumber } from './upload-parts.ts';
import { checksumValue, OBJECT_BYTES_MAX, type Promised, type Upload, upload } from './upload.ts';

interface Prepared {
  readonly source: CopySource;
  readonly range: Wanted | undefined;
  readonly scope: Scope;
  readonly promised: Promised;
  readonly dataKey: Uint8Array | undefined;
}

interface Copied extends Upload {
  readonly shown: CopySource['shown'];
}

/** A part of an upload, out of an object that is there. */
export function createUploadPartCopy(
  blobs: Blobs,
  keys: BucketKeys,
): ActingOperationOf<S3Operations, 'UploadPartCopy', Prepared, Copied> {
  return {
    name: 'UploadPartCopy',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      ...(await sourcePermissions(input, context)),
      ...(await onUpload('s3:PutObject')(input, context)).map((permission) => ({
        ...permission,
        conditions: new Map([...(permission.conditions ?? []), ...sourceConditions(input)]),
      })),
    ],
    prepare: async (input, context) => {
      requirePartNumber(input.PartNumber);
      const { place, upload: begun } = await uploadOf(context, input);
      const source = await copySourceOf(keys, context, input);
      const range = rangeOf(input, source.object);
      const size = range === undefined ? source.object.size : range.last - range.first + 1;
      if (size > OBJECT_BYTES_MAX) throw copyTooLarge();
      const scope = bucketScope(place.bucket);
      const dataKey = await openObjectKey(keys, context, scope, begun.encryption, input);
      const name = begun.checksum ?? 'crc64nvme';
      const promised = { md5: undefined, checksum: { name, value: undefined } };
      return { source, range, scope, promised, dataKey };
    },
    act: async (_input, { source, range, scope, promised, dataKey }) => {
      const reading = {
        ...(range === undefined ? {} : { range }),
        ...(source.dataKey === undefined ? {} : { dataKey: source.dataKey }),
      };
      const bytes = readContent(blobs, bucketScope(source.bucket), source.object, reading);
      const body = { bytes, trailers: () => new Map<string, string>() };
      const copied = await upload(blobs, scope, promised, body, dataKey);
      return { ...copied, shown: source.shown };
    },
    handle: async (input, context, copied) => {
      const { etag, encryption } = await keepPart(blobs, context, input, copied);
      return {
        ...copied.shown,
        ...encryptionMembers(encryption),
        CopyPartResult: {
          ETag: `"${etag}"`,
          LastModified: new Date(context.call.now),
          ...checksumValue(copied.checksum),
        },
      };
    },
  };
}

/** Errors: InvalidArgument; a range must lie within the source. */
function rangeOf(
  { CopySourceRange: asked }: UploadPartCopyRequest,
  { size }: ObjectDocument,
): Wanted | undefined {
  if (asked === undefined) return undefined;
  const text =
    'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based ' +
    'offsets of the first and last bytes to copy';
  const match = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(asked);
  if (match === null) throw invalidArgument(text, 'x-amz-copy-source-range', asked);
  const range = readRange(asked, size);
  if (typeof range === 'string' || Number(match[2]) >= size) {
    const outside = `Range specified is not valid for source object of size: ${size}`;
    throw invalidArgument(outside, 'x-amz-copy-source-range', asked);
  }
  return range;
}
