import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { messageQueue, onQueue, type QueueTarget } from './authorization.ts';
import { eachEntry, requireBatch } from './batches.ts';
import { readReceipt } from './domain/receipt.ts';
import { receiptHandleExpired, receiptHandleIsInvalid } from './errors.ts';
import { dropEntry } from './placing.ts';
import { entries, messageKey } from './state.ts';
import type { Waiting } from './waiting.ts';

export function createDeleteMessage(waiting: Waiting): OperationOf<SqsOperations, 'DeleteMessage'> {
  return {
    name: 'DeleteMessage',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:deletemessage'),
    handle: async (input, context) => {
      const target = await messageQueue(context, input.QueueUrl);
      await remove(waiting, context, target, input.ReceiptHandle);
      return {};
    },
  };
}

export function createDeleteMessageBatch(
  waiting: Waiting,
): OperationOf<SqsOperations, 'DeleteMessageBatch'> {
  return {
    name: 'DeleteMessageBatch',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:deletemessage'),
    handle: async (input, context) => {
      requireBatch(input.Entries, 'DeleteMessageBatchRequestEntry');
      const target = await messageQueue(context, input.QueueUrl);
      return eachEntry(input.Entries, async ({ Id, ReceiptHandle }) => {
        await remove(waiting, context, target, ReceiptHandle);
        return { Id };
      });
    },
  };
}

/** A message that is gone was deleted before: that is no error. */
async function remove(
  waiting: Waiting,
  context: Context,
  { queue, view }: QueueTarget,
  handle: string,
): Promise<void> {
  const receipt = readReceipt(queue.secret, handle);
  if (receipt === undefined) throw receiptHandleIsInvalid(handle);
  const { now } = context.call;
  const id = messageKey(receipt.store, receipt.message);
  const entry = await view.get(entries, id);
  if (entry === undefined) return;
  const isLatest = entry.receives === receipt.receive;
  if (queue.isFifo && (!isLatest || entry.available <= now)) throw receiptHandleExpired(handle);
  // Somebody else works on it since: it is theirs to delete.
  if (!isLatest) return;
  await dropEntry(view, id, now);
  if (entry.group !== undefined) context.unit.onCommit(() => waiting.wake(queue.store, 1));
}
