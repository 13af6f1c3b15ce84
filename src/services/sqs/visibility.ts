import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { SECOND_MS } from '../../core/time.ts';
import { messageQueue, onQueue, type QueueTarget } from './authorization.ts';
import { eachEntry, requireBatch } from './batches.ts';
import { readReceipt } from './domain/receipt.ts';
import { invalidValue, notAvailableForChange, receiptHandleIsInvalid } from './errors.ts';
import { nextLook } from './placing.ts';
import { entries, type Entry, groups, messageKey } from './state.ts';
import type { Waiting } from './waiting.ts';

const SECONDS_MAX = 43_200;

export function createChangeMessageVisibility(
  waiting: Waiting,
): OperationOf<SqsOperations, 'ChangeMessageVisibility'> {
  return {
    name: 'ChangeMessageVisibility',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:changemessagevisibility'),
    handle: async (input, context) => {
      const target = await messageQueue(context, input.QueueUrl);
      await change(waiting, context, target, input);
      return {};
    },
  };
}

export function createChangeMessageVisibilityBatch(
  waiting: Waiting,
): OperationOf<SqsOperations, 'ChangeMessageVisibilityBatch'> {
  return {
    name: 'ChangeMessageVisibilityBatch',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:changemessagevisibility'),
    handle: async (input, context) => {
      requireBatch(input.Entries, 'ChangeMessageVisibilityBatchRequestEntry');
      const target = await messageQueue(context, input.QueueUrl);
      return eachEntry(input.Entries, async (entry) => {
        await change(waiting, context, target, entry);
        return { Id: entry.Id };
      });
    },
  };
}

interface Change {
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout?: number | undefined;
}

async function change(
  waiting: Waiting,
  context: Context,
  target: QueueTarget,
  { ReceiptHandle: handle, VisibilityTimeout: given }: Change,
): Promise<void> {
  const { queue, view } = target;
  const seconds = given ?? queue.settings.visibility;
  if (seconds < 0 || seconds > SECONDS_MAX) {
    throw invalidValue(seconds, 'VisibilityTimeout', 'Must be between 0 and 43200.');
  }
  const receipt = readReceipt(queue.secret, handle);
  if (receipt === undefined) throw receiptHandleIsInvalid(handle);
  const { now } = context.call;
  const id = messageKey(receipt.store, receipt.message);
  const entry = await view.get(entries, id);
  const isInFlight = entry !== undefined && entry.available > now && entry.receivesHere > 0;
  if (!isInFlight || entry.receives !== receipt.receive) throw notAvailableForChange(handle);
  const available = now + seconds * SECOND_MS;
  if (available > (entry.taken ?? now) + SECONDS_MAX * SECOND_MS) {
    const reason = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds].';
    throw invalidValue(seconds, 'VisibilityTimeout', reason);
  }
  view.put(entries, id, { ...entry, available });
  await changeGroup(target, entry, id, { now, available });
  if (seconds === 0) context.unit.onCommit(() => waiting.wake(queue.store, 1));
}

async function changeGroup(
  { view }: QueueTarget,
  { store, group }: Entry,
  id: string,
  { now, available }: { readonly now: number; readonly available: number },
): Promise<void> {
  if (group === undefined) return;
  const key = `${store}/${group}`;
  const held = await view.get(groups, key);
  if (held === undefined) return;
  const inFlight = held.inFlight
    .map((one) => (one.message === id ? { ...one, until: available } : one))
    .filter(({ until }) => until > now);
  view.put(groups, key, { ...held, inFlight, available: nextLook(inFlight, now), touched: now });
}
