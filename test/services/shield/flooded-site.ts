import { AssociateWebACLCommand, GetWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import {
  CreateProtectionCommand,
  CreateSubscriptionCommand,
  ShieldClient,
} from '@aws-sdk/client-shield';
import { Agent, request } from 'node:http';
import type { TestServer } from '../../server.ts';
import { newListener, newLoadBalancer, newTenant } from '../elbv2/rig.ts';
import { newWebAcl } from '../wafv2/web-acls.ts';

const MINUTE_MS = 60_000;

export interface Visit {
  readonly path?: string;
  readonly agent?: string;
  /** An address of this machine, `127.0.0.2`. */
  readonly from?: string;
}

/** A load balancer that says `OK`, protected by Shield, with a web ACL without rules before it. */
export async function newFloodedSite(server: TestServer) {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  await newListener(tenant, arn, {
    Type: 'fixed-response',
    FixedResponseConfig: { StatusCode: '200', MessageBody: 'OK' },
  });
  const config = server.client(tenant.account);
  const waf = new WAFV2Client(config);
  const shield = new ShieldClient(config);
  await shield.send(new CreateSubscriptionCommand({}));
  const { ProtectionId = '' } = await shield.send(
    new CreateProtectionCommand({ Name: 'site', ResourceArn: arn }),
  );
  const webAcl = await newWebAcl(waf, []);
  const engine = server.platform.engine();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    ...tenant,
    arn,
    waf,
    shield,
    protection: ProtectionId,
    webAcl,
    async guard(): Promise<void> {
      const association = { WebACLArn: webAcl.arn, ResourceArn: arn };
      await waf.send(new AssociateWebACLCommand(association));
    },
    async rules() {
      return (await waf.send(new GetWebACLCommand(webAcl.name))).WebACL?.Rules ?? [];
    },
    /** How often each status was answered. */
    async visit(times: number, how: Visit = {}): Promise<Record<number, number>> {
      const open = await engine.edge.listeners();
      const port = open.find((one) => one.port === 80)?.localPort ?? 0;
      const ask = () => statusOf({ port, host, agent }, how);
      const statuses = await Promise.all(Array.from({ length: times }, ask));
      const counts: Record<number, number> = {};
      for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
    /** Time goes on to the beginning of a minute, so many minutes from now. */
    async toMinute(ahead: number): Promise<void> {
      const minute = Math.floor(engine.clock.serviceTime() / MINUTE_MS) + ahead;
      await engine.advanceTo(minute * MINUTE_MS + 3_000);
    },
    /** What was counted is written and judged. */
    async settle(): Promise<void> {
      await engine.advanceTo(engine.clock.serviceTime());
    },
    /** Six minutes of what visitors usually ask. */
    async usual(): Promise<void> {
      for (let minute = 0; minute < 6; minute += 1) {
        await this.toMinute(1);
        await this.visit(4, { path: '/', agent: 'browser' });
        await this.visit(2, { path: '/shop', agent: 'browser' });
      }
      await this.toMinute(1);
    },
  };
}

export type FloodedSite = Awaited<ReturnType<typeof newFloodedSite>>;

interface Place {
  readonly port: number;
  readonly host: string;
  readonly agent: Agent;
}

function statusOf(
  { port, host, agent }: Place,
  { path = '/', agent: name = 'browser', from }: Visit,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        headers: { host, 'user-agent': name },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}
