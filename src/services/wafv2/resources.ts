import type { Collection } from '../../contract/collection.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { ServiceError } from '../../core/errors.ts';
import { itemArn, itemKey, type ItemName, type ItemType, parseItemArn } from './arns.ts';
import { invalidArn, nonexistentItem, unavailableEntity } from './errors.ts';
import {
  ipSets,
  type ItemDocument,
  regexPatternSets,
  type RuleGroupDocument,
  ruleGroups,
  webAcls,
} from './state.ts';

/** What an item is to the service: its collection, and how it is found. */
export interface ItemKind<T extends ItemDocument> {
  readonly type: ItemType;
  /** `AWS::WAFv2::IPSet`, as audit records name it. */
  readonly auditType: string;
  readonly collection: Collection<T>;
  /** By ARN. Errors: WAFNonexistentItemException. */
  readonly resource: ResourceKind<T>;
  /** By ARN, where something refers to it. Errors: WAFUnavailableEntityException. */
  readonly referred: ResourceKind<T>;
}

function itemKind<T extends ItemDocument>(
  type: ItemType,
  auditType: string,
  collection: Collection<T>,
  policies: Pick<ResourceKind<T>, 'policy'> = {},
): ItemKind<T> {
  const found = (name: string, missing: () => ServiceError): ResourceKind<T> => ({
    name,
    policyMode: policies.policy === undefined ? 'none' : 'optional',
    find: async (arn, { unit, scope }) => {
      const item = parseItemArn(arn);
      // Each Region knows its own items alone: what is asked of another one isn't the call's to judge, nor to change.
      if (item?.type !== type || item.scope.region !== scope.region) throw invalidArn(arn);
      const document = await unit.view(item.scope).get(collection, itemKey(item));
      return {
        arn,
        scope: item.scope,
        id: arn,
        document: document?.id === item.id ? document : undefined,
        missing: missing(),
      };
    },
    tags: ({ document }) => document?.tags ?? {},
    ...policies,
  });
  return {
    type,
    auditType,
    collection,
    resource: found(`wafv2:${type}`, nonexistentItem),
    referred: found(`wafv2:${type}`, unavailableEntity),
  };
}

export const ipSetKind = itemKind('ipset', 'AWS::WAFv2::IPSet', ipSets);
export const regexPatternSetKind = itemKind(
  'regexpatternset',
  'AWS::WAFv2::RegexPatternSet',
  regexPatternSets,
);
export const ruleGroupKind: ItemKind<RuleGroupDocument> = itemKind(
  'rulegroup',
  'AWS::WAFv2::RuleGroup',
  ruleGroups,
  { policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text },
);
export const webAclKind = itemKind('webacl', 'AWS::WAFv2::WebACL', webAcls);

export function arnOf(type: ItemType, { scope, wafScope, name, id }: ItemDocument): string {
  return itemArn({ type, scope, wafScope, name, id });
}

/** The place of an item that is made: nobody knows its id yet. */
export function unmadeArn(name: Omit<ItemName, 'id'>): string {
  return itemArn({ ...name, id: '*' });
}
