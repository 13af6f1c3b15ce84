import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourceCommand,
  SignalResourceCommand,
} from '@aws-sdk/client-cloudformation';
import {
  GetObjectCommand,
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { eventsOf, outputOf, settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SIGNALLED = `
Resources:
  Wait:
    Type: AWS::CloudFormation::WaitCondition
    CreationPolicy: {ResourceSignal: {Count: 2, Timeout: PT10M}}
`;

test('SignalResource: a creation policy is satisfied by as many different signals as it counts', async () => {
  const account = freshAccount();
  const client = stacksOf(server.client(account));
  const StackName = 'signalled';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: SIGNALLED }));
  const wait = { StackName, LogicalResourceId: 'Wait' };
  const signal = { ...wait, Status: 'SUCCESS' as const };
  const status = async () => {
    const { StackResourceDetail } = await client.send(new DescribeStackResourceCommand(wait));
    return StackResourceDetail?.PhysicalResourceId ?? '';
  };
  await expect.poll(() => status().catch(() => '')).not.toBe('');
  const nobody = stacksOf(await newUser(server, account, 'nobody'));
  await expect(
    nobody.send(new SignalResourceCommand({ ...signal, UniqueId: 'a' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
  await client.send(new SignalResourceCommand({ ...signal, UniqueId: 'a' }));
  await client.send(new SignalResourceCommand({ ...signal, UniqueId: 'a' }));
  await expect(
    client.send(new SignalResourceCommand({ ...signal, LogicalResourceId: 'No', UniqueId: 'a' })),
  ).rejects.toThrow(`Resource No does not exist for stack ${StackName}`);
  await client.send(new SignalResourceCommand({ ...signal, UniqueId: 'b' }));
  expect((await settled(client, StackName)).StackStatus).toBe('CREATE_COMPLETE');
  await expect(
    client.send(new SignalResourceCommand({ ...signal, UniqueId: 'c' })),
  ).rejects.toThrow('Resource Wait is in CREATE_COMPLETE state and cannot be signaled');
});

test('SignalResource: a failure fails the resource', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const StackName = 'failed';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: SIGNALLED }));
  const signal = {
    StackName,
    LogicalResourceId: 'Wait',
    UniqueId: 'a',
    Status: 'FAILURE' as const,
  };
  const sent = () =>
    client.send(new SignalResourceCommand(signal)).then(
      () => true,
      () => false,
    );
  await expect.poll(sent).toBe(true);
  expect((await settled(client, StackName)).StackStatus).toBe('ROLLBACK_COMPLETE');
  const reasons = (await eventsOf(client, StackName)).map((one) => one.ResourceStatusReason);
  expect(reasons).toContain(
    'Received 1 FAILURE signal(s) out of 2.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement',
  );
});

test('an object whose key looks like a URL of a signal is an object', async () => {
  const s3 = new S3Client({ ...server.client(freshAccount()), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'looks-like-signals' }));
  const Key = `_holdfast/stack-signals/${'0'.repeat(32)}`;
  const object = { Bucket: 'looks-like-signals', Key };
  await s3.send(new PutObjectCommand({ ...object, Body: 'kept' }));
  const { Body } = await s3.send(new GetObjectCommand(object));
  expect(await Body?.transformToString()).toBe('kept');
});

test('custom resources: whoever is asked answers to the URL that it is given, on making and deleting', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const [sns, sqs] = [new SNSClient(config), new SQSClient(config)];
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'asked' }));
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'asked' }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: '*',
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const Endpoint = TopicArn.replace(':sns:', ':sqs:');
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
  const asked = async (): Promise<Record<string, unknown>> => {
    const input = { QueueUrl, WaitTimeSeconds: 5 };
    for (let tries = 0; tries < 5; tries += 1) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      const [message] = Messages;
      if (message === undefined) continue;
      const { ReceiptHandle } = message;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      return JSON.parse(message.Body ?? '{}');
    }
    throw new Error(JSON.stringify(await eventsOf(client, 'custom')));
  };
  const answer = async (request: Record<string, unknown>, more: object) => {
    const body = JSON.stringify({ Status: 'SUCCESS', PhysicalResourceId: 'made-1', ...more });
    const sent = await fetch(String(request['ResponseURL']), { method: 'PUT', body });
    expect(sent.status).toBe(200);
  };
  const TemplateBody = `
Parameters: {Password: {Type: String, NoEcho: true}}
Resources:
  Thing:
    Type: Custom::Thing
    Properties: {ServiceToken: ${TopicArn}, Size: 3, Password: !Ref Password}
  Copy: {Type: AWS::SSM::Parameter, Properties: {Name: /copy, Type: String, Value: !Ref Password}}
  Second: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !GetAtt Copy.Value}}
Outputs: {Color: {Value: !GetAtt Thing.Color}}
`;
  const Parameters = [{ ParameterKey: 'Password', ParameterValue: 'p1-S3cret' }];
  const { StackId = '' } = await client.send(
    new CreateStackCommand({ StackName: 'custom', TemplateBody, Parameters }),
  );
  const creation = await asked();
  expect(creation).toMatchObject({
    RequestType: 'Create',
    ResourceType: 'Custom::Thing',
    StackId,
    ResourceProperties: { Size: '3', Password: 'p1-S3cret' },
  });
  await answer(creation, { Data: { Color: 'red' } });
  const stack = await settled(client, 'custom');
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  expect(outputOf(stack, 'Color')).toBe('red');
  expect(JSON.stringify(await eventsOf(client, 'custom'))).not.toContain('p1-S3cret');
  await client.send(new DeleteStackCommand({ StackName: 'custom' }));
  const deletion = await asked();
  expect(deletion).toMatchObject({ RequestType: 'Delete', PhysicalResourceId: 'made-1' });
  await answer(deletion, {});
  expect((await settled(client, StackId)).StackStatus).toBe('DELETE_COMPLETE');
});

test('wait conditions: a time that is no number fails the resource', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const TemplateBody = `
Resources:
  Wait:
    Type: AWS::CloudFormation::WaitCondition
    Properties: {Handle: x, Timeout: soon}
`;
  await client.send(new CreateStackCommand({ StackName: 'timed', TemplateBody }));
  expect((await settled(client, 'timed')).StackStatus).toBe('ROLLBACK_COMPLETE');
  const reasons = (await eventsOf(client, 'timed')).map((one) => one.ResourceStatusReason);
  expect(reasons).toContain('Timeout must be a whole number from 1 to 43200');
});
