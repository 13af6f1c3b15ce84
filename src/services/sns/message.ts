import type { MessageAttributeValue } from '../../../models/sns/types.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { invalidParameter } from './errors.ts';
import type { TopicDocument } from './state.ts';
import { messageBytesMax } from './topics.ts';

/** An attribute of a message. Binary values are base64 text. */
export interface NotificationAttribute {
  /** `String`, `String.Array`, `Number`, `Binary`. */
  readonly type: string;
  readonly value: string;
}

export type NotificationAttributes = Readonly<Record<string, NotificationAttribute>>;

/** A message as all its subscriptions see it. */
export interface Notification {
  readonly id: string;
  readonly topicArn: string;
  readonly sent: Instant;
  readonly message: string;
  /** By protocol, where the message says something else to some. */
  readonly byProtocol?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly attributes: NotificationAttributes;
  readonly sequence?: string;
  readonly group?: string;
  readonly deduplication?: string;
}

/** What is given of one message, alone or in a batch. */
export interface GivenNotification {
  readonly Message: string;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

const SUBJECT = /^[^\p{Cc}\s][^\p{Cc}]{0,99}$/u;
const IDENTIFIER = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;
const ATTRIBUTE_NAME = /^(?!.*\.\.)(?!\.)[\w.-]{1,256}(?<!\.)$/;

type Read = Omit<Notification, 'id' | 'topicArn' | 'sent' | 'sequence'>;

/** Errors: InvalidParameter. */
export function readNotification(
  given: GivenNotification,
  topic: TopicDocument,
): { readonly read: Read; readonly bytes: number } {
  const { Message: message, Subject: subject, MessageStructure: structure } = given;
  if (message === '') throw invalidParameter('Empty message');
  if (subject !== undefined && !SUBJECT.test(subject)) throw invalidParameter('Subject');
  if (structure !== undefined && structure !== 'json') {
    throw invalidParameter(
      'MessageStructure Reason: Invalid Message Structure parameter: ' + structure,
    );
  }
  const attributes = readAttributes(given.MessageAttributes ?? {});
  const bytes = bytesOf(message, attributes);
  if (bytes > messageBytesMax(topic)) throw invalidParameter('Message too long');
  requireIdentifiers(given, topic);
  const { MessageGroupId: group, MessageDeduplicationId: deduplication } = given;
  const told = structure === 'json' ? readStructure(message) : { message };
  return {
    read: {
      ...told,
      ...(subject === undefined ? {} : { subject }),
      attributes,
      ...(group === undefined ? {} : { group }),
      ...(deduplication === undefined ? {} : { deduplication }),
    },
    bytes,
  };
}

function bytesOf(message: string, attributes: NotificationAttributes): number {
  let bytes = Buffer.byteLength(message);
  for (const [name, { type, value }] of Object.entries(attributes)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(type) + Buffer.byteLength(value);
  }
  return bytes;
}

function requireIdentifiers(given: GivenNotification, { isFifo, attributes }: TopicDocument): void {
  const { MessageGroupId: group, MessageDeduplicationId: deduplication } = given;
  if (!isFifo && deduplication !== undefined) {
    throw invalidParameter(
      'MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not ' +
        'valid for this topic type',
    );
  }
  if (group !== undefined && !IDENTIFIER.test(group)) {
    throw invalidParameter('MessageGroupId Reason: The message group ID is not valid');
  }
  if (deduplication !== undefined && !IDENTIFIER.test(deduplication)) {
    throw invalidParameter(
      'MessageDeduplicationId Reason: The message deduplication ID is not valid',
    );
  }
  if (!isFifo) return;
  if (group === undefined) {
    throw invalidParameter('The MessageGroupId parameter is required for FIFO topics');
  }
  const isByContent = attributes['ContentBasedDeduplication']?.toLowerCase() === 'true';
  if (deduplication === undefined && !isByContent) {
    throw invalidParameter(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided ' +
        'explicitly',
    );
  }
}

function readStructure(message: string): Pick<Notification, 'message' | 'byProtocol'> {
  let json: JsonValue;
  try {
    json = JSON.parse(message);
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
  const fallback = isJsonObject(json) ? json['default'] : undefined;
  if (!isJsonObject(json) || typeof fallback !== 'string') {
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  }
  const byProtocol: Record<string, string> = {};
  for (const [protocol, text] of Object.entries(json)) {
    if (typeof text === 'string') byProtocol[protocol] = text;
  }
  return { message: fallback, byProtocol };
}

function readAttributes(
  given: Readonly<Record<string, MessageAttributeValue>>,
): NotificationAttributes {
  const read: Record<string, NotificationAttribute> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!ATTRIBUTE_NAME.test(name) || /^(aws|amazon)\./i.test(name)) {
      throw invalidParameter(`The message attribute name '${name}' is not valid`);
    }
    read[name] = readAttribute(name, value);
  }
  return read;
}

function readAttribute(
  name: string,
  { DataType: type, StringValue: text, BinaryValue: binary }: MessageAttributeValue,
): NotificationAttribute {
  if (!/^(String|Number|Binary)(\..+)?$/.test(type)) {
    throw invalidParameter(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type ` +
        'prefixes is Binary, Number, and String.',
    );
  }
  if (type.startsWith('Binary')) {
    if (binary === undefined || binary.length === 0) throw empty(name, type);
    return { type, value: Buffer.from(binary).toString('base64') };
  }
  if (text === undefined || text === '') throw empty(name, type);
  if (type.startsWith('Number') && Number.isNaN(Number(text))) {
    throw invalidParameter(`Could not cast message attribute '${name}' value to number.`);
  }
  return { type, value: text };
}

function empty(name: string, type: string) {
  return invalidParameter(
    `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
  );
}

/** The reverse of `JSON.stringify`. */
export function parseNotification(text: string): Notification {
  const json: JsonValue = JSON.parse(text);
  if (!isNotification(json)) throw new Error('a notification is not readable');
  return json;
}

function isNotification(json: unknown): json is Notification {
  return typeof json === 'object' && json !== null && 'topicArn' in json;
}
