import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import {
  CreateListenerCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import { localPortOf, newLoadBalancer } from '../load-balancer.ts';

/** A load balancer that answers over TLS with a certificate of ACM; gives its ARN. */
export async function newFront(server: DevServer, CertificateArn: string): Promise<string> {
  const config = server.root(ACCOUNT);
  const elb = new ElasticLoadBalancingV2Client(config);
  const { LoadBalancerArn } = await newLoadBalancer(config, 'front');
  const answer = { StatusCode: '200', MessageBody: 'in private' };
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn,
      Protocol: 'HTTPS',
      Port: 443,
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      Certificates: [{ CertificateArn }],
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: answer }],
    }),
  );
  return LoadBalancerArn ?? '';
}

export interface Answer {
  readonly status: number | undefined;
  readonly protocol: string | null;
  /** Of the certificate that was shown. */
  readonly serial: string;
}

/**
 * Asks a site over TLS as its clients do, and believes only the authorities of `ca`; with none it believes whatever is shown.
 * Errors: what TLS refuses.
 */
export async function ask(server: DevServer, host: string, ca?: string): Promise<Answer> {
  const port = await localPortOf(server.root(ACCOUNT).endpoint, 443);
  const options = {
    host: '127.0.0.1',
    port,
    servername: host,
    headers: { host },
    agent: false,
    ...(ca === undefined ? { rejectUnauthorized: false } : { ca }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve({ status: incoming.statusCode, ...shown }));
    });
    const shown = { protocol: '', serial: '' };
    outgoing.on('socket', (socket: TLSSocket) => {
      socket.on('secureConnect', () => {
        shown.protocol = socket.getProtocol() ?? '';
        shown.serial = socket.getPeerCertificate().serialNumber;
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
