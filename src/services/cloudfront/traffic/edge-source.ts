// The distributions as sites of the edge.
import type { EdgeListener, EdgeSite, EdgeSource, EdgeTlsTerms } from '../../../contract/edge.ts';
import type { Unit } from '../../../contract/view.ts';
import { viewerTerms } from '../domain/tls-versions.ts';
import {
  type DistributionDocument,
  distributions,
  EVERYWHERE,
  type SiteDocument,
  sites,
} from '../state.ts';
import { answerViewer } from './answer.ts';
import { AnswerCache } from './cache.ts';

/** Bytes of a body that is passed on to an origin. */
const BODY_MAX = 1_073_741_824;
const HTTP_PORT = 80;
const HTTPS_PORT = 443;

export function createEdgeSource(): EdgeSource {
  const cache = new AnswerCache();
  return {
    listeners: listenersOf,
    find: async (unit, host, port) => {
      const site = await siteNamed(unit, host);
      return site === undefined ? undefined : siteOf(unit, site, port, cache);
    },
  };
}

/** By its own name, or by an alias with a star for its first label. */
async function siteNamed(unit: Unit, host: string): Promise<SiteDocument | undefined> {
  const view = unit.view(EVERYWHERE);
  const own = await view.get(sites, host);
  if (own !== undefined) return own;
  const dot = host.indexOf('.');
  return dot < 0 ? undefined : view.get(sites, `*${host.slice(dot)}`);
}

async function listenersOf(unit: Unit): Promise<readonly EdgeListener[]> {
  const view = unit.view(EVERYWHERE);
  const hosts: string[] = [];
  const secure: string[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await view.list(sites, {
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, document } of page.items) {
      hosts.push(id);
      if (document.isSecure) secure.push(id);
    }
    after = page.last;
  } while (after !== undefined);
  return [
    ...(hosts.length === 0 ? [] : [{ port: HTTP_PORT, protocol: 'http', hosts } as const]),
    ...(secure.length === 0
      ? []
      : [{ port: HTTPS_PORT, protocol: 'https', hosts: secure } as const]),
  ];
}

async function siteOf(
  unit: Unit,
  { account, distribution: id }: SiteDocument,
  port: number,
  cache: AnswerCache,
): Promise<EdgeSite | undefined> {
  const scope = { account, region: 'us-east-1' };
  const distribution = await unit.view(scope).get(distributions, id);
  if (distribution === undefined || !distribution.config.Enabled) return undefined;
  const tls = port === HTTPS_PORT ? tlsOf(distribution) : undefined;
  if (port !== HTTP_PORT && tls === undefined) return undefined;
  return {
    resource: distribution.arn,
    scope,
    ...(tls === undefined ? {} : { tls }),
    firewallFailsOpen: false,
    maxBody: BODY_MAX,
    answer: async (request, body, context) => {
      const now = await context.read((_unit, at) => Promise.resolve(at));
      return answerViewer({ distribution, cache, now, request, body, context });
    },
  };
}

function tlsOf({ config }: DistributionDocument): EdgeTlsTerms | undefined {
  const { ACMCertificateArn: arn, MinimumProtocolVersion = 'TLSv1.2_2021' } =
    config.ViewerCertificate ?? {};
  if (arn === undefined) return undefined;
  const isFramed = config.HttpVersion !== 'http1.1';
  return {
    ...viewerTerms(MinimumProtocolVersion),
    maxVersion: 'TLSv1.3',
    certificates: [arn],
    protocols: isFramed ? ['h2', 'http/1.1'] : ['http/1.1'],
    clientCertificates: { mode: 'off' },
  };
}
