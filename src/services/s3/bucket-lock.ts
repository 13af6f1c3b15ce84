import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket } from './authorization.ts';
import {
  invalidArgument,
  invalidBucketState,
  malformedXml,
  noLockConfiguration,
} from './errors.ts';
import { buckets } from './state.ts';

const DAYS_MAX = 36_500;
const YEARS_MAX = 100;

export const getObjectLockConfiguration: OperationOf<S3Operations, 'GetObjectLockConfiguration'> = {
  name: 'GetObjectLockConfiguration',
  access: 'read',
  authorize: onBucket('s3:GetBucketObjectLockConfiguration'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.objectLock === undefined) throw noLockConfiguration(document.name);
    const { mode, days, years } = document.objectLock;
    const ObjectLockEnabled = 'Enabled' as const;
    if (mode === undefined) return { ObjectLockConfiguration: { ObjectLockEnabled } };
    const DefaultRetention = {
      Mode: mode,
      ...(days === undefined ? {} : { Days: days }),
      ...(years === undefined ? {} : { Years: years }),
    };
    return { ObjectLockConfiguration: { ObjectLockEnabled, Rule: { DefaultRetention } } };
  },
};

/** Once a bucket locks, it locks for good. */
export const putObjectLockConfiguration: OperationOf<S3Operations, 'PutObjectLockConfiguration'> = {
  name: 'PutObjectLockConfiguration',
  access: 'write',
  authorize: onBucket('s3:PutBucketObjectLockConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { ObjectLockEnabled, Rule } = input.ObjectLockConfiguration ?? {};
    if (ObjectLockEnabled !== 'Enabled') throw malformedXml();
    if (document.versioning !== 'Enabled') {
      throw invalidBucketState(
        "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
      );
    }
    const { Mode: mode, Days: days, Years: years } = Rule?.DefaultRetention ?? {};
    if (Rule !== undefined) {
      if (mode === undefined || (days === undefined) === (years === undefined))
        throw malformedXml();
      requirePeriod('Days', days, DAYS_MAX);
      requirePeriod('Years', years, YEARS_MAX);
    }
    const objectLock = {
      ...(mode === undefined ? {} : { mode }),
      ...(days === undefined ? {} : { days }),
      ...(years === undefined ? {} : { years }),
    };
    context.viewOf(resource).put(buckets, document.name, { ...document, objectLock });
    return {};
  },
};

function requirePeriod(name: string, value: number | undefined, most: number): void {
  if (value === undefined || (value >= 1 && value <= most)) return;
  const text =
    value < 1
      ? 'Default retention period must be a positive integer value.'
      : 'Default retention period too large';
  throw invalidArgument(text, name, String(value));
}
