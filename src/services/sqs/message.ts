import type {
  MessageAttributeValue,
  MessageSystemAttributeValue,
} from '../../../models/sqs/types.ts';
import type { JsonValue } from '../../core/json.ts';
import { attributeBytes, type MessageAttribute, type MessageAttributes } from './domain/digests.ts';
import {
  invalidMessageContents,
  invalidParameter,
  invalidValue,
  missingParameter,
} from './errors.ts';
import type { QueueDocument } from './state.ts';

/** What a message says, beside its place. Kept as JSON, sealed. */
export interface MessageText {
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sender: string;
  readonly trace?: string;
  readonly group?: string;
  readonly deduplication?: string;
}

/** What is given of one message, alone or in a batch. */
export interface GivenMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageSystemAttributes?:
    | Readonly<Record<string, MessageSystemAttributeValue>>
    | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

const ATTRIBUTES_MAX = 10;
const DELAY_SECONDS_MAX = 900;
/** Characters that XML 1.0 doesn't allow, lone surrogates with them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const IDENTIFIER = /^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/;
const ATTRIBUTE_NAME = /^(?!.*\.\.)(?!\.)[\w.-]{1,256}(?<!\.)$/;
const TYPE = /^(String|Number|Binary)(\..+)?$/;

/** A message as it will be kept. Errors: what AWS says of the first thing that is wrong. */
export function readMessage(
  given: GivenMessage,
  queue: QueueDocument,
  sender: string,
): { readonly text: MessageText; readonly delaySeconds: number; readonly bytes: number } {
  const { MessageBody: body, DelaySeconds: delay } = given;
  if (body === '') throw missingParameter('MessageBody');
  const forbidden = FORBIDDEN.exec(body)?.[0];
  if (forbidden !== undefined) {
    const code = forbidden.codePointAt(0) ?? 0;
    throw invalidMessageContents(`#x${code.toString(16).toUpperCase()}`);
  }
  if (delay !== undefined && (delay < 0 || delay > DELAY_SECONDS_MAX)) {
    throw invalidValue(delay, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.');
  }
  requireIdentifiers(given, queue);
  const attributes = readAttributes(given.MessageAttributes ?? {}, '(user) ');
  const system = readAttributes(given.MessageSystemAttributes ?? {}, 'system ');
  for (const name of Object.keys(system)) {
    if (name === 'AWSTraceHeader') continue;
    throw invalidParameter(
      `Message system attribute name '${name}' is invalid. You must use only the following supported ` +
        'names: AWSTraceHeader.',
    );
  }
  const trace = system['AWSTraceHeader']?.text;
  const bytes = Buffer.byteLength(body) + attributeBytes(attributes);
  if (bytes > queue.settings.maximumBytes) throw tooLong(queue);
  const { MessageGroupId: group, MessageDeduplicationId: deduplication } = given;
  return {
    text: {
      body,
      attributes,
      sender,
      ...(trace === undefined ? {} : { trace }),
      ...(group === undefined ? {} : { group }),
      ...(deduplication === undefined ? {} : { deduplication }),
    },
    delaySeconds: delay ?? queue.settings.delay,
    bytes,
  };
}

export function tooLong({ settings }: QueueDocument) {
  return invalidParameter(
    `One or more parameters are invalid. Reason: Message must be shorter than ${settings.maximumBytes} bytes.`,
  );
}

function requireIdentifiers(given: GivenMessage, { isFifo, settings }: QueueDocument): void {
  const { MessageGroupId: group, MessageDeduplicationId: deduplication, DelaySeconds } = given;
  const notHere = 'The request include parameter that is not valid for this queue type';
  if (!isFifo && deduplication !== undefined) {
    throw invalidValue(deduplication, 'MessageDeduplicationId', `${notHere}.`);
  }
  if (isFifo && group === undefined) throw missingParameter('MessageGroupId');
  if (group !== undefined && !IDENTIFIER.test(group)) {
    const reason =
      'MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length';
    throw invalidValue(group, 'MessageGroupId', `${reason}.`);
  }
  if (deduplication !== undefined && !IDENTIFIER.test(deduplication)) {
    const reason =
      'MessageDeduplicationId can only include alphanumeric and punctuation characters. 1 to 128 in length';
    throw invalidValue(deduplication, 'MessageDeduplicationId', `${reason}.`);
  }
  if (!isFifo) return;
  if (deduplication === undefined && !settings.contentDeduplication) {
    throw invalidParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  if (DelaySeconds !== undefined && DelaySeconds !== settings.delay) {
    throw invalidValue(DelaySeconds, 'DelaySeconds', `${notHere}.`);
  }
}

type Given = MessageAttributeValue | MessageSystemAttributeValue;

function readAttributes(given: Readonly<Record<string, Given>>, kind: string): MessageAttributes {
  const names = Object.keys(given);
  if (names.length > ATTRIBUTES_MAX) {
    throw invalidParameter(
      `Number of message attributes [${names.length}] exceeds the allowed maximum [${ATTRIBUTES_MAX}].`,
    );
  }
  const read: Record<string, MessageAttribute> = {};
  for (const [name, value] of Object.entries(given)) read[name] = readAttribute(name, value, kind);
  return read;
}

function readAttribute(name: string, value: Given, kind: string): MessageAttribute {
  const { DataType: type, StringValue: text, BinaryValue: binary } = value;
  const subject = `message ${kind}attribute '${name}'`;
  if (!ATTRIBUTE_NAME.test(name) || /^(aws|amazon)\./i.test(name)) {
    throw invalidParameter(
      `The ${subject} is invalid. Message attribute name can contain A-Z, a-z, 0-9, underscore (_), ` +
        'hyphen (-), and period (.) characters.',
    );
  }
  const family = TYPE.exec(type)?.[1];
  if (family === undefined || type.length > 256) {
    throw invalidParameter(
      `The type of ${subject} is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  }
  if (family === 'Binary') {
    if (binary === undefined || binary.length === 0) throw empty(name, kind, 'Binary');
    return { type, binary: Buffer.from(binary).toString('base64') };
  }
  if (text === undefined || text === '') throw empty(name, kind, family);
  if (family === 'Number' && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) {
    throw invalidParameter(`Can't cast the value of ${subject} to a number.`);
  }
  return { type, text };
}

function empty(name: string, kind: string, family: string) {
  return invalidParameter(
    `Message ${kind}attribute '${name}' must contain a non-empty value of type '${family}'.`,
  );
}

/** The reverse of `JSON.stringify`. */
export function parseMessage(text: string): MessageText {
  const json: JsonValue = JSON.parse(text);
  if (!isMessage(json)) throw new Error('a message is not readable');
  return json;
}

function isMessage(json: unknown): json is MessageText {
  return typeof json === 'object' && json !== null && 'body' in json;
}
