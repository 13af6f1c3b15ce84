import type {
  CertificateSource,
  EdgeContext,
  EdgeListener,
  EdgeRequest,
  EdgeSite,
  EdgeSource,
  Firewall,
  FirewallSource,
  ServerCertificate,
  TrafficWatch,
} from '../contract/edge.ts';
import type { CallOptions, OperationReference } from '../contract/operation.ts';
import type { Unit } from '../contract/view.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';

/** A service that has sites, by the name under which it calls others. */
export interface NamedSource {
  /** `elasticloadbalancing.amazonaws.com`. */
  readonly principal: string;
  readonly source: EdgeSource;
}

/** What the edge is given: it opens no store. */
export interface EdgeParts {
  readonly sources: readonly NamedSource[];
  readonly certificates: CertificateSource | undefined;
  readonly firewall: FirewallSource | undefined;
  readonly traffic: TrafficWatch | undefined;
  /** Runs a unit that only reads, with the service time at which it began. */
  read<T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T>;
  /** Runs a unit that writes, durable when it resolves. */
  write<T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T>;
  /** Who calls, and what they may. */
  readonly callers: Pick<EdgeContext, 'signer' | 'assertPermitted'>;
  /** Calls an operation in units of its own, for a service and one of its scopes. */
  call<I extends object, O>(
    work: { readonly principal: string; readonly scope: Scope },
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<O>;
  readonly realTime: () => Instant;
  readonly onFault: (message: string, cause: unknown) => void;
}

export interface FoundSite {
  readonly site: EdgeSite;
  /** What the firewall stands before: the site, or what the path names in it. */
  readonly resource: string;
  readonly principal: string;
  readonly firewall: Firewall | undefined;
  /** Service time. */
  readonly now: Instant;
}

/** The site of a name at a port, with the firewall before it: both as they are in one unit. */
export function findSite(
  parts: EdgeParts,
  { host, port, target }: Pick<EdgeRequest, 'host' | 'port' | 'target'>,
): Promise<FoundSite | undefined> {
  return parts.read(async (unit, now) => {
    const named = await namedSite(parts.sources, unit, host, port);
    if (named === undefined) return undefined;
    const { site } = named;
    const resource = site.resourceOf?.(target) ?? site.resource;
    const firewall = await parts.firewall?.find(unit, { resource, scope: site.scope });
    return { ...named, resource, firewall, now };
  });
}

type NamedSite = Pick<FoundSite, 'site' | 'principal'>;

/** Names that AWS gives: nobody can point one at something else. */
const GIVEN_NAME = /\.(amazonaws\.com|amazonaws\.com\.cn|cloudfront\.net)$/;

async function namedSite(
  sources: readonly NamedSource[],
  unit: Unit,
  host: string,
  port: number,
): Promise<NamedSite | undefined> {
  for (const { source, principal } of sources) {
    const site = await source.find(unit, host, port);
    if (site !== undefined) return { site, principal };
  }
  if (GIVEN_NAME.test(host)) return undefined;
  const alone: NamedSite[] = [];
  for (const { source, principal } of sources) {
    const site = await source.pointedAt?.(unit, host, port);
    if (site !== undefined) alone.push({ site, principal });
  }
  return alone.length === 1 ? alone[0] : undefined;
}

/** The terms on which a name at a port is spoken to over TLS, and the certificates that are there. */
export function findTls(parts: EdgeParts, host: string, port: number) {
  return parts.read(async (unit) => {
    const named = await namedSite(parts.sources, unit, host, port);
    const terms = named?.site.tls;
    if (named === undefined || terms === undefined) return undefined;
    const certificates: ServerCertificate[] = [];
    for (const arn of terms.certificates) {
      const found = await parts.certificates?.find(unit, arn);
      if (found !== undefined) certificates.push(found);
    }
    return { resource: named.site.resource, terms, certificates };
  });
}

/** Every port that a site is at, once, with the names behind it; by port and protocol. */
export async function listenersOf(parts: EdgeParts): Promise<ReadonlyMap<string, EdgeListener>> {
  const told = await parts.read(async (unit) => {
    const all: EdgeListener[] = [];
    for (const { source } of parts.sources) all.push(...(await source.listeners(unit)));
    return all;
  });
  const byPort = new Map<string, EdgeListener>();
  for (const listener of told) {
    const key = `${listener.port}/${listener.protocol}`;
    const hosts = [...(byPort.get(key)?.hosts ?? []), ...listener.hosts];
    byPort.set(key, { ...listener, hosts: [...new Set(hosts)] });
  }
  return byPort;
}
