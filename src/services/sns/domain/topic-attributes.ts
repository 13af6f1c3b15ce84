/** What is wrong with an attribute's value; undefined: nothing. */
export type AttributeFault = string | undefined;

const MIB = 1_048_576;
export const MESSAGE_BYTES_DEFAULT = 262_144;

type Check = (value: string) => boolean;

const truth: Check = (value) => /^(true|false)$/i.test(value);
const anything: Check = () => true;

/** Attributes that topics have, but for the policy. Delivery status goes to CloudWatch Logs, and is only kept. */
const TOPIC_ATTRIBUTES: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['DisplayName', (value) => value.length <= 100],
  ['DeliveryPolicy', anything],
  ['KmsMasterKeyId', (value) => value.length <= 2_048],
  ['SignatureVersion', (value) => value === '1' || value === '2'],
  ['TracingConfig', (value) => value === 'PassThrough' || value === 'Active'],
  [
    'MaximumMessageSize',
    (value) => /^\d+$/.test(value) && Number(value) >= 1_024 && Number(value) <= MIB,
  ],
  ...['HTTP', 'Firehose', 'Lambda', 'Application', 'SQS'].flatMap((name): [string, Check][] => [
    [`${name}SuccessFeedbackRoleArn`, anything],
    [
      `${name}SuccessFeedbackSampleRate`,
      (value) => /^\d{1,3}$/.test(value) && Number(value) <= 100,
    ],
    [`${name}FailureFeedbackRoleArn`, anything],
  ]),
]);

const FIFO_ATTRIBUTES: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['ContentBasedDeduplication', truth],
  ['FifoThroughputScope', (value) => value === 'Topic' || value === 'MessageGroup'],
]);

/** `AttributeName`, or the attribute's own name with a reason. */
export function topicAttributeFault(name: string, value: string, isFifo: boolean): AttributeFault {
  const check = TOPIC_ATTRIBUTES.get(name) ?? (isFifo ? FIFO_ATTRIBUTES.get(name) : undefined);
  if (check === undefined) return 'AttributeName';
  return check(value) ? undefined : `Attributes Reason: ${name} must have a valid value`;
}
