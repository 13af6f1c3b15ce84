import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import {
  CreateProtectionCommand,
  CreateProtectionGroupCommand,
  CreateSubscriptionCommand,
  DeleteProtectionCommand,
  DeleteProtectionGroupCommand,
  DeleteSubscriptionCommand,
  DescribeProtectionCommand,
  DescribeProtectionGroupCommand,
  DescribeSubscriptionCommand,
  GetSubscriptionStateCommand,
  ListProtectionGroupsCommand,
  ListProtectionsCommand,
  ListResourcesInProtectionGroupCommand,
  ListTagsForResourceCommand,
  ShieldClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateProtectionGroupCommand,
  UpdateSubscriptionCommand,
} from '@aws-sdk/client-shield';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

const DAY_MS = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function subscribed() {
  const account = freshAccount();
  const client = new ShieldClient(server.client(account));
  await client.send(new CreateSubscriptionCommand({}));
  return { account, client };
}

async function newZone(account: string, Name: string): Promise<string> {
  const route53 = new Route53Client(server.client(account));
  const { HostedZone } = await route53.send(
    new CreateHostedZoneCommand({ Name, CallerReference: Name }),
  );
  return `arn:aws:route53:::hostedzone/${HostedZone?.Id?.replace('/hostedzone/', '')}`;
}

