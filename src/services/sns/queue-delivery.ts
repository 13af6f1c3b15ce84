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
import { messageFor, notificationEnvelope } from './envelope.ts';
import type { NotificationAttributes } from './message.ts';
import type { SnsParts } from './operation.ts';
import { subscriptionArn } from './resources.ts';
import { sealingOf } from './sealing.ts';

/** Sends a message to a queue, in the unit that ends the job: exactly once. What the queue refuses is not tried again. */
export function createQueueDelivery(parts: SnsParts): UnitJob {
  return {
    kind: TO_QUEUE_JOB,
    run: async (text, context) => {
      const delivery = await deliveryOf(text, context);
      if (delivery === undefined) return;
      const body = await bodyOf(parts, context, delivery);
      const refused = await send(context, delivery, body);
      if (refused) await toDeadLetters(context, delivery, body);
      await finish(context, delivery.payload);
    },
  };
}

async function bodyOf(
  parts: SnsParts,
  context: JobContext,
  { notification, subscription }: Delivery,
): Promise<string> {
  if (isRaw(subscription.attributes)) return messageFor(notification, subscription.protocol);
  const sealing = await sealingOf(parts, context, subscription);
  const { protocol } = subscription;
  const arn = subscriptionArn(subscription);
  return JSON.stringify(notificationEnvelope(notification, { protocol, arn }, sealing));
}

export function isRaw(attributes: Readonly<Record<string, string>>): boolean {
  return attributes['RawMessageDelivery']?.toLowerCase() === 'true';
}

async function send(
  context: JobContext,
  { notification, subscription }: Delivery,
  MessageBody: string,
): Promise<boolean> {
  const queue = queueUrlOf(subscription.endpoint);
  if (queue === undefined) return true;
  const { QueueUrl, region } = queue;
  const attributes = isRaw(subscription.attributes)
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
