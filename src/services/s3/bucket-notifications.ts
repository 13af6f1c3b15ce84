import type { NotificationConfiguration, S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationOf, OperationReference } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { allTargets, type NotificationTarget } from './domain/notification-settings.ts';
import { invalidArgument, unableToValidate } from './errors.ts';
import { invokeFunction, publishTo, sendTo } from './notification-calls.ts';
import { bucketArn } from './resources.ts';
import { type BucketDocument, buckets } from './state.ts';

const TARGETS_MAX = 100;
const PRINCIPAL = 's3.amazonaws.com';
const SERVICES = { topic: 'sns', queue: 'sqs', function: 'lambda' } as const;

/** What S3 tells of under no circumstances here, since it never happens. */
const NEVER =
  /^s3:(?:ReducedRedundancyLostObject|ObjectRestore|LifecycleTransition|IntelligentTiering|ObjectAcl)/;

export const getBucketNotificationConfiguration: OperationOf<
  S3Operations,
  'GetBucketNotificationConfiguration'
> = {
  name: 'GetBucketNotificationConfiguration',
  access: 'read',
  authorize: onBucket('s3:GetBucketNotification'),
  handle: async (input, context) => (await bucketOf(context, input)).document.notifications ?? {},
};

export const putBucketNotificationConfiguration: OperationOf<
  S3Operations,
  'PutBucketNotificationConfiguration'
> = {
  name: 'PutBucketNotificationConfiguration',
  access: 'write',
  authorize: onBucket('s3:PutBucketNotification'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const notifications = named(input.NotificationConfiguration);
    requireTargets(document, notifications);
    if (input.SkipDestinationValidation !== true) {
      await requireReachable(context, document, notifications);
    }
    context.viewOf(resource).put(buckets, document.name, { ...document, notifications });
    return {};
  },
};

/** Every entry has an id. */
function named(settings: NotificationConfiguration): NotificationConfiguration {
  const withId = <T extends { readonly Id?: string | undefined }>(entry: T) => ({
    ...entry,
    Id: entry.Id ?? uuid(),
  });
  const { TopicConfigurations: topics, QueueConfigurations: queues } = settings;
  const { LambdaFunctionConfigurations: functions, EventBridgeConfiguration: bridge } = settings;
  return {
    ...(topics === undefined ? {} : { TopicConfigurations: topics.map(withId) }),
    ...(queues === undefined ? {} : { QueueConfigurations: queues.map(withId) }),
    ...(functions === undefined ? {} : { LambdaFunctionConfigurations: functions.map(withId) }),
    ...(bridge === undefined ? {} : { EventBridgeConfiguration: {} }),
  };
}

function requireTargets(bucket: BucketDocument, settings: NotificationConfiguration): void {
  const all = allTargets(settings);
  if (all.length > TARGETS_MAX) {
    const text = 'The notification configuration has more than 100 entries';
    throw invalidArgument(text, 'NotificationConfiguration', String(all.length));
  }
  const ids = all.map(({ entry }) => entry.Id);
  if (new Set(ids).size < ids.length) {
    throw invalidArgument('Same ID used for multiple configurations. IDs must be unique', 'Id', '');
  }
  for (const { entry, kind, arn } of all) {
    const parsed = parseArn(arn);
    if (parsed?.service !== SERVICES[kind]) {
      throw invalidArgument('The ARN is not well formed', arn, 'null');
    }
    if (parsed.region !== bucket.region) {
      const text =
        'The notification destination service region is not valid for the bucket location constraint';
      throw invalidArgument(text, arn, 'null');
    }
    const never = entry.Events.find((event) => NEVER.test(event));
    if (never !== undefined) {
      throw invalidArgument('The event is not supported for notifications', 'Event', never);
    }
    requireFilter(entry.Filter?.Key?.FilterRules ?? []);
  }
}

function requireFilter(
  rules: readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[],
): void {
  const names = rules.map(({ Name = '' }) => Name.toLowerCase());
  if (names.every((name) => name === 'prefix' || name === 'suffix')) {
    if (new Set(names).size === names.length) return;
    const twice = 'Cannot specify more than one prefix rule in a filter.';
    throw invalidArgument(twice, 'FilterRule', 'filter');
  }
  throw invalidArgument('filter rule name must be either prefix or suffix', 'FilterRule.Name', '');
}

/** Each target must let S3 in, for this bucket. Errors: InvalidArgument. */
async function requireReachable(
  context: Context,
  bucket: BucketDocument,
  settings: NotificationConfiguration,
): Promise<void> {
  for (const { kind, arn } of allTargets(settings)) {
    try {
      await mayTell(context, bucket, { id: '', kind, arn });
    } catch (error) {
      if (error instanceof ServiceError) throw unableToValidate(arn);
      throw error;
    }
  }
}

function mayTell(
  context: Context,
  bucket: BucketDocument,
  target: NotificationTarget,
): Promise<void> {
  const arn = bucketArn(bucket, bucket.name);
  const as = { principal: PRINCIPAL, sourceArn: arn, account: bucket.account };
  const ask = <I extends object, O>(call: {
    readonly reference: OperationReference<I, O>;
    readonly input: I;
  }) => context.mayCall(call.reference, call.input, { as, region: bucket.region });
  switch (target.kind) {
    case 'topic':
      return ask(publishTo(target.arn, '{}'));
    case 'queue':
      return ask(sendTo(target.arn, '{}'));
    case 'function':
      return ask(invokeFunction(target.arn, '{}'));
  }
}
