import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Instant } from '../../core/time.ts';
import { placeOf } from './authorization.ts';
import { BAD_REFERENCE, invalidParameter, nonexistentItem } from './errors.ts';
import { pageOf, pageOfList } from './pages.ts';
import type { ManagedGroup, ManagedGroups } from './rules/managed-groups.ts';

/** What can be asked about managed rule groups. */
export function managedGroupOperations(managed: ManagedGroups): readonly AnyOperation[] {
  return [
    describeGroup(managed),
    listGroups(managed),
    listVersions(managed),
    describeProducts(managed),
    describeVendorsProducts(managed),
  ];
}

const PER_PAGE = 100;

interface Named {
  readonly VendorName: string;
  readonly Name: string;
}

/** Errors: WAFNonexistentItemException. */
function groupOf(managed: ManagedGroups, { VendorName, Name }: Named): ManagedGroup {
  const group = managed.find(VendorName, Name);
  if (group === undefined) throw nonexistentItem();
  return group;
}

function describeGroup(
  managed: ManagedGroups,
): OperationOf<Wafv2Operations, 'DescribeManagedRuleGroup'> {
  return {
    name: 'DescribeManagedRuleGroup',
    access: 'read',
    authorize: async () => [{ action: 'wafv2:DescribeManagedRuleGroup', resource: '*' }],
    handle: async (input, { call }) => {
      placeOf(call, input.Scope);
      const group = groupOf(managed, input);
      const { VersionName: version = group.versions.at(-1) } = input;
      if (version !== undefined && !group.versions.includes(version)) {
        throw invalidParameter(BAD_REFERENCE, 'MANAGED_RULE_SET', version);
      }
      return {
        ...(version === undefined ? {} : { VersionName: version }),
        Capacity: group.capacity,
        Rules: group.rules.map(({ name, action }) => ({ Name: name, Action: action })),
        LabelNamespace: group.labelNamespace,
        AvailableLabels: group.labels.map((Name) => ({ Name })),
      };
    },
  };
}

function listGroups(
  managed: ManagedGroups,
): OperationOf<Wafv2Operations, 'ListAvailableManagedRuleGroups'> {
  return {
    name: 'ListAvailableManagedRuleGroups',
    access: 'read',
    authorize: async () => [{ action: 'wafv2:ListAvailableManagedRuleGroups', resource: '*' }],
    handle: async (input, { call }) => {
      placeOf(call, input.Scope);
      const page = pageOf(call, input, PER_PAGE, input.Scope);
      const { items, last } = pageOfList(managed.all, page);
      const ManagedRuleGroups = items.map((group) => ({
        VendorName: group.vendor,
        Name: group.name,
        VersioningSupported: group.versions.length > 0,
        Description: group.description,
      }));
      return { ManagedRuleGroups, ...page.answer(last) };
    },
  };
}

/** When the catalogue's versions were made. */
const MADE: Instant = Date.UTC(2026, 0, 1);

function listVersions(
  managed: ManagedGroups,
): OperationOf<Wafv2Operations, 'ListAvailableManagedRuleGroupVersions'> {
  return {
    name: 'ListAvailableManagedRuleGroupVersions',
    access: 'read',
    authorize: async () => [
      { action: 'wafv2:ListAvailableManagedRuleGroupVersions', resource: '*' },
    ],
    handle: async (input, { call }) => {
      placeOf(call, input.Scope);
      const { versions } = groupOf(managed, input);
      const page = pageOf(call, input, PER_PAGE, `${input.VendorName} ${input.Name}`);
      const { items, last } = pageOfList(versions.toReversed(), page);
      const current = versions.at(-1);
      return {
        Versions: items.map((Name) => ({ Name, LastUpdateTimestamp: new Date(MADE) })),
        ...(current === undefined ? {} : { CurrentDefaultVersion: current }),
        ...page.answer(last),
      };
    },
  };
}

function productOf(group: ManagedGroup) {
  return {
    VendorName: group.vendor,
    ManagedRuleSetName: group.name,
    ProductDescription: group.description,
    IsVersioningSupported: group.versions.length > 0,
    IsAdvancedManagedRuleSet: false,
  };
}

function describeProducts(
  managed: ManagedGroups,
): OperationOf<Wafv2Operations, 'DescribeAllManagedProducts'> {
  return {
    name: 'DescribeAllManagedProducts',
    access: 'read',
    authorize: async () => [{ action: 'wafv2:DescribeAllManagedProducts', resource: '*' }],
    handle: async (input, { call }) => {
      placeOf(call, input.Scope);
      return { ManagedProducts: managed.all.map(productOf) };
    },
  };
}

function describeVendorsProducts(
  managed: ManagedGroups,
): OperationOf<Wafv2Operations, 'DescribeManagedProductsByVendor'> {
  return {
    name: 'DescribeManagedProductsByVendor',
    access: 'read',
    authorize: async () => [{ action: 'wafv2:DescribeManagedProductsByVendor', resource: '*' }],
    handle: async (input, { call }) => {
      placeOf(call, input.Scope);
      const found = managed.all.filter(({ vendor }) => vendor === input.VendorName);
      return { ManagedProducts: found.map(productOf) };
    },
  };
}
