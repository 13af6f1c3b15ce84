import type { LogsOperations } from '../../../models/logs/types.ts';
import type { SnsOperations } from '../../../models/sns/types.ts';
import type { OperationReference, OperationTypes } from '../../contract/operation.ts';

type Reference<Operation extends OperationTypes> = OperationReference<
  Operation['input'],
  Operation['output']
>;

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
