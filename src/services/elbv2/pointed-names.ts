// Names that customers point at a load balancer: which ones a listener is for, and whose they are.
import type { Unit, View } from '../../contract/view.ts';
import { findCertificate } from '../acm/port.ts';
import { valuesOf } from './domain/conditions.ts';
import {
  type ListenerDocument,
  type LoadBalancerDocument,
  type SiteDocument,
  type SitePort,
  siteKeys,
  sites,
} from './state.ts';

/** Of one port. */
const NAMES_MAX = 1_000;
const LABELS_MAX = 10;
/** A whole name, or every name below one. */
const NAME = /^(\*\.)?[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+$/;

/** The ports of a load balancer, with the names that lead to each. A name that another account has at a port stays with it. */
export async function sitePorts(
  unit: Unit,
  view: View,
  { dnsName, scope }: LoadBalancerDocument,
  listeners: readonly ListenerDocument[],
): Promise<readonly SitePort[]> {
  const before = await view.get(sites, dnsName);
  const ports: SitePort[] = [];
  for (const listener of listeners) {
    const { port, protocol } = listener;
    const had = new Set(before?.ports.find((one) => one.port === port)?.names);
    const names: string[] = [];
    for (const name of await namesOf(unit, listener)) {
      if (had.has(name) || (await isFree(view, name, port, scope.account))) names.push(name);
    }
    ports.push({ port, protocol, names });
  }
  return ports;
}

async function namesOf(
  unit: Unit,
  { rules, certificates }: ListenerDocument,
): Promise<readonly string[]> {
  const names = rules
    .flatMap((rule) => rule.conditions)
    .filter(({ Field }) => Field === 'host-header')
    .flatMap((condition) => valuesOf(condition));
  for (const arn of certificates) names.push(...((await findCertificate(unit, arn))?.names ?? []));
  const all = new Set(names.map((name) => name.toLowerCase()).filter((name) => NAME.test(name)));
  return [...all].slice(0, NAMES_MAX);
}

async function isFree(view: View, name: string, port: number, account: string): Promise<boolean> {
  const holders = await holdersOf(view, name, port);
  return holders.every(({ document }) => document.scope.account === account);
}

async function holdersOf(view: View, name: string, port: number) {
  const prefix = siteKeys.name(name, port);
  return (await view.list(sites, { index: 'name', prefix, limit: 2 })).items;
}

/** The one load balancer at a port, or the one that a name leads to there. Undefined: none, or several. */
export async function sitePointedAt(
  view: View,
  host: string,
  port: number,
): Promise<SiteDocument | undefined> {
  const prefix = siteKeys.port(port);
  const { items } = await view.list(sites, { index: 'port', prefix, limit: 2 });
  if (items.length < 2) return items[0]?.document;
  const meant = new Map<string, SiteDocument>();
  for (const name of namesFor(host)) {
    for (const { id, document } of await holdersOf(view, name, port)) meant.set(id, document);
  }
  const [only] = meant.size === 1 ? meant.values() : [];
  return only;
}

/** `a.b.test`, `*.b.test`, `*.test`. */
function namesFor(host: string): readonly string[] {
  const labels = host.split('.');
  if (labels.length > LABELS_MAX) return [host];
  return [host, ...labels.slice(1).map((_label, at) => `*.${labels.slice(at + 1).join('.')}`)];
}
