import {
  AssociateWebACLCommand,
  CreateRuleGroupCommand,
  DeletePermissionPolicyCommand,
  DeleteWebACLCommand,
  DisassociateWebACLCommand,
  GetPermissionPolicyCommand,
  GetWebACLForResourceCommand,
  ListResourcesForWebACLCommand,
  PutPermissionPolicyCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { deploy, newApi, newMock } from '../apigateway/api.ts';
import { blocking, newTenant, newWebAcl, pathContains, VISIBILITY } from './web-acls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const api = (account: string) => `arn:aws:appsync:us-east-1:${account}:apis/abc`;

test('check 36: a web ACL stands before APIs and stages, and can not go while it does', async () => {
  const { waf, account } = newTenant(server);
  const { arn: WebACLArn, name, token: LockToken } = await newWebAcl(waf, []);
  const ResourceArn = api(account);
  const made = await newApi(server.client(account));
  await newMock(made);
  await deploy(made);
  const stage = `arn:aws:apigateway:us-east-1::/restapis/${made.id}/stages/prod`;
  expect(await waf.send(new GetWebACLForResourceCommand({ ResourceArn }))).not.toHaveProperty(
    'WebACL',
  );
  for (const resource of [ResourceArn, stage]) {
    await waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn: resource }));
  }
  const { WebACL } = await waf.send(new GetWebACLForResourceCommand({ ResourceArn }));
  expect(WebACL?.ARN).toBe(WebACLArn);
  const listed = async (ResourceType?: 'API_GATEWAY' | 'APPSYNC') =>
    (await waf.send(new ListResourcesForWebACLCommand({ WebACLArn, ResourceType }))).ResourceArns;
  expect(await listed()).toEqual([]);
  expect(await listed('APPSYNC')).toEqual([ResourceArn]);
  expect(await listed('API_GATEWAY')).toEqual([stage]);
  const deletion = new DeleteWebACLCommand({ ...name, LockToken });
  await expect(waf.send(deletion)).rejects.toMatchObject({ name: 'WAFAssociatedItemException' });
  for (const resource of [ResourceArn, stage]) {
    await waf.send(new DisassociateWebACLCommand({ ResourceArn: resource }));
  }
  await waf.send(deletion);
});

test('check 36: another web ACL takes the place of the one before', async () => {
  const { waf, account } = newTenant(server);
  const ResourceArn = api(account);
  const first = await newWebAcl(waf, []);
  const second = await newWebAcl(waf, [], { Name: 'second' });
  for (const { arn: WebACLArn } of [first, second]) {
    await waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn }));
  }
  const { WebACL } = await waf.send(new GetWebACLForResourceCommand({ ResourceArn }));
  expect(WebACL?.Name).toBe('second');
});

test('check 36: what no web ACL may stand before is refused', async () => {
  const { waf, account } = newTenant(server);
  const { arn: WebACLArn } = await newWebAcl(waf, []);
  const cases = [
    `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/net/lb/50dc6c495c0c9188`,
    'arn:aws:apigateway:us-east-1::/apis/abc123/stages/prod',
    `arn:aws:cloudfront::${account}:distribution/E1234567890`,
    api(account).replace('us-east-1', 'eu-west-1'),
  ];
  let ran = 0;
  for (const ResourceArn of cases) {
    await expect(
      waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn })),
    ).rejects.toMatchObject({
      name: 'WAFInvalidParameterException',
      message:
        "Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other " +
        'information separated by colons or slashes., field: RESOURCE_ARN, parameter: ' +
        ResourceArn,
      Field: 'RESOURCE_ARN',
    });
    ran += 1;
  }
  expect(ran).toBe(4);
  const gone = WebACLArn.replace(/[^/]+$/, '11111111-2222-3333-4444-555555555555');
  await expect(
    waf.send(new AssociateWebACLCommand({ WebACLArn: gone, ResourceArn: api(account) })),
  ).rejects.toMatchObject({ name: 'WAFUnavailableEntityException' });
});

test('AssociateWebACL: needs the permission on both, and that of the resource’s own service', async () => {
  const { waf, account } = newTenant(server);
  const { arn: WebACLArn } = await newWebAcl(waf, []);
  const ResourceArn = api(account);
  const as = async (name: string, ...statements: [string, string][]) =>
    new WAFV2Client(
      await newUser(server, account, name, {
        allow: statements.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource })),
      }),
    );
  const associate = (client: WAFV2Client) =>
    client.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn }));
  const denied = (name: string, action: string, resource: string) => ({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/${name} is not authorized to perform: ${action} on ` +
      `resource: ${resource} because no identity-based policy allows the ${action} action`,
  });
  const onAcl = await as('one', ['wafv2:AssociateWebACL', WebACLArn]);
  await expect(associate(onAcl)).rejects.toMatchObject(
    denied('one', 'wafv2:AssociateWebACL', ResourceArn),
  );
  const onBoth = await as(
    'two',
    ['wafv2:AssociateWebACL', WebACLArn],
    ['wafv2:AssociateWebACL', ResourceArn],
  );
  await expect(associate(onBoth)).rejects.toMatchObject(
    denied('two', 'appsync:SetWebACL', ResourceArn),
  );
  const onAll = await as('three', ['*', '*']);
  await associate(onAll);
});

test('PutPermissionPolicy: another account may use a rule group that is shared with it', async () => {
  const owner = newTenant(server);
  const { Summary } = await owner.waf.send(
    new CreateRuleGroupCommand({
      Name: 'shared',
      Scope: 'REGIONAL',
      Capacity: 10,
      Rules: [blocking(0, pathContains('/x'))],
      VisibilityConfig: VISIBILITY,
    }),
  );
  const ResourceArn = Summary?.ARN ?? '';
  const user = newTenant(server);
  const using = () =>
    newWebAcl(user.waf, [
      {
        ...blocking(0, { RuleGroupReferenceStatement: { ARN: ResourceArn } }),
        Action: undefined,
        OverrideAction: { None: {} },
      },
    ]);
  await expect(using()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const Action = ['CreateWebACL', 'UpdateWebACL', 'PutFirewallManagerRuleGroups'].map(
    (name) => `wafv2:${name}`,
  );
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${user.account}:root` },
    Action,
  };
  const put = (Statement: object) =>
    owner.waf.send(
      new PutPermissionPolicyCommand({
        ResourceArn,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
  const faults = [
    { ...statement, Resource: '*' },
    { ...statement, Effect: 'Deny' },
    { ...statement, Action: 'wafv2:*' },
    { ...statement, Action: Action.slice(1) },
  ];
  let ran = 0;
  for (const fault of faults) {
    await expect(put(fault)).rejects.toMatchObject({
      name: 'WAFInvalidPermissionPolicyException',
      message: "The operation failed because the specified policy isn't in the proper format.",
    });
    ran += 1;
  }
  expect(ran).toBe(4);
  await put(statement);
  const { Policy = '' } = await owner.waf.send(new GetPermissionPolicyCommand({ ResourceArn }));
  expect(JSON.parse(Policy)).toEqual({ Version: '2012-10-17', Statement: statement });
  await using();
  await owner.waf.send(new DeletePermissionPolicyCommand({ ResourceArn }));
  const missing = owner.waf.send(new GetPermissionPolicyCommand({ ResourceArn }));
  await expect(missing).rejects.toMatchObject({ name: 'WAFNonexistentItemException' });
});
