import { randomBytes } from 'node:crypto';
import type { Listener } from '../../../models/elbv2/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import { actionsOf } from './actions.ts';
import { type ElbOperation, found, making, on, onAll } from './authorization.ts';
import { arnOf, namedBy, partArn } from './domain/arns.ts';
import { duplicateListener, listenerNotFound, loadBalancerNotFound, tooMany } from './errors.ts';
import { keepListener, loadBalancerOf, removeListener } from './listener-life.ts';
import { type TermsInput, termsOf } from './listener-terms.ts';
import { listenersOf } from './load-balancers.ts';
import { pageOf } from './pages.ts';
import { listenerKind, loadBalancerKind } from './resources.ts';
import { type ListenerDocument, listenerKey, listeners, loadBalancers } from './state.ts';
import { tagsOf } from './tags.ts';

const LISTENERS_MAX = 50;

function termConditions({
  Protocol,
  SslPolicy,
}: TermsInput): readonly (readonly [string, readonly string[]])[] {
  return [
    ...(Protocol === undefined
      ? []
      : ([['elasticloadbalancing:listenerprotocol', [Protocol]]] as const)),
    ...(SslPolicy === undefined
      ? []
      : ([['elasticloadbalancing:securitypolicy', [SslPolicy]]] as const)),
  ];
}

export const createListener: ElbOperation<'CreateListener'> = {
  name: 'CreateListener',
  access: 'write',
  authorize: async (input, context) => {
    const conditions = new Map(termConditions(input));
    const permission = await on(
      'CreateListener',
      loadBalancerKind,
      input.LoadBalancerArn,
      context,
      conditions,
    );
    return making(permission, partArn(input.LoadBalancerArn, 'listener'), input.Tags);
  },
  handle: async (input, context) => {
    const { document: owner, view } = await found(context, loadBalancerKind, input.LoadBalancerArn);
    const terms = await termsOf(context, input);
    const actions = await actionsOf(view, owner, input.DefaultActions, 'CreateListener');
    if ((await view.get(listeners, listenerKey(owner.name, terms.port))) !== undefined) {
      throw duplicateListener(owner.arn);
    }
    if ((await listenersOf(view, owner.name)).length >= LISTENERS_MAX) {
      throw tooMany('TooManyListeners', 'The maximum number of listeners has been reached');
    }
    const id = await context.unit.once(() => randomBytes(8).toString('hex'));
    const ruleId = await context.unit.once(() => randomBytes(8).toString('hex'));
    const [mark = '', name = '', balancerId = ''] = namedBy(owner.arn)?.parts ?? [];
    const parts = [mark, name, balancerId, id];
    const document: ListenerDocument = {
      ...terms,
      arn: arnOf(owner.scope, 'listener', parts),
      id,
      loadBalancerArn: owner.arn,
      loadBalancerName: owner.name,
      defaultRuleArn: arnOf(owner.scope, 'listener-rule', [...parts, ruleId]),
      defaultActions: actions,
      rules: [],
      attributes: {},
      tags: tagsOf(input.Tags),
    };
    await keepListener(context, view, undefined, document);
    return { Listeners: [shown(document)] };
  },
};

export const modifyListener: ElbOperation<'ModifyListener'> = {
  name: 'ModifyListener',
  access: 'write',
  authorize: async (input, context) => [
    await on(
      'ModifyListener',
      listenerKind,
      input.ListenerArn,
      context,
      new Map(termConditions(input)),
    ),
  ],
  handle: async (input, context) => {
    const { document: before, view } = await found(context, listenerKind, input.ListenerArn);
    const owner = await loadBalancerOf(view, before.loadBalancerName);
    const terms = await termsOf(context, input, before);
    const taken = await view.get(listeners, listenerKey(owner.name, terms.port));
    if (taken !== undefined && taken.id !== before.id) throw duplicateListener(owner.arn);
    const { DefaultActions } = input;
    const defaultActions =
      DefaultActions === undefined
        ? before.defaultActions
        : await actionsOf(view, owner, DefaultActions, 'ModifyListener');
    const after = { ...before, ...terms, defaultActions };
    await keepListener(context, view, before, after);
    return { Listeners: [shown(after)] };
  },
};

export const deleteListener: ElbOperation<'DeleteListener'> = {
  name: 'DeleteListener',
  access: 'write',
  authorize: async ({ ListenerArn }, context) => [
    await on('DeleteListener', listenerKind, ListenerArn, context),
  ],
  handle: async ({ ListenerArn }, context) => {
    const { document, view } = await found(context, listenerKind, ListenerArn);
    await removeListener(context, view, document);
    return {};
  },
};

export const describeListeners: ElbOperation<'DescribeListeners'> = {
  name: 'DescribeListeners',
  access: 'read',
  authorize: async () => onAll('DescribeListeners'),
  handle: async (input, { view, call }) => {
    const { LoadBalancerArn, ListenerArns } = input;
    if (LoadBalancerArn === undefined) {
      const all = await everyOf(view, listeners);
      for (const arn of ListenerArns ?? []) {
        if (!all.some((one) => one.arn === arn)) throw listenerNotFound();
      }
      return {
        Listeners: all.filter(({ arn }) => ListenerArns?.includes(arn) ?? false).map(shown),
      };
    }
    const owner = await view.get(loadBalancers, namedBy(LoadBalancerArn)?.parts[1] ?? '');
    if (owner?.arn !== LoadBalancerArn) throw loadBalancerNotFound();
    const all = await listenersOf(view, owner.name);
    const { items, answer } = pageOf(call, input, all, keyOf, LoadBalancerArn);
    return { Listeners: items.map(shown), ...answer };
  },
};

function keyOf({ loadBalancerName, port }: ListenerDocument): string {
  return listenerKey(loadBalancerName, port);
}

export function shown(document: ListenerDocument): Listener {
  const { certificates, sslPolicy, mutualAuthentication } = document;
  const [first] = certificates;
  return {
    ListenerArn: document.arn,
    LoadBalancerArn: document.loadBalancerArn,
    Port: document.port,
    Protocol: document.protocol,
    ...(first === undefined ? {} : { Certificates: [{ CertificateArn: first }] }),
    ...(sslPolicy === undefined ? {} : { SslPolicy: sslPolicy }),
    DefaultActions: document.defaultActions,
    ...(document.protocol === 'HTTPS'
      ? { MutualAuthentication: mutualAuthentication ?? { Mode: 'off' } }
      : {}),
  };
}
