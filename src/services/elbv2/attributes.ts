import type { LoadBalancerAttribute } from '../../../models/elbv2/types.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import {
  APPLICATION,
  attributeFault,
  type AttributeTable,
  HTTP_GROUP,
  HTTP_LISTENER,
  HTTPS_LISTENER,
  isBuilt,
  LAMBDA_GROUP,
  shownAttributes,
} from './domain/attributes.ts';
import { unbuilt, validationError } from './errors.ts';
import { listenerKind, loadBalancerKind, targetGroupKind } from './resources.ts';
import {
  type ListenerDocument,
  listenerKey,
  listeners,
  loadBalancers,
  type TargetGroupDocument,
  targetGroups,
} from './state.ts';

type Set = Readonly<Record<string, string>>;

/** `Load balancer`, `Listener`, `Target group`; and what changes it. */
interface Changing {
  readonly what: string;
  readonly operation: string;
}

/** Errors: ValidationError, 501. */
function changed(
  table: AttributeTable,
  set: Set,
  given: readonly LoadBalancerAttribute[],
  { what, operation }: Changing,
): Set {
  const next = new Map(Object.entries(set));
  for (const { Key = '', Value = '' } of given) {
    const fault = attributeFault(table, Key, Value, what);
    if (fault !== undefined) throw validationError(fault);
    if (!isBuilt(table, Key, Value)) throw unbuilt(operation, `'${Value}' for '${Key}'`);
    next.set(Key, Value);
  }
  return Object.fromEntries(next);
}

export const describeLoadBalancerAttributes: ElbOperation<'DescribeLoadBalancerAttributes'> = {
  name: 'DescribeLoadBalancerAttributes',
  access: 'read',
  authorize: async ({ LoadBalancerArn }, context) => [
    await on('DescribeLoadBalancerAttributes', loadBalancerKind, LoadBalancerArn, context),
  ],
  handle: async ({ LoadBalancerArn }, context) => {
    const { document } = await found(context, loadBalancerKind, LoadBalancerArn);
    return { Attributes: shownAttributes(APPLICATION, document.attributes) };
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
    const attributes = changed(APPLICATION, document.attributes, Attributes, {
      what: 'Load balancer',
      operation: 'ModifyLoadBalancerAttributes',
    });
    view.put(loadBalancers, document.name, { ...document, attributes });
    return { Attributes: shownAttributes(APPLICATION, attributes) };
  },
};

function ofListener({ protocol }: ListenerDocument): AttributeTable {
  return protocol === 'HTTPS' ? HTTPS_LISTENER : HTTP_LISTENER;
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
    const attributes = changed(table, document.attributes, Attributes, {
      what: 'Listener',
      operation: 'ModifyListenerAttributes',
    });
    const key = listenerKey(document.loadBalancerName, document.port);
    view.put(listeners, key, { ...document, attributes });
    return { Attributes: shownAttributes(table, attributes) };
  },
};

function ofGroup({ targetType }: TargetGroupDocument): AttributeTable {
  return targetType === 'lambda' ? LAMBDA_GROUP : HTTP_GROUP;
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
    const attributes = changed(table, document.attributes, Attributes, {
      what: 'Target group',
      operation: 'ModifyTargetGroupAttributes',
    });
    view.put(targetGroups, document.name, { ...document, attributes });
    return { Attributes: shownAttributes(table, attributes) };
  },
};
