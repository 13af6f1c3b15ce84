import {
  CancelUpdateStackCommand,
  type CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  SetStackPolicyCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  GetRoleCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { DescribeKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { DescribeParametersCommand, GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { eventsOf, settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ANYTHING = { Effect: 'Allow', Action: '*', Resource: '*' } as const;

/** The URL of a wait condition's handle, once it is there. */
async function handleOf(client: CloudFormationClient, StackName: string): Promise<string> {
  const read = async (): Promise<string> => {
    const input = { StackName, LogicalResourceId: 'Handle' };
    try {
      const { StackResourceDetail } = await client.send(new DescribeStackResourceCommand(input));
      return StackResourceDetail?.PhysicalResourceId ?? '';
    } catch {
      return '';
    }
  };
  await expect.poll(read).toMatch(/^http:/);
  return read();
}

async function statusOf(client: CloudFormationClient, StackName: string) {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  return Stacks[0]?.StackStatus;
}

async function tell(url: string, Status: 'SUCCESS' | 'FAILURE'): Promise<void> {
  const body = JSON.stringify({ Status, Reason: 'told', UniqueId: 'one', Data: '' });
  expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
}

const WAITING = `
  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
  Wait:
    Type: AWS::CloudFormation::WaitCondition
    DependsOn: [P]
    Properties: {Handle: !Ref Handle, Timeout: "600"}
`;

function parameter(value: string, more = ''): string {
  return `
Resources:
  P: {Type: AWS::SSM::Parameter, Properties: {Name: /held, Type: String, Value: ${value}}}
${more}`;
}

test('a user made anew under the same name inherits no running stack', async () => {
  const account = freshAccount();
  const root = server.client(account);
  const iam = new IAMClient(root);
  const UserName = 'again';
  const user = await newUser(server, account, UserName, { allow: [ANYTHING] });
  const after = `${WAITING}
  Q: {Type: AWS::SSM::Parameter, DependsOn: Wait, Properties: {Name: /later, Type: String, Value: x}}
`;
  const TemplateBody = parameter('a', after);
  await stacksOf(user).send(new CreateStackCommand({ StackName: 'inherited', TemplateBody }));
  const client = stacksOf(root);
  const url = await handleOf(client, 'inherited');
  const AccessKeyId = user.credentials.accessKeyId;
  await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  await iam.send(new DeleteUserPolicyCommand({ UserName, PolicyName: 'own' }));
  await iam.send(new DeleteUserCommand({ UserName }));
  await iam.send(new CreateUserCommand({ UserName }));
  const PolicyDocument = policyText(ANYTHING);
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
  await iam.send(new CreateAccessKeyCommand({ UserName }));
  await tell(url, 'SUCCESS');
  expect((await settled(client, 'inherited')).StackStatus).toBe('ROLLBACK_FAILED');
  const reasons = (await eventsOf(client, 'inherited'))
    .filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')
    .map((one) => one.ResourceStatusReason ?? '');
  expect(reasons).toEqual([
    expect.stringContaining(
      `User: arn:aws:iam::${account}:user/again is not authorized to perform: ssm:PutParameter on resource: arn:aws:ssm:us-east-1:${account}:parameter/later because no identity-based policy allows the ssm:PutParameter action`,
    ),
  ]);
});

test('ContinueUpdateRollback: goes on as who asks for it, not as who began', async () => {
  const account = freshAccount();
  const root = server.client(account);
  const iam = new IAMClient(root);
  const user = await newUser(server, account, 'began', { allow: [ANYTHING] });
  const StackName = 'continued';
  const client = stacksOf(root);
  await stacksOf(user).send(new CreateStackCommand({ StackName, TemplateBody: parameter('a') }));
  expect((await settled(client, StackName)).StackStatus).toBe('CREATE_COMPLETE');
  await expect(client.send(new ContinueUpdateRollbackCommand({ StackName }))).rejects.toThrow(
    'is in CREATE_COMPLETE state and can not continue its rollback.',
  );
  const changed = parameter('b', WAITING);
  await stacksOf(user).send(new UpdateStackCommand({ StackName, TemplateBody: changed }));
  const url = await handleOf(client, StackName);
  const PolicyDocument = policyText({ ...ANYTHING, Action: 'cloudformation:*' });
  const taken = { UserName: 'began', PolicyName: 'own', PolicyDocument };
  await iam.send(new PutUserPolicyCommand(taken));
  await tell(url, 'FAILURE');
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
  await stacksOf(user).send(new ContinueUpdateRollbackCommand({ StackName }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
  const RoleARN = `arn:aws:iam::${account}:role/any`;
  await expect(
    stacksOf(user).send(new ContinueUpdateRollbackCommand({ StackName, RoleARN })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
  await client.send(new ContinueUpdateRollbackCommand({ StackName }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const { Parameter } = await new SSMClient(root).send(new GetParameterCommand({ Name: '/held' }));
  expect(Parameter?.Value).toBe('a');
});

test('CancelUpdateStack: what was changed goes back, and what waits is given up', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const StackName = 'cancelled';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: parameter('a') }));
  await settled(client, StackName);
  await expect(client.send(new CancelUpdateStackCommand({ StackName }))).rejects.toThrow(
    'CancelUpdateStack cannot be called from current stack status',
  );
  const TemplateBody = parameter('b', WAITING);
  await client.send(new UpdateStackCommand({ StackName, TemplateBody }));
  await handleOf(client, StackName);
  await client.send(new CancelUpdateStackCommand({ StackName }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const { Parameter } = await new SSMClient(config).send(
    new GetParameterCommand({ Name: '/held' }),
  );
  expect(Parameter?.Value).toBe('a');
  const last = (await eventsOf(client, StackName)).map(
    (one) => `${one.LogicalResourceId} ${one.ResourceStatus} ${one.ResourceStatusReason ?? ''}`,
  );
  expect(last).toContain(`${StackName} UPDATE_ROLLBACK_IN_PROGRESS User Initiated`);
});

test('DeleteStack, CancelUpdateStack: a step that is under way ends first, and what it made goes', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const names = Array.from({ length: 4 }, (_, at) => `soon-${at}`);
  const ids = await Promise.all(
    names.map(async (StackName) => {
      const many = Array.from(
        { length: 6 },
        (_, at) => `  P${at}: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: x}}`,
      );
      const TemplateBody = `Resources:\n${many.join('\n')}\n`;
      const { StackId = '' } = await client.send(
        new CreateStackCommand({ StackName, TemplateBody }),
      );
      await client.send(new DeleteStackCommand({ StackName }));
      return StackId;
    }),
  );
  for (const id of ids) {
    await expect.poll(() => statusOf(client, id), { timeout: 30_000 }).toBe('DELETE_COMPLETE');
  }
  const { Parameters } = await new SSMClient(config).send(new DescribeParametersCommand({}));
  expect(Parameters).toEqual([]);
});

test('DeleteStack: a stack whose rollback failed takes along what took the place of another', async () => {
  const account = freshAccount();
  const root = server.client(account);
  const user = await newUser(server, account, 'began', { allow: [ANYTHING] });
  const client = stacksOf(root);
  const named = (name: string, value: string, more = ''): string => `
Resources:
  P: {Type: AWS::SSM::Parameter, Properties: {Name: /same, Type: String, Value: ${value}}}
  R: {Type: AWS::SSM::Parameter, Properties: {Name: ${name}, Type: String, Value: x}}
${more}`;
  const StackName = 'stuck';
  const TemplateBody = named('/first', 'a');
  const { StackId = '' } = await stacksOf(user).send(
    new CreateStackCommand({ StackName, TemplateBody }),
  );
  await settled(client, StackName);
  const waiting = WAITING.replace('[P]', '[P, R]');
  const changed = named('/second', 'b', waiting);
  await stacksOf(user).send(new UpdateStackCommand({ StackName, TemplateBody: changed }));
  const url = await handleOf(client, StackName);
  const PolicyDocument = policyText({ ...ANYTHING, Action: 'cloudformation:*' });
  const taken = { UserName: 'began', PolicyName: 'own', PolicyDocument };
  await new IAMClient(root).send(new PutUserPolicyCommand(taken));
  await tell(url, 'FAILURE');
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
  await client.send(new DeleteStackCommand({ StackName }));
  expect((await settled(client, StackId)).StackStatus).toBe('DELETE_COMPLETE');
  const { Parameters } = await new SSMClient(root).send(new DescribeParametersCommand({}));
  expect(Parameters).toEqual([]);
});

test('SetStackPolicy: keeps a resource from being taken away or replaced, and takes only policies', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const StackName = 'guarded';
  const one = (name: string) =>
    `{Type: AWS::SSM::Parameter, Properties: {Name: ${name}, Type: String, Value: x}}`;
  const TemplateBody = `Resources: {P: ${one('/p')}, Q: ${one('/q')}}`;
  await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  await settled(client, StackName);
  const rule = { Principal: '*', Resource: 'LogicalResourceId/P' };
  const Statement = [
    { ...rule, Effect: 'Deny', Action: ['Update:Delete', 'Update:Replace'] },
    { ...rule, Effect: 'Allow', Action: 'Update:*', Resource: '*' },
  ];
  const StackPolicyBody = JSON.stringify({ Statement });
  await client.send(new SetStackPolicyCommand({ StackName, StackPolicyBody }));
  const without = `Resources: {Q: ${one('/q')}}`;
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: without }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const replaced = `Resources: {P: ${one('/other')}, Q: ${one('/q')}}`;
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: replaced }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const refused = (await eventsOf(client, StackName))
    .filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED')
    .map((event) => [event.LogicalResourceId, event.ResourceStatusReason]);
  const said = 'Action denied by stack policy: Statement [#1] does not allow';
  expect(refused).toEqual([
    ['P', `${said} [Update:Delete] for resource [P]`],
    ['P', `${said} [Update:Replace] for resource [P]`],
  ]);
  await new SSMClient(config).send(new GetParameterCommand({ Name: '/p' }));
  const free = `Resources: {P: ${one('/p')}}`;
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: free }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_COMPLETE');
  const wrong: readonly unknown[] = [
    'text',
    {},
    { Statement: [{ ...rule, Effect: 'Maybe', Action: 'Update:*' }] },
    { Statement: [{ ...rule, Effect: 'Deny', Action: 'Update:Everything' }] },
    { Statement: [{ ...rule, Effect: 'Deny' }] },
    { Statement: [{ ...rule, Effect: 'Deny', Action: 'Update:*', Principal: 'me' }] },
    { Statement: [{ ...rule, Effect: 'Deny', Action: 'Update:*', Resource: 'P' }] },
    { Statement: [{ ...rule, Effect: 'Deny', Action: 'Update:*', Condition: { Bool: {} } }] },
  ];
  for (const document of wrong) {
    const body = typeof document === 'string' ? document : JSON.stringify(document);
    await expect(
      client.send(new SetStackPolicyCommand({ StackName, StackPolicyBody: body })),
    ).rejects.toThrow('Error validating stack policy: Invalid stack policy');
  }
  expect(wrong).toHaveLength(8);
});

test('a resource whose making fails half way is taken away again', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const kms = new KMSClient(config);
  const TemplateBody =
    'Resources: {K: {Type: AWS::KMS::Key, Properties: {KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, EnableKeyRotation: true}}}';
  await client.send(new CreateStackCommand({ StackName: 'half', TemplateBody }));
  expect((await settled(client, 'half')).StackStatus).toBe('ROLLBACK_COMPLETE');
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  expect(Keys).toHaveLength(1);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: Keys[0]?.KeyId ?? '' }));
  expect(KeyMetadata?.KeyState).toBe('PendingDeletion');
});

