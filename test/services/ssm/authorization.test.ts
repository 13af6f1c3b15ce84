import {
  AddTagsToResourceCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  RemoveTagsFromResourceCommand,
  SSMClient,
  UpdateServiceSettingCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, type Statement } from '../../identities.ts';
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

/** The same store as a user sees it. */
async function as(store: Store, ...allow: readonly Statement[]): Promise<Store> {
  const user = await newUser(server, store.account, 'user', allow.length === 0 ? {} : { allow });
  return { ...store, ssm: new SSMClient(user) };
}

function denied({ account }: Store, action: string, resource: string) {
  return {
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/user is not authorized to perform: ${action} on resource: ` +
      `${resource} because no identity-based policy allows the ${action} action`,
  };
}

test('nobody may do anything that no policy allows', async () => {
  const store = newStore(server);
  await put(store, '/a/b');
  const user = await as(store);
  const Name = '/a/b';
  const arn = store.arn('a/b');
  const setting = '/ssm/parameter-store/high-throughput-enabled';
  const tagged = { ResourceType: 'Parameter', ResourceId: Name } as const;
  const attempts: readonly (readonly [Promise<unknown>, string, string])[] = [
    [put(user, Name), 'ssm:PutParameter', arn],
    [user.ssm.send(new GetParameterCommand({ Name })), 'ssm:GetParameter', arn],
    [user.ssm.send(new GetParametersCommand({ Names: [Name] })), 'ssm:GetParameters', arn],
    [
      user.ssm.send(new GetParametersByPathCommand({ Path: '/a' })),
      'ssm:GetParametersByPath',
      store.arn('a'),
    ],
    [
      user.ssm.send(new DescribeParametersCommand({})),
      'ssm:DescribeParameters',
      `arn:aws:ssm:us-east-1:${store.account}:*`,
    ],
    [user.ssm.send(new DeleteParametersCommand({ Names: [Name] })), 'ssm:DeleteParameters', arn],
    [
      user.ssm.send(new LabelParameterVersionCommand({ Name, Labels: ['l'] })),
      'ssm:LabelParameterVersion',
      arn,
    ],
    [
      user.ssm.send(new AddTagsToResourceCommand({ ...tagged, Tags: [{ Key: 'k', Value: 'v' }] })),
      'ssm:AddTagsToResource',
      arn,
    ],
    [
      user.ssm.send(new UpdateServiceSettingCommand({ SettingId: setting, SettingValue: 'true' })),
      'ssm:UpdateServiceSetting',
      `arn:aws:ssm:us-east-1:${store.account}:servicesetting${setting}`,
    ],
    [
      user.ssm.send(
        new GetParameterCommand({ Name: '/aws/service/global-infrastructure/regions/us-east-1' }),
      ),
      'ssm:GetParameter',
      'arn:aws:ssm:us-east-1::parameter/aws/service/global-infrastructure/regions/us-east-1',
    ],
  ];
  let refused = 0;
  for (const [attempt, action, resource] of attempts) {
    await expect(attempt, action).rejects.toMatchObject(denied(store, action, resource));
    refused += 1;
  }
  expect(refused).toBe(10);
});

test('GetParametersByPath: the path is authorized, and not what stands below it', async () => {
  const store = newStore(server);
  await put(store, '/a/b', { Value: 'below' });
  const user = await as(
    store,
    { Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: store.arn('a') },
    { Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: store.arn('a/*') },
    { Effect: 'Deny', Action: 'ssm:GetParameter*', Resource: store.arn('a/b') },
  );
  await expect(user.ssm.send(new GetParameterCommand({ Name: '/a/b' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const byPath = { Path: '/a', Recursive: true };
  const { Parameters } = await user.ssm.send(new GetParametersByPathCommand(byPath));
  expect(Parameters).toMatchObject([{ Name: '/a/b', Value: 'below' }]);
  await expect(user.ssm.send(new GetParametersByPathCommand({ Path: '/' }))).rejects.toMatchObject(
    denied(store, 'ssm:GetParametersByPath', store.arn('')),
  );
});

test('ssm:Recursive: one level may be read, and not all', async () => {
  const store = newStore(server);
  await put(store, '/a/b');
  const user = await as(
    store,
    { Effect: 'Allow', Action: 'ssm:GetParametersByPath', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 'ssm:GetParametersByPath',
      Resource: '*',
      Condition: { StringEquals: { 'ssm:Recursive': 'true' } },
    },
  );
  await user.ssm.send(new GetParametersByPathCommand({ Path: '/a' }));
  await expect(
    user.ssm.send(new GetParametersByPathCommand({ Path: '/a', Recursive: true })),
  ).rejects.toMatchObject({
    message: expect.stringMatching(/with an explicit deny in an identity-based policy$/),
  });
});

test('ssm:Overwrite and ssm:Policies: parameters may be made, and not changed or given policies', async () => {
  const store = newStore(server);
  const denies = (key: string): Statement => ({
    Effect: 'Deny',
    Action: 'ssm:PutParameter',
    Resource: '*',
    Condition: { StringEquals: { [key]: ['true'] } },
  });
  const user = await as(
    store,
    { Effect: 'Allow', Action: 'ssm:PutParameter', Resource: '*' },
    denies('ssm:Overwrite'),
    denies('ssm:Policies'),
  );
  await put(user, 'p');
  await expect(put(user, 'p', { Overwrite: true })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const Policies = JSON.stringify([
    { Type: 'NoChangeNotification', Version: '1.0', Attributes: { After: '1', Unit: 'Days' } },
  ]);
  await expect(put(user, 'q', { Policies, Tier: 'Advanced' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('tags decide: those of the request, and those of the parameter', async () => {
  const store = newStore(server);
  const user = await as(
    store,
    {
      Effect: 'Allow',
      Action: ['ssm:PutParameter', 'ssm:AddTagsToResource'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
    },
    {
      Effect: 'Allow',
      Action: ['ssm:GetParameter', 'ssm:RemoveTagsFromResource'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
    },
  );
  const Tags = [{ Key: 'team', Value: 'blue' }];
  await put(user, 'ours', { Tags });
  await put(store, 'theirs', { Tags: [{ Key: 'team', Value: 'red' }] });
  await expect(put(user, 'other')).rejects.toMatchObject(
    denied(store, 'ssm:PutParameter', store.arn('other')),
  );
  await user.ssm.send(new GetParameterCommand({ Name: 'ours' }));
  await expect(user.ssm.send(new GetParameterCommand({ Name: 'theirs' }))).rejects.toMatchObject(
    denied(store, 'ssm:GetParameter', store.arn('theirs')),
  );
  const tagged = { ResourceType: 'Parameter', ResourceId: 'ours' } as const;
  await user.ssm.send(new RemoveTagsFromResourceCommand({ ...tagged, TagKeys: ['team'] }));
  await expect(user.ssm.send(new GetParameterCommand({ Name: 'ours' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('PutParameter: making tags needs the permission to tag', async () => {
  const store = newStore(server);
  const user = await as(store, { Effect: 'Allow', Action: 'ssm:PutParameter', Resource: '*' });
  const Tags = [{ Key: 'k', Value: 'v' }];
  await expect(put(user, 'p', { Tags })).rejects.toMatchObject(
    denied(store, 'ssm:AddTagsToResource', store.arn('p')),
  );
});
