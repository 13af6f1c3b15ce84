import type { Delivery } from './delivery.ts';
import {
  confirmationEnvelope,
  messageFor,
  notificationEnvelope,
  type Sealing,
} from './envelope.ts';
import type { Notification } from './message.ts';
import { subscriptionArn } from './resources.ts';
import type { Sendable } from './sendable.ts';
import type { SubscriptionDocument } from './state.ts';

const PLAIN = 'text/plain; charset=UTF-8';
const AGENT = 'Amazon Simple Notification Service Agent';

export function isRaw({ attributes }: SubscriptionDocument): boolean {
  return attributes['RawMessageDelivery']?.toLowerCase() === 'true';
}

/** What the endpoint gets: the message alone, or in its envelope. */
export function deliveredBody({ notification, subscription }: Delivery, sealing: Sealing): string {
  const { protocol } = subscription;
  if (isRaw(subscription)) return messageFor(notification, protocol);
  const arn = subscriptionArn(subscription);
  return JSON.stringify(notificationEnvelope(notification, { protocol, arn }, sealing), null, 2);
}

export function postOf(
  delivery: Delivery,
  sealing: Sealing,
  contentType: string | undefined,
): Sendable {
  const { notification, subscription } = delivery;
  const raw = isRaw(subscription) ? { 'x-amz-sns-rawdelivery': 'true' } : {};
  return {
    kind: 'post',
    url: subscription.endpoint,
    headers: {
      'content-type': contentType ?? PLAIN,
      'user-agent': AGENT,
      'x-amz-sns-message-type': 'Notification',
      'x-amz-sns-message-id': notification.id,
      'x-amz-sns-topic-arn': subscription.topicArn,
      'x-amz-sns-subscription-arn': subscriptionArn(subscription),
      ...raw,
    },
    body: deliveredBody(delivery, sealing),
  };
}

export function confirmationPost(
  subscription: SubscriptionDocument,
  envelope: ReturnType<typeof confirmationEnvelope>,
): Sendable {
  return {
    kind: 'post',
    url: subscription.endpoint,
    headers: {
      'content-type': PLAIN,
      'user-agent': AGENT,
      'x-amz-sns-message-type': 'SubscriptionConfirmation',
      'x-amz-sns-message-id': envelope['MessageId'] ?? '',
      'x-amz-sns-topic-arn': subscription.topicArn,
    },
    body: JSON.stringify(envelope, null, 2),
  };
}

/** The event of a function: addresses are spelled differently there. */
export function functionEvent(notification: Notification, arn: string, sealing: Sealing): string {
  const { SigningCertURL, UnsubscribeURL, ...envelope } = notificationEnvelope(
    notification,
    { protocol: 'lambda', arn },
    sealing,
  );
  return JSON.stringify({
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: arn,
        Sns: {
          Subject: null,
          MessageAttributes: {},
          ...envelope,
          SigningCertUrl: SigningCertURL,
          UnsubscribeUrl: UnsubscribeURL,
        },
      },
    ],
  });
}
