import { createHash } from 'node:crypto';
import type { CompletedPart, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { entityTooSmall, invalidPart, invalidPartOrder, malformedXml } from './errors.ts';
import { endUpload, onUpload, uploadOf } from './multipart-uploads.ts';
import { encryptionMembers, requireCustomerKey } from './object-keys.ts';
import { changeBy } from './object-change.ts';
import { replaceObject } from './object-store.ts';
import { versionMember } from './reading.ts';
import { requireConditions } from './put-object.ts';
import {
  type ObjectChecksum,
  type ObjectDocument,
  type PartDocument,
  partId,
  parts,
  type UploadDocument,
} from './state.ts';
import { CHECKSUMS, checksumMember } from './upload.ts';

const MIB = 1_024 ** 2;
/** All parts but the last. */
const PART_BYTES_MIN = 5 * MIB;

/** Makes an object of the parts that are named, in their order; parts that are not are dropped. */
export function createCompleteMultipartUpload(
  blobs: Blobs,
): OperationOf<S3Operations, 'CompleteMultipartUpload'> {
  return {
    name: 'CompleteMultipartUpload',
    access: 'write',
    eventCategory: 'data',
    authorize: onUpload('s3:PutObject'),
    handle: async (input, context) => {
      const { place, view, upload } = await uploadOf(context, input);
      requireConditions(input, place);
      if (input.SSECustomerKey !== undefined) requireCustomerKey(upload.encryption, input);
      const taken = await partsOf(view, upload, input.MultipartUpload?.Parts ?? []);
      const { encryption } = upload;
      const etag = etagOfParts(taken, encryption === undefined);
      const checksum = checksumOfParts(upload, taken);
      const content = taken.map(({ blob }) => blob);
      const object: ObjectDocument = {
        bucket: upload.bucket,
        key: upload.key,
        modified: context.call.now,
        content,
        size: content.reduce((sum, { size }) => sum + size, 0),
        etag,
        ...(checksum === undefined ? {} : { checksum }),
        ...(encryption === undefined ? {} : { encryption }),
        headers: upload.headers,
        metadata: upload.metadata,
        ...(upload.tags === undefined ? {} : { tags: upload.tags }),
        ...(upload.lock === undefined ? {} : { lock: upload.lock }),
      };
      const { bucket } = place;
      const numbers = new Set(taken.map(({ number }) => number));
      await endUpload(blobs, context, { view, bucket, upload }, numbers);
      // The blobs have their names from when they were parts.
      const change = changeBy(blobs, context, 'CompleteMultipartUpload');
      const event = 'ObjectCreated:CompleteMultipartUpload';
      const stored = await replaceObject(change, place, object, event);
      return {
        Location: locationOf(bucket.region, upload),
        Bucket: upload.bucket,
        Key: upload.key,
        ETag: `"${etag}"`,
        ...versionMember(bucket, stored),
        ...encryptionMembers(encryption),
        ...checksumMember(checksum),
      };
    },
  };
}

function locationOf(region: string, { bucket, key }: UploadDocument): string {
  const path = key.split('/').map(encodeURIComponent).join('/');
  return `https://${bucket}.s3.${region}.amazonaws.com/${path}`;
}

/** The parts that are named: each there, as its ETag and checksum say, and large enough. */
async function partsOf(
  view: View,
  upload: UploadDocument,
  named: readonly CompletedPart[],
): Promise<readonly PartDocument[]> {
  if (named.length === 0) throw malformedXml();
  const found: PartDocument[] = [];
  let previous = 0;
  for (const one of named) {
    const { PartNumber: number = 0, ETag: etag = '' } = one;
    if (number <= previous) throw invalidPartOrder(upload.id);
    previous = number;
    const part = await view.get(parts, partId(upload.id, number));
    if (part === undefined || part.etag !== etag.replaceAll('"', '') || !isSame(one, part)) {
      throw invalidPart(upload.id, number, etag.replaceAll('"', ''));
    }
    found.push(part);
  }
  for (const { number, blob } of found.slice(0, -1)) {
    if (blob.size < PART_BYTES_MIN) throw entityTooSmall(number, blob.size, PART_BYTES_MIN);
  }
  return found;
}

/** A checksum that is named must be the part's. */
function isSame(named: CompletedPart, { checksum }: PartDocument): boolean {
  if (checksum === undefined) return true;
  const given = CHECKSUMS[checksum.name].given(named);
  return given === undefined || given === checksum.value;
}

/** The MD5 of the parts' MD5s, with their number; of their ETags, where MD5s are told to nobody. */
function etagOfParts(taken: readonly PartDocument[], isMd5: boolean): string {
  const hash = createHash('md5');
  for (const { md5, etag } of taken) hash.update(Buffer.from(isMd5 ? md5 : etag, 'hex'));
  return `${hash.digest('hex')}-${taken.length}`;
}

function checksumOfParts(
  { checksum: name }: UploadDocument,
  taken: readonly PartDocument[],
): ObjectChecksum | undefined {
  if (name === undefined) return undefined;
  const total = CHECKSUMS[name].make();
  for (const { checksum } of taken) {
    if (checksum?.name !== name) return undefined;
    total.update(Buffer.from(checksum.value, 'base64'));
  }
  const value = `${total.digest().toString('base64')}-${taken.length}`;
  return { name, value, isOfParts: true };
}
