import type { Context } from '../../contract/operation.ts';
import type { StreamReader, TableStream } from '../dynamodb/port.ts';
import { invalid } from './errors.ts';

/** The stream that `authorize` named. Errors: ResourceNotFoundException. */
export async function streamTarget<T extends TableStream>(
  context: Context,
  reader: StreamReader<T>,
  arn: string,
): Promise<T> {
  const resource = await context.resolve(reader.kind, arn);
  const { document, missing, scope } = resource.resolved;
  if (document === undefined) throw missing ?? invalid(`Invalid StreamArn: ${arn}`);
  context.audit.resource('AWS::DynamoDB::Stream', arn, scope.account);
  return document;
}
