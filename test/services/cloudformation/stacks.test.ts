import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListExportsCommand,
  ListStackResourcesCommand,
  SetStackPolicyCommand,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { eventsOf, outputOf, settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

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

test('CreateStack, UpdateStack, DeleteStack: make, change and take away what the template says', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const ssm = new SSMClient(config);
  const StackName = 'first';
  const made = await client.send(new CreateStackCommand({ StackName, TemplateBody: TEMPLATE }));
  const stack = await settled(client, StackName);
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  const arn = outputOf(stack, 'KeyArn');
  const { KeyMetadata } = await new KMSClient(config).send(
    new DescribeKeyCommand({ KeyId: 'alias/first' }),
  );
  expect(KeyMetadata).toMatchObject({ Arn: arn, Description: 'first key' });
  const Name = outputOf(stack, 'ParameterName');
  expect(Name).toMatch(/^first-Parameter-[A-Z0-9]{12}$/);
  const value = async () => (await ssm.send(new GetParameterCommand({ Name }))).Parameter?.Value;
  expect(await value()).toBe(`one-${arn}`);
  const exports = await client.send(new ListExportsCommand());
  expect(exports.Exports).toEqual([
    { ExportingStackId: made.StackId, Name: 'first-key', Value: arn },
  ]);

  const change = { StackName, UsePreviousTemplate: true };
  const Parameters = [{ ParameterKey: 'Text', ParameterValue: 'two' }];
  await client.send(new UpdateStackCommand({ ...change, Parameters }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_COMPLETE');
  expect(await value()).toBe(`two-${arn}`);
  const same = [{ ParameterKey: 'Text', UsePreviousValue: true }];
  await expect(
    client.send(new UpdateStackCommand({ ...change, Parameters: same })),
  ).rejects.toThrow('No updates are to be performed.');

  await client.send(new DeleteStackCommand({ StackName }));
  expect((await settled(client, made.StackId ?? '')).StackStatus).toBe('DELETE_COMPLETE');
  await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(
    'Stack with id first does not exist',
  );
  await expect(value()).rejects.toMatchObject({ name: 'ParameterNotFound' });
  const events = await eventsOf(client, made.StackId ?? '');
  const ofKey = events.filter(({ LogicalResourceId: id }) => id === 'Key');
  expect(ofKey.map((one) => `${one.ResourceStatus} ${one.ResourceStatusReason ?? ''}`)).toEqual([
    'CREATE_IN_PROGRESS ',
    'CREATE_IN_PROGRESS Resource creation Initiated',
    'CREATE_COMPLETE ',
    'DELETE_IN_PROGRESS ',
    'DELETE_COMPLETE ',
  ]);
});

test('check 43: a value of a secret reaches the resource and stands in no template or event', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const secrets = new SecretsManagerClient(config);
  const SecretString = JSON.stringify({ password: 'p1-S3cret' });
  await secrets.send(new CreateSecretCommand({ Name: 'db', SecretString }));
  const reference = '{{resolve:secretsmanager:db:SecretString:password}}';
  const TemplateBody = JSON.stringify({
    Resources: {
      P: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: reference } },
      Secure: {
        Type: 'AWS::SSM::Parameter',
        Condition: 'No',
        Properties: { Type: 'SecureString', Value: 'x' },
      },
    },
    Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
    Outputs: { Name: { Value: { Ref: 'P' } } },
  });
  await client.send(new CreateStackCommand({ StackName: 'dynamic', TemplateBody }));
  const stack = await settled(client, 'dynamic');
  const { Parameter } = await new SSMClient(config).send(
    new GetParameterCommand({ Name: outputOf(stack, 'Name') }),
  );
  expect(Parameter?.Value).toBe('p1-S3cret');
  const template = await client.send(new GetTemplateCommand({ StackName: 'dynamic' }));
  expect(template.TemplateBody).toContain(reference);
  const shown = JSON.stringify([template, await eventsOf(client, 'dynamic')]);
  expect(shown).not.toContain('p1-S3cret');
  expect(shown).toContain(
    JSON.stringify(JSON.stringify({ Type: 'String', Value: reference })).slice(1, -1),
  );
});

