import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { policyText } from '../../identities.ts';
import type { Queue } from '../sqs/queues.ts';

/** Lets a topic send to a queue. */
export async function allow(queue: Queue, topicArn: string): Promise<void> {
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queue.arn,
    Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
  });
  await queue.sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes: { Policy } }),
  );
}
