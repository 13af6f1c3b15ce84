import type { SsmOperations, Tag } from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { idOf } from './domain/parameter-name.ts';
import { invalidResourceId, tooManyTags, unbuilt, validation } from './errors.ts';
import { existingParameter } from './existing.ts';
import { parameterKind } from './resources.ts';
import { parameters } from './state.ts';

const TAGS_MAX = 50;

interface TaggedInput {
  readonly ResourceType: string;
  readonly ResourceId: string;
}

/** Lays tags over others. Errors: ValidationException for reserved and repeated keys, TooManyTagsError. */
export function withTags(tags: Tags, given: readonly Tag[] | undefined): Tags {
  if (given === undefined || given.length === 0) return tags;
  const keys = given.map(({ Key }) => Key);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw validation('Tag keys beginning with aws: are reserved for system use.');
  }
  if (new Set(keys).size < keys.length) throw validation('Duplicate tag keys are not allowed.');
  const merged = { ...tags, ...Object.fromEntries(given.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(merged).length > TAGS_MAX) throw tooManyTags();
  return merged;
}

/** Condition keys of a request that brings tags, or takes them away. */
export function addTagKeys(
  conditions: Map<string, readonly string[]>,
  tags: readonly Tag[] | undefined,
): void {
  for (const [key, values] of listedTagConditions(tags)) conditions.set(key, values);
}

/** The parameter whose tags are asked about. Other kinds of resource have an owner that is not built. */
function taggedName(operation: string, { ResourceType, ResourceId }: TaggedInput): string {
  if (ResourceType !== 'Parameter') {
    throw unbuilt(operation, `resources of the type ${ResourceType}: only parameters are built`);
  }
  return ResourceId.startsWith('arn:') ? ResourceId : `/${idOf(ResourceId)}`;
}

async function permissionOn(
  operation: string,
  input: TaggedInput,
  context: ResolveContext,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<readonly Permission[]> {
  const resource = await context.resolve(parameterKind, taggedName(operation, input));
  return [{ action: `ssm:${operation}`, resource, conditions }];
}

async function tagged(operation: string, input: TaggedInput, context: Context) {
  const name = taggedName(operation, input);
  const { parameter, view } = await existingParameter(context, name, invalidResourceId);
  const put = (tags: Tags): void => view.put(parameters, parameter.id, { ...parameter, tags });
  return { tags: parameter.tags, put };
}

export const addTagsToResource: OperationOf<SsmOperations, 'AddTagsToResource'> = {
  name: 'AddTagsToResource',
  access: 'write',
  authorize: async (input, context) => {
    const conditions = new Map<string, readonly string[]>();
    addTagKeys(conditions, input.Tags);
    return permissionOn('AddTagsToResource', input, context, conditions);
  },
  handle: async (input, context) => {
    const { tags, put } = await tagged('AddTagsToResource', input, context);
    put(withTags(tags, input.Tags));
    return {};
  },
};

export const removeTagsFromResource: OperationOf<SsmOperations, 'RemoveTagsFromResource'> = {
  name: 'RemoveTagsFromResource',
  access: 'write',
  authorize: async (input, context) =>
    permissionOn(
      'RemoveTagsFromResource',
      input,
      context,
      new Map([['aws:tagkeys', [...input.TagKeys]]]),
    ),
  handle: async (input, context) => {
    const { tags, put } = await tagged('RemoveTagsFromResource', input, context);
    const removed = new Set(input.TagKeys);
    put(Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))));
    return {};
  },
};

export const listTagsForResource: OperationOf<SsmOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async (input, context) => permissionOn('ListTagsForResource', input, context),
  handle: async (input, context) => {
    const { tags } = await tagged('ListTagsForResource', input, context);
    return { TagList: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
