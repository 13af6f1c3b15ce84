import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import {
  CreateTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, python } from '../lambda/functions.ts';
import { listen, type Listener } from '../lambda/listener.ts';
import { newQueue } from '../sqs/queues.ts';
import { allow } from './topics.ts';

let server: TestServer;
let listener: Listener;
beforeAll(async () => {
  [server, listener] = await Promise.all([startServer(), listen()]);
});
afterAll(async () => {
  listener.close();
  await server.close();
});

test('Publish: a function runs with the message, once its policy lets the topic in', async () => {
  const account = freshAccount();
  const dead = await newQueue(server, 'dead', {}, account);
  const lambda = await newFunction(
    server,
    account,
    'reader',
    python(`
import json, urllib.request
def handler(event, context):
  urllib.request.urlopen("${listener.url}", json.dumps(event).encode())
`),
  );
  const functionArn = `arn:aws:lambda:us-east-1:${account}:function:reader`;
  const sns = new SNSClient(server.client(account));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  await allow(dead, TopicArn);
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'lambda',
      Endpoint: functionArn,
      Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn }) },
    }),
  );
  await sns.send(new PublishCommand({ TopicArn, Message: 'refused' }));
  const { Messages: [letter] = [] } = await dead.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: dead.url, WaitTimeSeconds: 20 }),
  );
  expect(JSON.parse(letter?.Body ?? '{}')).toMatchObject({ Message: 'refused' });
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'reader',
      StatementId: 'news',
      Action: 'lambda:InvokeFunction',
      Principal: 'sns.amazonaws.com',
      SourceArn: TopicArn,
    }),
  );
  const { MessageId } = await sns.send(
    new PublishCommand({
      TopicArn,
      Message: 'read me',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'test' } },
    }),
  );
  await expect.poll(() => listener.heard.length, { timeout: 20_000 }).toBe(1);
  expect(JSON.parse(listener.heard[0] ?? '{}')).toEqual({
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: SubscriptionArn,
        Sns: {
          Type: 'Notification',
          MessageId,
          TopicArn,
          Subject: null,
          Message: 'read me',
          Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          SignatureVersion: '1',
          Signature: expect.any(String),
          SigningCertUrl: expect.stringContaining('/SimpleNotificationService-'),
          UnsubscribeUrl: expect.stringContaining('Action=Unsubscribe'),
          MessageAttributes: { kind: { Type: 'String', Value: 'test' } },
        },
      },
    ],
  });
}, 60_000);
