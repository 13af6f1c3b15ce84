import { randomBytes } from 'node:crypto';
import type { ReplicationRule } from '../../../models/s3/types.ts';
import type { CallOptions, ResolvedPermission, ServiceActor } from '../../contract/operation.ts';
import type { JobContext } from '../../contract/service.ts';
import { kmsDecrypt, kmsEncrypt } from '../kms/port.ts';
import { bucketIn } from './bucket-replication.ts';
import { markerRulesFor, rulesFor } from './domain/replication-rule.ts';
import { sharedKey } from './domain/shared-key.ts';
import { encryptionConditions } from './encryption-choice.ts';
import { encryptionMembers, type ObjectKey } from './object-keys.ts';
import { failingAs, ReplicationFailure } from './replication-failure.ts';
import type { ReplicationPayload } from './replication-orders.ts';
import { bucketArn, bucketKind, objectKind } from './resources.ts';
import {
  type BucketDocument,
  buckets,
  bucketScope,
  GLOBAL,
  type KmsEncryption,
  type ObjectDocument,
  objectId,
} from './state.ts';
import { findVersion, type FoundVersion } from './versions.ts';

const PRINCIPAL = 's3.amazonaws.com';
const SESSION_NAME = 's3-replication';
const DATA_KEY_BYTES = 32;

/** A version that is to be copied, as it is by now. */
export interface Source {
  readonly bucket: BucketDocument;
  readonly version: FoundVersion;
}

export interface Plan {
  readonly destination: BucketDocument;
  readonly rule: ReplicationRule;
  /** Absent: what is copied is a delete marker. */
  readonly content?: PlannedContent;
}

export interface PlannedContent {
  readonly object: ObjectDocument;
  /** What opens the content now. */
  readonly dataKey?: Uint8Array;
  /** What it will be under. */
  readonly key: ObjectKey;
}

/** Undefined: there is nothing to copy any more. */
export async function sourceOf(
  { unit }: Pick<JobContext, 'unit'>,
  { bucket: name, key, version }: ReplicationPayload,
): Promise<Source | undefined> {
  const bucket = await unit.view(GLOBAL).get(buckets, name);
  if (bucket === undefined) return undefined;
  const found = await findVersion(unit.view(bucketScope(bucket)), { bucket: name, key }, version);
  return found === undefined ? undefined : { bucket, version: found };
}

/** Decides everything about a copy, as the role of the bucket. Errors: ReplicationFailure. */
export async function planOf(
  context: JobContext,
  source: Source,
  payload: ReplicationPayload,
): Promise<Plan> {
  const { bucket } = source;
  const { replication } = bucket;
  const rule = ruleOf(source, payload);
  if (replication === undefined || rule === undefined) {
    throw new ReplicationFailure('SrcBucketReplicationConfigMissing');
  }
  const destination = await destinationOf(context, rule);
  const role = {
    principal: PRINCIPAL,
    sourceArn: bucketArn(bucket, bucket.name),
    account: bucket.account,
    role: { arn: replication.role, sessionName: SESSION_NAME },
  };
  const at = { context, role, bucket, destination, rule, key: payload.key };
  await permitReading(at);
  const { object } = source.version;
  if (object === undefined) {
    const may = () => permit(at, destination, 's3:ReplicateDelete');
    await failingAs('DstDelObjNotPermitted', may);
    return { destination, rule };
  }
  if (object.encryption?.by === 'customer' && destination.blocksCustomerKeys === true) {
    throw new ReplicationFailure('DstPutObjNotPermitted');
  }
  if (object.lock !== undefined && destination.objectLock === undefined) {
    throw new ReplicationFailure('DstBucketObjectLockConfigMissing');
  }
  await permitCopy(at, object);
  const content = { object, ...(await keysOf(at, object)) };
  return { destination, rule, content };
}

/** The rule by which a destination has the version copied, as rules are now. */
export function ruleOf(
  { bucket, version }: Source,
  { key, destination }: ReplicationPayload,
): ReplicationRule | undefined {
  const { replication } = bucket;
  if (replication === undefined) return undefined;
  const { object } = version;
  const rules =
    object === undefined
      ? markerRulesFor(replication, key)
      : rulesFor(replication, {
          key,
          tags: object.tags ?? {},
          isUnderKms: object.encryption?.by === 'kms',
        });
  return rules.find(({ Destination }) => Destination.Bucket === destination);
}

async function destinationOf(
  { unit }: JobContext,
  { Destination }: ReplicationRule,
): Promise<BucketDocument> {
  const name = bucketIn(Destination.Bucket) ?? '';
  const bucket = await unit.view(GLOBAL).get(buckets, name);
  const isOther = Destination.Account !== undefined && Destination.Account !== bucket?.account;
  if (bucket === undefined || isOther) throw new ReplicationFailure('DstBucketNotFound');
  if (bucket.versioning !== 'Enabled') throw new ReplicationFailure('DstBucketUnversioned');
  return bucket;
}