async function pass(ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

test('CreateSubscription: once, for a year that renews itself and can not be ended before', async () => {
  const account = freshAccount();
  const client = new ShieldClient(server.client(account));
  const state = async () =>
    (await client.send(new GetSubscriptionStateCommand({}))).SubscriptionState;
  expect(await state()).toBe('INACTIVE');
  await expect(client.send(new DescribeSubscriptionCommand({}))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The subscription does not exist.',
  });
  await client.send(new CreateSubscriptionCommand({}));
  expect(await state()).toBe('ACTIVE');
  await expect(client.send(new CreateSubscriptionCommand({}))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'The subscription already exists.',
  });
  const { Subscription } = await client.send(new DescribeSubscriptionCommand({}));
  expect(Subscription).toMatchObject({
    AutoRenew: 'ENABLED',
    TimeCommitmentInSeconds: 31_536_000,
    SubscriptionLimits: { ProtectionGroupLimits: { MaxProtectionGroups: 100 } },
  });
  await expect(client.send(new DeleteSubscriptionCommand({}))).rejects.toMatchObject({
    name: 'LockedSubscriptionException',
    message:
      'You are trying to delete a subscription that has not yet completed the 1-year commitment.',
  });
  const stop = new UpdateSubscriptionCommand({ AutoRenew: 'DISABLED' });
  await expect(client.send(stop)).rejects.toMatchObject({ name: 'LockedSubscriptionException' });
  await pass(340 * DAY_MS);
  await client.send(stop);
  await expect(client.send(stop)).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'The operation would not cause any change to occur.',
  });
  expect(await state()).toBe('ACTIVE');
  await pass(26 * DAY_MS);
  expect(await state()).toBe('INACTIVE');
  await expect(client.send(new DescribeSubscriptionCommand({}))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The subscription does not exist.',
  });
  const ResourceArn = await newZone(account, 'late.example');
  await expect(
    client.send(new CreateProtectionCommand({ Name: 'zone', ResourceArn })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The subscription does not exist.',
  });
  await client.send(new DeleteSubscriptionCommand({}));
  await expect(client.send(new DescribeSubscriptionCommand({}))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('UpdateSubscription: renewal that is turned off in a later year ends with that year', async () => {
  const { client } = await subscribed();
  const state = async () =>
    (await client.send(new GetSubscriptionStateCommand({}))).SubscriptionState;
  await pass((365 + 340) * DAY_MS);
  await client.send(new UpdateSubscriptionCommand({ AutoRenew: 'DISABLED' }));
  expect(await state()).toBe('ACTIVE');
  await pass(26 * DAY_MS);
  expect(await state()).toBe('INACTIVE');
});

test('CreateProtection: of a resource that exists, once, and never without a subscription', async () => {
  const unsubscribed = freshAccount();
  const ResourceArn = await newZone(unsubscribed, 'unsubscribed.example');
  await expect(
    new ShieldClient(server.client(unsubscribed)).send(
      new CreateProtectionCommand({ Name: 'zone', ResourceArn }),
    ),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The subscription does not exist.',
  });
  const { account, client } = await subscribed();
  const zone = await newZone(account, 'protected.example');
  const { ProtectionId } = await client.send(
    new CreateProtectionCommand({ Name: 'zone', ResourceArn: zone }),
  );
  const { Protection } = await client.send(new DescribeProtectionCommand({ ResourceArn: zone }));
  expect(Protection).toEqual({
    Id: ProtectionId,
    Name: 'zone',
    ResourceArn: zone,
    ProtectionArn: `arn:aws:shield::${account}:protection/${ProtectionId}`,
    HealthCheckIds: [],
  });
  const refusals: readonly [string, string, string][] = [
    [zone, 'ResourceAlreadyExistsException', 'The referenced protection already exists.'],
    [
      'arn:aws:route53:::hostedzone/Z000NONE',
      'ResourceNotFoundException',
      'The referenced resource does not exist.',
    ],
    [
      `arn:aws:s3:::bucket`,
      'InvalidResourceException',
      "Unrecognized resource 'bucket' of service 's3'.",
    ],
    [
      `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/net/n/1`,
      'InvalidResourceException',
      "Unrecognized resource 'loadbalancer/net/n/1' of service 'elasticloadbalancing'.",
    ],
  ];
  for (const [arn, name, message] of refusals) {
    await expect(
      client.send(new CreateProtectionCommand({ Name: 'other', ResourceArn: arn })),
    ).rejects.toMatchObject({ name, message });
  }
  await expect(
    client.send(
      new CreateProtectionCommand({
        Name: 'eip',
        ResourceArn: `arn:aws:ec2:us-east-1:${account}:eip-allocation/eipalloc-1`,
      }),
    ),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  await client.send(new DeleteProtectionCommand({ ProtectionId }));
  await expect(client.send(new DescribeProtectionCommand({ ProtectionId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The referenced protection does not exist.',
  });
});

test('ListProtections: is filtered, and goes on where it stopped', async () => {
  const { account, client } = await subscribed();
  const arns = [];
  for (const name of ['a.example', 'b.example', 'c.example']) {
    const ResourceArn = await newZone(account, name);
    arns.push(ResourceArn);
    await client.send(new CreateProtectionCommand({ Name: name, ResourceArn }));
  }
  const first = await client.send(new ListProtectionsCommand({ MaxResults: 2 }));
  expect(first.Protections).toHaveLength(2);
  const { NextToken } = first;
  const second = await client.send(new ListProtectionsCommand({ MaxResults: 2, NextToken }));
  const seen = [...(first.Protections ?? []), ...(second.Protections ?? [])];
  expect(seen.map(({ ResourceArn }) => String(ResourceArn)).sort()).toEqual(arns.sort());
  const named = await client.send(
    new ListProtectionsCommand({ InclusionFilters: { ProtectionNames: ['b.example'] } }),
  );
  expect(named.Protections).toMatchObject([{ Name: 'b.example' }]);
  await expect(
    client.send(new ListProtectionsCommand({ NextToken: 'bm9uZQ==' })),
  ).rejects.toMatchObject({ name: 'InvalidPaginationTokenException' });
});

test('protection groups: all, by type, or a list of what is protected', async () => {
  const { account, client } = await subscribed();
  const ResourceArn = await newZone(account, 'group.example');
  const { ProtectionId } = await client.send(
    new CreateProtectionCommand({ Name: 'zone', ResourceArn }),
  );
  const create = (more: object) =>
    client.send(
      new CreateProtectionGroupCommand({
        ProtectionGroupId: 'group',
        Aggregation: 'SUM',
        Pattern: 'ALL',
        ...more,
      }),
    );
  await expect(create({ Pattern: 'BY_RESOURCE_TYPE' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'You must set ResourceType when you set Pattern to BY_RESOURCE_TYPE and you must not set it ' +
      'for any other Pattern setting.',
  });
  await expect(create({ Pattern: 'ARBITRARY' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(
    create({ Pattern: 'ARBITRARY', Members: ['arn:aws:route53:::hostedzone/ZNONE'] }),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await create({ Pattern: 'ARBITRARY', Members: [ResourceArn] });
  await expect(create({})).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'The protection group already exists.',
  });
  const group = { ProtectionGroupId: 'group' };
  const members = async () =>
    (await client.send(new ListResourcesInProtectionGroupCommand(group))).ResourceArns;
  expect(await members()).toEqual([ResourceArn]);
  const update = (more: object) =>
    client.send(
      new UpdateProtectionGroupCommand({
        ...group,
        Aggregation: 'MAX',
        Pattern: 'BY_RESOURCE_TYPE',
        ...more,
      }),
    );
  await update({ ResourceType: 'ROUTE_53_HOSTED_ZONE' });
  expect(await members()).toEqual([ResourceArn]);
  await update({ ResourceType: 'CLOUDFRONT_DISTRIBUTION' });
  expect(await members()).toEqual([]);
  const { ProtectionGroup } = await client.send(new DescribeProtectionGroupCommand(group));
  expect(ProtectionGroup).toEqual({
    ProtectionGroupId: 'group',
    ProtectionGroupArn: `arn:aws:shield::${account}:protection-group/group`,
    Aggregation: 'MAX',
    Pattern: 'BY_RESOURCE_TYPE',
    ResourceType: 'CLOUDFRONT_DISTRIBUTION',
    Members: [],
  });
  const { ProtectionGroups } = await client.send(new ListProtectionGroupsCommand({}));
  expect(ProtectionGroups).toHaveLength(1);
  await client.send(new DeleteProtectionGroupCommand(group));
  await client.send(new DeleteProtectionCommand({ ProtectionId }));
  await expect(client.send(new DescribeProtectionGroupCommand(group))).rejects.toMatchObject({
    message: 'The referenced protection group does not exist.',
  });
});

test('protections: are tagged, and permissions go by their ARNs and tags', async () => {
  const { account, client } = await subscribed();
  const ResourceArn = await newZone(account, 'tags.example');
  const { ProtectionId } = await client.send(
    new CreateProtectionCommand({
      Name: 'zone',
      ResourceArn,
      Tags: [{ Key: 'team', Value: 'red' }],
    }),
  );
  const ResourceARN = `arn:aws:shield::${account}:protection/${ProtectionId}`;
  await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'a', Value: 'b' }] }));
  await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceARN }));
  expect(Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  const Condition = { StringEquals: { 'aws:ResourceTag/team': 'red' } };
  const ann = new ShieldClient(
    await newUser(server, account, 'ann', {
      allow: [
        { Effect: 'Allow', Action: 'shield:DescribeProtection', Resource: ResourceARN, Condition },
      ],
    }),
  );
  await ann.send(new DescribeProtectionCommand({ ProtectionId }));
  await expect(ann.send(new DeleteProtectionCommand({ ProtectionId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      `shield:DeleteProtection on resource: ${ResourceARN} because no identity-based policy ` +
      'allows the shield:DeleteProtection action',
  });
});