test('DeleteStack: a part that is gone already does not stand for its resource', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const iam = new IAMClient(config);
  const PolicyDocument = { Version: '2012-10-17', Statement: [ANYTHING] };
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const Properties = {
    RoleName: 'worn',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement },
    Policies: [{ PolicyName: 'inner', PolicyDocument }],
  };
  const { StackId = '' } = await client.send(
    new CreateStackCommand({
      StackName: 'worn',
      TemplateBody: JSON.stringify({ Resources: { R: { Type: 'AWS::IAM::Role', Properties } } }),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  );
  expect((await settled(client, 'worn')).StackStatus).toBe('CREATE_COMPLETE');
  await iam.send(new DeleteRolePolicyCommand({ RoleName: 'worn', PolicyName: 'inner' }));
  await client.send(new DeleteStackCommand({ StackName: 'worn' }));
  expect((await settled(client, StackId)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(iam.send(new GetRoleCommand({ RoleName: 'worn' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('stacks of another Region or account are not found by their ARNs', async () => {
  const account = freshAccount();
  const client = stacksOf(server.client(account));
  const TemplateBody = parameter('a');
  const { StackId: StackName = '' } = await client.send(
    new CreateStackCommand({ StackName: 'here', TemplateBody }),
  );
  await settled(client, StackName);
  const elsewhere = stacksOf(server.client(account, 'eu-west-1'));
  const missing = `Stack with id ${StackName} does not exist`;
  await expect(elsewhere.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(missing);
  await expect(
    elsewhere.send(new UpdateStackCommand({ StackName, TemplateBody: parameter('b') })),
  ).rejects.toThrow(missing);
  await elsewhere.send(new DeleteStackCommand({ StackName }));
  const renamed = StackName.replace('/here/', '/there/');
  await expect(client.send(new DescribeStacksCommand({ StackName: renamed }))).rejects.toThrow(
    `Stack with id ${renamed} does not exist`,
  );
  const stranger = freshAccount();
  const foreign = stacksOf(server.client(stranger));
  for (const command of [
    new DescribeStacksCommand({ StackName }),
    new DeleteStackCommand({ StackName }),
  ]) {
    const sent: Promise<unknown> =
      command instanceof DescribeStacksCommand ? foreign.send(command) : foreign.send(command);
    await expect(sent).rejects.toMatchObject({ name: 'AccessDenied' });
  }
  expect(await statusOf(client, StackName)).toBe('CREATE_COMPLETE');
});
