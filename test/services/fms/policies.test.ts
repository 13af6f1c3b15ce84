import {
  DeletePolicyCommand,
  FMSClient,
  ListComplianceStatusCommand,
  type Policy,
  PutPolicyCommand,
} from '@aws-sdk/client-fms';
import {
  AssociateWebACLCommand,
  CreateRuleGroupCommand,
  DeleteWebACLCommand,
  DisassociateWebACLCommand,
  GetWebACLCommand,
  GetWebACLForResourceCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  ConfigServiceClient,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resourceKey, resources } from '../../../src/services/config-service/state.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { pass } from '../config-service/recording.ts';
import { ask, newLoadBalancer } from '../elbv2/rig.ts';
import { blocking, newTenant, pathContains, VISIBILITY } from '../wafv2/web-acls.ts';
import { BALANCER, newFleet, type Member } from './fleet.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function status(member: Member, path: string): Promise<number> {
  return (await ask(server, member.host, { path })).status;
}

async function newGroup(waf: WAFV2Client): Promise<string> {
  const { Summary } = await waf.send(
    new CreateRuleGroupCommand({
      Name: 'own',
      Scope: 'REGIONAL',
      Capacity: 100,
      Rules: [blocking(0, pathContains('/evil'))],
      VisibilityConfig: VISIBILITY,
    }),
  );
  return Summary?.ARN ?? '';
}

async function furtherBalancer(account: string) {
  const config = server.client(account);
  const ec2 = new EC2Client(config);
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const subnets = Subnets.map(({ SubnetId = '' }) => SubnetId).slice(0, 2);
  const elb = new ElasticLoadBalancingV2Client(config);
  const tenant = { account, elb, ec2, subnets, vpcId: Subnets[0]?.VpcId ?? '' };
  return newLoadBalancer(tenant, 'further');
}

function withData(policy: Policy, change: (data: object) => object): Policy {
  const text = policy.SecurityServicePolicyData?.ManagedServiceData ?? '{}';
  const ManagedServiceData = JSON.stringify(change(JSON.parse(text)));
  return { ...policy, SecurityServicePolicyData: { Type: 'WAFV2', ManagedServiceData } };
}

