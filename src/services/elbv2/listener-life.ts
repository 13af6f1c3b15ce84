import { everyOf } from '../../listing/every-document.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { releaseCertificate, useCertificate } from '../acm/port.ts';
import { groupByArn } from './actions.ts';
import { loadBalancerNotFound } from './errors.ts';
import { checkOrder } from './health-job.ts';
import { sitePorts } from './pointed-names.ts';
import {
  type ListenerDocument,
  listenerKey,
  listeners,
  type LoadBalancerDocument,
  loadBalancers,
  sites,
  targetGroupsOf,
} from './state.ts';

/** Keeps a listener as it is from now on, in the place of what it was. */
export async function keepListener(
  context: Context,
  view: View,
  before: ListenerDocument | undefined,
  after: ListenerDocument,
): Promise<void> {
  if (before !== undefined && before.port !== after.port) {
    view.delete(listeners, listenerKey(before.loadBalancerName, before.port));
  }
  view.put(listeners, listenerKey(after.loadBalancerName, after.port), after);
  await checkGroups(context, view, after);
  await settle(context, view, after, [...(before?.certificates ?? []), ...after.certificates]);
}

/** Targets are asked how they are from when something may be sent to them. */
export async function checkGroups(
  { unit, call }: Context,
  view: View,
  listener: ListenerDocument,
): Promise<void> {
  for (const arn of targetGroupsOf(listener)) {
    const group = await groupByArn(view, arn);
    if (group !== undefined) unit.order(checkOrder(group, call.now));
  }
}

export async function removeListener(
  context: Context,
  view: View,
  listener: ListenerDocument,
): Promise<void> {
  view.delete(listeners, listenerKey(listener.loadBalancerName, listener.port));
  await settle(context, view, listener, listener.certificates);
}

/** What others know of the load balancer's listeners: the edge its ports, ACM which certificates are in use. */
export async function settle(
  { unit, call }: Context,
  view: View,
  { loadBalancerName, loadBalancerArn }: ListenerDocument,
  certificates: readonly string[],
): Promise<void> {
  const all = await everyOf(view, listeners, { prefix: `${loadBalancerName}/` });
  const owner = await loadBalancerOf(view, loadBalancerName);
  view.put(sites, owner.dnsName, {
    scope: owner.scope,
    loadBalancerName,
    ports: await sitePorts(unit, view, owner, all),
  });
  unit.emit(sitesChanged(owner.scope, call.now));
  for (const arn of new Set(certificates)) {
    const isUsed = all.some((one) => one.certificates.includes(arn));
    await (isUsed ? useCertificate : releaseCertificate)(unit, arn, loadBalancerArn);
  }
}

/** Of a listener that is there. */
export async function loadBalancerOf(view: View, name: string): Promise<LoadBalancerDocument> {
  const document = await view.get(loadBalancers, name);
  if (document === undefined) throw loadBalancerNotFound();
  return document;
}
