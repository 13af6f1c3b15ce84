import { randomBytes } from 'node:crypto';
import type { Rule } from '../../../models/elbv2/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { actionsOf } from './actions.ts';
import { type ElbOperation, found, making, on, onAll } from './authorization.ts';
import { arnOf, namedBy, partArn } from './domain/arns.ts';
import {
  listenerNotFound,
  operationNotPermitted,
  priorityInUse,
  ruleNotFound,
  tooMany,
  unbuilt,
  validationError,
} from './errors.ts';
import { checkGroups, loadBalancerOf, settle } from './listener-life.ts';
import { pageOf } from './pages.ts';
import { listenerKind, ruleKind } from './resources.ts';
import { conditionsOf } from './rule-conditions.ts';
import { type ListenerDocument, listenerKey, listeners, type RuleDocument } from './state.ts';
import { tagsOf } from './tags.ts';

/** Of a listener. */
const RULES_MAX = 100;

export const createRule: ElbOperation<'CreateRule'> = {
  name: 'CreateRule',
  access: 'write',
  authorize: async ({ ListenerArn, Tags }, context) =>
    making(
      await on('CreateRule', listenerKind, ListenerArn, context),
      partArn(ListenerArn, 'listener-rule'),
      Tags,
    ),
  handle: async (input, context) => {
    const { document: listener, view } = await found(context, listenerKind, input.ListenerArn);
    const owner = await loadBalancerOf(view, listener.loadBalancerName);
    if ((input.Transforms ?? []).length > 0) throw unbuilt('CreateRule', 'transforms');
    const conditions = conditionsOf(input.Conditions, 'CreateRule');
    const actions = await actionsOf(view, owner, input.Actions, 'CreateRule');
    if (listener.rules.some(({ priority }) => priority === input.Priority)) {
      throw priorityInUse(input.Priority);
    }
    if (listener.rules.length >= RULES_MAX) {
      throw tooMany('TooManyRules', 'The maximum number of rules has been reached');
    }
    const id = await context.unit.once(() => randomBytes(8).toString('hex'));
    const rule: RuleDocument = {
      arn: arnOf(owner.scope, 'listener-rule', [...(namedBy(listener.arn)?.parts ?? []), id]),
      priority: input.Priority,
      conditions,
      actions,
      transforms: [],
      tags: tagsOf(input.Tags),
    };
    await putRules(context, view, listener, [...listener.rules, rule]);
    return { Rules: [shown(rule)] };
  },
};

async function putRules(
  context: Context,
  view: View,
  listener: ListenerDocument,
  rules: readonly RuleDocument[],
): Promise<void> {
  const sorted = [...rules].sort((one, other) => one.priority - other.priority);
  const key = listenerKey(listener.loadBalancerName, listener.port);
  const next = { ...listener, rules: sorted };
  view.put(listeners, key, next);
  await checkGroups(context, view, next);
  await settle(context, view, next, []);
}

export const modifyRule: ElbOperation<'ModifyRule'> = {
  name: 'ModifyRule',
  access: 'write',
  authorize: async ({ RuleArn }, context) => [await on('ModifyRule', ruleKind, RuleArn, context)],
  handle: async (input, context) => {
    const { document, view } = await found(context, ruleKind, input.RuleArn);
    const { listener, rule } = document;
    const { Conditions, Actions } = input;
    if (rule === undefined) {
      throw operationNotPermitted(`Default rule '${input.RuleArn}' cannot be modified`);
    }
    if ((input.Transforms ?? []).length > 0) throw unbuilt('ModifyRule', 'transforms');
    const owner = await loadBalancerOf(view, listener.loadBalancerName);
    const next: RuleDocument = {
      ...rule,
      ...(Conditions === undefined ? {} : { conditions: conditionsOf(Conditions, 'ModifyRule') }),
      ...(Actions === undefined
        ? {}
        : { actions: await actionsOf(view, owner, Actions, 'ModifyRule') }),
    };
    await putRules(
      context,
      view,
      listener,
      listener.rules.map((one) => (one.arn === rule.arn ? next : one)),
    );
    return { Rules: [shown(next)] };
  },
};

