import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';

/** For services that send: as themselves, with the ARN of what they send for. */
export const SEND_MESSAGE: OperationReference<
  SqsOperations['SendMessage']['input'],
  SqsOperations['SendMessage']['output']
> = { service: 'sqs', operation: 'SendMessage' };

/** A queue's URL as operations take it, and its Region; the host means nothing. Undefined: it is no queue's ARN. */
export function queueUrlOf(
  arn: string,
): { readonly QueueUrl: string; readonly region: string; readonly account: string } | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'sqs') return undefined;
  const { region, account, resource } = parsed;
  return {
    QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${resource}`,
    region,
    account,
  };
}
