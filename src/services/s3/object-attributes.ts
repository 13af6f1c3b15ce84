import type { ObjectAttributes, S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { readPermissions } from './authorization.ts';
import { openObjectKey } from './object-keys.ts';
import { GET_OBJECT } from './objects.ts';
import { existing, versionMember } from './reading.ts';
import { bucketScope, type ObjectDocument } from './state.ts';
import { checksumMember } from './upload.ts';

const PARTS_MAX = 1_000;

/** What is asked for of an object, without its content. It takes what reading it takes, the key included. */
export function createGetObjectAttributes(
  keys: BucketKeys,
): OperationOf<S3Operations, 'GetObjectAttributes'> {
  return {
    name: 'GetObjectAttributes',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      ...(await readPermissions(input, context, GET_OBJECT)),
      ...(await readPermissions(input, context, {
        current: 's3:GetObjectAttributes',
        version: 's3:GetObjectVersionAttributes',
      })),
    ],
    handle: async (input, context) => {
      const { bucket, object } = await existing(input, context);
      await openObjectKey(keys, context, bucketScope(bucket), object.encryption, input);
      const asked = new Set<ObjectAttributes>(input.ObjectAttributes);
      const checksum = checksumMember(object.checksum);
      return {
        LastModified: new Date(object.modified),
        ...versionMember(bucket, object),
        ...(asked.has('ETag') ? { ETag: object.etag } : {}),
        ...(asked.has('Checksum') && object.checksum !== undefined ? { Checksum: checksum } : {}),
        ...(asked.has('StorageClass') ? { StorageClass: 'STANDARD' as const } : {}),
        ...(asked.has('ObjectSize') ? { ObjectSize: object.size } : {}),
        ...(asked.has('ObjectParts') ? partsOf(object, input) : {}),
      };
    },
  };
}

/** The sizes of the parts of a multipart upload; nothing of any other object. */
function partsOf(
  { content, etag }: ObjectDocument,
  {
    MaxParts = PARTS_MAX,
    PartNumberMarker: marker = 0,
  }: { readonly MaxParts?: number | undefined; readonly PartNumberMarker?: number | undefined },
) {
  if (!etag.includes('-')) return {};
  const limit = Math.min(MaxParts, PARTS_MAX);
  const Parts = content
    .map(({ size }, index) => ({ PartNumber: index + 1, Size: size }))
    .slice(marker, marker + limit);
  return {
    ObjectParts: {
      TotalPartsCount: content.length,
      PartNumberMarker: marker,
      NextPartNumberMarker: marker + Parts.length,
      MaxParts: limit,
      IsTruncated: marker + Parts.length < content.length,
      Parts,
    },
  };
}
