import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { SECOND_MS } from '../../core/time.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { onQueue, queueOf, type QueueTarget } from './authorization.ts';
import { countMessages } from './counts.ts';
import { shownAttribute } from './domain/settings.ts';
import { invalidAttributeName, invalidAttributeValue } from './errors.ts';
import { requirePolicy } from './policies.ts';
import { requireRedrive, settingsOf } from './queue-settings.ts';
import { queues } from './state.ts';
import { orderSweep } from './sweep-order.ts';

const SETTINGS = [
  'VisibilityTimeout',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
] as const;
const FIFO_SETTINGS = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
] as const;
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;
const OTHERS = ['QueueArn', 'CreatedTimestamp', 'LastModifiedTimestamp', 'FifoQueue', 'Policy'];
const KNOWN: ReadonlySet<string> = new Set([
  'All',
  ...SETTINGS,
  ...FIFO_SETTINGS,
  ...COUNTS,
  ...OTHERS,
]);

export function createGetQueueAttributes(
  principals: PrincipalDirectory,
): OperationOf<SqsOperations, 'GetQueueAttributes'> {
  return {
    name: 'GetQueueAttributes',
    access: 'read',
    authorize: onQueue('sqs:getqueueattributes'),
    handle: async (input, context) => {
      const target = await queueOf(context, input.QueueUrl);
      const names = input.AttributeNames ?? [];
      for (const name of names) {
        if (!KNOWN.has(name)) throw invalidAttributeName(`Unknown Attribute ${name}.`);
      }
      const { queue } = target;
      const all = new Map<string, string | undefined>(Object.entries(plainAttributes(target)));
      const isAll = names.includes('All');
      if (queue.policy !== undefined && (isAll || names.includes('Policy'))) {
        all.set('Policy', await principals.show(context.unit, queue.policy));
      }
      if (isAll || COUNTS.some((name) => names.includes(name))) {
        const counted = await countMessages(target.view, queue, context.call.now);
        for (const [name, count] of Object.entries(counted)) all.set(name, String(count));
      }
      const Attributes: Record<string, string> = {};
      for (const [name, value] of all) {
        if (value !== undefined && (isAll || names.some((one) => one === name))) {
          Attributes[name] = value;
        }
      }
      return Object.keys(Attributes).length === 0 ? {} : { Attributes };
    },
  };
}

function plainAttributes({ queue, arn }: QueueTarget): Record<string, string | undefined> {
  const { settings, isFifo } = queue;
  const shown: Record<string, string | undefined> = {
    QueueArn: arn,
    CreatedTimestamp: String(Math.floor(queue.created / SECOND_MS)),
    LastModifiedTimestamp: String(Math.floor(queue.modified / SECOND_MS)),
  };
  for (const name of SETTINGS) shown[name] = shownAttribute(name, settings);
  if (!isFifo) return shown;
  shown['FifoQueue'] = 'true';
  for (const name of FIFO_SETTINGS) shown[name] = shownAttribute(name, settings);
  return shown;
}

export function createSetQueueAttributes(
  principals: PrincipalDirectory,
): OperationOf<SqsOperations, 'SetQueueAttributes'> {
  return {
    name: 'SetQueueAttributes',
    access: 'write',
    authorize: onQueue('sqs:setqueueattributes'),
    handle: async (input, context) => {
      const { queue, arn, view } = await queueOf(context, input.QueueUrl);
      const { Attributes: given } = input;
      const { isFifo } = queue;
      if (given['FifoQueue'] !== undefined && (given['FifoQueue'] === 'true') !== isFifo) {
        throw invalidAttributeValue('Invalid value for the parameter FifoQueue.');
      }
      const settings = settingsOf(given, queue.settings, isFifo);
      if (given['RedrivePolicy'] !== undefined) {
        await requireRedrive(settings.redrive, queue, view);
      }
      const { policy: known, ...rest } = queue;
      const policy =
        given['Policy'] === undefined
          ? known
          : await requirePolicy(principals, context.unit, given['Policy'], arn);
      const { now } = context.call;
      const changed = { ...rest, settings, modified: now };
      view.put(queues, queue.name, policy === undefined ? changed : { ...changed, policy });
      if (given['MessageRetentionPeriod'] !== undefined) orderSweep(context.unit, queue, now);
      return {};
    },
  };
}
