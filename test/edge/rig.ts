import type {
  CertificateSource,
  EdgeListener,
  EdgeSite,
  EdgeTlsTerms,
  FirewallSource,
  ServerCertificate,
} from '../../src/contract/edge.ts';
import type { Service } from '../../src/contract/service.ts';
import { type EdgeLimits, edgeLimits } from '../../src/edge/limits.ts';
import { unbuiltService } from '../../src/gateway/unbuilt.ts';
import { loadModel } from '../../src/model/load.ts';
import { openssl } from '../openssl.ts';
import { type ServerOptions, startServer, type TestServer } from '../server.ts';

export const scope = { account: '111122223333', region: 'us-east-1' };

export const tlsTerms: EdgeTlsTerms = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.3',
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ],
  certificates: [],
  protocols: ['h2', 'http/1.1'],
  clientCertificates: { mode: 'off' },
};

export interface EdgeRig {
  readonly server: TestServer;
  /** By host and port: `a.test:80`. */
  readonly sites: Map<string, EdgeSite>;
  /** By ARN. */
  readonly certificates: Map<string, ServerCertificate>;
  firewall: FirewallSource | undefined;
  /** The port on this machine of a listener's. */
  localPort(port: number, protocol?: EdgeListener['protocol']): Promise<number>;
}

/** A server whose sites are the test's own. */
export async function startEdge(
  limits: Partial<EdgeLimits> = {},
  { dev = true }: Pick<ServerOptions, 'dev'> = {},
): Promise<EdgeRig> {
  const sites = new Map<string, EdgeSite>();
  const certificates = new Map<string, ServerCertificate>();
  const found: CertificateSource = { find: async (_unit, arn) => certificates.get(arn) };
  const service: Service = {
    // In the place of the service whose firewall the edge would ask.
    ...unbuiltService(loadModel('wafv2')),
    certificates: found,
    firewall: { find: async (unit, site) => rig.firewall?.find(unit, site) },
    edge: {
      listeners: async () =>
        [...sites].map(([place, site]) => {
          const [host = '', port = ''] = place.split(':');
          const protocol = site.tls === undefined ? 'http' : 'https';
          return { port: Number(port), protocol, hosts: [host] };
        }),
      find: async (_unit, host, port) => sites.get(`${host}:${port}`),
    },
  };
  const server = await startServer({
    dev,
    furtherServices: [service],
    edgeLimits: { ...edgeLimits, ...limits },
  });
  const rig: EdgeRig = {
    server,
    sites,
    certificates,
    firewall: undefined,
    localPort: async (port, protocol) => {
      const open = await server.platform.engine().edge.listeners();
      const listener = open.find(
        (one) => one.port === port && (protocol === undefined || one.protocol === protocol),
      );
      if (listener === undefined) throw new Error(`nothing listens for ${port}`);
      return listener.localPort;
    },
  };
  return rig;
}

export function site(
  answer: EdgeSite['answer'],
  more: Partial<Omit<EdgeSite, 'answer'>> = {},
): EdgeSite {
  return {
    resource: 'arn:aws:appsync:us-east-1:111122223333:apis/a',
    scope,
    firewallFailsOpen: false,
    maxBody: 1_048_576,
    answer,
    ...more,
  };
}

const KEYS = {
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-newkey', 'rsa:2048'],
} as const;

/** A certificate for names, signed by itself. */
export function certificateFor(
  arn: string,
  names: readonly string[],
  type: keyof typeof KEYS = 'ec',
): ServerCertificate {
  const alternatives = names.map((name) => `DNS:${name}`).join(',');
  const both = openssl([
    'req', '-x509', '-nodes', '-days', '30', '-subj', `/CN=${names[0] ?? ''}`,
    ...KEYS[type], '-addext', `subjectAltName=${alternatives}`, '-keyout', '-', '-out', '-',
  ]).toString(); // biome-ignore format: one command
  const [privateKey = ''] =
    /-----BEGIN PRIVATE KEY-----[^]*-----END PRIVATE KEY-----\n/.exec(both) ?? [];
  const [certificate = ''] =
    /-----BEGIN CERTIFICATE-----[^]*-----END CERTIFICATE-----\n/.exec(both) ?? [];
  return { arn, certificate, chain: '', privateKey, serial: certificate.slice(60, 100) };
}
