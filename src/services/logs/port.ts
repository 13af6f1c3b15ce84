import type { LogsOperations } from '../../../models/logs/types.ts';
import type { OperationReference } from '../../contract/operation.ts';

function operation<N extends keyof LogsOperations>(
  name: N,
): OperationReference<LogsOperations[N]['input'], LogsOperations[N]['output']> {
  return { service: 'logs', operation: name };
}

/** What other services ask of CloudWatch Logs, through the pipeline. */
export const logsCreateLogStream = operation('CreateLogStream');
export const logsPutLogEvents = operation('PutLogEvents');
export const logsDescribeResourcePolicies = operation('DescribeResourcePolicies');
export const logsPutResourcePolicy = operation('PutResourcePolicy');
