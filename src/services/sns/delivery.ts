import type { JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { type Notification, parseNotification } from './message.ts';
import { deliveries, type SubscriptionDocument, subscriptions } from './state.ts';

export const TO_QUEUE_JOB = 'sns.toQueue';
export const TO_ENDPOINT_JOB = 'sns.toEndpoint';

export interface DeliveryPayload {
  readonly batch: string;
  /** The subscription's id. */
  readonly subscription: string;
  /** From 1. */
  readonly attempt: number;
}

export interface Delivery {
  readonly payload: DeliveryPayload;
  readonly notification: Notification;
  readonly subscription: SubscriptionDocument;
}

/** What a job delivers; undefined, and done with, when the subscription is gone. */
export async function deliveryOf(text: string, context: JobContext): Promise<Delivery | undefined> {
  const payload: DeliveryPayload = JSON.parse(text);
  const view = context.unit.view(context.scope);
  const batch = await view.get(deliveries, payload.batch);
  if (batch === undefined) return undefined;
  const subscription = await view.get(subscriptions, payload.subscription);
  if (subscription === undefined) {
    await finish(context, payload);
    return undefined;
  }
  return { payload, notification: parseNotification(batch.text), subscription };
}

/** One of the batch's subscriptions is done with. */
export async function finish(
  { unit, scope }: JobContext,
  { batch: id }: DeliveryPayload,
): Promise<void> {
  const view = unit.view(scope);
  const batch = await view.get(deliveries, id);
  if (batch === undefined) return;
  if (batch.left <= 1) view.delete(deliveries, id);
  else view.put(deliveries, id, { ...batch, left: batch.left - 1 });
}

/** SNS in its own name, for a topic. */
export function actorOf({ topicArn }: SubscriptionDocument) {
  return { principal: 'sns.amazonaws.com', sourceArn: topicArn };
}

/** What could not be delivered goes to the subscription's dead-letter queue, if it has one that takes it. */
export async function toDeadLetters(
  context: JobContext,
  { subscription, notification }: Delivery,
  body: string,
): Promise<void> {
  const target = deadLetterTarget(subscription.attributes['RedrivePolicy']);
  const queue = target === undefined ? undefined : queueUrlOf(target);
  if (queue === undefined) return;
  const { QueueUrl, region } = queue;
  try {
    await context.callService(
      SEND_MESSAGE,
      { QueueUrl, MessageBody: body, ...orderOf(QueueUrl, notification) },
      { as: actorOf(subscription), region },
    );
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** FIFO queues are told group and deduplication; standard ones the group alone. */
export function orderOf(queueUrl: string, { group, deduplication, id }: Notification) {
  if (!queueUrl.endsWith('.fifo')) return group === undefined ? {} : { MessageGroupId: group };
  return { MessageGroupId: group ?? id, MessageDeduplicationId: deduplication ?? id };
}

export function deadLetterTarget(policy: string | undefined): string | undefined {
  if (policy === undefined) return undefined;
  try {
    const json: JsonValue = JSON.parse(policy);
    const target = isJsonObject(json) ? json['deadLetterTargetArn'] : undefined;
    return typeof target === 'string' ? target : undefined;
  } catch {
    return undefined;
  }
}