interface Copying {
  readonly context: JobContext;
  readonly role: ServiceActor;
  readonly bucket: BucketDocument;
  readonly destination: BucketDocument;
  readonly rule: ReplicationRule;
  readonly key: string;
}

/** The role's permission at one end, where the bucket's policy has a say too. */
function permit(
  { context, role, key }: Copying,
  bucket: BucketDocument,
  action: string,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
  return context.assertPermitted(async (call) => {
    const resource = await call.resolve(objectKind, objectId(bucket.name, key));
    return { action, resource, conditions };
  }, role);
}

/** The role reads the configuration that it acts by, and sees what is missing. */
async function permitReading({ context, role, bucket }: Copying): Promise<void> {
  for (const action of ['s3:GetReplicationConfiguration', 's3:ListBucket']) {
    const permission: ResolvedPermission = async (call) => ({
      action,
      resource: await call.resolve(bucketKind, bucket.name),
    });
    await failingAs('SrcGetObjectNotPermitted', () => context.assertPermitted(permission, role));
  }
}

async function permitCopy(at: Copying, object: ObjectDocument): Promise<void> {
  const { bucket, destination, rule } = at;
  await failingAs('SrcGetObjectNotPermitted', () =>
    permit(at, bucket, 's3:GetObjectVersionForReplication'),
  );
  const { lock } = object;
  for (const [action, isThere] of [
    ['s3:GetObjectRetention', lock?.retention !== undefined],
    ['s3:GetObjectLegalHold', lock?.hasLegalHold !== undefined],
  ] as const) {
    if (!isThere) continue;
    await failingAs('SrcGetObjectNotPermitted', () => permit(at, bucket, action));
  }
  const conditions = encryptionConditions(shownEncryption(at, object));
  await failingAs('DstPutObjNotPermitted', () =>
    permit(at, destination, 's3:ReplicateObject', conditions),
  );
  if (rule.Destination.AccessControlTranslation !== undefined) {
    await failingAs('DstPutObjNotPermitted', () =>
      permit(at, destination, 's3:ObjectOwnerOverrideToBucketOwner'),
    );
  }
  if (Object.keys(object.tags ?? {}).length === 0) return;
  await failingAs('SrcGetTaggingNotPermitted', () =>
    permit(at, bucket, 's3:GetObjectVersionTagging'),
  );
  await failingAs('DstPutTaggingNotPermitted', () => permit(at, destination, 's3:ReplicateTags'));
}

function shownEncryption({ rule }: Copying, { encryption }: ObjectDocument) {
  const shown = encryptionMembers(encryption);
  const key = rule.Destination.EncryptionConfiguration?.ReplicaKmsKeyID;
  return encryption?.by === 'kms' && key !== undefined ? { ...shown, SSEKMSKeyId: key } : shown;
}

/** What is under a key of KMS is opened, and closed again under the destination's. Anything else stays as it is. */
async function keysOf(
  at: Copying,
  { encryption }: ObjectDocument,
): Promise<Pick<PlannedContent, 'dataKey' | 'key'>> {
  if (encryption?.by !== 'kms') return { key: encryption === undefined ? {} : { encryption } };
  const dataKey = await opened(at, encryption);
  return { dataKey, key: await closed(at, encryption, dataKey.length) };
}

async function opened(at: Copying, encryption: KmsEncryption): Promise<Uint8Array> {
  const { Plaintext } = await failingAs('SrcKmsKeyInvalidState', () =>
    at.context.callService(
      kmsDecrypt,
      {
        KeyId: encryption.keyArn,
        CiphertextBlob: Buffer.from(encryption.wrapped, 'base64'),
        EncryptionContext: encryption.context,
      },
      optionsAt(at, at.bucket),
    ),
  );
  return sharedKey(Buffer.from(Plaintext ?? []), encryption.salt);
}

async function closed(
  at: Copying,
  { context: given, isDual }: KmsEncryption,
  bytes: number,
): Promise<ObjectKey> {
  const { context, destination, key, rule } = at;
  const bucketKey = isDual !== true && destination.encryption?.bucketKey === true;
  const path = bucketKey ? destination.name : objectId(destination.name, key);
  const EncryptionContext = { ...given, 'aws:s3:arn': bucketArn(destination, path) };
  const dataKey = await context.unit.once(() => randomBytes(Math.max(bytes, DATA_KEY_BYTES)));
  const KeyId = rule.Destination.EncryptionConfiguration?.ReplicaKmsKeyID ?? '';
  const made = await failingAs('DstKmsKeyInvalidState', () =>
    context.callService(
      kmsEncrypt,
      { KeyId, Plaintext: dataKey, EncryptionContext },
      optionsAt(at, destination),
    ),
  );
  return {
    dataKey,
    encryption: {
      by: 'kms',
      keyArn: made.KeyId ?? KeyId,
      wrapped: Buffer.from(made.CiphertextBlob ?? []).toString('base64'),
      context: EncryptionContext,
      bucketKey,
      ...(isDual === true ? { isDual } : {}),
    },
  };
}

function optionsAt({ role }: Copying, { region }: BucketDocument): CallOptions {
  return { as: role, via: 's3', region };
}
