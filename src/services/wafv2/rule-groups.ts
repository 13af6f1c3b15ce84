import type {
  Rule,
  RuleGroup,
  UpdateRuleGroupRequest,
  Wafv2Operations,
} from '../../../models/wafv2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { itemKey, labelNamespace } from './arns.ts';
import { makingPermissions } from './authorization.ts';
import { invalidParameter, limitsExceeded, TOO_FEW, unbuilt } from './errors.ts';
import {
  addItem,
  assertCurrent,
  changeItem,
  givenArn,
  itemTarget,
  listItems,
  newItem,
  onItem,
} from './items.ts';
import { availableLabels, consumedLabels } from './labels.ts';
import { LIMITS } from './quotas.ts';
import {
  acceptedReferences,
  assertKnowable,
  assertThere,
  assertUnused,
  referencePermissions,
} from './references.ts';
import { arnOf, ruleGroupKind } from './resources.ts';
import { type Bodies, checkBodies } from './rules/actions.ts';
import { capacityOf } from './rules/capacity.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import { checkRules } from './rules/rules.ts';
import { ruleGroups, type RuleGroupDocument } from './state.ts';
import { shownRule, storedRule } from './stored-rules.ts';

type Make = OperationOf<Wafv2Operations, 'CreateRuleGroup'>;

export function ruleGroupOperations(managed: ManagedGroups): readonly AnyOperation[] {
  return [create(managed), getRuleGroup, update(managed), deleteRuleGroup, listRuleGroups];
}

function create(managed: ManagedGroups): Make {
  return {
    name: 'CreateRuleGroup',
    access: 'write',
    authorize: async (input, context) => [
      ...makingPermissions('CreateRuleGroup', 'rulegroup', input, context),
      ...(await referencePermissions('wafv2:CreateRuleGroup', input.Rules ?? [], context)),
    ],
    handle: async (input, context) => {
      if (input.Capacity > LIMITS.capacityUnits) throw limitsExceeded('RULE_GROUP_CAPACITY');
      const { Rules: rules = [], CustomResponseBodies } = input;
      const settings = acceptedSettings(input);
      const item = await newItem(context, input);
      const made: RuleGroupDocument = {
        ...item,
        capacity: input.Capacity,
        ...(await rulesOf(context, rules, CustomResponseBodies, {
          wafScope: item.wafScope,
          capacity: input.Capacity,
          managed,
        })),
        settings,
      };
      return addItem(context, ruleGroupKind, made, LIMITS.ruleGroups);
    },
  };
}

type GivenSettings = Pick<
  UpdateRuleGroupRequest,
  'VisibilityConfig' | 'CustomResponseBodies' | 'MonetizationConfig'
>;

function acceptedSettings(input: GivenSettings): RuleGroupDocument['settings'] {
  const { VisibilityConfig, CustomResponseBodies, MonetizationConfig } = input;
  if (MonetizationConfig !== undefined) throw unbuilt('RuleGroup', 'MonetizationConfig');
  return { VisibilityConfig, CustomResponseBodies };
}

interface Group extends Pick<RuleGroupDocument, 'wafScope' | 'capacity'> {
  readonly managed: ManagedGroups;
}

async function rulesOf(
  context: Context,
  rules: readonly Rule[],
  bodies: Bodies,
  { wafScope, capacity, managed }: Group,
): Promise<Pick<RuleGroupDocument, 'rules' | 'references'>> {
  checkBodies(bodies);
  checkRules(rules, { holder: 'rulegroup', wafScope, managed, bodies });
  assertKnowable(rules, managed);
  const needed = capacityOf(rules, { managed, groupCapacity: () => 0 });
  if (needed > capacity) throw invalidParameter(TOO_FEW, 'RULE_GROUP', `Capacity ${capacity}`);
  const references = acceptedReferences(rules);
  await assertThere(context, references);
  return { rules: rules.map(storedRule), references };
}

const getRuleGroup: OperationOf<Wafv2Operations, 'GetRuleGroup'> = {
  name: 'GetRuleGroup',
  access: 'read',
  authorize: async (input, context) => [
    {
      action: 'wafv2:GetRuleGroup',
      resource: await context.resolve(
        ruleGroupKind.resource,
        givenArn(ruleGroupKind, 'RULE_GROUP', input, context),
      ),
    },
  ],
  handle: async (input, context) => {
    const { document } = await itemTarget(
      context,
      ruleGroupKind,
      givenArn(ruleGroupKind, 'RULE_GROUP', input, context),
    );
    return { RuleGroup: shownGroup(document), LockToken: document.lockToken };
  },
};

function shownGroup(document: RuleGroupDocument): RuleGroup {
  const rules = document.rules.map(shownRule);
  const namespace = labelNamespace({ ...document, type: 'rulegroup' });
  return {
    Name: document.name,
    Id: document.id,
    Capacity: document.capacity,
    ARN: arnOf('rulegroup', document),
    Description: document.description ?? '',
    Rules: rules,
    ...document.settings,
    LabelNamespace: namespace,
    AvailableLabels: availableLabels(rules, namespace),
    ConsumedLabels: consumedLabels(rules, namespace),
  };
}

function update(managed: ManagedGroups): AnyOperation {
  return onItem({
    name: 'UpdateRuleGroup',
    access: 'write',
    kind: ruleGroupKind,
    further: ({ Rules = [] }, context) =>
      referencePermissions('wafv2:UpdateRuleGroup', Rules, context),
    handle: async (input, target, context) => {
      assertCurrent(target.document, input.LockToken);
      const { Rules: rules = [], CustomResponseBodies } = input;
      const settings = acceptedSettings(input);
      const { description: _before, ...rest } = target.document;
      const NextLockToken = await changeItem(context, ruleGroupKind, target, {
        ...rest,
        ...(input.Description === undefined ? {} : { description: input.Description }),
        ...(await rulesOf(context, rules, CustomResponseBodies, {
          wafScope: rest.wafScope,
          capacity: rest.capacity,
          managed,
        })),
        settings,
      });
      return { NextLockToken };
    },
  });
}

const deleteRuleGroup = onItem({
  name: 'DeleteRuleGroup',
  access: 'write',
  kind: ruleGroupKind,
  handle: async (input, { arn, document, view }) => {
    assertCurrent(document, input.LockToken);
    await assertUnused(view, arn);
    view.delete(ruleGroups, itemKey(document));
    return {};
  },
});

const listRuleGroups: OperationOf<Wafv2Operations, 'ListRuleGroups'> = {
  name: 'ListRuleGroups',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListRuleGroups', resource: '*' }],
  handle: async (input, context) => {
    const { summaries, next } = await listItems(context, ruleGroupKind, input);
    return { RuleGroups: summaries, ...next };
  },
};
