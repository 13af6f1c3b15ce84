import type {
  ChecksumAlgorithm,
  CreateMultipartUploadRequest,
  S3Operations,
} from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Unit, View } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { bucketOf, onBucket, onObject, placeOf } from './authorization.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { encryptionChoice, encryptionConditions } from './encryption-choice.ts';
import { noSuchUpload, unbuilt } from './errors.ts';
import { headersOf, newObjectConditions, putsObject, requireNewObject } from './new-object.ts';
import { encryptionMembers, newObjectKey } from './object-keys.ts';
import { newLock } from './new-lock.ts';
import { tagsMember } from './object-tags.ts';
import { objectKind, objectPath } from './resources.ts';
import {
  type BucketDocument,
  bucketScope,
  type ChecksumName,
  objectId,
  partId,
  parts,
  type UploadDocument,
  uploads,
} from './state.ts';
import { CHECKSUMS, checksumNamed } from './upload.ts';

const PAGE_MAX = 1_000;
const TIME_DIGITS = 9;
const RANDOM_DIGITS = 55;

/** An upload of an object in parts. The parts share one data key, which is made here. */
export function createCreateMultipartUpload(
  keys: BucketKeys,
): OperationOf<S3Operations, 'CreateMultipartUpload'> {
  return {
    name: 'CreateMultipartUpload',
    access: 'write',
    eventCategory: 'data',
    authorize: putsObject(newObjectConditions),
    handle: async (input, context) => {
      requireNewObject('CreateMultipartUpload', input);
      const { document, resource } = await placeOf(context, input);
      const { bucket } = document;
      const checksum = checksumOf(input);
      const place = { ...bucketScope(bucket), bucket: bucket.name };
      const choice = encryptionChoice('CreateMultipartUpload', input, bucket);
      const { encryption } = await newObjectKey(
        keys,
        context,
        { ...place, key: input.Key },
        choice,
      );
      const { now, caller } = context.call;
      const random = await context.once(() => hexId(RANDOM_DIGITS));
      const id = `${now.toString(36).padStart(TIME_DIGITS, '0')}${random}`;
      context.viewOf(resource).put(uploads, id, {
        id,
        bucket: bucket.name,
        key: input.Key,
        initiated: now,
        initiator: caller.identity.arn,
        ...(checksum === undefined ? {} : { checksum }),
        ...(encryption === undefined ? {} : { encryption }),
        headers: headersOf(input),
        metadata: input.Metadata ?? {},
        ...tagsMember(input.Tagging),
        ...newLock(input, bucket, now),
      });
      return {
        Bucket: input.Bucket,
        Key: input.Key,
        UploadId: id,
        ...encryptionMembers(encryption),
        ...shownChecksum(checksum),
      };
    },
  };
}

function checksumOf(input: CreateMultipartUploadRequest): ChecksumName | undefined {
  const { ChecksumAlgorithm: algorithm, ChecksumType: type } = input;
  if (algorithm === undefined) return undefined;
  const name = checksumNamed(algorithm);
  if (name === undefined) {
    throw unbuilt('CreateMultipartUpload', `the checksum algorithm ${algorithm}`);
  }
  if (name === 'crc64nvme' || type === 'FULL_OBJECT') {
    throw unbuilt('CreateMultipartUpload', 'checksums of whole objects');
  }
  return name;
}

function shownChecksum(name: ChecksumName | undefined) {
  if (name === undefined) return {};
  const ChecksumAlgorithm: ChecksumAlgorithm = CHECKSUMS[name].algorithm;
  return { ChecksumAlgorithm, ChecksumType: 'COMPOSITE' as const };
}

