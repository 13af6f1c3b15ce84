import type { JobContext, UnitJob } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import {
  actorOf,
  type Delivery,
  deliveryOf,
  finish,
  orderOf,
  toDeadLetters,
  TO_QUEUE_JOB,
} from './delivery.ts';
import type { NotificationAttributes } from './message.ts';
import type { SnsParts } from './operation.ts';
import { deliveredBody, isRaw } from './posts.ts';
import { sealingOf } from './sealing.ts';

/** Sends a message to a queue, in the unit that ends the job: exactly once. What the queue refuses is not tried again. */
export function createQueueDelivery(parts: SnsParts): UnitJob {
  return {
    kind: TO_QUEUE_JOB,
    run: async (text, context) => {
      const delivery = await deliveryOf(text, context);
      if (delivery === undefined) return;
      const sealing = await sealingOf(parts, context, delivery.subscription);
      const body = deliveredBody(delivery, sealing);
      const refused = await send(context, delivery, body);
      if (refused) await toDeadLetters(context, delivery, body);
      await finish(context, delivery.payload);
    },
  };
}

async function send(
  context: JobContext,
  { notification, subscription }: Delivery,
  MessageBody: string,
): Promise<boolean> {
  const queue = queueUrlOf(subscription.endpoint);
  if (queue === undefined) return true;
  const { QueueUrl, region } = queue;
  const attributes = isRaw(subscription)
    ? { MessageAttributes: rawAttributes(notification.attributes) }
    : {};
  try {
    await context.callService(
      SEND_MESSAGE,
      { QueueUrl, MessageBody, ...attributes, ...orderOf(QueueUrl, notification) },
      { as: actorOf(subscription), region },
    );
    return false;
  } catch (error) {
    if (!(error instanceof ServiceError) || error.fault === 'server') throw error;
    return true;
  }
}

function rawAttributes(attributes: NotificationAttributes) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      type.startsWith('Binary')
        ? { DataType: type, BinaryValue: Buffer.from(value, 'base64') }
        : { DataType: type, StringValue: value },
    ]),
  );
}
