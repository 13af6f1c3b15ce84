import { createHash } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { type Instant, MINUTE_MS } from '../../core/time.ts';
import { messageTopic, onTopic, type TopicTarget } from './authorization.ts';
import {
  batchTooLong,
  emptyBatch,
  idsNotDistinct,
  invalidBatchEntryId,
  invalidParameter,
  tooManyEntries,
  unbuilt,
} from './errors.ts';
import { orderDeliveries } from './fan-out.ts';
import { type GivenNotification, type Notification, readNotification } from './message.ts';
import type { SnsOperation } from './operation.ts';
import { published, topicGroups, type TopicDocument } from './state.ts';
import { messageBytesMax } from './topics.ts';
import { requireTopicKey } from './topic-key.ts';

const DEDUPLICATION_MS = 5 * MINUTE_MS;
const ENTRIES_MAX = 10;
const ENTRY_ID = /^[\w-]{1,80}$/;
const NUMBERS_PER_MS = 10_000_000n;
const SEQUENCE_DIGITS = 20;

function targetArnOf(input: {
  readonly TopicArn?: string | undefined;
  readonly TargetArn?: string | undefined;
  readonly PhoneNumber?: string | undefined;
}): string {
  if (input.PhoneNumber !== undefined)
    throw unbuilt('Publish', 'phone numbers: no messages go to phones');
  const arn = input.TopicArn ?? input.TargetArn;
  if (arn === undefined)
    throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
  if (arn.includes(':endpoint/')) throw unbuilt('Publish', 'endpoints of platform applications');
  return arn;
}

export const publish: SnsOperation<'Publish'> = {
  name: 'Publish',
  access: 'write',
  eventCategory: 'data',
  authorize: async (input, context) => onTopic('SNS:Publish', targetArnOf(input), context),
  handle: async (input, context) => {
    const target = await messageTopic(context, targetArnOf(input));
    const { read } = readNotification(input, target.topic);
    await requireTopicKey(context, target);
    return send(context, target, read);
  },
};

export const publishBatch: SnsOperation<'PublishBatch'> = {
  name: 'PublishBatch',
  access: 'write',
  eventCategory: 'data',
  authorize: async (input, context) => onTopic('SNS:Publish', input.TopicArn, context),
  handle: async (input, context) => {
    const { PublishBatchRequestEntries: entries } = input;
    requireBatch(entries);
    const target = await messageTopic(context, input.TopicArn);
    const Failed = [];
    const readable = [];
    let bytes = 0;
    for (const entry of entries) {
      try {
        const one = readNotification(entry, target.topic);
        bytes += one.bytes;
        readable.push({ Id: entry.Id, read: one.read });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        const { code, message } = error;
        Failed.push({ Id: entry.Id, Code: code, Message: message, SenderFault: true });
      }
    }
    if (bytes > messageBytesMax(target.topic)) throw batchTooLong();
    if (readable.length > 0) await requireTopicKey(context, target);
    const Successful = [];
    for (const { Id, read } of readable) {
      Successful.push({ Id, ...(await send(context, target, read)) });
    }
    return { Successful, Failed };
  },
};

function requireBatch(entries: readonly (GivenNotification & { readonly Id: string })[]): void {
  if (entries.length === 0) throw emptyBatch();
  if (entries.length > ENTRIES_MAX) throw tooManyEntries();
  if (entries.some(({ Id }) => !ENTRY_ID.test(Id))) throw invalidBatchEntryId();
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) throw idsNotDistinct();
}

type Read = ReturnType<typeof readNotification>['read'];

async function send(context: Context, target: TopicTarget, read: Read) {
  const { topic, arn, view } = target;
  const { now } = context.call;
  const id = await context.once(uuid);
  const base = { ...read, id, topicArn: arn, sent: now };
  if (!topic.isFifo) {
    await orderDeliveries(context.unit, topic, base, now);
    return { MessageId: id };
  }
  const deduplication = read.deduplication ?? sha256(read.message);
  const mark = hashOf(topic, 'duplicate', scopedGroup(topic, read.group), deduplication);
  const known = await view.get(published, mark);
  if (known !== undefined && known.until > now) {
    return { MessageId: known.message, SequenceNumber: known.sequence };
  }
  const group = hashOf(topic, 'group', read.group ?? '');
  const last = await view.get(topicGroups, group);
  const sequence = nextSequence(last?.last, now);
  // Deliveries of one group are due in the order of their numbers.
  const due = Math.max(now, last?.due ?? 0);
  view.put(topicGroups, group, { last: sequence, due });
  view.put(published, mark, { message: id, sequence, until: now + DEDUPLICATION_MS });
  const notification: Notification = { ...base, deduplication, sequence };
  await orderDeliveries(context.unit, topic, notification, due);
  return { MessageId: id, SequenceNumber: sequence };
}

function scopedGroup({ attributes }: TopicDocument, group: string | undefined): string {
  return attributes['FifoThroughputScope'] === 'MessageGroup' ? (group ?? '') : '';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hashOf({ id }: TopicDocument, ...parts: readonly string[]): string {
  return sha256(JSON.stringify([id, ...parts]));
}

function nextSequence(last: string | undefined, now: Instant): string {
  const byTime = BigInt(Math.floor(now)) * NUMBERS_PER_MS;
  const following = last === undefined ? 0n : BigInt(last) + 1n;
  return String(following > byTime ? following : byTime).padStart(SEQUENCE_DIGITS, '0');
}
