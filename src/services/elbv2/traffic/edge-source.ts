// The load balancers as sites of the edge.
import type { EdgeListener, EdgeSite, EdgeSource, EdgeTlsTerms } from '../../../contract/edge.ts';
import type { Unit } from '../../../contract/view.ts';
import { findCertificate } from '../../acm/port.ts';
import { APPLICATION, valueOf } from '../domain/attributes.ts';
import { matches, valuesOf } from '../domain/conditions.ts';
import { tlsPolicies } from '../domain/tls-policies.ts';
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
      const there = (await everySite(unit)).filter((site) =>
        site.ports.some((one) => one.port === port),
      );
      const meant = there.length > 1 ? await thoseThatName(unit, there, host, port) : there;
      const [only, ...others] = meant;
      if (only === undefined || others.length > 0) return undefined;
      return siteOf(unit, only, port, balance);
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

/** Those with a rule or a certificate for the name. */
async function thoseThatName(
  unit: Unit,
  all: readonly NamedSite[],
  host: string,
  port: number,
): Promise<readonly NamedSite[]> {
  const meant: NamedSite[] = [];
  for (const site of all) {
    const key = listenerKey(site.loadBalancerName, port);
    const listener = await unit.view(site.scope).get(listeners, key);
    if (listener !== undefined && (await namesHost(unit, listener, host))) meant.push(site);
  }
  return meant;
}

async function namesHost(
  unit: Unit,
  { rules, certificates }: ListenerDocument,
  host: string,
): Promise<boolean> {
  const conditions = rules.flatMap((rule) => rule.conditions);
  const named = conditions
    .filter(({ Field }) => Field === 'host-header')
    .flatMap((condition) => valuesOf(condition));
  if (named.some((pattern) => matches(pattern.toLowerCase(), host))) return true;
  for (const arn of certificates) {
    const names = (await findCertificate(unit, arn))?.names ?? [];
    if (names.some((name) => coversName(name.toLowerCase(), host))) return true;
  }
  return false;
}

/** A star stands for one label. */
function coversName(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  return host.indexOf('.') > 0 && host.slice(host.indexOf('.')) === name.slice(1);
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
