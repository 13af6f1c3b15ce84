import type { Sendable } from './sendable.ts';
import type { SubscriptionDocument } from './state.ts';

const SENDER = 'AWS Notifications';

type Envelope = Readonly<Record<string, unknown>>;

function textOf(envelope: Envelope, name: string): string {
  const value = envelope[name];
  return typeof value === 'string' ? value : '';
}

/** A message as a mail: as it was written, or as JSON where that was asked for. */
export function mailOf({ protocol, endpoint }: SubscriptionDocument, envelope: Envelope): Sendable {
  const subject = textOf(envelope, 'Subject') || 'AWS Notification Message';
  const plain =
    `${textOf(envelope, 'Message')}\n\n--\n` +
    'If you wish to stop receiving notifications from this topic, please click or visit the link below to ' +
    `unsubscribe:\n${textOf(envelope, 'UnsubscribeURL')}\n`;
  const text = protocol === 'email-json' ? JSON.stringify(envelope, null, 2) : plain;
  return { kind: 'mail', to: endpoint, senderName: SENDER, subject, text };
}

/** Asks a mailbox whether it wants a topic's messages. */
export function confirmationMail(
  { protocol, endpoint, topicArn }: SubscriptionDocument,
  envelope: Envelope,
): Sendable {
  const plain =
    `You have chosen to subscribe to the topic:\n${topicArn}\n\n` +
    'To confirm this subscription, click or visit the link below (If this was in error no action is necessary):\n' +
    `${textOf(envelope, 'SubscribeURL')}\n`;
  return {
    kind: 'mail',
    to: endpoint,
    senderName: SENDER,
    subject: 'AWS Notification - Subscription Confirmation',
    text: protocol === 'email-json' ? JSON.stringify(envelope, null, 2) : plain,
  };
}
