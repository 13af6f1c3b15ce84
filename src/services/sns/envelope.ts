import type { Notification } from './message.ts';
import { CERTIFICATE_PATH, signatureOf, signedText, type SignatureVersion } from './signer.ts';
import type { Signer, SubscriptionDocument } from './state.ts';

export interface Sealing {
  readonly signer: Signer;
  readonly version: SignatureVersion;
  /** The server's address, without a slash at its end. */
  readonly address: string;
}

/** What a protocol is told: the message, or what it says to that protocol. */
export function messageFor({ message, byProtocol }: Notification, protocol: string): string {
  return byProtocol?.[protocol] ?? message;
}

/** The JSON that is delivered where the message alone isn't asked for. */
export function notificationEnvelope(
  notification: Notification,
  subscription: { readonly protocol: string; readonly arn: string },
  { signer, version, address }: Sealing,
): Record<string, unknown> {
  const { id, topicArn, subject, sequence } = notification;
  const Message = messageFor(notification, subscription.protocol);
  const Timestamp = new Date(notification.sent).toISOString();
  const signed = {
    Message,
    MessageId: id,
    Subject: subject,
    Timestamp,
    TopicArn: topicArn,
    Type: 'Notification',
  };
  const attributes = Object.entries(notification.attributes).map(([name, { type, value }]) => [
    name,
    { Type: type, Value: value },
  ]);
  return {
    Type: 'Notification',
    MessageId: id,
    ...(sequence === undefined ? {} : { SequenceNumber: sequence }),
    TopicArn: topicArn,
    ...(subject === undefined ? {} : { Subject: subject }),
    Message,
    Timestamp,
    SignatureVersion: version,
    Signature: signatureOf(signer, version, signedText(signed)),
    SigningCertURL: `${address}${CERTIFICATE_PATH}${signer.name}.pem`,
    UnsubscribeURL: `${address}/?Action=Unsubscribe&SubscriptionArn=${subscription.arn}&Version=${VERSION}`,
    ...(attributes.length === 0 ? {} : { MessageAttributes: Object.fromEntries(attributes) }),
  };
}

/** The API's version, without which the address would not say which service is meant. */
const VERSION = '2010-03-31';

/** What an endpoint is asked before it gets anything. */
export function confirmationEnvelope(
  { topicArn, pending }: SubscriptionDocument,
  { id, sent }: { readonly id: string; readonly sent: number },
  { signer, version, address }: Sealing,
): Record<string, string> {
  const Token = pending?.token ?? '';
  const Message =
    `You have chosen to subscribe to the topic ${topicArn}.\n` +
    'To confirm the subscription, visit the SubscribeURL included in this message.';
  const query = `Action=ConfirmSubscription&TopicArn=${topicArn}&Token=${Token}&Version=${VERSION}`;
  const SubscribeURL = `${address}/?${query}`;
  const Timestamp = new Date(sent).toISOString();
  const Type = 'SubscriptionConfirmation';
  const signed = {
    Message,
    MessageId: id,
    SubscribeURL,
    Timestamp,
    Token,
    TopicArn: topicArn,
    Type,
  };
  return {
    Type,
    MessageId: id,
    Token,
    TopicArn: topicArn,
    Message,
    SubscribeURL,
    Timestamp,
    SignatureVersion: version,
    Signature: signatureOf(signer, version, signedText(signed)),
    SigningCertURL: `${address}${CERTIFICATE_PATH}${signer.name}.pem`,
  };
}