export interface NamesUpload {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** Parts are judged by the encryption that their upload was begun with. */
export function onUpload(action: string) {
  return async (input: NamesUpload, context: ResolveContext): Promise<readonly Permission[]> => {
    const resource = await context.resolve(objectKind, objectPath(input));
    const bucket = resource.resolved.document?.bucket;
    if (bucket === undefined) return [{ action, resource }];
    const upload = await context.unit.view(bucketScope(bucket)).get(uploads, input.UploadId);
    if (upload === undefined) return [{ action, resource }];
    const shown = encryptionMembers(upload.encryption);
    return [{ action, resource, conditions: encryptionConditions(shown) }];
  };
}

/** An upload, by its id and the object it is of. */
export async function uploadOf(context: Context, input: NamesUpload) {
  const { document, resource } = await placeOf(context, input);
  const view = context.viewOf(resource);
  const upload = await view.get(uploads, input.UploadId);
  if (upload?.bucket !== input.Bucket || upload.key !== input.Key) {
    throw noSuchUpload(input.UploadId);
  }
  return { place: document, view, upload };
}

/** Forgets an upload, and the parts of it that no object took. */
export async function endUpload(
  blobs: Blobs,
  context: { readonly unit: Unit; readonly call: { readonly now: Instant } },
  {
    view,
    bucket,
    upload,
  }: {
    readonly view: View;
    readonly bucket: BucketDocument;
    readonly upload: UploadDocument;
  },
  taken: ReadonlySet<number> = new Set(),
): Promise<void> {
  const scope = bucketScope(bucket);
  for (const { number, blob } of await everyOf(view, parts, { prefix: `${upload.id}/` })) {
    if (!taken.has(number)) blobs.unname(context.unit, scope, blob, context.call.now);
    view.delete(parts, partId(upload.id, number));
  }
  view.delete(uploads, upload.id);
}

export function createAbortMultipartUpload(
  blobs: Blobs,
): OperationOf<S3Operations, 'AbortMultipartUpload'> {
  return {
    name: 'AbortMultipartUpload',
    access: 'write',
    eventCategory: 'data',
    authorize: onObject('s3:AbortMultipartUpload'),
    handle: async (input, context) => {
      const { place, view, upload } = await uploadOf(context, input);
      await endUpload(blobs, context, { view, bucket: place.bucket, upload });
      return {};
    },
  };
}

export const listMultipartUploads: OperationOf<S3Operations, 'ListMultipartUploads'> = {
  name: 'ListMultipartUploads',
  access: 'read',
  eventCategory: 'data',
  authorize: onBucket('s3:ListBucketMultipartUploads'),
  handle: async (input, context) => {
    const { Prefix = '', KeyMarker, UploadIdMarker, Delimiter, EncodingType } = input;
    if (Delimiter !== undefined) throw unbuilt('ListMultipartUploads', 'a delimiter');
    if (EncodingType !== undefined) throw unbuilt('ListMultipartUploads', 'encoded keys');
    const { document, resource } = await bucketOf(context, input);
    const limit = Math.min(input.MaxUploads ?? PAGE_MAX, PAGE_MAX);
    const start = KeyMarker === undefined ? undefined : objectId(document.name, KeyMarker);
    // Without an id, all uploads of the marked key are over.
    const after = { key: start ?? '', id: UploadIdMarker ?? '\u{10ffff}' };
    const { items, last } = await context.viewOf(resource).list(uploads, {
      index: 'key',
      prefix: objectId(document.name, Prefix),
      limit: Math.max(limit, 1),
      ...(start === undefined ? {} : { after }),
    });
    const end = items.at(-1)?.document;
    return {
      Bucket: document.name,
      Prefix,
      MaxUploads: limit,
      ...(KeyMarker === undefined ? {} : { KeyMarker }),
      ...(UploadIdMarker === undefined ? {} : { UploadIdMarker }),
      IsTruncated: last !== undefined,
      ...(last === undefined || end === undefined
        ? {}
        : { NextKeyMarker: end.key, NextUploadIdMarker: end.id }),
      Uploads: items.map(({ document: upload }) => ({
        UploadId: upload.id,
        Key: upload.key,
        Initiated: new Date(upload.initiated),
        StorageClass: 'STANDARD' as const,
        ...partiesOf(document, upload),
        ...shownChecksum(upload.checksum),
      })),
    };
  },
};

/** Who began an upload, and whose the object will be. */
export function partiesOf(bucket: BucketDocument, upload: UploadDocument) {
  return {
    Initiator: { ID: upload.initiator, DisplayName: upload.initiator },
    Owner: { ID: canonicalUser(bucket.account) },
  };
}
