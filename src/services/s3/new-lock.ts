import type { PutObjectRequest } from '../../../models/s3/types.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { defaultRetention, type ObjectLock } from './domain/object-lock.ts';
import { invalidArgument, invalidRequest } from './errors.ts';
import type { BucketDocument } from './state.ts';

/** What a request that brings an object says of its lock. */
export type LockInput = Pick<
  PutObjectRequest,
  'ObjectLockMode' | 'ObjectLockRetainUntilDate' | 'ObjectLockLegalHoldStatus'
>;

/** The permissions that it takes, beside that for the object. */
export function lockActions(input: LockInput): readonly string[] {
  return [
    ...(input.ObjectLockMode === undefined ? [] : ['s3:PutObjectRetention']),
    ...(input.ObjectLockLegalHoldStatus === undefined ? [] : ['s3:PutObjectLegalHold']),
  ];
}

/** What policies may ask of the lock that a request sets; days that remain count when they have begun. */
export function lockConditions(input: LockInput, now: Instant): Map<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>();
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = input;
  if (mode !== undefined) conditions.set('s3:object-lock-mode', [mode]);
  if (until !== undefined) {
    conditions.set('s3:object-lock-retain-until-date', [until.toISOString()]);
    const days = Math.max(0, Math.ceil((until.getTime() - now) / DAY_MS));
    conditions.set('s3:object-lock-remaining-retention-days', [String(days)]);
  }
  if (input.ObjectLockLegalHoldStatus !== undefined) {
    conditions.set('s3:object-lock-legal-hold', [input.ObjectLockLegalHoldStatus]);
  }
  return conditions;
}

/** The lock of a new object: as it brings it, or as its bucket has it. Errors: InvalidRequest, InvalidArgument. */
export function newLock(
  input: LockInput,
  { objectLock: settings }: BucketDocument,
  now: Instant,
): { readonly lock?: ObjectLock } {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: date } = input;
  const hold = input.ObjectLockLegalHoldStatus;
  if (settings === undefined) {
    if (mode === undefined && date === undefined && hold === undefined) return {};
    throw invalidRequest('Bucket is missing Object Lock Configuration');
  }
  if ((mode === undefined) !== (date === undefined)) {
    throw invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
      mode === undefined ? 'x-amz-object-lock-mode' : 'x-amz-object-lock-retain-until-date',
      '',
    );
  }
  const own =
    mode === undefined || date === undefined ? undefined : { mode, until: date.getTime() };
  if (own !== undefined) requireFuture(own.until, now);
  const retention = own ?? defaultRetention(settings, now);
  if (retention === undefined && hold !== 'ON') return {};
  return {
    lock: {
      ...(retention === undefined ? {} : { retention }),
      ...(hold === 'ON' ? { hasLegalHold: true } : {}),
    },
  };
}

export function requireFuture(until: Instant, now: Instant): void {
  if (until > now) return;
  throw invalidArgument(
    'The retain until date must be in the future!',
    'x-amz-object-lock-retain-until-date',
    new Date(until).toISOString(),
  );
}

/** The members of an answer that tell of a lock. */
export function lockMembers(lock: ObjectLock | undefined) {
  const { retention } = lock ?? {};
  return {
    ...(retention === undefined
      ? {}
      : {
          ObjectLockMode: retention.mode,
          ObjectLockRetainUntilDate: new Date(retention.until),
        }),
    ...(lock?.hasLegalHold === undefined
      ? {}
      : {
          ObjectLockLegalHoldStatus: lock.hasLegalHold ? ('ON' as const) : ('OFF' as const),
        }),
  };
}
