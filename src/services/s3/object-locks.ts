import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { onVersion, type OnVersion, versionOf, versionPermission } from './authorization.ts';
import { isExtension, mayEnd, type ObjectLock } from './domain/object-lock.ts';
import { invalidRequest, lockedObject, malformedXml, noObjectLock } from './errors.ts';
import { lockConditions, type LockInput, requireFuture } from './new-lock.ts';
import { objectOf } from './reading.ts';
import { bucketScope, type ObjectDocument } from './state.ts';
import { rewrite } from './versions.ts';

interface Bypassing extends OnVersion {
  readonly BypassGovernanceRetention?: boolean | undefined;
}

/** Who passes over governance needs a permission, and must say so. */
export async function bypassPermissions(
  input: Bypassing,
  context: ResolveContext,
  lock: LockInput = {},
): Promise<readonly Permission[]> {
  if (input.BypassGovernanceRetention !== true) return [];
  const action = 's3:BypassGovernanceRetention';
  const conditions = lockConditions(lock, context.call.now);
  return [
    await versionPermission(input, context, { current: action, version: action }, conditions),
  ];
}

export const getObjectRetention: OperationOf<S3Operations, 'GetObjectRetention'> = {
  name: 'GetObjectRetention',
  access: 'read',
  eventCategory: 'data',
  authorize: onVersion({ current: 's3:GetObjectRetention', version: 's3:GetObjectRetention' }),
  handle: async (input, context) => {
    const { object } = await lockable(input, context);
    const retention = object.lock?.retention;
    if (retention === undefined) throw noObjectLock(object.key);
    const RetainUntilDate = new Date(retention.until);
    return { Retention: { Mode: retention.mode, RetainUntilDate } };
  },
};

const PUT_RETENTION = { current: 's3:PutObjectRetention', version: 's3:PutObjectRetention' };

export const putObjectRetention: OperationOf<S3Operations, 'PutObjectRetention'> = {
  name: 'PutObjectRetention',
  access: 'write',
  eventCategory: 'data',
  authorize: async (input, context) => {
    const { Mode: ObjectLockMode, RetainUntilDate: ObjectLockRetainUntilDate } =
      input.Retention ?? {};
    const lock = { ObjectLockMode, ObjectLockRetainUntilDate };
    const conditions = lockConditions(lock, context.call.now);
    return [
      await versionPermission(input, context, PUT_RETENTION, conditions),
      ...(await bypassPermissions(input, context, lock)),
    ];
  },
  handle: async (input, context) => {
    const { object, relock } = await lockable(input, context);
    const { Mode: mode, RetainUntilDate: date } = input.Retention ?? {};
    if ((mode === undefined) !== (date === undefined)) throw malformedXml();
    const retention =
      mode === undefined || date === undefined ? undefined : { mode, until: date.getTime() };
    const { now } = context.call;
    const before = object.lock?.retention;
    if (before !== undefined && !isExtension(before, retention)) {
      const bypasses = input.BypassGovernanceRetention === true;
      if (!mayEnd(before, now, bypasses)) throw lockedObject();
    }
    if (retention !== undefined) requireFuture(retention.until, now);
    const { retention: _before, ...rest } = object.lock ?? {};
    relock({ ...rest, ...(retention === undefined ? {} : { retention }) });
    return {};
  },
};

export const getObjectLegalHold: OperationOf<S3Operations, 'GetObjectLegalHold'> = {
  name: 'GetObjectLegalHold',
  access: 'read',
  eventCategory: 'data',
  authorize: onVersion({ current: 's3:GetObjectLegalHold', version: 's3:GetObjectLegalHold' }),
  handle: async (input, context) => {
    const { object } = await lockable(input, context);
    const hold = object.lock?.hasLegalHold;
    if (hold === undefined) throw noObjectLock(object.key);
    return { LegalHold: { Status: hold ? 'ON' : 'OFF' } };
  },
};

const PUT_LEGAL_HOLD = { current: 's3:PutObjectLegalHold', version: 's3:PutObjectLegalHold' };

export const putObjectLegalHold: OperationOf<S3Operations, 'PutObjectLegalHold'> = {
  name: 'PutObjectLegalHold',
  access: 'write',
  eventCategory: 'data',
  authorize: async (input, context) => {
    const lock = { ObjectLockLegalHoldStatus: input.LegalHold?.Status };
    const conditions = lockConditions(lock, context.call.now);
    return [await versionPermission(input, context, PUT_LEGAL_HOLD, conditions)];
  },
  handle: async (input, context) => {
    const { object, relock } = await lockable(input, context);
    const Status = input.LegalHold?.Status;
    if (Status === undefined) throw malformedXml();
    relock({ ...object.lock, hasLegalHold: Status === 'ON' });
    return {};
  },
};

/** A version in a bucket that locks, and how its lock is changed. */
async function lockable(input: OnVersion, context: Context) {
  const { document } = await versionOf(context, input);
  const { bucket, version } = document;
  if (bucket.objectLock === undefined) {
    throw invalidRequest('Bucket is missing Object Lock Configuration');
  }
  const object: ObjectDocument = objectOf(document);
  const relock = (lock: ObjectLock): void => {
    if (version === undefined) return;
    rewrite(context.unit.view(bucketScope(bucket)), version, { ...object, lock });
  };
  return { object, relock };
}
