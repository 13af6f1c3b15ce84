import type { LoadBalancerAttribute } from '../../../models/elbv2/types.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import {
  APPLICATION,
  attributeFault,
  type AttributeTable,
  HTTP_GROUP,
  HTTP_LISTENER,
  HTTPS_LISTENER,
  LAMBDA_GROUP,
  NETWORK,
  shownAttributes,
  TCP_GROUP,
  TCP_LISTENER,
} from './domain/attributes.ts';
import { validationError } from './errors.ts';
import { listenerKind, loadBalancerKind, targetGroupKind } from './resources.ts';
import {
  type ListenerDocument,
  listenerKey,
  listeners,
  type LoadBalancerDocument,
  loadBalancers,
  type TargetGroupDocument,
  targetGroups,
} from './state.ts';

type Set = Readonly<Record<string, string>>;

/** Errors: ValidationError. */
function changed(
  table: AttributeTable,
  set: Set,
  given: readonly LoadBalancerAttribute[],
  what: string,
): Set {
  const next = new Map(Object.entries(set));
  for (const { Key = '', Value = '' } of given) {
    const fault = attributeFault(table, Key, Value, what);
    if (fault !== undefined) throw validationError(fault);
    next.set(Key, Value);
  }
  return Object.fromEntries(next);
}

function ofLoadBalancer({ type }: LoadBalancerDocument): AttributeTable {
  return type === 'application' ? APPLICATION : NETWORK;
}

export const describeLoadBalancerAttributes: ElbOperation<'DescribeLoadBalancerAttributes'> = {
  name: 'DescribeLoadBalancerAttributes',
  access: 'read',
  authorize: async ({ LoadBalancerArn }, context) => [
    await on('DescribeLoadBalancerAttributes', loadBalancerKind, LoadBalancerArn, context),
  ],
  handle: async ({ LoadBalancerArn }, context) => {
    const { document } = await found(context, loadBalancerKind, LoadBalancerArn);
    return { Attributes: shownAttributes(ofLoadBalancer(document), document.attributes) };
  },
};

export const modifyLoadBalancerAttributes: ElbOperation<'ModifyLoadBalancerAttributes'> = {
  name: 'ModifyLoadBalancerAttributes',
  access: 'write',
  authorize: async ({ LoadBalancerArn }, context) => [
    await on('ModifyLoadBalancerAttributes', loadBalancerKind, LoadBalancerArn, context),
  ],
  handle: async ({ LoadBalancerArn, Attributes }, context) => {
    const { document, view } = await found(context, loadBalancerKind, LoadBalancerArn);
    const table = ofLoadBalancer(document);
    const attributes = changed(table, document.attributes, Attributes, 'Load balancer');
    if (attributes['access_logs.s3.enabled'] === 'true') {
      throw validationError('Access logs are not delivered here');
    }
    view.put(loadBalancers, document.name, { ...document, attributes });
    return { Attributes: shownAttributes(table, attributes) };
  },
};

function ofListener({ protocol }: ListenerDocument): AttributeTable {
  if (protocol === 'HTTP') return HTTP_LISTENER;
  return protocol === 'HTTPS' ? HTTPS_LISTENER : TCP_LISTENER;
}

export const describeListenerAttributes: ElbOperation<'DescribeListenerAttributes'> = {
  name: 'DescribeListenerAttributes',
  access: 'read',
  authorize: async ({ ListenerArn }, context) => [
    await on('DescribeListenerAttributes', listenerKind, ListenerArn, context),
  ],
  handle: async ({ ListenerArn }, context) => {
    const { document } = await found(context, listenerKind, ListenerArn);
    return { Attributes: shownAttributes(ofListener(document), document.attributes) };
  },
};

export const modifyListenerAttributes: ElbOperation<'ModifyListenerAttributes'> = {
  name: 'ModifyListenerAttributes',
  access: 'write',
  authorize: async ({ ListenerArn }, context) => [
    await on('ModifyListenerAttributes', listenerKind, ListenerArn, context),
  ],
  handle: async ({ ListenerArn, Attributes }, context) => {
    const { document, view } = await found(context, listenerKind, ListenerArn);
    const table = ofListener(document);
    const attributes = changed(table, document.attributes, Attributes, 'Listener');
    const key = listenerKey(document.loadBalancerName, document.port);
    view.put(listeners, key, { ...document, attributes });
    return { Attributes: shownAttributes(table, attributes) };
  },
};

function ofGroup({ targetType, protocol }: TargetGroupDocument): AttributeTable {
  if (targetType === 'lambda') return LAMBDA_GROUP;
  return protocol === 'HTTP' || protocol === 'HTTPS' ? HTTP_GROUP : TCP_GROUP;
}

export const describeTargetGroupAttributes: ElbOperation<'DescribeTargetGroupAttributes'> = {
  name: 'DescribeTargetGroupAttributes',
  access: 'read',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('DescribeTargetGroupAttributes', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn }, context) => {
    const { document } = await found(context, targetGroupKind, TargetGroupArn);
    return { Attributes: shownAttributes(ofGroup(document), document.attributes) };
  },
};

export const modifyTargetGroupAttributes: ElbOperation<'ModifyTargetGroupAttributes'> = {
  name: 'ModifyTargetGroupAttributes',
  access: 'write',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('ModifyTargetGroupAttributes', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn, Attributes }, context) => {
    const { document, view } = await found(context, targetGroupKind, TargetGroupArn);
    const table = ofGroup(document);
    const attributes = changed(table, document.attributes, Attributes, 'Target group');
    view.put(targetGroups, document.name, { ...document, attributes });
    return { Attributes: shownAttributes(table, attributes) };
  },
};
