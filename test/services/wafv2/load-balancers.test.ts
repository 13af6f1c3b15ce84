import { DeleteLoadBalancerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AssociateWebACLCommand,
  DeleteWebACLCommand,
  type Rule,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newListener, newLoadBalancer, newTenant } from '../elbv2/rig.ts';
import { newWebAcl, VISIBILITY } from './web-acls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A rule for a managed group of AWS's. */
function managed(Priority: number, Name: string): Rule {
  return {
    Name,
    Priority,
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
    OverrideAction: { None: {} },
    VisibilityConfig: { ...VISIBILITY, MetricName: Name },
  };
}

/** A load balancer that says `OK`, with a web ACL of managed groups before it. */
async function protectedBalancer() {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  await newListener(tenant, arn, {
    Type: 'fixed-response',
    FixedResponseConfig: { StatusCode: '200', MessageBody: 'OK' },
  });
  const waf = new WAFV2Client(server.client(tenant.account));
  const webAcl = await newWebAcl(waf, [
    managed(0, 'AWSManagedRulesCommonRuleSet'),
    managed(1, 'AWSManagedRulesSQLiRuleSet'),
    managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
  ]);
  const association = { WebACLArn: webAcl.arn, ResourceArn: arn };
  await waf.send(new AssociateWebACLCommand(association));
  return { tenant, arn, host, waf, webAcl, association };
}

async function statusOf(host: string, path: string, headers: Record<string, string> = {}) {
  const open = await server.platform.engine().edge.listeners();
  const port = open.find((one) => one.port === 80)?.localPort;
  return new Promise<number | undefined>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      headers: { host, 'user-agent': 'test', ...headers },
    };
    const outgoing = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

test('a load balancer with managed rule groups: attacks are stopped, and ordinary requests are not', async () => {
  const { host } = await protectedBalancer();
  const attacks: readonly (readonly [path: string, headers?: Record<string, string>])[] = [
    ["/?id=1'%20OR%20'1'='1"],
    ['/?q=%3Cscript%3Ealert(1)%3C/script%3E'],
    ['/?f=../../etc/passwd'],
    ['/?u=http://169.254.169.254/latest/meta-data'],
    ['/', { 'x-api': `\${jndi:ldap://x/a}` }],
  ];
  const ordinary = ['/', '/search?q=O%27Reilly+%26+Sons', '/?q=a+%3C+b+and+c+%3E+d'];
  let ran = 0;
  for (const [path, headers] of attacks) {
    expect(await statusOf(host, path, headers), path).toBe(403);
    ran += 1;
  }
  for (const path of ordinary) {
    expect(await statusOf(host, path), path).toBe(200);
    ran += 1;
  }
  expect(ran).toBe(8);
});

test('a load balancer that is gone: its web ACL may go too, and it is no more associated with', async () => {
  const { tenant, arn, waf, webAcl, association } = await protectedBalancer();
  const deletion = new DeleteWebACLCommand({ ...webAcl.name, LockToken: webAcl.token });
  await expect(waf.send(deletion)).rejects.toMatchObject({ name: 'WAFAssociatedItemException' });
  await tenant.elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));
  await expect(waf.send(new AssociateWebACLCommand(association))).rejects.toMatchObject({
    name: 'WAFUnavailableEntityException',
  });
  await waf.send(deletion);
});
