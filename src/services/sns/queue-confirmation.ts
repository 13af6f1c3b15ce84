import type { UnitJob } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { CONFIRM_QUEUE_JOB, type ConfirmationPayload } from './confirmation-order.ts';
import { actorOf } from './delivery.ts';
import { confirmationEnvelope } from './envelope.ts';
import type { SnsParts } from './operation.ts';
import { sealingOf } from './sealing.ts';
import { subscriptions } from './state.ts';

/** Asks the owner of another account's queue, by a message in the queue. */
export function createQueueConfirmation(parts: SnsParts): UnitJob {
  return {
    kind: CONFIRM_QUEUE_JOB,
    run: async (text, context) => {
      const { unit, scope, now } = context;
      const payload: ConfirmationPayload = JSON.parse(text);
      const subscription = await unit.view(scope).get(subscriptions, payload.subscription);
      const queue = queueUrlOf(subscription?.endpoint ?? '');
      if (subscription?.pending === undefined || queue === undefined) return;
      const sealing = await sealingOf(parts, context, subscription);
      const id = await unit.once(uuid);
      const MessageBody = JSON.stringify(
        confirmationEnvelope(subscription, { id, sent: now }, sealing),
      );
      const { QueueUrl, region } = queue;
      const order = QueueUrl.endsWith('.fifo')
        ? { MessageGroupId: id, MessageDeduplicationId: id }
        : {};
      try {
        const input = { QueueUrl, MessageBody, ...order };
        await context.callService(SEND_MESSAGE, input, { as: actorOf(subscription), region });
      } catch (error) {
        // The queue's policy keeps it out: nobody will confirm.
        if (!(error instanceof ServiceError) || error.fault === 'server') throw error;
      }
    },
  };
}
