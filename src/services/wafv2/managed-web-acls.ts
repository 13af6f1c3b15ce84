import type {
  FirewallManagerRuleGroup,
  Rule,
  Wafv2Operations,
} from '../../../models/wafv2/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View, Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { itemKey, parseItemArn } from './arns.ts';
import { duplicateItem, invalidArn, invalidOperation, unavailableEntity } from './errors.ts';
import { assertCurrent, changeItem, itemTarget } from './items.ts';
import { forgetMitigation } from './mitigation-groups.ts';
import type {
  ManagedSettings,
  ManagedWebAcls,
  ManagerGroups,
  ProtectableResources,
} from './port.ts';
import { protectableOf } from './protectable.ts';
import { acceptedReferences, assertKnowable } from './references.ts';
import { arnOf, webAclKind } from './resources.ts';
import { capacityOf } from './rules/capacity.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import { checkRules } from './rules/rules.ts';
import {
  associations,
  type ManagedParts,
  ruleGroups,
  type StoredManagerGroup,
  type WebAclDocument,
  type WebAclSettings,
  webAcls,
} from './state.ts';
import { shownStatement, storedRule } from './stored-rules.ts';
import { removeWebAcl, standsBefore } from './standing.ts';
import { ensureTokenKey } from './token-keys.ts';

/** Firewall Manager's groups, as the rules they stand for. */
export function managerRules(parts: ManagerGroups): readonly Rule[] {
  return [...parts.pre, ...parts.post].map(
    (
      { Name, OverrideAction, VisibilityConfig, FirewallManagerStatement: Statement },
      Priority,
    ) => ({
      Name,
      Priority,
      OverrideAction,
      VisibilityConfig,
      Statement,
    }),
  );
}

export function shownManagerGroup({
  FirewallManagerStatement: statement,
  ...rest
}: StoredManagerGroup): FirewallManagerRuleGroup {
  return { ...rest, FirewallManagerStatement: shownStatement(statement) };
}

function storedManagerGroup(group: FirewallManagerRuleGroup): StoredManagerGroup {
  const { Statement } = storedRule({ ...group, Statement: group.FirewallManagerStatement });
  return { ...group, FirewallManagerStatement: Statement };
}

export function createManagedWebAcls(
  managed: ManagedGroups,
  resources: readonly ProtectableResources[],
): ManagedWebAcls {
  return {
    create: async (unit, scope, { name, wafScope, settings, ...groups }) => {
      const [id, lockToken] = await unit.once(() => [uuid(), uuid()] as const);
      const view = unit.view(scope);
      if ((await view.get(webAcls, itemKey({ name, wafScope }))) !== undefined) {
        throw duplicateItem();
      }
      const set = appliedSettings(name, settings);
      const empty = { name, wafScope, scope, id, lockToken, tags: {}, settings: set, rules: [] };
      const before = { ...empty, references: [], capacity: 0 };
      const made = await withGroups(unit, before, { groups, isOwner: true }, managed);
      view.put(webAcls, itemKey(made), made);
      await ensureTokenKey(unit, scope);
      return arnOf('webacl', made);
    },
    change: async (unit, arn, groups, settings) => {
      const found = await webAclAt(unit, arn);
      if (found?.document.manager?.isOwner !== true) return false;
      const { document, view } = found;
      const { TokenDomains: _before, ...kept } = document.settings;
      const applied = { ...kept, ...appliedSettings(document.name, settings) };
      const before = { ...document, settings: applied };
      await save(unit, view, await withGroups(unit, before, { groups, isOwner: true }, managed));
      return true;
    },
    release,
    withdraw: async (unit, arn) => {
      const found = await webAclAt(unit, arn);
      if (found?.document.manager === undefined) return;
      const groups = { pre: [], post: [] };
      const isOwner = false;
      const made = await withGroups(unit, found.document, { groups, isOwner }, managed);
      const { manager: _gone, ...rest } = made;
      await save(unit, found.view, rest);
    },
    remove: async (unit, arn) => {
      const found = await webAclAt(unit, arn);
      if (found?.document.manager?.isOwner !== true) return false;
      const { view, document } = found;
      const standing = { unit, scope: document.scope, webAcl: arn };
      if ((await standsBefore(standing, resources)).length > 0) return false;
      await removeWebAcl(view, arn, document);
      await forgetMitigation(unit, document);
      return true;
    },
    canProtect: (resource) => protectableOf(resource) !== undefined,
    associate: (unit, scope, resource, webAcl) => {
      const type = protectableOf(resource)?.type;
      if (type === undefined) throw invalidArn(resource);
      unit.view(scope).put(associations, resource, { resource, webAcl, type });
    },
  };
}

