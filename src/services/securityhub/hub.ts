import type { Context, OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource } from './arns.ts';
import { alreadySubscribed, invalidInput, notFound } from './errors.ts';
import { findingId } from './finding-id.ts';
import { onHub, type Operations } from './operation.ts';
import { orderEvaluation } from './evaluation.ts';
import { FOUNDATIONAL } from './standard-catalogue.ts';
import {
  actionTargets,
  automationRules,
  disabledControls,
  findings,
  type HubDocument,
  hubs,
  insights,
  members,
  ONLY,
  standards,
  subscriptions,
} from './state.ts';

const TAGS_MAX = 50;
/** Products whose findings come without being asked for. */
const OF_AWS = ['aws/guardduty', 'aws/inspector', 'aws/macie', 'aws/securityhub'];

/** Switches Security Hub on in an account's Region. */
export function enableHub(
  unit: Unit,
  scope: Scope,
  now: Instant,
  {
    isDefault,
    tags,
    generator,
  }: { isDefault: boolean; tags?: Tags; generator?: HubDocument['generator'] },
): void {
  const view = unit.view(scope);
  view.put(hubs, ONLY, {
    subscribed: now,
    autoEnableControls: true,
    generator: generator ?? 'SECURITY_CONTROL',
    tags: tags ?? {},
  });
  for (const product of OF_AWS) view.put(subscriptions, product, { product });
  if (!isDefault) return;
  view.put(standards, FOUNDATIONAL, { path: FOUNDATIONAL, enabled: now });
  orderEvaluation(unit, scope, now);
}

const enable: OperationOf<Operations, 'EnableSecurityHub'> = {
  name: 'EnableSecurityHub',
  access: 'write',
  authorize: async ({ Tags }, { call }) => [
    {
      action: 'securityhub:EnableSecurityHub',
      resource: hubResource(call.scope, 'hub/default'),
      conditions: tagConditions(Tags),
    },
  ],
  handle: async (input, { unit, call }) => {
    const view = unit.view(call.scope);
    if ((await view.get(hubs, ONLY)) !== undefined) throw alreadySubscribed();
    const { EnableDefaultStandards = true, ControlFindingGenerator: generator, Tags: tags } = input;
    enableHub(unit, call.scope, call.now, {
      isDefault: EnableDefaultStandards,
      ...(tags === undefined ? {} : { tags }),
      ...(generator === undefined ? {} : { generator }),
    });
    return {};
  },
};

interface Tagged {
  readonly tags: Tags;
  keep(tags: Tags): void;
}

/** What an ARN names that has tags: the hub, or an automation rule. */
async function taggedAt({ call, unit }: Context, hub: HubDocument, arn: string): Promise<Tagged> {
  const { scope } = call;
  const view = unit.view(scope);
  if (arn === hubResource(scope, 'hub/default')) {
    return { tags: hub.tags, keep: (tags) => view.put(hubs, ONLY, { ...hub, tags }) };
  }
  const id = arn.split('/').at(-1) ?? '';
  const isRule = arn === hubResource(scope, `automation-rule/${id}`);
  const rule = isRule ? await view.get(automationRules, id) : undefined;
  if (rule === undefined) throw notFound(`The resource ${arn} was not found.`);
  return { tags: rule.tags, keep: (tags) => view.put(automationRules, id, { ...rule, tags }) };
}

const on = ({ ResourceArn }: { readonly ResourceArn: string }): string => ResourceArn;

export const hubOperations: readonly AnyOperation[] = [
  enable,
  onHub({
    name: 'DescribeHub',
    access: 'read',
    handle: async ({ HubArn }, { hub, scope }) => {
      const arn = hubResource(scope, 'hub/default');
      if (HubArn !== undefined && HubArn !== arn)
        throw invalidInput(`Invalid parameter HubArn: ${HubArn}`);
      return {
        HubArn: arn,
        SubscribedAt: new Date(hub.subscribed).toISOString(),
        AutoEnableControls: hub.autoEnableControls,
        ControlFindingGenerator: hub.generator,
      };
    },
  }),
  onHub({
    name: 'UpdateSecurityHubConfiguration',
    access: 'write',
    handle: async ({ AutoEnableControls, ControlFindingGenerator }, found, { call, unit }) => {
      const { hub, view, scope } = found;
      view.put(hubs, ONLY, {
        ...hub,
        autoEnableControls: AutoEnableControls ?? hub.autoEnableControls,
        generator: ControlFindingGenerator ?? hub.generator,
      });
      const isOther = (ControlFindingGenerator ?? hub.generator) !== hub.generator;
      const { items } = await view.list(standards, { limit: 1 });
      if (isOther && items.length > 0) orderEvaluation(unit, scope, call.now);
      return {};
    },
  }),
  onHub({
    name: 'DisableSecurityHub',
    access: 'write',
    handle: async (_input, { view }) => {
      if ((await view.list(members, { limit: 1 })).items.length > 0) {
        throw invalidInput("Security Hub can't be disabled while the account has members.");
      }
      view.delete(hubs, ONLY);
      for (const one of await everyOf(view, findings))
        view.delete(findings, findingId(one.finding));
      for (const { arn } of await everyOf(view, insights)) view.delete(insights, arn);
      for (const { product } of await everyOf(view, subscriptions))
        view.delete(subscriptions, product);
      for (const { id } of await everyOf(view, actionTargets)) view.delete(actionTargets, id);
      for (const { id } of await everyOf(view, automationRules)) view.delete(automationRules, id);
      for (const { path } of await everyOf(view, standards)) view.delete(standards, path);
      for (const { control, standard } of await everyOf(view, disabledControls)) {
        view.delete(disabledControls, `${standard}|${control}`);
      }
      return {};
    },
  }),
  onHub({
    name: 'TagResource',
    access: 'write',
    on,
    conditions: ({ Tags }) => tagConditions(Tags),
    handle: async ({ ResourceArn, Tags }, { hub }, context) => {
      const { tags, keep } = await taggedAt(context, hub, ResourceArn);
      const next = { ...tags, ...Tags };
      if (Object.keys(next).length > TAGS_MAX) throw invalidInput('Too many tags.');
      keep(next);
      return {};
    },
  }),
  onHub({
    name: 'UntagResource',
    access: 'write',
    on,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ ResourceArn, TagKeys }, { hub }, context) => {
      const { tags, keep } = await taggedAt(context, hub, ResourceArn);
      keep(Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))));
      return {};
    },
  }),
  onHub({
    name: 'ListTagsForResource',
    access: 'read',
    on,
    handle: async ({ ResourceArn }, { hub }, context) => ({
      Tags: (await taggedAt(context, hub, ResourceArn)).tags,
    }),
  }),
];