test('PutPolicy: uses no rule groups but those that the caller may read', async () => {
  const { admin, fms, unit } = await newFleet(server);
  const stranger = newTenant(server);
  const foreign = await newGroup(stranger.waf);
  const own = await newGroup(new WAFV2Client(server.client(admin)));
  const policy = (ruleGroupArn: string): Policy => ({
    PolicyName: 'groups',
    ResourceType: BALANCER,
    ExcludeResourceTags: false,
    RemediationEnabled: true,
    IncludeMap: { ORG_UNIT: [unit] },
    SecurityServicePolicyData: {
      Type: 'WAFV2',
      ManagedServiceData: JSON.stringify({
        type: 'WAFV2',
        preProcessRuleGroups: [{ ruleGroupType: 'RuleGroup', ruleGroupArn }],
        defaultAction: { type: 'ALLOW' },
      }),
    },
  });
  const put = (sender: FMSClient, arn: string) =>
    sender.send(new PutPolicyCommand({ Policy: policy(arn) }));
  await expect(put(fms, foreign)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(`wafv2:GetRuleGroup on resource: ${foreign}`),
  });
  const none = own.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000');
  await expect(put(fms, none)).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: `The rule group ${none} does not exist.`,
  });
  const ann = new FMSClient(
    await newUser(server, admin, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'fms:*', Resource: '*' }],
    }),
  );
  await expect(put(ann, own)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${admin}:user/ann is not authorized to perform: wafv2:GetRuleGroup on ` +
      `resource: ${own} because no identity-based policy allows the wafv2:GetRuleGroup action`,
  });
  await put(fms, own);
});

function blockingByDefault(data: object): object {
  return { ...data, defaultAction: { type: 'BLOCK' } };
}

test('WAFV2 policies: what no web ACL can stand before is skipped, and told of', async () => {
  const { join, move, put, violators, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const policy = await put();
  const { PolicyId } = policy;
  await pass(server, 40_000);
  const scope = { account: member.account, region: 'us-east-1' };
  const arn = member.arn.replace('/app/', '/net/');
  // Network load balancers can not be made here: Config tells of one.
  await server.platform.engine().store.run(async (unit) => {
    const view = unit.view(scope);
    const balancer = await view.get(resources, resourceKey(BALANCER, member.arn));
    if (balancer === undefined) throw new Error('no load balancer was recorded');
    view.put(resources, resourceKey(BALANCER, arn), { ...balancer, id: arn, arn });
  });
  await fms.send(new PutPolicyCommand({ Policy: withData(policy, blockingByDefault) }));
  await pass(server, 1_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
  expect(await status(member, '/fine')).toBe(403);
  expect(await violators(PolicyId, member.account)).toMatchObject({
    Violators: [],
    IssueInfoMap: { AWSWAF: `Skipped 1, which no web ACL can protect: ${arn}` },
  });
  const { PolicyComplianceStatusList } = await fms.send(
    new ListComplianceStatusCommand({ PolicyId }),
  );
  expect(PolicyComplianceStatusList).toMatchObject([
    { EvaluationResults: [{ ComplianceStatus: 'COMPLIANT' }] },
  ]);
});

test('WAFV2 policies: a new default action, and overrides of rules, are those of its web ACLs', async () => {
  const { join, move, put, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  let policy = await put();
  const change = async (more: (data: object) => object) => {
    const { Policy: made } = await fms.send(
      new PutPolicyCommand({ Policy: withData(policy, more) }),
    );
    policy = made ?? policy;
    await pass(server, 20_000);
  };
  expect(await status(member, '/fine')).toBe(200);
  await change(blockingByDefault);
  expect(await status(member, '/fine')).toBe(403);
  await change((data) => ({
    ...data,
    defaultAction: { type: 'ALLOW' },
    preProcessRuleGroups: [
      {
        ...preGroup(data),
        ruleActionOverrides: [{ name: 'rule-0', actionToUse: { count: {} } }],
      },
    ],
  }));
  expect(await status(member, '/fine')).toBe(200);
  expect(await status(member, '/evil')).toBe(200);
  await change((data) => ({
    ...data,
    preProcessRuleGroups: [{ ...preGroup(data), ruleActionOverrides: [] }],
  }));
  expect(await status(member, '/evil')).toBe(403);
});

function preGroup(data: object): object {
  if (!('preProcessRuleGroups' in data) || !Array.isArray(data.preProcessRuleGroups)) return {};
  const [first]: readonly object[] = data.preProcessRuleGroups;
  return first ?? {};
}

test('PutPolicy: a setting that would have no effect is not taken', async () => {
  const { put } = await newFleet(server);
  const managed = { vendorName: 'AWS', managedRuleGroupName: 'AWSManagedRulesCommonRuleSet' };
  const group = (more: object) => ({
    preProcessRuleGroups: [
      { ruleGroupType: 'ManagedRuleGroup', managedRuleGroupIdentifier: managed, ...more },
    ],
  });
  const refused: readonly [object, string][] = [
    [{ customResponse: { responseCode: 429 } }, 'the setting customResponse of ManagedServiceData'],
    [
      { customRequestHandling: { insertHeaders: [] } },
      'the setting customRequestHandling of ManagedServiceData',
    ],
    [{ captchaConfig: {} }, 'the setting captchaConfig of ManagedServiceData'],
    [
      { loggingConfiguration: { logDestinationConfigs: [] } },
      'the setting loggingConfiguration of ManagedServiceData',
    ],
    [{ webACLSource: 'RETROFIT_EXISTING' }, 'the web ACL source RETROFIT_EXISTING'],
    [group({ scopeDownStatement: {} }), 'the setting scopeDownStatement of ManagedServiceData'],
    [
      group({ managedRuleGroupIdentifier: { ...managed, managedRuleGroupConfigs: [{}] } }),
      'the setting managedRuleGroupConfigs of ManagedServiceData',
    ],
    [
      group({ ruleActionOverrides: [{ name: 'r', actionToUse: { captcha: {} } }] }),
      'the rule action captcha',
    ],
  ];
  for (const [data, what] of refused) {
    await expect(put({}, data)).rejects.toMatchObject({
      message: `fms:PutPolicy is not implemented for ${what}`,
      $metadata: { httpStatusCode: 501 },
    });
  }
  expect(refused).toHaveLength(8);
  await expect(put({ ResourceTypeList: [BALANCER] })).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});

test('WAFV2 policies: that override do not take a resource from each other', async () => {
  const { join, move, put, violators } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const overriding = { overrideCustomerWebACLAssociation: true };
  await put({ PolicyName: 'first' }, overriding);
  const { PolicyId } = await put({ PolicyName: 'second' }, overriding);
  await pass(server, 40_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-first-/);
  expect(await violators(PolicyId, member.account)).toMatchObject({
    Violators: [{ ResourceId: member.arn, ViolationReason: 'RESOURCE_INCORRECT_WEB_ACL' }],
  });
});

test('DeletePolicy: without its resources, web ACLs go on protecting, and are their accounts’ own', async () => {
  const { join, move, put, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const { PolicyId } = await put();
  await fms.send(new DeletePolicyCommand({ PolicyId }));
  await pass(server, 20_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
  expect(await status(member, '/evil')).toBe(403);
  await deleteWebAcl(member, [member.arn]);
  expect(await status(member, '/evil')).toBe(200);
});

test('DeletePolicy: what stands before a resource that nobody told of can be deleted', async () => {
  const { join, move, put, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const { PolicyId } = await put();
  await new ConfigServiceClient(server.client(member.account)).send(
    new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }),
  );
  const { arn } = await furtherBalancer(member.account);
  const { WebACL } = await member.waf.send(
    new GetWebACLForResourceCommand({ ResourceArn: member.arn }),
  );
  await member.waf.send(new AssociateWebACLCommand({ WebACLArn: WebACL?.ARN, ResourceArn: arn }));
  await fms.send(new DeletePolicyCommand({ PolicyId, DeleteAllPolicyResources: true }));
  await pass(server, 20_000);
  expect(await member.webAcl()).toBeUndefined();
  await deleteWebAcl(member, [arn]);
});

/** The web ACL before resources is taken away from them and deleted by its account. */
async function deleteWebAcl({ waf }: Member, resources: readonly string[]): Promise<void> {
  const [ResourceArn] = resources;
  const { WebACL } = await waf.send(new GetWebACLForResourceCommand({ ResourceArn }));
  expect(WebACL?.ManagedByFirewallManager).toBe(false);
  for (const one of resources) {
    await waf.send(new DisassociateWebACLCommand({ ResourceArn: one }));
  }
  const named = { Name: WebACL?.Name, Id: WebACL?.Id, Scope: 'REGIONAL' } as const;
  const { LockToken } = await waf.send(new GetWebACLCommand(named));
  await waf.send(new DeleteWebACLCommand({ ...named, LockToken }));
}