test('check 43: a failed resource rolls the stack back, and what was made is gone', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const TemplateBody = `
Resources:
  Plain:
    Type: AWS::SSM::Parameter
    Properties: {Name: /plain, Type: String, Value: x}
  Secure:
    Type: AWS::SSM::Parameter
    DependsOn: Plain
    Properties: {Type: SecureString, Value: x}
`;
  await client.send(new CreateStackCommand({ StackName: 'fails', TemplateBody }));
  const stack = await settled(client, 'fails');
  expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
  const failed = (await eventsOf(client, 'fails')).filter(({ ResourceStatus: status = '' }) =>
    /FAILED|^ROLLBACK_IN/.test(status),
  );
  expect(failed.map((one) => [one.LogicalResourceId, one.ResourceStatusReason])).toEqual([
    ['Secure', 'SSM Parameters of type SecureString cannot be created using CloudFormation'],
    ['fails', 'The following resource(s) failed to create: [Secure]. Rollback requested by user.'],
  ]);
  await expect(
    new SSMClient(config).send(new GetParameterCommand({ Name: '/plain' })),
  ).rejects.toMatchObject({ name: 'ParameterNotFound' });
  await expect(
    client.send(new UpdateStackCommand({ StackName: 'fails', TemplateBody })),
  ).rejects.toThrow(`Stack:${stack.StackId} is in ROLLBACK_COMPLETE state and can not be updated.`);
});

test('UpdateStack: a change that fails is undone', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const ssm = new SSMClient(config);
  const template = (value: string, more = ''): string => `
Resources:
  P:
    Type: AWS::SSM::Parameter
    Properties: {Name: /undone, Type: String, Value: ${value}}
${more}`;
  const StackName = 'undone';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: template('before') }));
  expect((await settled(client, StackName)).StackStatus).toBe('CREATE_COMPLETE');
  const bad = `
  Bad:
    Type: AWS::SSM::Parameter
    DependsOn: P
    Properties: {Type: String, Value: x, Colour: red}
`;
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: template('after', bad) }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/undone' }));
  expect(Parameter?.Value).toBe('before');
  const reasons = (await eventsOf(client, StackName)).map((one) => one.ResourceStatusReason);
  expect(reasons).toContain(
    'Properties validation failed for resource Bad with message:\n#: extraneous key [Colour] is not permitted',
  );
  const { StackResourceSummaries = [] } = await client.send(
    new ListStackResourcesCommand({ StackName }),
  );
  expect(StackResourceSummaries.map((one) => one.LogicalResourceId)).toEqual(['P']);
});

test('UpdateStack: a property that can not be changed makes another resource, and the old one goes', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const ssm = new SSMClient(config);
  const template = (name: string): string =>
    `Resources: {P: {Type: AWS::SSM::Parameter, Properties: {Name: ${name}, Type: String, Value: x}}}`;
  const StackName = 'replaced';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: template('/old') }));
  await settled(client, StackName);
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: template('/new') }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_COMPLETE');
  await ssm.send(new GetParameterCommand({ Name: '/new' }));
  await expect(ssm.send(new GetParameterCommand({ Name: '/old' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
});

test('stacks act with the permissions of their caller, or of their role', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'deployer', {
    allow: [{ Effect: 'Allow', Action: 'cloudformation:*', Resource: '*' }],
  });
  const TemplateBody = `Resources: {P: {Type: AWS::SSM::Parameter, Properties: {Name: /mine, Type: String, Value: x}}}`;
  const client = stacksOf(user);
  await client.send(new CreateStackCommand({ StackName: 'own', TemplateBody }));
  expect((await settled(client, 'own')).StackStatus).toBe('ROLLBACK_COMPLETE');
  const reasons = (await eventsOf(client, 'own')).map((one) => one.ResourceStatusReason ?? '');
  const denied = `User: arn:aws:iam::${account}:user/deployer is not authorized to perform: ssm:PutParameter on resource: arn:aws:ssm:us-east-1:${account}:parameter/mine because no identity-based policy allows the ssm:PutParameter action`;
  expect(reasons.find((one) => one.includes('HandlerErrorCode'))).toContain(
    `Resource handler returned message: "${denied}" (RequestToken: `,
  );
  const RoleARN = await newRole(server, account, 'cfn', {
    Service: 'cloudformation.amazonaws.com',
  });
  await expect(
    client.send(new CreateStackCommand({ StackName: 'by-role', TemplateBody, RoleARN })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${account}:user/deployer is not authorized to perform: iam:PassRole on resource: ${RoleARN} because no identity-based policy allows the iam:PassRole action`,
  });
  const nobody = await newUser(server, account, 'nobody');
  await expect(
    stacksOf(nobody).send(new CreateStackCommand({ StackName: 'none', TemplateBody })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: cloudformation:CreateStack on resource: arn:aws:cloudformation:us-east-1:${account}:stack/none/* because no identity-based policy allows the cloudformation:CreateStack action`,
  });
});

