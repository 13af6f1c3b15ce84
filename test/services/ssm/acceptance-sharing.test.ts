import { KMSClient, PutKeyPolicyCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteParameterCommand,
  DeleteResourcePolicyCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  GetResourcePoliciesCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...more }));
}

const READ = ['ssm:GetParameter', 'ssm:DescribeParameters'];

function sharing(
  consumer: Store,
  Resource: string,
  Action: string | string[] = 'ssm:GetParameter',
) {
  const AWS = `arn:aws:iam::${consumer.account}:root`;
  return policyText({ Effect: 'Allow', Principal: { AWS }, Action, Resource });
}

async function share(owner: Store, consumer: Store, id: string, Action?: string | string[]) {
  const ResourceArn = owner.arn(id);
  const Policy = sharing(consumer, ResourceArn, Action);
  return owner.ssm.send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
}

test('check 19: AWS’s own parameters of Regions and services', async () => {
  const { ssm } = newStore(server, 'eu-west-1');
  const Path = '/aws/service/global-infrastructure/regions';
  const first = await ssm.send(new GetParametersByPathCommand({ Path }));
  expect(first.Parameters).toHaveLength(10);
  expect(first.Parameters?.[0]).toMatchObject({
    Name: `${Path}/af-south-1`,
    Value: 'af-south-1',
    Type: 'String',
    ARN: 'arn:aws:ssm:eu-west-1::parameter/aws/service/global-infrastructure/regions/af-south-1',
  });
  const names = new Set(first.Parameters?.map(({ Name }) => Name));
  const next = { Path, NextToken: first.NextToken };
  for (const { Name } of (await ssm.send(new GetParametersByPathCommand(next))).Parameters ?? []) {
    expect(names.has(Name)).toBe(false);
  }
  const Name = `${Path}/us-east-1/longName`;
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  expect(Parameter).toMatchObject({ Value: 'US East (N. Virginia)', Version: 1 });
  const endpoint = '/aws/service/global-infrastructure/services/kms/regions/eu-west-1/endpoint';
  const many = await ssm.send(new GetParametersCommand({ Names: [endpoint, `${Path}/mars`] }));
  expect(many.Parameters).toMatchObject([{ Value: 'kms.eu-west-1.amazonaws.com' }]);
  expect(many.InvalidParameters).toEqual([`${Path}/mars`]);
  const described = await ssm.send(
    new DescribeParametersCommand({
      ParameterFilters: [{ Key: 'Path', Option: 'Recursive', Values: [`${Path}/eu-west-1`] }],
    }),
  );
  expect(described.Parameters?.length).toBe(50);
  expect(described.NextToken).toBeDefined();
});

test('check 21: an advanced parameter is read by its ARN from the account it is shared with', async () => {
  const owner = newStore(server);
  const consumer = newStore(server);
  const Name = owner.arn('shared/p');
  await put(owner, '/shared/p', { Tier: 'Advanced', Value: 'common' });
  const read = () => consumer.ssm.send(new GetParameterCommand({ Name }));
  await expect(read()).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('is not authorized to perform: ssm:GetParameter on resource'),
  });
  const { PolicyId, PolicyHash } = await share(owner, consumer, 'shared/p', READ);
  expect((await read()).Parameter).toMatchObject({ Value: 'common', ARN: Name });
  const many = await consumer.ssm
    .send(new GetParametersCommand({ Names: [Name] }))
    .catch((error) => error);
  expect(many).toMatchObject({ name: 'AccessDeniedException' });
  for (const attempt of [
    new DeleteParameterCommand({ Name }),
    new GetParameterHistoryCommand({ Name }),
  ]) {
    const attempted: Promise<unknown> =
      attempt instanceof DeleteParameterCommand
        ? consumer.ssm.send(attempt)
        : consumer.ssm.send(attempt);
    await expect(attempted).rejects.toMatchObject({ name: 'AccessDeniedException' });
  }
  const shared = () => consumer.ssm.send(new DescribeParametersCommand({ Shared: true }));
  expect((await shared()).Parameters).toMatchObject([{ Name: '/shared/p', ARN: Name }]);
  expect((await consumer.ssm.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
  const listed = await owner.ssm.send(new GetResourcePoliciesCommand({ ResourceArn: Name }));
  expect(listed.Policies).toEqual([
    { PolicyId, PolicyHash, Policy: sharing(consumer, Name, READ) },
  ]);
  const stale = { ResourceArn: Name, PolicyId, PolicyHash: 'other' };
  await expect(owner.ssm.send(new DeleteResourcePolicyCommand(stale))).rejects.toMatchObject({
    name: 'ResourcePolicyConflictException',
  });
  await owner.ssm.send(
    new DeleteResourcePolicyCommand({ ResourceArn: Name, PolicyId, PolicyHash }),
  );
  await expect(read()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect((await shared()).Parameters).toEqual([]);
});

test('check 21: what can be shared, and how', async () => {
  const owner = newStore(server);
  const consumer = newStore(server);
  await put(owner, 'standard');
  await expect(share(owner, consumer, 'standard')).rejects.toMatchObject({
    name: 'ResourcePolicyInvalidParameterException',
    message: 'Only parameters of the advanced-parameter tier can be shared.',
  });
  await put(owner, 'p', { Tier: 'Advanced' });
  await expect(share(owner, consumer, 'p', 'ssm:PutParameter')).rejects.toMatchObject({
    name: 'MalformedResourcePolicyDocumentException',
  });
  await expect(share(owner, consumer, 'none')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const ResourceArn = owner.arn('p');
  const elsewhere = sharing(consumer, owner.arn('q'));
  await expect(
    owner.ssm.send(new PutResourcePolicyCommand({ ResourceArn, Policy: elsewhere })),
  ).rejects.toMatchObject({ name: 'MalformedResourcePolicyDocumentException' });
  const Policy = sharing(consumer, ResourceArn).padEnd(1_025);
  await expect(
    owner.ssm.send(new PutResourcePolicyCommand({ ResourceArn, Policy })),
  ).rejects.toMatchObject({ name: 'ResourcePolicyLimitExceededException', Limit: 1_024 });
  await share(owner, consumer, 'p');
  await expect(share(owner, consumer, 'p')).rejects.toMatchObject({
    name: 'ResourcePolicyLimitExceededException',
    LimitType: 'PolicyCount',
  });
});

test('check 21: a shared SecureString needs a key that is shared, too', async () => {
  const owner = newStore(server);
  const consumer = newStore(server);
  const kms = new KMSClient(server.client(owner.account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const secure = { Type: 'SecureString', Tier: 'Advanced', Value: 'common' } as const;
  await put(owner, 'default', secure);
  await put(owner, 'own', { ...secure, KeyId });
  await share(owner, consumer, 'default');
  await share(owner, consumer, 'own');
  const open = (id: string) =>
    consumer.ssm.send(new GetParameterCommand({ Name: owner.arn(id), WithDecryption: true }));
  for (const id of ['default', 'own']) {
    await expect(open(id)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  }
  const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
  const Policy = policyText(
    { Effect: 'Allow', Principal: root(owner.account), Action: 'kms:*', Resource: '*' },
    { Effect: 'Allow', Principal: root(consumer.account), Action: 'kms:Decrypt', Resource: '*' },
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  expect((await open('own')).Parameter).toMatchObject({ Value: 'common' });
  await expect(open('default')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
