import {
  DeletePolicyCommand,
  ListComplianceStatusCommand,
  ListDiscoveredResourcesCommand,
  PutPolicyCommand,
} from '@aws-sdk/client-fms';
import {
  AssociateWebACLCommand,
  DeleteWebACLCommand,
  DisassociateWebACLCommand,
  GetWebACLCommand,
  ListWebACLsCommand,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { pass } from '../config-service/recording.ts';
import { ask } from '../elbv2/rig.ts';
import { newWebAcl } from '../wafv2/web-acls.ts';
import { BALANCER, newFleet, type Member } from './fleet.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function status(member: Member, path: string): Promise<number> {
  return (await ask(server, member.host, { path })).status;
}

test('check 41: a policy over a unit protects what is there, and an account that comes later', async () => {
  const { join, move, put, fms, violators } = await newFleet(server);
  const [first, second, third] = [await join(), await join(), await join()];
  await move(first.account);
  await move(second.account);
  for (const member of [first, second, third]) expect(await status(member, '/evil')).toBe(200);
  const policy = await put();
  for (const member of [first, second]) {
    expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-web-\d{13}$/);
    expect(await status(member, '/evil')).toBe(403);
    expect(await status(member, '/fine')).toBe(200);
  }
  expect(await third.webAcl()).toBeUndefined();
  expect(await status(third, '/evil')).toBe(200);
  await move(third.account);
  await pass(server, 20_000);
  expect(await third.webAcl()).toMatch(/^FMManagedWebACLV2-web-/);
  expect(await status(third, '/evil')).toBe(403);
  const { PolicyComplianceStatusList = [] } = await fms.send(
    new ListComplianceStatusCommand({ PolicyId: policy.PolicyId }),
  );
  expect(
    PolicyComplianceStatusList.map(({ MemberAccount }) => String(MemberAccount)).sort(),
  ).toEqual([first.account, second.account, third.account].sort());
  for (const one of PolicyComplianceStatusList) {
    expect(one.EvaluationResults).toEqual([
      { ComplianceStatus: 'COMPLIANT', ViolatorCount: 0, EvaluationLimitExceeded: false },
    ]);
  }
  expect(await violators(policy.PolicyId, first.account)).toMatchObject({ Violators: [] });
  const { Items } = await fms.send(
    new ListDiscoveredResourcesCommand({
      MemberAccountIds: [first.account],
      ResourceType: BALANCER,
    }),
  );
  expect(Items).toEqual([{ URI: first.arn, AccountId: first.account, Type: BALANCER }]);
});

test('check 41: without remediation a resource is told of, and with it a detached one is put back', async () => {
  const { join, move, put, violators, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const policy = await put({ RemediationEnabled: false });
  expect(await member.webAcl()).toBeUndefined();
  expect(await violators(policy.PolicyId, member.account)).toMatchObject({
    Violators: [
      {
        ResourceId: member.arn,
        ResourceType: BALANCER,
        ViolationReason: 'RESOURCE_MISSING_WEB_ACL',
      },
    ],
  });
  await fms.send(new PutPolicyCommand({ Policy: { ...policy, RemediationEnabled: true } }));
  await pass(server, 20_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
  expect(await violators(policy.PolicyId, member.account)).toMatchObject({ Violators: [] });
  await member.waf.send(new DisassociateWebACLCommand({ ResourceArn: member.arn }));
  expect(await member.webAcl()).toBeUndefined();
  await pass(server, 40_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
});

test('check 41: a member can not delete the web ACL of Firewall Manager', async () => {
  const { join, move, put } = await newFleet(server);
  const member = await join();
  await move(member.account);
  await put();
  const { WebACLs: [one] = [] } = await member.waf.send(
    new ListWebACLsCommand({ Scope: 'REGIONAL' }),
  );
  const named = { Name: one?.Name, Id: one?.Id, Scope: 'REGIONAL' } as const;
  await member.waf.send(new DisassociateWebACLCommand({ ResourceArn: member.arn }));
  await expect(
    member.waf.send(new DeleteWebACLCommand({ ...named, LockToken: one?.LockToken })),
  ).rejects.toMatchObject({ name: 'WAFInvalidOperationException' });
  const { WebACL } = await member.waf.send(new GetWebACLCommand(named));
  expect(WebACL).toMatchObject({
    ManagedByFirewallManager: true,
    PreProcessFirewallManagerRuleGroups: [{ Name: expect.stringMatching(/^PREFMManaged-/) }],
  });
});

test('WAFV2 policies: another web ACL is told of, and replaced where the policy says so', async () => {
  const { join, move, put, violators, fms } = await newFleet(server);
  const member = await join();
  const own = await newWebAcl(member.waf, []);
  await member.waf.send(
    new AssociateWebACLCommand({ WebACLArn: own.arn, ResourceArn: member.arn }),
  );
  await move(member.account);
  const policy = await put();
  expect(await violators(policy.PolicyId, member.account)).toMatchObject({
    Violators: [{ ViolationReason: 'RESOURCE_INCORRECT_WEB_ACL' }],
  });
  const data = JSON.parse(policy.SecurityServicePolicyData?.ManagedServiceData ?? '{}');
  const ManagedServiceData = JSON.stringify({ ...data, overrideCustomerWebACLAssociation: true });
  await fms.send(
    new PutPolicyCommand({
      Policy: { ...policy, SecurityServicePolicyData: { Type: 'WAFV2', ManagedServiceData } },
    }),
  );
  await pass(server, 20_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
});

test('WAFV2 policies: tags bring a resource into scope', async () => {
  const { join, move, put } = await newFleet(server);
  const member = await join();
  await move(member.account);
  await put({ ResourceTags: [{ Key: 'stage', Value: 'live' }] });
  expect(await member.webAcl()).toBeUndefined();
  await member.tag('stage', 'live');
  await pass(server, 40_000);
  expect(await member.webAcl()).toMatch(/^FMManagedWebACLV2-/);
});

test('WAFV2 policies: deleted with all they made, they leave nothing', async () => {
  const { join, move, put, fms } = await newFleet(server);
  const member = await join();
  await move(member.account);
  const { PolicyId } = await put();
  expect(await status(member, '/evil')).toBe(403);
  await fms.send(new DeletePolicyCommand({ PolicyId, DeleteAllPolicyResources: true }));
  await pass(server, 20_000);
  expect(await member.webAcl()).toBeUndefined();
  expect(await status(member, '/evil')).toBe(200);
  const { WebACLs } = await member.waf.send(new ListWebACLsCommand({ Scope: 'REGIONAL' }));
  expect(WebACLs).toEqual([]);
});

test('WAFV2 policies: an account that Config does not record is told of', async () => {
  const { join, move, put, violators } = await newFleet(server);
  const member = await join(false);
  await move(member.account);
  const { PolicyId } = await put();
  expect(await violators(PolicyId, member.account)).toMatchObject({
    Violators: [],
    IssueInfoMap: { AWSCONFIG: `AWS Config is not recording ${BALANCER} in the account.` },
  });
});
