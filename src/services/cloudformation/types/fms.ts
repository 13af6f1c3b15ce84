import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isTrue, listOf, objectOf, picked } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const TAGS: TagOperations = {
  service: 'fms',
  target: (ResourceArn) => ({ ResourceArn }),
  tags: (TagList) => ({ TagList }),
  keys: (TagKeys) => ({ TagKeys }),
};

const GIVEN = [
  'ExcludeResourceTags',
  'PolicyDescription',
  'PolicyName',
  'RemediationEnabled',
  'ResourceSetIds',
  'ResourceTagLogicalOperator',
  'ResourceType',
  'ResourceTypeList',
  'SecurityServicePolicyData',
] as const;

/** Accounts and units that a policy is for, or is not for. */
function scope(name: string, given: JsonValue | undefined): JsonObject {
  if (given === undefined) return {};
  const { ORGUNIT, ...rest } = objectOf(given);
  return { [name]: { ...rest, ...(ORGUNIT === undefined ? {} : { ORG_UNIT: ORGUNIT }) } };
}

/** Templates leave out what a list of types says, and name accounts and units by other names. */
function policyOf(properties: JsonObject): JsonObject {
  const { ResourceTags, ResourcesCleanUp, ResourceType, ResourceTypeList } = properties;
  const tags = listOf(ResourceTags).map((one) => {
    const { Key, Value = '' } = objectOf(one);
    return { Key, Value };
  });
  return {
    ...picked(properties, ...GIVEN),
    ...scope('ExcludeMap', properties['ExcludeMap']),
    ...scope('IncludeMap', properties['IncludeMap']),
    ...(ResourceType === undefined && ResourceTypeList !== undefined
      ? { ResourceType: 'ResourceTypeList' }
      : {}),
    ...(ResourceTags === undefined ? {} : { ResourceTags: tags }),
    ...(ResourcesCleanUp === undefined ? {} : { DeleteUnusedFMManagedResources: ResourcesCleanUp }),
  };
}

async function put(work: Work, Policy: JsonObject, more: JsonObject = {}) {
  const { Policy: made, PolicyArn } = await work.call('fms', 'PutPolicy', { Policy, ...more });
  const { PolicyId } = objectOf(made);
  return { id: String(PolicyId), attributes: { Arn: PolicyArn, Id: PolicyId } };
}

const policy: ResourceType = {
  name: 'AWS::FMS::Policy',
  needs: 'fms:PutPolicy',
  handles: `${GIVEN.join(' ')} DeleteAllPolicyResources ExcludeMap IncludeMap ResourceTags ResourcesCleanUp Tags`,
  create: (work, properties) => {
    const TagList = work.tags(properties['Tags']);
    return put(work, policyOf(properties), TagList.length === 0 ? {} : { TagList });
  },
  update: async (work, change) => {
    const { id: PolicyId, properties, attributes } = change;
    const { Policy } = await work.call('fms', 'GetPolicy', { PolicyId });
    const { PolicyUpdateToken } = objectOf(Policy);
    await put(work, { ...policyOf(properties), PolicyId, PolicyUpdateToken });
    await changeTags(work, change, String(attributes['Arn']), TAGS);
    return { id: PolicyId, attributes };
  },
  delete: async (work, { id: PolicyId, properties }) => {
    const DeleteAllPolicyResources = isTrue(properties['DeleteAllPolicyResources']);
    await work.attempt('fms', 'DeletePolicy', { PolicyId, DeleteAllPolicyResources });
    return undefined;
  },
};

export const fmsTypes: readonly ResourceType[] = [policy];
