import type { AnyOperation } from '../../contract/service.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { listObjects, listObjectsV2 } from './object-listings.ts';
import { createCopyObject } from './copy-object.ts';
import { createUploadPartCopy } from './upload-part-copy.ts';
import { createDeleteObject, createDeleteObjects } from './deletions.ts';
import {
  createDeleteObjectTagging,
  createPutObjectTagging,
  getObjectTagging,
} from './object-tags.ts';
import {
  getObjectLegalHold,
  getObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
} from './object-locks.ts';
import { createUpdateObjectEncryption } from './update-encryption.ts';
import { listObjectVersions } from './object-versions.ts';
import { createGetObjectAttributes } from './object-attributes.ts';
import { createGetObject, createHeadObject } from './objects.ts';
import { getObjectAcl, putObjectAcl } from './ownership.ts';
import { createCompleteMultipartUpload } from './complete-upload.ts';
import {
  createAbortMultipartUpload,
  createCreateMultipartUpload,
  listMultipartUploads,
} from './multipart-uploads.ts';
import { createUploadPart, listParts } from './upload-parts.ts';
import { createPutObject } from './put-object.ts';

/** What is done to objects, their versions and uploads. */
export function objectOperations(blobs: Blobs, keys: BucketKeys): readonly AnyOperation[] {
  return [
    getObjectRetention,
    putObjectRetention,
    getObjectLegalHold,
    putObjectLegalHold,
    getObjectAcl,
    putObjectAcl,
    createPutObject(blobs, keys),
    createGetObject(blobs, keys),
    createHeadObject(keys),
    createGetObjectAttributes(keys),
    createUpdateObjectEncryption(blobs, keys),
    createCopyObject(blobs, keys),
    createUploadPartCopy(blobs, keys),
    createDeleteObject(blobs),
    createDeleteObjects(blobs),
    getObjectTagging,
    createPutObjectTagging(blobs),
    createDeleteObjectTagging(blobs),
    listObjectVersions,
    createCreateMultipartUpload(keys),
    createUploadPart(blobs, keys),
    createCompleteMultipartUpload(blobs),
    createAbortMultipartUpload(blobs),
    listParts,
    listMultipartUploads,
    listObjects,
    listObjectsV2,
  ];
}
