import type { S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf, Context, OperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { onObject } from './authorization.ts';
import { invalidArgument, invalidRequest } from './errors.ts';
import { type NamesUpload, onUpload, partiesOf, uploadOf } from './multipart-uploads.ts';
import { encryptionMembers, openObjectKey } from './object-keys.ts';
import { etagOf } from './put-object.ts';
import { bucketScope, type ChecksumName, partId, parts } from './state.ts';
import {
  CHECKSUMS,
  type ChecksumInput,
  checksumValue,
  type Promised,
  promisedBy,
  type Upload,
  upload as uploadBody,
} from './upload.ts';

const PARTS_MAX = 10_000;
const PAGE_MAX = 1_000;

interface Prepared {
  readonly scope: Scope;
  readonly promised: Promised;
  readonly dataKey: Uint8Array | undefined;
}

export function createUploadPart(
  blobs: Blobs,
  keys: BucketKeys,
): ActingOperationOf<S3Operations, 'UploadPart', Prepared, Upload> {
  return {
    name: 'UploadPart',
    access: 'write',
    eventCategory: 'data',
    authorize: onUpload('s3:PutObject'),
    prepare: async (input, context) => {
      requirePartNumber(input.PartNumber);
      const { place, upload } = await uploadOf(context, input);
      const scope = bucketScope(place.bucket);
      const promised = promisedOf(input, upload.checksum);
      const dataKey = await openObjectKey(keys, context, scope, upload.encryption, input);
      return { scope, promised, dataKey };
    },
    act: (_input, { scope, promised, dataKey }, body) =>
      uploadBody(blobs, scope, promised, body, dataKey),
    handle: async (input, context, uploaded) => {
      const { etag, encryption } = await keepPart(blobs, context, input, uploaded);
      const { checksum } = uploaded;
      return { ETag: `"${etag}"`, ...encryptionMembers(encryption), ...checksumValue(checksum) };
    },
  };
}

/** Names a part's content; that of a part of the same number goes. */
export async function keepPart(
  blobs: Blobs,
  context: Context,
  input: NamesUpload & { readonly PartNumber: number },
  { blob, md5, checksum }: Upload,
) {
  const { place, view, upload } = await uploadOf(context, input);
  const { encryption } = upload;
  const etag = await etagOf(context, { md5, encryption });
  const id = partId(upload.id, input.PartNumber);
  const before = await view.get(parts, id);
  const scope = bucketScope(place.bucket);
  if (before !== undefined) {
    blobs.unname(context.unit, scope, before.blob, context.call.now);
  }
  blobs.name(context.unit, scope, blob);
  const isKept = checksum.name === upload.checksum;
  const { name, value } = checksum;
  view.put(parts, id, {
    number: input.PartNumber,
    modified: context.call.now,
    blob,
    etag,
    md5,
    ...(isKept ? { checksum: { name, value } } : {}),
  });
  context.audit.additional('bytesTransferredIn', blob.size);
  return { etag, encryption };
}

export function requirePartNumber(number: number): void {
  if (number >= 1 && number <= PARTS_MAX) return;
  throw invalidArgument(
    `Part number must be an integer between 1 and ${PARTS_MAX}, inclusive`,
    'partNumber',
    String(number),
  );
}

/** A part has the checksum of its upload, whether it brings one or not. */
function promisedOf(input: ChecksumInput, wanted: ChecksumName | undefined): Promised {
  const promised = promisedBy(input);
  if (wanted === undefined || promised.checksum.name === wanted) return promised;
  const isAsked = input.ChecksumAlgorithm !== undefined || promised.checksum.value !== undefined;
  if (!isAsked) return { ...promised, checksum: { name: wanted, value: undefined } };
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${wanted}, actual checksum Type: ${promised.checksum.name}`,
  );
}

export const listParts: OperationOf<S3Operations, 'ListParts'> = {
  name: 'ListParts',
  access: 'read',
  eventCategory: 'data',
  authorize: onObject('s3:ListMultipartUploadParts'),
  handle: async (input, context) => {
    const { place, view, upload } = await uploadOf(context, input);
    const marker = input.PartNumberMarker ?? 0;
    const limit = Math.min(input.MaxParts ?? PAGE_MAX, PAGE_MAX);
    const start = partId(upload.id, marker);
    const { items, last } = await view.list(parts, {
      prefix: `${upload.id}/`,
      after: { key: start, id: start },
      limit: Math.max(limit, 1),
    });
    const end = items.at(-1)?.document.number;
    return {
      Bucket: input.Bucket,
      Key: input.Key,
      UploadId: upload.id,
      PartNumberMarker: marker,
      MaxParts: limit,
      IsTruncated: last !== undefined,
      ...(end === undefined ? {} : { NextPartNumberMarker: end }),
      StorageClass: 'STANDARD' as const,
      ...partiesOf(place.bucket, upload),
      ...(upload.checksum === undefined
        ? {}
        : {
            ChecksumAlgorithm: CHECKSUMS[upload.checksum].algorithm,
            ChecksumType: 'COMPOSITE' as const,
          }),
      Parts: items.map(({ document: part }) => ({
        PartNumber: part.number,
        LastModified: new Date(part.modified),
        ETag: `"${part.etag}"`,
        Size: part.blob.size,
        ...(part.checksum === undefined ? {} : checksumValue(part.checksum)),
      })),
    };
  },
};
