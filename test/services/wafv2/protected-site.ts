import { request } from 'node:http';
import { AssociateWebACLCommand } from '@aws-sdk/client-wafv2';
import type { EdgeRequest } from '../../../src/contract/edge.ts';
import type { Service } from '../../../src/contract/service.ts';
import { unbuiltService } from '../../../src/gateway/unbuilt.ts';
import { loadModel } from '../../../src/model/load.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newTenant, type Tenant } from './web-acls.ts';

/** What reached an origin. */
export interface Arrived extends Pick<EdgeRequest, 'target' | 'headers'> {
  readonly body: string;
}

export interface Protected extends Tenant {
  /** The ARN of what a web ACL stands before. */
  readonly resource: string;
  /** What came through the firewall. */
  readonly arrived: Arrived[];
  /** Puts a web ACL before it. */
  protect(webAcl: string): Promise<void>;
  ask(path: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Sites {
  readonly server: TestServer;
  /** A site of a fresh account, which answers 200 and `OK`. */
  site(): Promise<Protected>;
}

/** A server with sites of the tests' own, which stand where APIs of AppSync would. */
export async function startSites(): Promise<Sites> {
  const sites = new Map<string, { readonly tenant: Tenant; readonly arrived: Arrived[] }>();
  const resourceOf = ({ account }: Tenant) => `arn:aws:appsync:us-east-1:${account}:apis/site`;
  const service: Service = {
    ...unbuiltService(loadModel('appsync')),
    edge: {
      listeners: async () => [{ port: 80, protocol: 'http', hosts: [] }],
      find: async (_unit, host) => {
        const found = sites.get(host);
        if (found === undefined) return undefined;
        const { tenant, arrived } = found;
        return {
          resource: resourceOf(tenant),
          scope: { account: tenant.account, region: 'us-east-1' },
          firewallFailsOpen: false,
          maxBody: 1_048_576,
          answer: async ({ target, headers }, chunks) => {
            let body = '';
            for await (const chunk of chunks) body += Buffer.from(chunk).toString('latin1');
            arrived.push({ target, headers, body });
            return { status: 200, headers: [], body: 'OK' };
          },
        };
      },
    },
  };
  const server = await startServer({ furtherServices: [service] });
  const port = async (): Promise<number> => {
    const open = await server.platform.engine().edge.listeners();
    return open.find((one) => one.port === 80)?.localPort ?? 0;
  };
  return {
    server,
    site: async () => {
      const tenant = newTenant(server);
      const arrived: Arrived[] = [];
      const host = `site-${tenant.account}.test`;
      sites.set(host, { tenant, arrived });
      const resource = resourceOf(tenant);
      return {
        ...tenant,
        resource,
        arrived,
        protect: async (WebACLArn) => {
          await tenant.waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn: resource }));
        },
        ask: async (path, options) => send(await port(), host, path, options),
      };
    },
  };
}

function send(
  port: number,
  host: string,
  path: string,
  { method = 'GET', headers = {}, body }: AskOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += String(chunk)));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
