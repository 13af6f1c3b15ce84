import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

function s3Error(
  code: string,
  message: string,
  status: number,
  members: JsonObject = {},
): ServiceError {
  return new ServiceError(code, message, { status, members });
}

export function noSuchBucket(name: string): ServiceError {
  return s3Error('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name });
}

export function noSuchKey(key: string): ServiceError {
  return s3Error('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
}

/** A plain read finds a delete marker: the object is as if it were not there. */
export function hiddenByMarker(key: string, version: string): ServiceError {
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version };
  const text = 'The specified key does not exist.';
  return new ServiceError('NoSuchKey', text, { status: 404, members: { Key: key }, headers });
}

/** A delete marker that is named has nothing to read. */
export function isMarkerItself(version: string): ServiceError {
  const headers = {
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': version,
    Allow: 'DELETE',
  };
  const text = 'The specified method is not allowed against this resource.';
  const members = { ResourceType: 'DeleteMarker' };
  return new ServiceError('MethodNotAllowed', text, { status: 405, members, headers });
}

export function noSuchBucketPolicy(name: string): ServiceError {
  const text = 'The bucket policy does not exist';
  return s3Error('NoSuchBucketPolicy', text, 404, { BucketName: name });
}

export function bucketNotEmpty(name: string): ServiceError {
  const text = 'The bucket you tried to delete is not empty';
  return s3Error('BucketNotEmpty', text, 409, { BucketName: name });
}

export function bucketHasVersions(name: string): ServiceError {
  const text =
    'The bucket you tried to delete is not empty. You must delete all versions in the bucket.';
  return s3Error('BucketNotEmpty', text, 409, { BucketName: name });
}

export function bucketOwnedByYou(name: string): ServiceError {
  const text = 'Your previous request to create the named bucket succeeded and you already own it.';
  return s3Error('BucketAlreadyOwnedByYou', text, 409, { BucketName: name });
}

export function bucketExists(name: string): ServiceError {
  const text =
    'The requested bucket name is not available. The bucket namespace is shared by all users of the ' +
    'system. Please select a different name and try again.';
  return s3Error('BucketAlreadyExists', text, 409, { BucketName: name });
}

export function invalidBucketName(name: string): ServiceError {
  const text = 'The specified bucket is not valid.';
  return s3Error('InvalidBucketName', text, 400, { BucketName: name });
}

export function illegalLocation(constraint: string): ServiceError {
  const text =
    `The ${constraint} location constraint is incompatible for the region specific endpoint this ` +
    'request was sent to.';
  return s3Error('IllegalLocationConstraintException', text, 400);
}

export function tooManyBuckets(): ServiceError {
  const text = 'You have attempted to create more buckets than allowed';
  return s3Error('TooManyBuckets', text, 400);
}

export function malformedPolicy(text: string): ServiceError {
  return s3Error('MalformedPolicy', text, 400);
}

export function keyTooLong(size: number, most: number): ServiceError {
  const members = { Size: String(size), MaxSizeAllowed: String(most) };
  return s3Error('KeyTooLongError', 'Your key is too long', 400, members);
}

export function invalidArgument(text: string, name: string, value: string): ServiceError {
  return s3Error('InvalidArgument', text, 400, { ArgumentName: name, ArgumentValue: value });
}

export function invalidRequest(text: string): ServiceError {
  return s3Error('InvalidRequest', text, 400);
}

export function badRequest(text: string): ServiceError {
  return s3Error('BadRequest', text, 400);
}

export function badDigest(text: string): ServiceError {
  return s3Error('BadDigest', text, 400);
}

export function invalidDigest(): ServiceError {
  return s3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400);
}

export function entityTooLarge(size: number, most: number): ServiceError {
  const text = 'Your proposed upload exceeds the maximum allowed size';
  const members = { ProposedSize: String(size), MaxSizeAllowed: String(most) };
  return s3Error('EntityTooLarge', text, 400, members);
}

export function metadataTooLarge(): ServiceError {
  const text = 'Your metadata headers exceed the maximum allowed metadata size';
  return s3Error('MetadataTooLarge', text, 400);
}

export function invalidRange(asked: string, size: number): ServiceError {
  const text = 'The requested range is not satisfiable';
  const members = { RangeRequested: asked, ActualObjectSize: String(size) };
  return s3Error('InvalidRange', text, 416, members);
}

export function preconditionFailed(condition: string): ServiceError {
  const text = 'At least one of the pre-conditions you specified did not hold';
  return s3Error('PreconditionFailed', text, 412, { Condition: condition });
}

/** 304 has no body, so nobody reads the text. */
export function notModified(): ServiceError {
  return s3Error('NotModified', 'Not Modified', 304);
}

export function noSuchVersion(key: string, version: string): ServiceError {
  const text = 'The specified version does not exist.';
  return s3Error('NoSuchVersion', text, 404, { Key: key, VersionId: version });
}

export function aclNotSupported(): ServiceError {
  return s3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs', 400);
}