export const deleteRule: ElbOperation<'DeleteRule'> = {
  name: 'DeleteRule',
  access: 'write',
  authorize: async ({ RuleArn }, context) => [await on('DeleteRule', ruleKind, RuleArn, context)],
  handle: async ({ RuleArn }, context) => {
    const { document, view } = await found(context, ruleKind, RuleArn);
    if (document.rule === undefined) {
      throw operationNotPermitted(`Default rule '${RuleArn}' cannot be deleted`);
    }
    const { listener } = document;
    await putRules(
      context,
      view,
      listener,
      listener.rules.filter(({ arn }) => arn !== RuleArn),
    );
    return {};
  },
};

export const setRulePriorities: ElbOperation<'SetRulePriorities'> = {
  name: 'SetRulePriorities',
  access: 'write',
  authorize: ({ RulePriorities }, context) =>
    Promise.all(
      RulePriorities.map(({ RuleArn = '' }) => on('SetRulePriorities', ruleKind, RuleArn, context)),
    ),
  handle: async ({ RulePriorities }, context) => {
    const wanted = new Map(
      RulePriorities.map(({ RuleArn = '', Priority = 0 }) => [RuleArn, Priority]),
    );
    const [first = ''] = wanted.keys();
    const { document, view } = await found(context, ruleKind, first);
    for (const arn of wanted.keys()) await requireRule(context, document.listener, arn);
    const rules = document.listener.rules.map((rule) => ({
      ...rule,
      priority: wanted.get(rule.arn) ?? rule.priority,
    }));
    const twice = rules.find(
      (rule, at) => rules.findIndex(({ priority }) => priority === rule.priority) !== at,
    );
    if (twice !== undefined) throw priorityInUse(twice.priority);
    await putRules(context, view, document.listener, rules);
    return { Rules: rules.filter(({ arn }) => wanted.has(arn)).map(shown) };
  },
};

/** Errors: RuleNotFound, OperationNotPermitted, ValidationError. */
async function requireRule(
  context: Context,
  listener: ListenerDocument,
  arn: string,
): Promise<void> {
  const { document } = await found(context, ruleKind, arn);
  if (document.rule === undefined) {
    throw operationNotPermitted('You cannot set the priority of the default rule');
  }
  if (document.listener.id !== listener.id) {
    throw validationError('All rules must be of the same listener');
  }
}

export const describeRules: ElbOperation<'DescribeRules'> = {
  name: 'DescribeRules',
  access: 'read',
  authorize: async () => onAll('DescribeRules'),
  handle: async (input, { view, call }) => {
    const { ListenerArn, RuleArns } = input;
    const all = await everyOf(view, listeners);
    if (ListenerArn !== undefined) {
      const listener = all.find(({ arn }) => arn === ListenerArn);
      if (listener === undefined) throw listenerNotFound();
      const { items, answer } = pageOf(call, input, rulesOf(listener), orderOf, ListenerArn);
      return { Rules: items, ...answer };
    }
    if (RuleArns === undefined || RuleArns.length === 0) {
      throw validationError('Either listener or rules must be specified');
    }
    const rules = all.flatMap(rulesOf);
    const wanted = RuleArns.map((arn) => rules.find(({ RuleArn }) => RuleArn === arn));
    if (wanted.includes(undefined)) throw ruleNotFound();
    return { Rules: wanted.flatMap((rule) => rule ?? []) };
  },
};

/** By priority, the default rule last. */
function rulesOf({ rules, defaultRuleArn, defaultActions }: ListenerDocument): readonly Rule[] {
  const last: Rule = {
    RuleArn: defaultRuleArn,
    Priority: 'default',
    Conditions: [],
    Actions: defaultActions,
    IsDefault: true,
  };
  return [...rules.map(shown), last];
}

function orderOf({ Priority = '' }: Rule): string {
  return Priority.padStart(7, '0');
}

function shown({ arn, priority, conditions, actions }: RuleDocument): Rule {
  return {
    RuleArn: arn,
    Priority: String(priority),
    Conditions: conditions,
    Actions: actions,
    IsDefault: false,
  };
}
