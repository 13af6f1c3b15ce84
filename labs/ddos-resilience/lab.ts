import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import {
  CreateProtectionCommand,
  CreateSubscriptionCommand,
  DescribeAttackCommand,
  EnableApplicationLayerAutomaticResponseCommand,
  ListAttacksCommand,
  ShieldClient,
} from '@aws-sdk/client-shield';
import type { ClientConfig } from '../clients.ts';
import { ACCOUNT, type DevServer, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { localPortOf } from '../load-balancer.ts';
import type { Narrator } from '../narration.ts';
import { LOGIN_LIMIT, newBalancer, newDistribution, newWebAcl } from './front.ts';
import { malformed, startTarget, type Target, visit } from './targets.ts';

export const ddosResilience: Lab = {
  name: 'ddos-resilience',
  title:
    'A flood of requests: what an application meets bare, and what behind the edge, WAF and Shield',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const targets = [await startTarget(), await startTarget()];
      try {
        await story(settings.narrator, server, targets);
      } finally {
        for (const target of targets) target.close();
      }
    }),
};

/** Of one flood. A real one is a thousand times larger; what decides is how it differs from what is usual. */
const FLOOD = 700;
const VISITORS = 20;
const BOT = { path: '/search', agent: 'flood-bot' };

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly config: ClientConfig;
  readonly port: number;
  /** Load balancers: one open to all, one for the edge alone. */
  readonly bare: string;
  readonly origin: string;
  readonly front: { readonly arn: string; readonly host: string };
  /** What the targets heard since the last time. */
  heard(): readonly number[];
}

interface Row {
  readonly front: string;
  readonly reached: number;
  readonly refused: number;
  readonly visitors: number;
}

async function story(
  narrator: Narrator,
  server: DevServer,
  targets: readonly Target[],
): Promise<void> {
  const config = server.root(ACCOUNT, 'us-east-1');
  const bare = await newBalancer(config, 'bare', targets, true);
  const origin = await newBalancer(config, 'origin', targets, false);
  const front = await newDistribution(config, origin, await newWebAcl(config));
  const port = await localPortOf(config.endpoint, 80);
  const heard = () => targets.map((target) => target.heard());
  const scene: Scene = { narrator, server, config, port, bare, origin, front, heard };
  narrator.show('bare', bare);
  narrator.show('protected', front.host);
  const rows: Row[] = [];
  narrator.part('What the application is exposed to');
  await narrator.attempt('part 1 ran to its end', () => exposure(scene));
  narrator.part('A flood that nothing stops');
  await narrator.attempt('part 2 ran to its end', async () => {
    rows.push(await flood(scene, 'load balancer alone', bare));
    const [row] = rows;
    narrator.check('every request of it reaches the application', row?.reached === FLOOD);
  });
  narrator.part('A limit of rate');
  await narrator.attempt('part 3 ran to its end', () => limit(scene));
  narrator.part('Shield');
  await narrator.attempt('part 4 ran to its end', async () => {
    rows.push(...(await shielded(scene)));
  });
  table(narrator, rows);
}

