import type { Policy } from '../../../models/fms/types.ts';
import type { MemberAccount, RecordedResource } from './port.ts';

type ScopeMap = Policy['IncludeMap'];

/** Where accounts are included, exclusions are not looked at. A unit means all accounts below it, whenever they come. */
export function coversAccount({ IncludeMap, ExcludeMap }: Policy, account: MemberAccount): boolean {
  if (names(IncludeMap).length > 0) return isIn(IncludeMap, account);
  return !isIn(ExcludeMap, account);
}

function names(map: ScopeMap): readonly string[] {
  return [...(map?.['ACCOUNT'] ?? []), ...(map?.['ORG_UNIT'] ?? [])];
}

function isIn(map: ScopeMap, { id, units }: MemberAccount): boolean {
  return (
    map?.['ACCOUNT']?.includes(id) === true ||
    units.some((unit) => map?.['ORG_UNIT']?.includes(unit) === true)
  );
}

/** By its tags: all that the policy names, or any of them. */
export function coversResource(policy: Policy, { tags }: RecordedResource): boolean {
  const { ResourceTags = [], ExcludeResourceTags, ResourceTagLogicalOperator } = policy;
  if (ResourceTags.length === 0) return true;
  const has = ({ Key, Value }: (typeof ResourceTags)[number]): boolean => {
    const value = tags[Key];
    return value !== undefined && (Value === undefined || Value === '' || Value === value);
  };
  const isTagged =
    ResourceTagLogicalOperator === 'OR' ? ResourceTags.some(has) : ResourceTags.every(has);
  return isTagged !== ExcludeResourceTags;
}

/** The types of resources that a policy is about. */
export function typesOf({ ResourceType, ResourceTypeList }: Policy): readonly string[] {
  return ResourceType === 'ResourceTypeList' ? (ResourceTypeList ?? []) : [ResourceType];
}
