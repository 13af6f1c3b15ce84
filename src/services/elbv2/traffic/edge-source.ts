// The load balancers as sites of the edge.
import type { EdgeListener, EdgeSite, EdgeSource, EdgeTlsTerms } from '../../../contract/edge.ts';
import type { Unit } from '../../../contract/view.ts';
import { APPLICATION, valueOf } from '../domain/attributes.ts';
import { tlsPolicies } from '../domain/tls-policies.ts';
import { sitePointedAt } from '../pointed-names.ts';
import {
  type ListenerDocument,
  listenerKey,
  listeners,
  type LoadBalancerDocument,
  loadBalancers,
  type SiteDocument,
  sites,
} from '../state.ts';
import { answerAt } from './answer.ts';
import { Balance } from './balance.ts';

/** Bytes of a body that is passed on to a target. */
const BODY_MAX = 1_073_741_824;

const ANY_SCOPE = { account: '', region: '' };

export function createEdgeSource(): EdgeSource {
  const balance = new Balance();
  return {
    listeners: async (unit) => listenersOf(await everySite(unit)),
    find: async (unit, host, port) => {
      const site = await unit.view(ANY_SCOPE).get(sites, host);
      return site === undefined ? undefined : siteOf(unit, site, port, balance);
    },
    pointedAt: async (unit, host, port) => {
      const site = await sitePointedAt(unit.view(ANY_SCOPE), host, port);
      return site === undefined ? undefined : siteOf(unit, site, port, balance);
    },
  };
}

interface NamedSite extends SiteDocument {
  readonly host: string;
}

async function everySite(unit: Unit): Promise<readonly NamedSite[]> {
  const view = unit.view(ANY_SCOPE);
  const all: NamedSite[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await view.list(sites, {
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.items.map(({ id, document }) => ({ ...document, host: id })));
    after = page.last;
  } while (after !== undefined);
  return all;
}

function listenersOf(all: readonly NamedSite[]): readonly EdgeListener[] {
  return all.flatMap(({ host, ports }) =>
    ports.map(({ port, protocol }) => {
      return { port, protocol: protocol === 'HTTP' ? 'http' : 'https', hosts: [host] } as const;
    }),
  );
}

async function siteOf(
  unit: Unit,
  { scope, loadBalancerName }: SiteDocument,
  port: number,
  balance: Balance,
): Promise<EdgeSite | undefined> {
  const view = unit.view(scope);
  const listener = await view.get(listeners, listenerKey(loadBalancerName, port));
  const owner = await view.get(loadBalancers, loadBalancerName);
  if (listener === undefined || owner === undefined) {
    return undefined;
  }
  const tls = tlsOf(owner, listener);
  return {
    resource: owner.arn,
    scope,
    ...(tls === undefined ? {} : { tls }),
    firewallFailsOpen: valueOf(APPLICATION, owner.attributes, 'waf.fail_open.enabled') === 'true',
    maxBody: BODY_MAX,
    answer: (request, body, context) =>
      answerAt({ owner, listener, balance }, request, body, context),
  };
}

function tlsOf(owner: LoadBalancerDocument, listener: ListenerDocument): EdgeTlsTerms | undefined {
  const policy = tlsPolicies.get(listener.sslPolicy ?? '');
  if (policy === undefined) return undefined;
  const isFramed = valueOf(APPLICATION, owner.attributes, 'routing.http2.enabled') === 'true';
  return {
    minVersion: policy.protocols[0] ?? 'TLSv1.2',
    maxVersion: policy.protocols.includes('TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2',
    ciphers: policy.ciphers,
    certificates: listener.certificates,
    protocols: isFramed ? ['h2', 'http/1.1'] : ['http/1.1'],
    clientCertificates: {
      mode: listener.mutualAuthentication?.Mode === 'passthrough' ? 'passthrough' : 'off',
    },
  };
}
