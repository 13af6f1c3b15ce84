import type { LogsOperations } from '../../../models/logs/types.ts';
import type { SnsOperations } from '../../../models/sns/types.ts';
import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { OperationReference, OperationTypes } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';

type Reference<Operation extends OperationTypes> = OperationReference<
  Operation['input'],
  Operation['output']
>;

export const SEND_MESSAGE: Reference<SqsOperations['SendMessage']> = {
  service: 'sqs',
  operation: 'SendMessage',
};

export const PUBLISH: Reference<SnsOperations['Publish']> = {
  service: 'sns',
  operation: 'Publish',
};

export const PUT_LOG_EVENTS: Reference<LogsOperations['PutLogEvents']> = {
  service: 'logs',
  operation: 'PutLogEvents',
};

export const CREATE_LOG_STREAM: Reference<LogsOperations['CreateLogStream']> = {
  service: 'logs',
  operation: 'CreateLogStream',
};

/** How a queue is named in calls. */
export function queueUrl({ account, region }: Scope, name: string): string {
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}