export function invalidTag(text: string, key: string): ServiceError {
  return s3Error('InvalidTag', text, 400, key === '' ? {} : { TagKey: key });
}

export function accessDenied(): ServiceError {
  return s3Error('AccessDenied', 'Access Denied', 403);
}

export function accessDeniedFor(text: string): ServiceError {
  return s3Error('AccessDenied', text, 403);
}

export function invalidEncryptionAlgorithm(given: string): ServiceError {
  const text = 'The Encryption request you specified is not valid. Supported value: AES256.';
  const members = { ArgumentName: 'x-amz-server-side-encryption', ArgumentValue: given };
  return s3Error('InvalidEncryptionAlgorithmError', text, 400, members);
}

export function wrongCustomerKey(): ServiceError {
  const text =
    'Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.';
  return s3Error('AccessDenied', text, 403);
}

export function customerKeysBlocked(): ServiceError {
  const text =
    'Server Side Encryption with Customer provided keys is blocked for this bucket by its encryption configuration.';
  return s3Error('AccessDenied', text, 403);
}

/** What KMS says of a key, as S3 passes it on. */
export function kmsRefusal({ code, message }: ServiceError): ServiceError {
  if (code === 'AccessDeniedException') return s3Error('AccessDenied', message, 403);
  return s3Error(`KMS.${code}`, message, 400);
}

export function malformedXml(): ServiceError {
  const text =
    'The XML you provided was not well-formed or did not validate against our published schema';
  return s3Error('MalformedXML', text, 400);
}

export function illegalVersioning(): ServiceError {
  const text =
    'The Versioning element must be specified, or the versioning configuration specified in the request is invalid.';
  return s3Error('IllegalVersioningConfigurationException', text, 400);
}

export function invalidBucketState(text: string): ServiceError {
  return s3Error('InvalidBucketState', text, 409);
}

export function noPublicAccessBlock(name: string): ServiceError {
  const text = 'The public access block configuration was not found';
  return s3Error('NoSuchPublicAccessBlockConfiguration', text, 404, { BucketName: name });
}

export function noOwnershipControls(name: string): ServiceError {
  const text = 'The bucket ownership controls were not found';
  return s3Error('OwnershipControlsNotFoundError', text, 404, { BucketName: name });
}

export function noSuchTagSet(name: string): ServiceError {
  return s3Error('NoSuchTagSet', 'The TagSet does not exist', 404, { BucketName: name });
}

/** Of a bucket whose owner is to own everything, and that is to have a list all the same. */
export function invalidAclRequest(): ServiceError {
  return s3Error(
    'InvalidBucketAclWithObjectOwnership',
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    400,
  );
}

export function copyTooLarge(): ServiceError {
  return invalidRequest(
    'The specified copy source is larger than the maximum allowable size for a copy source: 5368709120',
  );
}

export function noReplicationConfiguration(name: string): ServiceError {
  const text = 'The replication configuration was not found';
  return s3Error('ReplicationConfigurationNotFoundError', text, 404, { BucketName: name });
}

export function unableToValidate(arn: string): ServiceError {
  const text = 'Unable to validate the following destination configurations';
  return invalidArgument(text, arn, 'null');
}

export function noLifecycle(name: string): ServiceError {
  const text = 'The lifecycle configuration does not exist';
  return s3Error('NoSuchLifecycleConfiguration', text, 404, { BucketName: name });
}

export function noObjectLock(key: string): ServiceError {
  const text = 'The specified object does not have a ObjectLock configuration';
  return s3Error('NoSuchObjectLockConfiguration', text, 404, { Key: key });
}

export function noLockConfiguration(name: string): ServiceError {
  const text = 'Object Lock configuration does not exist for this bucket';
  return s3Error('ObjectLockConfigurationNotFoundError', text, 404, { BucketName: name });
}

export function lockedObject(): ServiceError {
  return accessDeniedFor('Access Denied because object protected by object lock.');
}

export function noSuchUpload(id: string): ServiceError {
  const text =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  return s3Error('NoSuchUpload', text, 404, { UploadId: id });
}

export function invalidPartOrder(id: string): ServiceError {
  const text =
    'The list of parts was not in ascending order. The parts list must be specified in order by part number.';
  return s3Error('InvalidPartOrder', text, 400, { UploadId: id });
}

export function invalidPart(id: string, number: number, etag: string): ServiceError {
  const text =
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
  const members = { UploadId: id, PartNumber: String(number), ETag: etag };
  return s3Error('InvalidPart', text, 400, members);
}

export function entityTooSmall(number: number, size: number, least: number): ServiceError {
  const text = 'Your proposed upload is smaller than the minimum allowed size';
  const members = {
    ProposedSize: String(size),
    MinSizeAllowed: String(least),
    PartNumber: String(number),
  };
  return s3Error('EntityTooSmall', text, 400, members);
}

export function invalidPartNumber(count: number): ServiceError {
  const text = 'The requested partnumber is not satisfiable';
  return s3Error('InvalidPartNumber', text, 416, { ActualPartCount: String(count) });
}

export const unbuilt = unbuiltIn('s3', 'NotImplemented');
