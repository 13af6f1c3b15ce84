import type { LifecycleRule, S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { bucketOf, onBucket } from './authorization.ts';
import type { LifecycleRuleSettings } from './domain/lifecycle-rule.ts';
import { invalidArgument, invalidRequest, malformedXml, noLifecycle, unbuilt } from './errors.ts';
import { orderLifecycle } from './lifecycle-job.ts';
import { type BucketDocument, buckets } from './state.ts';

const OPERATION = 'PutBucketLifecycleConfiguration';
const RULES_MAX = 1_000;
const ID_MAX = 255;
const ID_DIGITS = 32;

export const getBucketLifecycleConfiguration: OperationOf<
  S3Operations,
  'GetBucketLifecycleConfiguration'
> = {
  name: 'GetBucketLifecycleConfiguration',
  access: 'read',
  authorize: onBucket('s3:GetLifecycleConfiguration'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.lifecycle === undefined) throw noLifecycle(document.name);
    return {
      TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K',
      Rules: document.lifecycle.rules.map(shownRule),
    };
  },
};

function shownRule({ Expiration, ...rule }: LifecycleRuleSettings): LifecycleRule {
  if (Expiration === undefined) return rule;
  const { Date: date, ...rest } = Expiration;
  return { ...rule, Expiration: date === undefined ? rest : { ...rest, Date: new Date(date) } };
}

export const putBucketLifecycleConfiguration: OperationOf<
  S3Operations,
  'PutBucketLifecycleConfiguration'
> = {
  name: OPERATION,
  access: 'write',
  authorize: onBucket('s3:PutLifecycleConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const given = input.LifecycleConfiguration?.Rules ?? [];
    if (given.length === 0 || given.length > RULES_MAX) throw malformedXml();
    const ids = given.flatMap(({ ID }) => (ID === undefined || ID === '' ? [] : [ID]));
    if (new Set(ids).size < ids.length) {
      throw invalidArgument(
        'Rule ID must be unique. Found same ID for more than one rule',
        'ID',
        '',
      );
    }
    const rules: LifecycleRuleSettings[] = [];
    for (const rule of given) {
      requireRule(rule);
      const ID = rule.ID || (await context.once(() => hexId(ID_DIGITS)));
      rules.push(keptRule({ ...rule, ID }));
    }
    const changed: BucketDocument = { ...document, lifecycle: { rules } };
    context.viewOf(resource).put(buckets, document.name, changed);
    orderLifecycle(context.unit, changed, nextDay(context.call.now));
    return {};
  },
};

/** The day's turn is at midnight (UTC). */
function nextDay(now: Instant): Instant {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS;
}

function keptRule({ Expiration, ...rule }: LifecycleRule): LifecycleRuleSettings {
  if (Expiration === undefined) return rule;
  const { Date: date, ...rest } = Expiration;
  return { ...rule, Expiration: date === undefined ? rest : { ...rest, Date: date.getTime() } };
}

export const deleteBucketLifecycle: OperationOf<S3Operations, 'DeleteBucketLifecycle'> = {
  name: 'DeleteBucketLifecycle',
  access: 'write',
  authorize: onBucket('s3:PutLifecycleConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { lifecycle: _over, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};

function requireRule(rule: LifecycleRule): void {
  const { ID = '', Expiration, NoncurrentVersionExpiration: noncurrent } = rule;
  if (ID.length > ID_MAX) {
    throw invalidArgument('ID length should not exceed allowed limit of 255', 'ID', ID);
  }
  if (rule.Filter === undefined && rule.Prefix === undefined) throw malformedXml();
  if (rule.Filter !== undefined && rule.Prefix !== undefined) throw malformedXml();
  if ((rule.Transitions ?? rule.NoncurrentVersionTransitions ?? []).length > 0) {
    throw unbuilt(OPERATION, 'transitions to other storage classes');
  }
  const abort = rule.AbortIncompleteMultipartUpload;
  if (Expiration === undefined && noncurrent === undefined && abort === undefined) {
    throw invalidRequest('At least one action needs to be specified in a rule.');
  }
  requireDays("'Days' for Expiration action", Expiration?.Days);
  requireDays(
    "'NoncurrentDays' for NoncurrentVersionExpiration action",
    noncurrent?.NoncurrentDays,
  );
  requireDays(
    "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action",
    abort?.DaysAfterInitiation,
  );
  requireExpiration(rule);
}

function requireExpiration({ Expiration }: LifecycleRule): void {
  if (Expiration === undefined) return;
  const { Date: date, Days, ExpiredObjectDeleteMarker: marker } = Expiration;
  if ([date, Days, marker].filter((one) => one !== undefined).length !== 1) throw malformedXml();
  if (date !== undefined && date.getTime() % DAY_MS !== 0) {
    throw invalidArgument("'Date' must be at midnight GMT", 'Date', date.toISOString());
  }
}

function requireDays(name: string, days: number | undefined): void {
  if (days === undefined || days > 0) return;
  throw invalidArgument(`${name} must be a positive integer`, 'Days', String(days));
}
