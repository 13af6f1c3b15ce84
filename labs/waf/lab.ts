import { request } from 'node:http';
import {
  CreateListenerCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AssociateWebACLCommand,
  CreateIPSetCommand,
  CreateWebACLCommand,
  GetRateBasedStatementManagedKeysCommand,
  type Rule,
  UpdateIPSetCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { ACCOUNT, type DevServer, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { localPortOf, newLoadBalancer } from '../load-balancer.ts';
import type { Narrator } from '../narration.ts';

export const waf: Lab = {
  name: 'waf',
  title: 'The firewall: attacks, floods and addresses that never reach a load balancer',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      narrator.part('Attacks');
      await narrator.attempt('part 1 ran to its end', () => attacks(scene));
      narrator.part('An address');
      await narrator.attempt('part 2 ran to its end', () => addresses(scene));
      narrator.part('A flood');
      await narrator.attempt('part 3 ran to its end', () => flood(scene));
    }),
};

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly client: WAFV2Client;
  readonly blocked: { readonly Id: string; readonly LockToken: string };
  readonly webAclId: string;
  /** The status of what the load balancer, or the firewall before it, answers. */
  ask(path: string): Promise<number | undefined>;
}

const METRICS = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true };

function rule(Name: string, Priority: number, more: Pick<Rule, 'Statement'> & Partial<Rule>): Rule {
  return { Name, Priority, VisibilityConfig: { ...METRICS, MetricName: Name }, ...more };
}

async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const config = server.root(ACCOUNT);
  const client = new WAFV2Client(config);
  const { arn, host } = await newBalancer(server);
  narrator.show('load balancer', host);
  const set = await client.send(
    new CreateIPSetCommand({
      Name: 'blocked',
      Scope: 'REGIONAL',
      IPAddressVersion: 'IPV4',
      Addresses: [],
    }),
  );
  const { Summary } = await client.send(
    new CreateWebACLCommand({
      Name: 'front',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: { ...METRICS, MetricName: 'front' },
      Rules: rules(set.Summary?.ARN ?? ''),
    }),
  );
  const WebACLArn = Summary?.ARN ?? '';
  await client.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn: arn }));
  narrator.show('web ACL', WebACLArn);
  return {
    narrator,
    server,
    client,
    blocked: { Id: set.Summary?.Id ?? '', LockToken: set.Summary?.LockToken ?? '' },
    webAclId: Summary?.Id ?? '',
    ask: async (path) => statusOf(await localPortOf(config.endpoint, 80), host, path),
  };
}

function rules(ARN: string): Rule[] {
  const managed = (Name: string) => ({
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
    OverrideAction: { None: {} },
  });
  return [
    rule('blocked', 0, {
      Statement: { IPSetReferenceStatement: { ARN } },
      Action: { Block: {} },
    }),
    rule('core', 1, managed('AWSManagedRulesCommonRuleSet')),
    rule('sql', 2, managed('AWSManagedRulesSQLiRuleSet')),
    rule('limit', 3, {
      Statement: {
        RateBasedStatement: { Limit: 20, EvaluationWindowSec: 60, AggregateKeyType: 'IP' },
      },
      Action: { Block: {} },
    }),
  ];
}

async function newBalancer(server: DevServer) {
  const config = server.root(ACCOUNT);
  const elb = new ElasticLoadBalancingV2Client(config);
  const { LoadBalancerArn: arn = '', DNSName: host = '' } = await newLoadBalancer(config, 'front');
  const answer = { StatusCode: '200', MessageBody: 'OK' };
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: arn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: answer }],
    }),
  );
  return { arn, host };
}

function statusOf(port: number, host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'user-agent': 'lab' };
    const outgoing = request(`http://127.0.0.1:${port}${path}`, { headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

async function attacks({ narrator, ask }: Scene): Promise<void> {
  narrator.step('What anybody asks');
  narrator.check('an ordinary request is answered', (await ask('/?q=tea+%26+cake')) === 200);
  narrator.step('What nobody should');
  const script = '/?q=%3Cscript%3Ealert(1)%3C/script%3E';
  narrator.check('script is stopped', (await ask(script)) === 403);
  narrator.check('SQL is stopped', (await ask("/?id=1'%20OR%20'1'='1")) === 403);
  narrator.check('a walk through folders is stopped', (await ask('/?f=../../etc/passwd')) === 403);
}

async function addresses({ narrator, client, blocked, ask }: Scene): Promise<void> {
  const change = (Addresses: string[], LockToken: string) =>
    client.send(
      new UpdateIPSetCommand({
        Name: 'blocked',
        Scope: 'REGIONAL',
        Id: blocked.Id,
        Addresses,
        LockToken,
      }),
    );
  narrator.step('The address of this machine is put into the set');
  const { NextLockToken = '' } = await change(['127.0.0.0/8'], blocked.LockToken);
  narrator.check('the next request is stopped', (await ask('/')) === 403);
  narrator.step('It is taken out again');
  await change([], NextLockToken);
  narrator.check('the next request is answered', (await ask('/')) === 200);
}

async function flood({ narrator, server, client, webAclId, ask }: Scene): Promise<void> {
  narrator.step('Forty requests at once');
  const statuses = await Promise.all(Array.from({ length: 40 }, () => ask('/')));
  const stopped = statuses.filter((status) => status === 403).length;
  narrator.check('what is over the limit is stopped', stopped >= 20, () => `${stopped} of 40`);
  const { ManagedKeysIPV4 } = await client.send(
    new GetRateBasedStatementManagedKeysCommand({
      Scope: 'REGIONAL',
      WebACLName: 'front',
      WebACLId: webAclId,
      RuleName: 'limit',
    }),
  );
  const limited = ManagedKeysIPV4?.Addresses ?? [];
  narrator.check('WAF names whom it limits', limited.includes('127.0.0.1/32'));
  narrator.step('A minute and a half passes');
  await server.advance('PT90S');
  narrator.check('the next request is answered', (await ask('/')) === 200);
}
