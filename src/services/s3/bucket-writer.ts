import type { Blobs } from '../../contract/blobs.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import type { Unit } from '../../contract/view.ts';
import { compileCached } from '../../policy/cache.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { ConditionLookup } from '../../policy/types.ts';
import { BucketKeys } from './bucket-keys.ts';
import { type EncryptionChoice, encryptionChoice } from './encryption-choice.ts';
import { newObjectKey, type ObjectKey } from './object-keys.ts';
import { changeByService } from './object-change.ts';
import { storeObject } from './object-store.ts';
import type { BucketWriter, NewObject, Refused, ServiceQuestion, ServiceRequest } from './port.ts';
import { etagOf } from './put-object.ts';
import { bucketArn } from './resources.ts';
import { buckets, type BucketDocument, bucketScope, GLOBAL, objectId, objects } from './state.ts';
import { upload } from './upload.ts';

const OWNER_ACL = 'bucket-owner-full-control';

export function createBucketWriter(blobs: Blobs): BucketWriter {
  const keys = new BucketKeys();
  return {
    find: async (unit, name) => {
      const bucket = await bucketNamed(unit, name);
      return bucket === undefined ? undefined : bucketScope(bucket);
    },
    mayRead: (unit, bucket, request) => judge(unit, bucket, 's3:GetBucketAcl', bucket, request),
    mayPut: (unit, { bucket, key }, request) =>
      judge(unit, bucket, 's3:PutObject', objectId(bucket, key), request),
    put: (unit, object, request) => put({ blobs, keys }, unit, object, request),
  };
}

function bucketNamed(unit: Unit, name: string): Promise<BucketDocument | undefined> {
  return unit.view(GLOBAL).get(buckets, name);
}

async function judge(
  unit: Unit,
  name: string,
  action: string,
  path: string,
  request: ServiceQuestion,
): Promise<Refused | undefined> {
  const bucket = await bucketNamed(unit, name);
  if (bucket === undefined) return 'NoSuchBucket';
  const text = bucket.policy?.bound?.text ?? bucket.policy?.text;
  if (text === undefined) return 'AccessDenied';
  const { service } = request;
  const decision = evaluate({
    action,
    resource: bucketArn(bucket, path),
    principal: callerOf(service).identity,
    policies: { identity: [], scps: [] },
    resourceAccount: bucket.account,
    resourcePolicy: { type: 'resource', policy: compileCached(text, 'resource') },
    resourcePolicyMode: 'optional',
    rcps: [],
    condition: conditions(bucket, request),
  });
  return decision.allowed ? undefined : 'AccessDenied';
}

function callerOf(service: string) {
  const principalId = service;
  const identity = { type: 'AWSService', account: '', arn: service, principalId, service } as const;
  return { identity };
}

function conditions(bucket: BucketDocument, request: ServiceQuestion): ConditionLookup {
  const known = new Map<string, readonly string[]>([
    ['aws:sourcearn', [request.sourceArn]],
    ['aws:sourceaccount', [request.sourceAccount]],
    ['aws:principalisawsservice', ['true']],
    ['aws:principalservicename', [request.service]],
    ['aws:securetransport', ['true']],
    ['aws:resourceaccount', [bucket.account]],
    ['aws:currenttime', [new Date(request.now).toISOString()]],
    ['aws:epochtime', [String(Math.floor(request.now / 1_000))]],
    ['s3:x-amz-acl', [OWNER_ACL]],
  ]);
  return (key) => known.get(key);
}

interface Storage {
  readonly blobs: Blobs;
  readonly keys: BucketKeys;
}

async function put(
  { blobs, keys }: Storage,
  unit: Unit,
  object: NewObject,
  request: ServiceRequest,
): Promise<Refused | undefined> {
  const { bucket: name, key, content, contentType, contentEncoding, metadata } = object;
  const refused = await judge(unit, name, 's3:PutObject', objectId(name, key), request);
  if (refused !== undefined) return refused;
  const bucket = await bucketNamed(unit, name);
  if (bucket === undefined) return 'NoSuchBucket';
  const made = await keyFor({ unit, keys }, bucket, object, request);
  if (made.refused !== undefined) return made.refused;
  const promised = { md5: undefined, checksum: { name: 'crc64nvme', value: undefined } } as const;
  const body = { bytes: once(content), trailers: () => new Map<string, string>() };
  // A re-run after a conflict writes no second blob: its key is the first run's.
  const { encryption, dataKey } = await unit.once(() => made.key);
  const uploaded = await unit.once(() =>
    upload(blobs, bucketScope(bucket), promised, body, dataKey),
  );
  const { blob, checksum } = uploaded;
  const etag = await etagOf(unit, { ...uploaded, encryption });
  const before = await unit.view(bucketScope(bucket)).get(objects, objectId(name, key));
  const document = {
    bucket: name,
    key,
    modified: request.now,
    content: [blob],
    size: blob.size,
    etag,
    checksum,
    ...(encryption === undefined ? {} : { encryption }),
    headers: {
      ContentType: contentType,
      ...(contentEncoding === undefined ? {} : { ContentEncoding: contentEncoding }),
    },
    metadata,
  };
  const { now, service } = request;
  const at = { unit, now, id: uuid() };
  const change = changeByService(blobs, at, { service, reason: 'PutObject' });
  await storeObject(change, { bucket, key, object: before }, document, 'ObjectCreated:Put');
  return undefined;
}

interface Keyed {
  readonly key: ObjectKey;
  readonly refused?: Refused;
}

/** Errors of KMS are what refuses the object. */
async function keyFor(
  { unit, keys }: Pick<Storage, 'keys'> & { readonly unit: Unit },
  bucket: BucketDocument,
  { key, kms }: NewObject,
  { service, sourceArn, sourceAccount, callService, now }: ServiceRequest,
): Promise<Keyed> {
  const choice: EncryptionChoice =
    kms === undefined
      ? encryptionChoice('PutObject', {}, bucket)
      : { by: 'kms', ...kms, bucketKey: false, isDual: false };
  const as = { principal: service, sourceArn, account: sourceAccount };
  const calls = { unit, callService, as, call: { caller: callerOf(service), now } };
  const place = { ...bucketScope(bucket), bucket: bucket.name, key };
  try {
    return { key: await newObjectKey(keys, calls, place, choice) };
  } catch (error) {
    if (error instanceof ServiceError) return { key: {}, refused: error.code };
    throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
