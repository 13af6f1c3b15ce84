import {
  CreateTrailCommand,
  GetTrailStatusCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysUnder } from '../../../labs/audit/digests.ts';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { trailBucket } from './trail-bucket.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MINUTE = 60_000;
const Name = 'audit';

async function advance(milliseconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + milliseconds);
}

const allow = (Service: string, Action: string, Resource: string, Condition?: object) =>
  policyText({ Effect: 'Allow', Principal: { Service }, Action, Resource, Condition });

test('a trail’s topic: is told of each log file, as far as its policy lets CloudTrail', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const { bucket, arn, trail, s3 } = await trailBucket(config, account);
  const sns = new SNSClient(config);
  const sqs = new SQSClient(config);
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'files' }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
  const queue = `arn:aws:sqs:us-east-1:${account}:told`;
  const Policy = allow('sns.amazonaws.com', 'sqs:SendMessage', queue);
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue, Attributes }));
  const setPolicy = (AttributeValue: string) =>
    sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
  const create = () =>
    trail.send(new CreateTrailCommand({ Name, S3BucketName: bucket, SnsTopicName: 'files' }));
  await setPolicy(allow('events.amazonaws.com', 'sns:Publish', TopicArn));
  await expect(create()).rejects.toMatchObject({
    name: 'InsufficientSnsTopicPolicyException',
    message: 'SNS Topic does not exist or the topic policy is incorrect!',
  });
  const Condition = { StringEquals: { 'aws:SourceArn': arn } };
  await setPolicy(allow('cloudtrail.amazonaws.com', 'sns:Publish', TopicArn, Condition));
  expect(await create()).toMatchObject({ SnsTopicName: 'files', SnsTopicARN: TopicArn });
  const received = async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }),
    );
    const [{ Body, ReceiptHandle } = {}] = Messages;
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Body;
  };
  expect(await received()).toBe('CloudTrail validation message.');
  await trail.send(new StartLoggingCommand({ Name }));
  await advance(6 * MINUTE);
  const [key] = await keysUnder(s3, bucket, `AWSLogs/${account}/CloudTrail/`);
  expect(await received()).toBe(JSON.stringify({ s3Bucket: bucket, s3ObjectKey: [key] }));
  const status = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(status.LatestNotificationTime).toBeInstanceOf(Date);
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await advance(6 * MINUTE);
  const after = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(after.LatestNotificationError).toBe('AuthorizationError');
});
