import type { Message } from '../../../../models/sqs/types.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';

/** What a function is given of messages. */
export function queueEvent(messages: readonly Message[], queueArn: string): JsonObject {
  return {
    Records: messages.map((message) => ({
      messageId: message.MessageId ?? '',
      receiptHandle: message.ReceiptHandle ?? '',
      body: message.Body ?? '',
      attributes: { ...message.Attributes },
      messageAttributes: attributesOf(message),
      md5OfBody: message.MD5OfBody ?? '',
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: queueArn.split(':')[3] ?? '',
    })),
  };
}

function attributesOf({ MessageAttributes = {} }: Message): JsonObject {
  return Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, value]) => [
      name,
      {
        ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
        ...(value.BinaryValue === undefined
          ? {}
          : { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
        stringListValues: [],
        binaryListValues: [],
        dataType: value.DataType,
      },
    ]),
  );
}

/** The ids of messages that a function says it failed at. Undefined: all of them, for the answer makes no sense. */
export function failuresIn(
  payload: Uint8Array,
  messages: readonly Message[],
): ReadonlySet<string> | undefined {
  const known = new Set(messages.map(({ MessageId }) => MessageId ?? ''));
  const answer = jsonOf(payload);
  if (answer === null) return new Set();
  if (typeof answer !== 'object' || isList(answer)) return undefined;
  const listed = answer['batchItemFailures'] ?? [];
  if (!Array.isArray(listed)) return undefined;
  const failed = new Set<string>();
  for (const item of listed) {
    if (typeof item !== 'object' || item === null || isList(item)) return undefined;
    const id = item['itemIdentifier'];
    if (typeof id !== 'string' || !known.has(id)) return undefined;
    failed.add(id);
  }
  return failed;
}

function isList(value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function jsonOf(payload: Uint8Array): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(Buffer.from(payload).toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}
