import type { Target } from '../../../../models/scheduler/types.ts';
import { parseArn } from '../../../core/arn.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';

/** The call a target stands for: an operation of a service's model, and its input as JSON. */
export interface TargetCall {
  readonly service: string;
  readonly operation: string;
  readonly input: JsonObject;
}

export type TargetKind =
  | { readonly kind: 'templated'; readonly service: 'lambda' | 'sqs' | 'sns' | 'events' }
  /** `arn:aws:scheduler:::aws-sdk:sqs:sendMessage`. */
  | { readonly kind: 'universal'; readonly sdk: string; readonly action: string }
  /** AWS has a template for it, and nothing here does. */
  | { readonly kind: 'unbuilt'; readonly service: string };

const UNBUILT = new Set([
  'codebuild',
  'codepipeline',
  'ecs',
  'inspector',
  'kinesis',
  'firehose',
  'sagemaker',
  'states',
]);

/** Undefined: it is no target. */
export function targetKind(text: string): TargetKind | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  if (arn.service === 'scheduler') {
    const [marker, sdk = '', action = '', ...more] = arn.resource.split(':');
    const isOne = marker === 'aws-sdk' && sdk !== '' && action !== '' && more.length === 0;
    return isOne ? { kind: 'universal', sdk, action } : undefined;
  }
  switch (arn.service) {
    case 'lambda':
    case 'sqs':
    case 'sns':
      return { kind: 'templated', service: arn.service };
    case 'events':
      return arn.resource.startsWith('event-bus/')
        ? { kind: 'templated', service: 'events' }
        : undefined;
    default:
      return UNBUILT.has(arn.service) ? { kind: 'unbuilt', service: arn.service } : undefined;
  }
}

const READING = new RegExp(
  '^(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|' +
    'batchGet|batchDescribe|batchRead|transactGet|adminGet|adminList|testMigration|retrieve|' +
    'testConnection|translateDocument|isAuthorized|invokeModel)',
);

/** Operations that only read are nothing to schedule. */
export function isReading(action: string): boolean {
  return READING.test(action);
}

/** What a templated target is called with. `input` is what the schedule sends. */
export function templatedCall(
  service: 'lambda' | 'sqs' | 'sns' | 'events',
  target: Target,
  { input, scheduleArn, queueUrl }: { input: string; scheduleArn: string; queueUrl: string },
): TargetCall {
  switch (service) {
    case 'lambda':
      return {
        service,
        operation: 'Invoke',
        input: { FunctionName: target.Arn, InvocationType: 'Event', Payload: input },
      };
    case 'sqs': {
      const group = target.SqsParameters?.MessageGroupId;
      const message: JsonObject = { QueueUrl: queueUrl, MessageBody: input };
      return {
        service,
        operation: 'SendMessage',
        input: group === undefined ? message : { ...message, MessageGroupId: group },
      };
    }
    case 'sns':
      return { service, operation: 'Publish', input: { TopicArn: target.Arn, Message: input } };
    case 'events': {
      const { DetailType = '', Source = '' } = target.EventBridgeParameters ?? {};
      const entry: JsonValue = {
        EventBusName: target.Arn,
        Source,
        DetailType,
        Detail: input,
        Resources: [scheduleArn],
      };
      return { service, operation: 'PutEvents', input: { Entries: [entry] } };
    }
  }
}
