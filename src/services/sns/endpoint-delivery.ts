import type { ActingJob, JobContext } from '../../contract/service.ts';
import { SECOND_MS } from '../../core/time.ts';
import {
  type Delivery,
  deliveryOf,
  finish,
  toDeadLetters,
  TO_ENDPOINT_JOB,
  type DeliveryPayload,
} from './delivery.ts';
import {
  FUNCTION_RETRIES,
  httpDelivery,
  MAIL_RETRIES,
  type RetryPolicy,
  retryDelay,
} from './domain/retries.ts';
import { notificationEnvelope, type Sealing } from './envelope.ts';
import { mailOf } from './mails.ts';
import type { SnsParts } from './operation.ts';
import { placeOf, subscriptionArn } from './resources.ts';
import { sealingOf } from './sealing.ts';
import { type Sendable, sendOut, type SendOutcome } from './sendable.ts';
import { deliveredBody, functionEvent, postOf } from './posts.ts';
import { topics, type SubscriptionDocument } from './state.ts';

interface Prepared {
  readonly sendable: Sendable;
}

/**
 * Delivers to a web server, a function or a mailbox: outside of any unit, so at least once. What fails is tried again as the
 * protocol's policy says, and goes to the dead letters in the end.
 */
export function createEndpointDelivery(parts: SnsParts): ActingJob<Prepared, SendOutcome> {
  return {
    kind: TO_ENDPOINT_JOB,
    prepare: async (text, context) => {
      const delivery = await deliveryOf(text, context);
      if (delivery === undefined) return undefined;
      const sealing = await sealingOf(parts, context, delivery.subscription);
      const contentType = (await policiesOf(context, delivery.subscription)).contentType;
      return { sendable: sendableOf(delivery, sealing, contentType) };
    },
    act: ({ sendable }, context) => sendOut(parts, sendable, context),
    handle: async (text, context, outcome) => {
      const delivery = await deliveryOf(text, context);
      if (delivery === undefined) return;
      const { payload, subscription } = delivery;
      if (outcome === 'again') {
        const { retries } = await policiesOf(context, subscription);
        const delay = retryDelay(retries, payload.attempt);
        if (delay !== undefined) return tryAgain(context, payload, delay);
      }
      if (outcome !== 'delivered') {
        const sealing = await sealingOf(parts, context, subscription);
        await toDeadLetters(context, delivery, deliveredBody(delivery, sealing));
      }
      await finish(context, payload);
    },
  };
}

function tryAgain(
  { unit, scope, now, id }: JobContext,
  payload: DeliveryPayload,
  delaySeconds: number,
): void {
  const next: DeliveryPayload = { ...payload, attempt: payload.attempt + 1 };
  unit.order({
    id,
    kind: TO_ENDPOINT_JOB,
    scope,
    due: now + delaySeconds * SECOND_MS,
    payload: JSON.stringify(next),
  });
}

async function policiesOf(
  { unit }: JobContext,
  { protocol, attributes, topicArn }: SubscriptionDocument,
): Promise<{ readonly retries: RetryPolicy; readonly contentType?: string }> {
  if (protocol === 'lambda') return { retries: FUNCTION_RETRIES };
  if (protocol === 'email' || protocol === 'email-json') return { retries: MAIL_RETRIES };
  const { scope, name } = placeOf(topicArn, 1);
  const topic = await unit.view(scope).get(topics, name);
  return httpDelivery(attributes['DeliveryPolicy'], topic?.attributes['DeliveryPolicy']);
}

function sendableOf(
  delivery: Delivery,
  sealing: Sealing,
  contentType: string | undefined,
): Sendable {
  const { notification, subscription } = delivery;
  const { protocol, endpoint, topicArn } = subscription;
  const arn = subscriptionArn(subscription);
  switch (protocol) {
    case 'lambda':
      return {
        kind: 'invoke',
        functionArn: endpoint,
        topicArn,
        event: functionEvent(notification, arn, sealing),
      };
    case 'email':
    case 'email-json': {
      const envelope = notificationEnvelope(notification, { protocol, arn }, sealing);
      return mailOf(subscription, envelope);
    }
    default:
      return postOf(delivery, sealing, contentType);
  }
}
