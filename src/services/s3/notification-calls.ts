import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { SnsOperations } from '../../../models/sns/types.ts';
import type { OperationReference, OperationTypes } from '../../contract/operation.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';

type Reference<T extends OperationTypes> = OperationReference<T['input'], T['output']>;

const PUBLISH: Reference<SnsOperations['Publish']> = { service: 'sns', operation: 'Publish' };
const INVOKE: Reference<LambdaOperations['Invoke']> = { service: 'lambda', operation: 'Invoke' };

export function publishTo(arn: string, text: string) {
  const input = { TopicArn: arn, Subject: 'Amazon S3 Notification', Message: text };
  return { reference: PUBLISH, input };
}

export function sendTo(arn: string, text: string) {
  const QueueUrl = queueUrlOf(arn)?.QueueUrl ?? '';
  return { reference: SEND_MESSAGE, input: { QueueUrl, MessageBody: text } };
}

export function invokeFunction(arn: string, text: string) {
  const input = { FunctionName: arn, InvocationType: 'Event' as const, Payload: Buffer.from(text) };
  return { reference: INVOKE, input };
}
