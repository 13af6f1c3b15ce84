import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateLoadBalancerCommand,
  ElasticLoadBalancingV2Client,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ClientConfig } from './clients.ts';

/** A load balancer in two subnets of the account's own network, which listens nowhere yet. */
export async function newLoadBalancer(config: ClientConfig, Name: string): Promise<LoadBalancer> {
  const { Subnets = [] } = await new EC2Client(config).send(new DescribeSubnetsCommand({}));
  const { LoadBalancers: [made] = [] } = await new ElasticLoadBalancingV2Client(config).send(
    new CreateLoadBalancerCommand({
      Name,
      Subnets: Subnets.map(({ SubnetId = '' }) => SubnetId).slice(0, 2),
    }),
  );
  if (made === undefined) throw new Error('no load balancer was made');
  return made;
}

/** Where a port of load balancers is reached on this machine. */
export async function localPortOf(endpoint: string, port: number): Promise<number> {
  const answer = await fetch(`${endpoint}/_holdfast/edge`);
  const text = await answer.text();
  const told: { listeners: { port: number; localPort: number }[] } = JSON.parse(text);
  return told.listeners.find((listener) => listener.port === port)?.localPort ?? 0;
}
