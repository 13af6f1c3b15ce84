import type { KmsOperations } from '../../../models/kms/types.ts';
import type { EventsOperations } from '../../../models/events/types.ts';
import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { LogsOperations } from '../../../models/logs/types.ts';
import type { S3Operations } from '../../../models/s3/types.ts';
import type { SnsOperations } from '../../../models/sns/types.ts';
import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { StsOperations } from '../../../models/sts/types.ts';
import type { CallOptions, OperationReference } from '../../contract/operation.ts';

export const PRINCIPAL = 'lambda.amazonaws.com';

/** What operations and jobs alike can do: call another service within their unit. */
export type CallService = <I extends object, O>(
  reference: OperationReference<I, O>,
  input: I,
  options: CallOptions,
) => Promise<O>;

export const assumeRole: Reference<StsOperations['AssumeRole']> = {
  service: 'sts',
  operation: 'AssumeRole',
};
export const encrypt: Reference<KmsOperations['Encrypt']> = {
  service: 'kms',
  operation: 'Encrypt',
};
export const decrypt: Reference<KmsOperations['Decrypt']> = {
  service: 'kms',
  operation: 'Decrypt',
};
export const createGrant: Reference<KmsOperations['CreateGrant']> = {
  service: 'kms',
  operation: 'CreateGrant',
};
export const getObject: Reference<S3Operations['GetObject']> = {
  service: 's3',
  operation: 'GetObject',
};

type Reference<T extends { readonly input: object; readonly output: object }> = OperationReference<
  T['input'],
  T['output']
>;

export const createLogStream: Reference<LogsOperations['CreateLogStream']> = {
  service: 'logs',
  operation: 'CreateLogStream',
};
export const putLogEvents: Reference<LogsOperations['PutLogEvents']> = {
  service: 'logs',
  operation: 'PutLogEvents',
};
export const createLogGroup: Reference<LogsOperations['CreateLogGroup']> = {
  service: 'logs',
  operation: 'CreateLogGroup',
};
export const publishMessage: Reference<SnsOperations['Publish']> = {
  service: 'sns',
  operation: 'Publish',
};
export const putEvents: Reference<EventsOperations['PutEvents']> = {
  service: 'events',
  operation: 'PutEvents',
};
export const invokeFunction: Reference<LambdaOperations['Invoke']> = {
  service: 'lambda',
  operation: 'Invoke',
};
export const receiveMessages: Reference<SqsOperations['ReceiveMessage']> = {
  service: 'sqs',
  operation: 'ReceiveMessage',
};
export const deleteMessages: Reference<SqsOperations['DeleteMessageBatch']> = {
  service: 'sqs',
  operation: 'DeleteMessageBatch',
};
export const getQueueAttributes: Reference<SqsOperations['GetQueueAttributes']> = {
  service: 'sqs',
  operation: 'GetQueueAttributes',
};