test('a stack policy, termination protection and an export in use keep what they name', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const template = (value: string): string => `
Resources: {P: {Type: AWS::SSM::Parameter, Properties: {Name: /kept, Type: String, Value: ${value}}}}
Outputs: {Name: {Value: !Ref P, Export: {Name: shared}}}
`;
  const StackName = 'kept';
  await client.send(new CreateStackCommand({ StackName, TemplateBody: template('a') }));
  await settled(client, StackName);
  const StackPolicyBody = JSON.stringify({
    Statement: [{ Effect: 'Deny', Action: 'Update:*', Principal: '*', Resource: '*' }],
  });
  await client.send(new SetStackPolicyCommand({ StackName, StackPolicyBody }));
  await client.send(new UpdateStackCommand({ StackName, TemplateBody: template('b') }));
  expect((await settled(client, StackName)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const user =
    'Resources: {Q: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !ImportValue shared}}}';
  await client.send(new CreateStackCommand({ StackName: 'user', TemplateBody: user }));
  expect((await settled(client, 'user')).StackStatus).toBe('CREATE_COMPLETE');
  await expect(client.send(new DeleteStackCommand({ StackName }))).rejects.toThrow(
    'Export shared cannot be deleted as it is in use by user',
  );
  await client.send(
    new UpdateTerminationProtectionCommand({
      StackName: 'user',
      EnableTerminationProtection: true,
    }),
  );
  await expect(client.send(new DeleteStackCommand({ StackName: 'user' }))).rejects.toThrow(
    'Stack [user] cannot be deleted while TerminationProtection is enabled',
  );
});

test('parameters of Parameter Store give their value, and secure ones are refused', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const ssm = new SSMClient(config);
  await ssm.send(new PutParameterCommand({ Name: '/plain', Type: 'String', Value: 'stored' }));
  await ssm.send(new PutParameterCommand({ Name: '/safe', Type: 'SecureString', Value: 'hidden' }));
  const TemplateBody = `
Parameters: {P: {Type: "AWS::SSM::Parameter::Value<String>"}}
Resources: {S: {Type: AWS::SecretsManager::Secret, Properties: {Name: from-store, SecretString: !Ref P}}}
`;
  const create = (StackName: string, ParameterValue: string) =>
    client.send(
      new CreateStackCommand({
        StackName,
        TemplateBody,
        Parameters: [{ ParameterKey: 'P', ParameterValue }],
      }),
    );
  await create('plain', '/plain');
  expect((await settled(client, 'plain')).Parameters).toEqual([
    { ParameterKey: 'P', ParameterValue: '/plain', ResolvedValue: 'stored' },
  ]);
  const { SecretString } = await new SecretsManagerClient(config).send(
    new GetSecretValueCommand({ SecretId: 'from-store' }),
  );
  expect(SecretString).toBe('stored');
  await expect(create('safe', '/safe')).rejects.toThrow(
    'Parameters [/safe] referenced by template have types not supported by CloudFormation.',
  );
  await expect(create('none', '/none')).rejects.toThrow(
    'Unable to fetch parameters [/none] from parameter store for this account.',
  );
});

test('wait conditions go on once their handle was told', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  const TemplateBody = `
Resources:
  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
  Wait:
    Type: AWS::CloudFormation::WaitCondition
    Properties: {Handle: !Ref Handle, Timeout: "60"}
Outputs: {Url: {Value: !Ref Handle}, Data: {Value: !GetAtt Wait.Data}}
`;
  await client.send(new CreateStackCommand({ StackName: 'waits', TemplateBody }));
  const handle = async (): Promise<string> => {
    const { StackResourceSummaries = [] } = await client.send(
      new ListStackResourcesCommand({ StackName: 'waits' }),
    );
    const found = StackResourceSummaries.find((one) => one.LogicalResourceId === 'Handle');
    return found?.PhysicalResourceId ?? '';
  };
  await expect.poll(handle).toMatch(/^http:/);
  const body = JSON.stringify({ Status: 'SUCCESS', Reason: 'ok', UniqueId: 'one', Data: 'done' });
  expect((await fetch(await handle(), { method: 'PUT', body })).status).toBe(200);
  const stack = await settled(client, 'waits');
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  expect(outputOf(stack, 'Data')).toBe('{"one":"done"}');
  const stranger = `${server.url}/_holdfast/stack-signals/${'0'.repeat(32)}`;
  expect((await fetch(stranger, { method: 'PUT', body })).status).toBe(404);
});

test('a name that is taken fails the resource by the message of its service', async () => {
  const config = server.client(freshAccount());
  const client = stacksOf(config);
  await new SQSClient(config).send(
    new CreateQueueCommand({ QueueName: 'taken', Attributes: { DelaySeconds: '5' } }),
  );
  const TemplateBody =
    'Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: taken, DelaySeconds: 7}}}';
  await client.send(new CreateStackCommand({ StackName: 'taken', TemplateBody }));
  expect((await settled(client, 'taken')).StackStatus).toBe('ROLLBACK_COMPLETE');
});
