import { CreateStackCommand, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { eventsOf, outputOf, settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PLAIN = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'x' } };

test('rules: parameters that a rule refuses make no stack', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const Assert = { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'Version' }] }] };
  const template = {
    Parameters: { Version: { Type: 'String' }, Checked: { Type: 'String', Default: 'yes' } },
    Rules: {
      Check: {
        RuleCondition: { 'Fn::Equals': [{ Ref: 'Checked' }, 'yes'] },
        Assertions: [{ Assert, AssertDescription: 'Version 3 is required.' }],
      },
    },
    Resources: { P: PLAIN },
  };
  const create = (StackName: string, values: Readonly<Record<string, string>>) =>
    client.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: JSON.stringify(template),
        Parameters: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
      }),
    );
  await expect(create('old', { Version: '2' })).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Version 3 is required.',
  });
  await create('new', { Version: '3' });
  await create('unchecked', { Version: '1', Checked: 'no' });
  expect((await settled(client, 'new')).StackStatus).toBe('CREATE_COMPLETE');
  expect((await settled(client, 'unchecked')).StackStatus).toBe('CREATE_COMPLETE');
});

test('sections without effect are refused by name', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const refused: readonly (readonly [object, string])[] = [
    [{ Hooks: {}, Resources: { P: PLAIN } }, 'the section Hooks'],
    [{ Resources: { P: { ...PLAIN, UpdatePolicy: {} } } }, 'UpdatePolicy (of P)'],
    [{ Resources: { P: { ...PLAIN, CreationPolicy: {} } } }, 'CreationPolicy of AWS::SSM::Para'],
  ];
  for (const [template, named] of refused) {
    const input = { StackName: 'none', TemplateBody: JSON.stringify(template) };
    await expect(client.send(new CreateStackCommand(input))).rejects.toThrow(named);
  }
  expect(refused).toHaveLength(3);
});

test('nested stacks: have outputs, and what their templates need must be said to be known', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const AssumeRolePolicyDocument = { Version: '2012-10-17', Statement };
  const inner = {
    Resources: { R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument } } },
    Outputs: { Name: { Value: { Ref: 'R' } } },
  };
  const Bucket = 'nested-templates';
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Body = JSON.stringify(inner);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'inner.json', Body }));
  const TemplateBody = JSON.stringify({
    Resources: {
      Child: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: `${server.url}/nested-templates/inner.json` },
      },
    },
    Outputs: { Name: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Name'] } } },
  });
  await client.send(new CreateStackCommand({ StackName: 'unsaid', TemplateBody }));
  expect((await settled(client, 'unsaid')).StackStatus).toBe('ROLLBACK_COMPLETE');
  const reasons = (await eventsOf(client, 'unsaid')).map((one) => one.ResourceStatusReason ?? '');
  expect(reasons.join('\n')).toContain('Requires capabilities : [CAPABILITY_IAM]');
  const Capabilities = ['CAPABILITY_IAM' as const];
  await client.send(new CreateStackCommand({ StackName: 'said', TemplateBody, Capabilities }));
  const stack = await settled(client, 'said');
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  expect(outputOf(stack, 'Name')).toMatch(/-R-[A-Z0-9]{12}$/);
  const child = { StackName: 'said', LogicalResourceId: 'Child' };
  const { StackResourceDetail } = await client.send(new DescribeStackResourceCommand(child));
  const nested = await settled(client, StackResourceDetail?.PhysicalResourceId ?? '');
  expect(nested.ParentId).toBe(stack.StackId);
});