function appliedSettings(
  MetricName: string,
  { DefaultAction, TokenDomains, isSampled }: ManagedSettings,
): WebAclSettings {
  return {
    DefaultAction,
    VisibilityConfig: {
      SampledRequestsEnabled: isSampled,
      CloudWatchMetricsEnabled: true,
      MetricName,
    },
    ...(TokenDomains === undefined ? {} : { TokenDomains }),
  };
}

async function release(unit: Unit, arn: string): Promise<void> {
  const found = await webAclAt(unit, arn);
  if (found?.document.manager?.isOwner !== true) return;
  const manager = { ...found.document.manager, isOwner: false, isRetrofitted: false };
  await save(unit, found.view, { ...found.document, manager });
}

interface Found {
  readonly view: View;
  readonly document: WebAclDocument;
}

async function webAclAt(unit: Unit, arn: string): Promise<Found | undefined> {
  const item = parseItemArn(arn);
  if (item?.type !== 'webacl') return undefined;
  const view = unit.view(item.scope);
  const document = await view.get(webAcls, itemKey(item));
  return document?.id === item.id ? { view, document } : undefined;
}

async function save(unit: Unit, view: View, document: WebAclDocument): Promise<void> {
  const lockToken = await unit.once(uuid);
  view.put(webAcls, itemKey(document), { ...document, lockToken });
}

interface NewGroups {
  readonly groups: ManagerGroups;
  readonly isOwner: boolean;
}

/** The web ACL with these groups around its owner's rules. */
async function withGroups(
  unit: Unit,
  document: WebAclDocument,
  { groups, isOwner }: NewGroups,
  managed: ManagedGroups,
): Promise<WebAclDocument> {
  const added = managerRules(groups);
  const { wafScope } = document;
  checkRules(added, { holder: 'webacl', wafScope, managed, bodies: undefined });
  assertKnowable(added, managed);
  const references = acceptedReferences(added);
  const own = document.rules.map(({ Statement }) => ({ Statement: shownStatement(Statement) }));
  const capacities = await capacitiesOf(unit, document.scope.region, [
    ...references,
    ...acceptedReferences(own),
  ]);
  const manager: ManagedParts = {
    pre: groups.pre.map(storedManagerGroup),
    post: groups.post.map(storedManagerGroup),
    capacities,
    isOwner,
    isRetrofitted: !isOwner,
  };
  const capacity = capacityOf([...added, ...own], {
    managed,
    groupCapacity: (arn) => capacities[arn] ?? 0,
  });
  const all = acceptedReferences([...added, ...own]);
  return { ...document, manager, capacity, references: all };
}

/** WCUs of the rule groups among the references. Errors: WAFUnavailableEntityException. */
async function capacitiesOf(
  unit: Unit,
  region: string,
  references: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const capacities: Record<string, number> = {};
  for (const arn of references) {
    const item = parseItemArn(arn);
    if (item?.type !== 'rulegroup') continue;
    if (item.scope.region !== region) throw unavailableEntity();
    const group = await unit.view(item.scope).get(ruleGroups, itemKey(item));
    if (group?.id !== item.id) throw unavailableEntity();
    capacities[arn] = group.capacity;
  }
  return capacities;
}

export const deleteFirewallManagerRuleGroups: OperationOf<
  Wafv2Operations,
  'DeleteFirewallManagerRuleGroups'
> = {
  name: 'DeleteFirewallManagerRuleGroups',
  access: 'write',
  authorize: async ({ WebACLArn }, context) => [
    {
      action: 'wafv2:DeleteFirewallManagerRuleGroups',
      resource: await context.resolve(webAclKind.resource, WebACLArn),
    },
  ],
  handle: async ({ WebACLArn, WebACLLockToken }, context) => {
    const target = await itemTarget(context, webAclKind, WebACLArn);
    assertCurrent(target.document, WebACLLockToken);
    const { manager, ...rest } = target.document;
    if (manager !== undefined && (manager.isOwner || manager.isRetrofitted)) {
      throw invalidOperation('The operation isn’t valid: Firewall Manager manages the web ACL.');
    }
    return { NextWebACLLockToken: await changeItem(context, webAclKind, target, rest) };
  },
};
