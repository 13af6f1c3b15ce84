import {
  ModifyListenerAttributesCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newGroup, newListener, newLoadBalancer, newTenant } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const OK = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } } as const;

test('attributes: what would have no effect is refused by its name, and its default is taken', async () => {
  const tenant = await newTenant(server);
  const { arn: LoadBalancerArn } = await newLoadBalancer(tenant);
  const TargetGroupArn = await newGroup(tenant, 'group', []);
  const ofBalancer = (Key: string, Value: string) =>
    tenant.elb.send(
      new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes: [{ Key, Value }] }),
    );
  const ofGroup = (Key: string, Value: string) =>
    tenant.elb.send(
      new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes: [{ Key, Value }] }),
    );
  const balancer = [
    ['access_logs.s3.enabled', 'true', 'false'],
    ['connection_logs.s3.enabled', 'true', 'false'],
    ['routing.http.desync_mitigation_mode', 'monitor', 'defensive'],
    ['zonal_shift.config.enabled', 'true', 'false'],
  ] as const;
  const health = 'target_group_health';
  const group = [
    ['slow_start.duration_seconds', '30', '0'],
    ['load_balancing.algorithm.anomaly_mitigation', 'on', 'off'],
    ['load_balancing.cross_zone.enabled', 'false', 'true'],
    [`${health}.dns_failover.minimum_healthy_targets.count`, '2', '1'],
    [`${health}.unhealthy_state_routing.minimum_healthy_targets.percentage`, '50', 'off'],
  ] as const;
  for (const [key, value, usual] of balancer) {
    await expect(ofBalancer(key, value)).rejects.toMatchObject({
      message: `elasticloadbalancing:ModifyLoadBalancerAttributes is not implemented for '${value}' for '${key}'`,
    });
    await ofBalancer(key, usual);
  }
  for (const [key, value, usual] of group) {
    await expect(ofGroup(key, value)).rejects.toMatchObject({
      message: `elasticloadbalancing:ModifyTargetGroupAttributes is not implemented for '${value}' for '${key}'`,
    });
    await ofGroup(key, usual);
  }
  expect([balancer.length, group.length]).toEqual([4, 5]);
});

test('attributes: a header that a listener puts in is one header', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  const ListenerArn = await newListener(tenant, arn, OK);
  const Key = 'routing.http.response.x_frame_options.header_value';
  const Value = 'DENY\r\nSet-Cookie: a=b';
  await expect(
    tenant.elb.send(
      new ModifyListenerAttributesCommand({ ListenerArn, Attributes: [{ Key, Value }] }),
    ),
  ).rejects.toMatchObject({
    name: 'ValidationError',
    message: `Listener attribute value '${Value}' for key '${Key}' is not valid`,
  });
});
