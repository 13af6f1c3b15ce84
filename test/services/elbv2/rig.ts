import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  type Action,
  CreateListenerCommand,
  type CreateListenerCommandInput,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  type CreateTargetGroupCommandInput,
  ElasticLoadBalancingV2Client,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freshAccount, type TestServer } from '../../server.ts';

/** An account with a client, and the network it has from the start. */
export async function newTenant(server: TestServer) {
  const account = freshAccount();
  const elb = new ElasticLoadBalancingV2Client(server.client(account));
  const ec2 = new EC2Client(server.client(account));
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const subnets = Subnets.map(({ SubnetId = '' }) => SubnetId).slice(0, 2);
  return { account, elb, ec2, subnets, vpcId: Subnets[0]?.VpcId ?? '' };
}

export type Tenant = Awaited<ReturnType<typeof newTenant>>;

export async function newLoadBalancer(
  { elb, subnets }: Tenant,
  name = 'web',
  Type: 'application' | 'network' = 'application',
) {
  const { LoadBalancers: [made] = [] } = await elb.send(
    new CreateLoadBalancerCommand({ Name: name, Subnets: subnets, Type }),
  );
  return { arn: made?.LoadBalancerArn ?? '', host: made?.DNSName ?? '' };
}

export async function newListener(
  { elb }: Tenant,
  LoadBalancerArn: string,
  action: Action,
  more: Partial<CreateListenerCommandInput> = {},
): Promise<string> {
  const { Listeners: [made] = [] } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [action],
      ...more,
    }),
  );
  return made?.ListenerArn ?? '';
}

/** A group of targets on this machine, by their ports. */
export async function newGroup(
  { elb, vpcId }: Tenant,
  name: string,
  ports: readonly number[],
  more: Partial<CreateTargetGroupCommandInput> = {},
): Promise<string> {
  const { TargetGroups: [made] = [] } = await elb.send(
    new CreateTargetGroupCommand({
      Name: name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: vpcId,
      TargetType: 'ip',
      ...more,
    }),
  );
  const TargetGroupArn = made?.TargetGroupArn ?? '';
  if (ports.length > 0) {
    const Targets = ports.map((Port) => ({ Id: '127.0.0.1', Port }));
    await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets }));
  }
  return TargetGroupArn;
}

export interface WebServer {
  readonly port: number;
  /** What was asked of it, health checks aside. */
  readonly heard: IncomingMessage[];
  status: number;
  close(): Promise<void>;
}

/** A target: it answers with its name. */
export async function startTarget(
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<WebServer> {
  const heard: IncomingMessage[] = [];
  const server: Server = createServer((message, response) => {
    const isCheck = message.headers['user-agent'] === 'ELB-HealthChecker/2.0';
    if (!isCheck) heard.push(message);
    message.resume();
    response.writeHead(isCheck ? target.status : 200, headers);
    response.end(name);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const target: WebServer = {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    heard,
    status: 200,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return target;
}

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly port?: number;
}

/** Asks a load balancer by its name, at the port that this machine has its listener at. */
export async function ask(server: TestServer, host: string, asked: Asked = {}): Promise<Answer> {
  const { path = '/', method = 'GET', headers = {}, body, port = 80 } = asked;
  const open = await server.platform.engine().edge.listeners();
  const listener = open.find((one) => one.port === port && one.protocol === 'http');
  if (listener === undefined) throw new Error(`nothing listens for ${port}`);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: listener.localPort, path, method, headers: { host, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += String(chunk);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
