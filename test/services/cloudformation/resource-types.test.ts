import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeTypeCommand,
  ListTypesCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { outputOf, settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TEMPLATE = `
Resources:
  Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Part:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Network, CidrBlock: !Select [1, !Cidr [!GetAtt Network.CidrBlock, 2, 8]]}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Network
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: "443", ToPort: "443", CidrIp: 0.0.0.0/0}]
  Queue: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 7}}
  Topic: {Type: AWS::SNS::Topic}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [app]}
      Targets: [{Id: q, Arn: !GetAtt Queue.Arn}]
  Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 7}}
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
Outputs:
  Group: {Value: !GetAtt Group.GroupId}
  Queue: {Value: !Ref Queue}
  Table: {Value: !GetAtt Table.Arn}
`;

test('resource types: are made by the operations of their services, and taken away again', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const client = stacksOf(config);
  const { StackId = '' } = await client.send(
    new CreateStackCommand({ StackName: 'many', TemplateBody: TEMPLATE }),
  );
  const stack = await settled(client, 'many');
  expect(stack.StackStatus, stack.StackStatusReason).toBe('CREATE_COMPLETE');
  const { SecurityGroups = [] } = await new EC2Client(config).send(
    new DescribeSecurityGroupsCommand({ GroupIds: [outputOf(stack, 'Group')] }),
  );
  expect(SecurityGroups[0]?.IpPermissions?.[0]).toMatchObject({ FromPort: 443, IpProtocol: 'tcp' });
  const queue = {
    QueueUrl: outputOf(stack, 'Queue'),
    AttributeNames: ['VisibilityTimeout' as const],
  };
  const sqs = new SQSClient(config);
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(queue));
  expect(Attributes).toEqual({ VisibilityTimeout: '7' });
  expect(outputOf(stack, 'Table')).toMatch(
    new RegExp(`^arn:aws:dynamodb:us-east-1:${account}:table/many-Table-[A-Z0-9]{12}$`),
  );
  await client.send(new DeleteStackCommand({ StackName: 'many' }));
  expect((await settled(client, StackId)).StackStatus).toBe('DELETE_COMPLETE');
});

test('DescribeType, ListTypes: tell which types there are', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const listed = await client.send(
    new ListTypesCommand({ Visibility: 'PUBLIC', Filters: { TypeNamePrefix: 'AWS::KMS::' } }),
  );
  expect(listed.TypeSummaries?.map(({ TypeName }) => TypeName)).toEqual([
    'AWS::KMS::Alias',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
  ]);
  const TypeName = 'AWS::KMS::Alias';
  const described = await client.send(new DescribeTypeCommand({ Type: 'RESOURCE', TypeName }));
  expect(JSON.parse(described.Schema ?? '')).toMatchObject({
    required: ['AliasName', 'TargetKeyId'],
    createOnlyProperties: ['/properties/AliasName'],
  });
  await expect(
    client.send(new DescribeTypeCommand({ Type: 'RESOURCE', TypeName: 'AWS::No::Type' })),
  ).rejects.toThrow("The type 'AWS::No::Type' cannot be found.");
});
