import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  ElasticLoadBalancingV2Client,
  SetSubnetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, type Statement } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newListener, newLoadBalancer, newTenant } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const OK = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } } as const;
const Tags = [{ Key: 'team', Value: 'blue' }];

function allow(Action: string, Resource: string): Statement {
  return { Effect: 'Allow', Action, Resource };
}

test('AddTags with a creation is asked on what is made: a listener or a rule, not what it is made in', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  const ListenerArn = await newListener(tenant, arn, OK);
  const prefix = `arn:aws:elasticloadbalancing:us-east-1:${tenant.account}`;
  const create = [
    allow('elasticloadbalancing:CreateListener', '*'),
    allow('elasticloadbalancing:CreateRule', '*'),
  ];
  const tagger = async (name: string, ...resources: readonly string[]) => {
    const statements = resources.map((one) => allow('elasticloadbalancing:AddTags', one));
    const user = await newUser(server, tenant.account, name, { allow: [...create, ...statements] });
    return new ElasticLoadBalancingV2Client(user);
  };
  const listener = {
    LoadBalancerArn: arn,
    Protocol: 'HTTP' as const,
    DefaultActions: [OK],
    Tags,
  };
  const rule = {
    ListenerArn,
    Conditions: [{ Field: 'path-pattern', Values: ['/a'] }],
    Actions: [OK],
    Tags,
  };
  const byOwner = await tagger('owner', arn, ListenerArn);
  const path = arn.split('loadbalancer/')[1] ?? '';
  const listenerPath = ListenerArn.split('listener/')[1] ?? '';
  const denied = (resource: string) =>
    `User: arn:aws:iam::${tenant.account}:user/owner is not authorized to perform: elasticloadbalancing:AddTags on resource: ${prefix}:${resource} because no identity-based policy allows the elasticloadbalancing:AddTags action`;
  await expect(
    byOwner.send(new CreateListenerCommand({ ...listener, Port: 81 })),
  ).rejects.toMatchObject({ message: denied(`listener/${path}/*`) });
  await expect(byOwner.send(new CreateRuleCommand({ ...rule, Priority: 1 }))).rejects.toMatchObject(
    { message: denied(`listener-rule/${listenerPath}/*`) },
  );
  const byPart = await tagger('part', `${prefix}:listener/*`, `${prefix}:listener-rule/*`);
  await byPart.send(new CreateListenerCommand({ ...listener, Port: 81 }));
  await byPart.send(new CreateRuleCommand({ ...rule, Priority: 1 }));
});

test('elasticloadbalancing:Subnet: holds for mappings of subnets too', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  const [first = '', second = ''] = tenant.subnets;
  const user = await newUser(server, tenant.account, 'bound', {
    allow: [
      allow('elasticloadbalancing:*', '*'),
      {
        Effect: 'Deny',
        Action: 'elasticloadbalancing:*',
        Resource: '*',
        Condition: {
          'ForAnyValue:StringNotEquals': { 'elasticloadbalancing:Subnet': [first] },
        },
      },
    ],
  });
  const elb = new ElasticLoadBalancingV2Client(user);
  const SubnetMappings = [{ SubnetId: first }, { SubnetId: second }];
  const sent = [
    elb.send(new CreateLoadBalancerCommand({ Name: 'mapped', SubnetMappings })),
    elb.send(new SetSubnetsCommand({ LoadBalancerArn: arn, SubnetMappings })),
  ];
  for (const one of sent) {
    await expect(one).rejects.toMatchObject({
      message: expect.stringContaining('with an explicit deny in an identity-based policy'),
    });
  }
  expect(sent).toHaveLength(2);
});
