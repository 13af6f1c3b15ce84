import { createHash } from 'node:crypto';
import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import type { Unit } from '../../contract/view.ts';
import { messageQueue, onQueue, type QueueTarget } from './authorization.ts';
import { eachEntry, requireBatch } from './batches.ts';
import { md5Of, md5OfAttributes, type MessageAttributes } from './domain/digests.ts';
import { keyedHash } from './domain/receipt.ts';
import { MIB } from './domain/settings.ts';
import type { DataKeys } from './encryption.ts';
import { batchTooLong } from './errors.ts';
import { type GivenMessage, type MessageText, readMessage } from './message.ts';
import { place } from './placing.ts';
import { queueArn } from './resources.ts';
import { duplicates, type MessageContent } from './state.ts';
import type { Waiting } from './waiting.ts';

const DEDUPLICATION_MS = 5 * MINUTE_MS;

export interface MessageParts {
  readonly keys: DataKeys;
  readonly waiting: Waiting;
  /** Told, in the unit that sends, when a message of a queue can be received. */
  readonly arrived: (unit: Unit, queueArn: string, available: Instant) => Promise<void>;
}

export function createSendMessage(parts: MessageParts): OperationOf<SqsOperations, 'SendMessage'> {
  return {
    name: 'SendMessage',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:sendmessage'),
    handle: async (input, context) => {
      const target = await messageQueue(context, input.QueueUrl);
      const read = readMessage(input, target.queue, context.call.caller.identity.principalId);
      const [content = unsealed] = await parts.keys.protect(context, target, [
        JSON.stringify(read.text),
      ]);
      return send(parts, context, target, { ...read, given: input, content });
    },
  };
}

const unsealed: MessageContent = { text: '' };

export function createSendMessageBatch(
  parts: MessageParts,
): OperationOf<SqsOperations, 'SendMessageBatch'> {
  return {
    name: 'SendMessageBatch',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:sendmessage'),
    handle: async (input, context) => {
      requireBatch(input.Entries, 'SendMessageBatchRequestEntry');
      const target = await messageQueue(context, input.QueueUrl);
      const sender = context.call.caller.identity.principalId;
      const { Successful: read, Failed } = await eachEntry(input.Entries, async (given) => ({
        ...readMessage(given, target.queue, sender),
        given,
      }));
      const bytes = read.reduce((sum, one) => sum + one.bytes, 0);
      if (bytes > MIB) throw batchTooLong(bytes, MIB);
      const texts = read.map(({ text }) => JSON.stringify(text));
      const sealed = texts.length === 0 ? [] : await parts.keys.protect(context, target, texts);
      const Successful = [];
      for (const [position, one] of read.entries()) {
        const content = sealed[position] ?? unsealed;
        const sent = await send(parts, context, target, { ...one, content });
        Successful.push({ Id: one.given.Id, ...sent });
      }
      return { Successful, Failed };
    },
  };
}

interface Sent {
  readonly given: GivenMessage;
  readonly text: MessageText;
  readonly content: MessageContent;
  readonly delaySeconds: number;
}

async function send(parts: MessageParts, context: Context, target: QueueTarget, sent: Sent) {
  const { queue, view } = target;
  const { now } = context.call;
  const { text } = sent;
  const message = await context.once(uuid);
  const trace: MessageAttributes =
    text.trace === undefined ? {} : { AWSTraceHeader: { type: 'String', text: text.trace } };
  const digests = {
    MD5OfMessageBody: md5Of(text.body),
    ...optional('MD5OfMessageAttributes', md5OfAttributes(text.attributes)),
    ...optional('MD5OfMessageSystemAttributes', md5OfAttributes(trace)),
  };
  const mark = queue.isFifo ? deduplicationKey(target, text) : undefined;
  const known = mark === undefined ? undefined : await view.get(duplicates, mark);
  if (known !== undefined && known.until > now) {
    return { ...digests, MessageId: known.message, SequenceNumber: known.sequence };
  }
  const group =
    queue.isFifo && text.group !== undefined
      ? keyedHash(queue.secret, 'group', text.group)
      : undefined;
  const available = now + sent.delaySeconds * SECOND_MS;
  const entry = { sent: now, available, receives: 0, receivesHere: 0 };
  const content: MessageContent =
    text.group === undefined ? sent.content : { ...sent.content, group: text.group };
  const sequence = await place(
    view,
    queue,
    { message, content, entry, ...(group === undefined ? {} : { group }) },
    now,
  );
  if (mark !== undefined && sequence !== undefined) {
    const until = now + DEDUPLICATION_MS;
    view.put(duplicates, mark, { store: queue.store, message, sequence, until });
  }
  const { account, region, name } = queue;
  await parts.arrived(context.unit, queueArn({ account, region }, name), available);
  context.unit.onCommit(() => parts.waiting.wake(queue.store, 1));
  return { ...digests, MessageId: message, ...optional('SequenceNumber', sequence) };
}

function optional<N extends string>(name: N, value: string | undefined): { [K in N]?: string } {
  const made: { [K in N]?: string } = {};
  if (value !== undefined) made[name] = value;
  return made;
}

/** A message's own id, or the hash of its body; per group where the queue says so. */
function deduplicationKey({ queue }: QueueTarget, text: MessageText): string {
  const id = text.deduplication ?? createHash('sha256').update(text.body).digest('hex');
  const group = queue.settings.deduplicationScope === 'messageGroup' ? (text.group ?? '') : '';
  return `${queue.store}/${keyedHash(queue.secret, 'duplicate', group, id)}`;
}
