// A load balancer's listener beside a bare node:http reverse proxy, to the same target, in the same run.
//   npm run bench -- edge [--rounds N] [--seconds N]
// Small GETs over HTTP/1.1, one target that answers at once on the load generator's core. Rounds are interleaved; ratios are
// of the same round, and medians.
import { join } from 'node:path';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag } from './rig/command-line.ts';
import { contest, type Contender } from './rig/contest.ts';
import { machine } from './rig/figures.ts';
import { requireWrk, warmUp } from './rig/load.ts';
import { type BenchServer, startEcho, startHoldfast, startProxy } from './rig/servers.ts';
import { REGION, writeRequests } from './rig/signed-requests.ts';

const ROUNDS = numberFlag('--rounds', 5);
const SECONDS = numberFlag('--seconds', 2);
const SERVER_CORE = 0;
const CLIENT_CORE = 1;

/** Puts a load balancer before the target; gives its name. */
async function balance({ url: endpoint, credentials }: BenchServer, target: string) {
  const options = { endpoint, region: REGION, credentials };
  const [elb, ec2] = [new ElasticLoadBalancingV2Client(options), new EC2Client(options)];
  const { Subnets: [one, two] = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const made = await elb.send(
    new CreateLoadBalancerCommand({
      Name: 'bench',
      Subnets: [one?.SubnetId ?? '', two?.SubnetId ?? ''],
    }),
  );
  const group = await elb.send(
    new CreateTargetGroupCommand({
      Name: 'bench',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: one?.VpcId,
      TargetType: 'ip',
    }),
  );
  const TargetGroupArn = group.TargetGroups?.[0]?.TargetGroupArn;
  const Targets = [{ Id: '127.0.0.1', Port: Number(new URL(target).port) }];
  await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets }));
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: made.LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
  return made.LoadBalancers?.[0]?.DNSName ?? '';
}

/** The same process, by the address of its listener. */
async function listenerOf(server: BenchServer): Promise<BenchServer> {
  const answer = await fetch(`${server.url}/_holdfast/edge`);
  const port = /"localPort": (\d+)/.exec(await answer.text())?.[1] ?? '';
  return { ...server, name: 'load balancer', url: `http://127.0.0.1:${port}` };
}

requireWrk();
console.log(machine());
console.log(`${ROUNDS} rounds of ${SECONDS} s each, interleaved; medians; CPU is the proxy's`);
const { folder, remove } = makeTemporaryFolder();
const servers: BenchServer[] = [];
try {
  const target = await startEcho(CLIENT_CORE);
  servers.push(target);
  const proxy = await startProxy(target.url, SERVER_CORE);
  servers.push(proxy);
  const holdfast = await startHoldfast(join(folder, 'data'), SERVER_CORE);
  servers.push(holdfast);
  const host = await balance(holdfast, target.url);
  const script = writeRequests(join(folder, 'get.lua'), [
    `GET /a?b=c HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  ]);
  const listener = await listenerOf(holdfast);
  const contenders: Contender[] = [proxy, listener].map((server) => ({ server, script }));
  for (const { server } of contenders) {
    await warmUp(server, { script, connections: 32, seconds: SECONDS, core: CLIENT_CORE });
  }
  for (const connections of [32, 128]) {
    await contest(contenders, { rounds: ROUNDS, seconds: SECONDS, connections, core: CLIENT_CORE });
  }
} finally {
  for (const server of servers) await server.stop();
  remove();
}