async function exposure({ narrator, config, port, origin, front, heard }: Scene): Promise<void> {
  narrator.step('Who asks the origin itself (BP1, BP5)');
  const direct = await visit({ port, host: origin }, { ...BOT, times: 5 });
  narrator.check('is refused', direct.get(403) === 5);
  narrator.check('the application hears nothing of it', sum(heard()) === 0);
  narrator.step('What is asked through the edge (BP1, BP6)');
  const through = await visit(
    { port, host: front.host },
    { times: 20, path: '/', agent: 'browser' },
  );
  narrator.check('is answered', through.get(200) === 20);
  narrator.check(
    'is spread over both targets',
    heard().every((count) => count > 0),
  );
  narrator.step('A request that two readers would read differently (BP6)');
  const line = await malformed({ port, host: front.host });
  narrator.check('is refused as malformed', line === 'HTTP/1.1 400 Bad Request', () => line);
  narrator.check('the application hears nothing of it', sum(heard()) === 0);
  narrator.step('A hosted zone (BP3)');
  const { DelegationSet } = await new Route53Client(config).send(
    new CreateHostedZoneCommand({ Name: 'shop.example', CallerReference: 'front' }),
  );
  const servers = DelegationSet?.NameServers ?? [];
  narrator.check('has four name servers', servers.length === 4);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

async function flood({ port, heard }: Scene, front: string, host: string): Promise<Row> {
  heard();
  const bots = await visit({ port, host }, { ...BOT, times: FLOOD });
  const reached = sum(heard());
  const visitors = await visit({ port, host }, { times: VISITORS, path: '/', agent: 'browser' });
  return { front, reached, refused: bots.get(403) ?? 0, visitors: visitors.get(200) ?? 0 };
}

async function limit({ narrator, port, front }: Scene): Promise<void> {
  narrator.step('The login page is asked three times as often as its rule allows (BP2)');
  const times = 3 * LOGIN_LIMIT;
  const place = { port, host: front.host };
  const logins = await visit(place, { times, path: '/login', agent: 'browser' });
  narrator.check('what is over the limit is stopped', (logins.get(403) ?? 0) >= LOGIN_LIMIT);
  const pages = await visit(place, { times: VISITORS, path: '/', agent: 'browser' });
  narrator.check('other pages are not', pages.get(200) === VISITORS);
}

async function shielded(scene: Scene): Promise<readonly Row[]> {
  const { narrator, server, config, port, front } = scene;
  const client = new ShieldClient(config);
  narrator.step('The distribution is protected, and attacks on it are to be answered');
  await client.send(new CreateSubscriptionCommand({}));
  await client.send(new CreateProtectionCommand({ Name: 'front', ResourceArn: front.arn }));
  await client.send(
    new EnableApplicationLayerAutomaticResponseCommand({
      ResourceArn: front.arn,
      Action: { Block: {} },
    }),
  );
  await newAlarm(config, front.arn);
  narrator.step('Six minutes of visitors');
  for (let minute = 0; minute < 6; minute += 1) {
    await server.advance('PT1M');
    const place = { port, host: front.host };
    await visit(place, { times: 10, path: '/', agent: 'browser' });
  }
  await server.advance('PT1M');
  narrator.step('The same flood again');
  const first = await flood(scene, 'Shield, first wave', front.host);
  await server.advance('PT1S');
  const second = await flood(scene, 'Shield, second wave', front.host);
  narrator.check('the second wave is stopped', second.refused === FLOOD);
  narrator.check('the application hears nothing of it', second.reached === 0);
  narrator.check('visitors are answered', second.visitors === VISITORS);
  await server.advance('PT1M');
  await told(scene, client);
  narrator.step('The flood is over, and time passes');
  await server.advance('PT10M');
  const { AttackSummaries: [attack] = [] } = await client.send(new ListAttacksCommand({}));
  narrator.check('the attack has ended', attack?.EndTime !== undefined);
  const again = await visit({ port, host: front.host }, { ...BOT, times: 5 });
  narrator.check('its rule is gone', again.get(200) === 5);
  return [first, second];
}

async function newAlarm(config: ClientConfig, resource: string): Promise<void> {
  await new CloudWatchClient(config).send(
    new PutMetricAlarmCommand({
      AlarmName: 'attacked',
      Namespace: 'AWS/DDoSProtection',
      MetricName: 'DDoSDetected',
      Dimensions: [{ Name: 'ResourceArn', Value: resource }],
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
}

async function told({ narrator, config, front }: Scene, client: ShieldClient): Promise<void> {
  narrator.step('What is told of it (BP7)');
  const { AttackSummaries: [summary] = [] } = await client.send(
    new ListAttacksCommand({ ResourceArns: [front.arn] }),
  );
  const { Attack } = await client.send(new DescribeAttackCommand({ AttackId: summary?.AttackId }));
  const [urls] = Attack?.AttackProperties ?? [];
  narrator.check('where it went', urls?.TopContributors?.[0]?.Name === BOT.path);
  const { MetricAlarms: [alarm] = [] } = await new CloudWatchClient(config).send(
    new DescribeAlarmsCommand({ AlarmNames: ['attacked'] }),
  );
  narrator.check('an alarm rang', alarm?.StateValue === 'ALARM', () => String(alarm?.StateValue));
}

function table(narrator: Narrator, rows: readonly Row[]): void {
  narrator.part('Before and after');
  narrator.say(line(['front', 'flood sent', 'refused', 'reached targets', 'visitors answered']));
  for (const { front, reached, refused, visitors } of rows) {
    narrator.say(line([front, FLOOD, refused, reached, `${visitors} of ${VISITORS}`]));
  }
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}
