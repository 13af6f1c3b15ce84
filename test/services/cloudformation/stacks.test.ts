import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { KMSClient, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function settled(client: CloudFormationClient, StackName: string) {
  await expect
    .poll(
      async () => {
        const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
        return Stacks[0]?.StackStatus;
      },
      { timeout: 20_000 },
    )
    .not.toMatch(/IN_PROGRESS$/);
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  return Stacks[0];
}

const TEMPLATE = `
Parameters:
  Text: {Type: String, Default: one}
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      Description: !Sub "\${AWS::StackName} key"
      EnableKeyRotation: "true"
  Name:
    Type: AWS::KMS::Alias
    Properties: {AliasName: !Sub "alias/\${AWS::StackName}", TargetKeyId: !Ref Key}
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !Join ["-", [!Ref Text, !GetAtt Key.Arn]]}
Outputs:
  KeyArn: {Value: !GetAtt Key.Arn, Export: {Name: !Sub "\${AWS::StackName}-key"}}
  ParameterName: {Value: !Ref Parameter}
`;

test('CreateStack: makes what the template says, each resource after those that it needs', async () => {
  const config = server.client(freshAccount());
  const client = new CloudFormationClient(config);
  const { StackId } = await client.send(
    new CreateStackCommand({ StackName: 'first', TemplateBody: TEMPLATE }),
  );
  const stack = await settled(client, 'first');
  expect(stack?.StackStatus).toBe('CREATE_COMPLETE');
  const outputs = new Map(stack?.Outputs?.map((one) => [one.OutputKey, one.OutputValue]));
  const KeyId = outputs.get('KeyArn') ?? '';
  const { KeyMetadata } = await new KMSClient(config).send(
    new DescribeKeyCommand({ KeyId: 'alias/first' }),
  );
  expect(KeyMetadata).toMatchObject({ Arn: KeyId, Description: 'first key' });
  const ssm = new SSMClient(config);
  const Name = outputs.get('ParameterName') ?? '';
  expect(Name).toMatch(/^first-Parameter-[A-Z0-9]{12}$/);
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  expect(Parameter?.Value).toBe(`one-${KeyId}`);
  await client.send(
    new UpdateStackCommand({
      StackName: 'first',
      UsePreviousTemplate: true,
      Parameters: [{ ParameterKey: 'Text', ParameterValue: 'two' }],
    }),
  );
  expect((await settled(client, 'first'))?.StackStatus).toBe('UPDATE_COMPLETE');
  const after = await ssm.send(new GetParameterCommand({ Name }));
  expect(after.Parameter?.Value).toBe(`two-${KeyId}`);
  await expect(
    client.send(
      new UpdateStackCommand({
        StackName: 'first',
        UsePreviousTemplate: true,
        Parameters: [{ ParameterKey: 'Text', UsePreviousValue: true }],
      }),
    ),
  ).rejects.toThrow('No updates are to be performed.');
  await client.send(new DeleteStackCommand({ StackName: 'first' }));
  const gone = await settled(client, StackId ?? '');
  expect(gone?.StackStatus).toBe('DELETE_COMPLETE');
  const { StackEvents = [] } = await client.send(
    new DescribeStackEventsCommand({ StackName: StackId }),
  );
  expect(
    StackEvents.map(
      (e) => `${e.LogicalResourceId} ${e.ResourceStatus} ${e.ResourceStatusReason ?? ''}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "first DELETE_COMPLETE ",
      "Key DELETE_COMPLETE ",
      "Key DELETE_IN_PROGRESS ",
      "Parameter DELETE_COMPLETE ",
      "Name DELETE_COMPLETE ",
      "Parameter DELETE_IN_PROGRESS ",
      "Name DELETE_IN_PROGRESS ",
      "first DELETE_IN_PROGRESS User Initiated",
      "first UPDATE_COMPLETE ",
      "first UPDATE_COMPLETE_CLEANUP_IN_PROGRESS ",
      "Parameter UPDATE_COMPLETE ",
      "Parameter UPDATE_IN_PROGRESS ",
      "first UPDATE_IN_PROGRESS User Initiated",
      "first CREATE_COMPLETE ",
      "Parameter CREATE_COMPLETE ",
      "Parameter CREATE_IN_PROGRESS Resource creation Initiated",
      "Name CREATE_COMPLETE ",
      "Name CREATE_IN_PROGRESS Resource creation Initiated",
      "Parameter CREATE_IN_PROGRESS ",
      "Name CREATE_IN_PROGRESS ",
      "Key CREATE_COMPLETE ",
      "Key CREATE_IN_PROGRESS Resource creation Initiated",
      "Key CREATE_IN_PROGRESS ",
      "first CREATE_IN_PROGRESS User Initiated",
    ]
  `);
});
