import {
  CreateTargetGroupCommand,
  type CreateTargetGroupCommandInput,
  DeregisterTargetsCommand,
  DescribeTargetHealthCommand,
  ModifyTargetGroupCommand,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probeTarget } from '../../../src/edge/probe.ts';
import { startServer, type TestServer } from '../../server.ts';
import {
  newGroup,
  newListener,
  newLoadBalancer,
  newTenant,
  startTarget,
  type WebServer,
} from './rig.ts';

let server: TestServer;
let target: WebServer;
beforeAll(async () => {
  server = await startServer();
  target = await startTarget('one');
});
afterAll(async () => {
  await server.close();
  await target.close();
});

test('health checks: what cannot be asked, or need not be, is refused', async () => {
  const { elb, vpcId } = await newTenant(server);
  const usual = { Name: 'group', Protocol: 'HTTP', Port: 80, VpcId: vpcId } as const;
  const path = (text: string) =>
    `Health check path '${text}' must start with '/' and hold visible characters of ASCII alone`;
  const cases: readonly (readonly [Partial<CreateTargetGroupCommandInput>, string])[] = [
    [
      { TargetType: 'ip', HealthCheckEnabled: false },
      "Health check enabled must be true for target groups with target type 'ip'",
    ],
    [
      { HealthCheckEnabled: false },
      "Health check enabled must be true for target groups with target type 'instance'",
    ],
    [{ HealthCheckPath: 'a' }, path('a')],
    [{ HealthCheckPath: '/a b' }, path('/a b')],
    [{ HealthCheckPath: '/\u00e9' }, path('/\u00e9')],
    [{ HealthCheckProtocol: 'TCP' }, "Health check protocol 'TCP' must be one of 'HTTP, HTTPS'"],
    [
      { Protocol: 'TCP' },
      'elasticloadbalancing:CreateTargetGroup is not implemented for the protocol TCP',
    ],
    [
      {
        TargetType: 'lambda',
        Protocol: undefined,
        Port: undefined,
        VpcId: undefined,
        HealthCheckEnabled: true,
      },
      'elasticloadbalancing:CreateTargetGroup is not implemented for health checks of functions',
    ],
  ];
  for (const [more, message] of cases) {
    const sent = elb.send(new CreateTargetGroupCommand({ ...usual, ...more }));
    await expect(sent, JSON.stringify(more)).rejects.toMatchObject({ message });
  }
  expect(cases).toHaveLength(8);
  const { TargetGroups = [] } = await elb.send(new CreateTargetGroupCommand(usual));
  const TargetGroupArn = TargetGroups[0]?.TargetGroupArn;
  await expect(
    elb.send(new ModifyTargetGroupCommand({ TargetGroupArn, HealthCheckEnabled: false })),
  ).rejects.toMatchObject({
    message: "Health check enabled must be true for target groups with target type 'instance'",
  });
});

test('a probe of what cannot be asked finds nothing there', async () => {
  const { signal } = new AbortController();
  const probe = { protocol: 'HTTP', host: '127.0.0.1', timeoutMs: 5_000 } as const;
  const { port } = target;
  const cases = [
    { ...probe, port, path: '/a b' },
    { ...probe, port: 70_000, path: '/' },
  ];
  for (const one of cases) expect(await probeTarget(one, signal)).toEqual({ kind: 'refused' });
  expect(cases).toHaveLength(2);
  expect(await probeTarget({ ...probe, port, path: '/' }, signal)).toEqual({
    kind: 'answered',
    status: 200,
  });
});

test('draining: as many as leave are gone in time, and who left again stays for its own time', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  const Targets = Array.from({ length: 600 }, (_none, at) => ({
    Id: '127.0.0.1',
    Port: 20_000 + at,
  }));
  const [first = { Id: '', Port: 0 }] = Targets;
  const TargetGroupArn = await newGroup(tenant, 'many', [], {
    HealthCheckPort: String(target.port),
  });
  await newListener(tenant, arn, { Type: 'forward', TargetGroupArn });
  const register = (list: typeof Targets) =>
    tenant.elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets: list }));
  const deregister = (list: typeof Targets) =>
    tenant.elb.send(new DeregisterTargetsCommand({ TargetGroupArn, Targets: list }));
  const present = async () => {
    const { TargetHealthDescriptions = [] } = await tenant.elb.send(
      new DescribeTargetHealthCommand({ TargetGroupArn }),
    );
    return TargetHealthDescriptions.map(({ Target }) => Target?.Port);
  };
  const pass = async (seconds: number) => {
    const { clock, advanceTo } = server.platform.engine();
    await advanceTo(clock.serviceTime() + seconds * 1_000);
  };
  await register(Targets);
  await deregister(Targets);
  expect(await present()).toHaveLength(600);
  await pass(150);
  await register([first]);
  await deregister([first]);
  await pass(151);
  expect(await present()).toEqual([20_000]);
  await pass(150);
  expect(await present()).toEqual([]);
});
