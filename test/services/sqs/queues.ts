import { CreateQueueCommand, SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { freshAccount, type ClientConfig, type TestServer } from '../../server.ts';

export interface Queue {
  readonly account: string;
  readonly sqs: SQSClient;
  readonly url: string;
  readonly arn: string;
  readonly config: ClientConfig;
}

/** A queue in an account of its own, or in the one given. */
export async function newQueue(
  server: TestServer,
  QueueName = 'orders',
  Attributes: Record<string, string> = {},
  account = freshAccount(),
): Promise<Queue> {
  const config = server.client(account);
  const sqs = new SQSClient(config);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  return {
    account,
    sqs,
    url: QueueUrl,
    arn: `arn:aws:sqs:us-east-1:${account}:${QueueName}`,
    config,
  };
}

export async function send(queue: Queue, ...bodies: readonly string[]): Promise<void> {
  for (const MessageBody of bodies) {
    await queue.sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody }));
  }
}
