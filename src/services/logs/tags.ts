import type { LogsOperations } from '../../../models/logs/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { groupOf, onGroup } from './authorization.ts';
import { groupNotFound, invalidParameter, tooManyTags, unbuilt } from './errors.ts';
import { groupKind, taggedGroupKind } from './resources.ts';
import { type GroupDocument, groups } from './state.ts';

const TAGS_MAX = 50;

/** Tags laid over others. Errors: InvalidParameterException for reserved keys, TooManyTagsException. */
export function checkedTags(tags: Tags, given: Tags): Tags {
  if (Object.keys(given).some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidParameter('Tag keys beginning with "aws:" are reserved for system use.');
  }
  const merged = { ...tags, ...given };
  if (Object.keys(merged).length > TAGS_MAX) throw tooManyTags(TAGS_MAX);
  return merged;
}

function onTagged(action: string) {
  return async (
    input: {
      readonly resourceArn: string;
      readonly tags?: Tags;
      readonly tagKeys?: readonly string[];
    },
    context: ResolveContext,
  ): Promise<readonly Permission[]> => {
    const resource = await context.resolve(taggedGroupKind, input.resourceArn);
    const conditions =
      input.tagKeys === undefined
        ? tagConditions(input.tags)
        : new Map([['aws:tagkeys', input.tagKeys]]);
    return [{ action, resource, conditions }];
  };
}

async function tagged(context: Context, arn: string) {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'logs') throw invalidParameter('The specified resourceArn is invalid.');
  if (!parsed.resource.startsWith('log-group:')) {
    throw unbuilt(context.call.operation, 'resources other than log groups');
  }
  const resource = await context.resolve(taggedGroupKind, arn);
  const { document } = resource.resolved;
  if (document === undefined) throw groupNotFound();
  const view = context.viewOf(resource);
  const put = (tags: Tags): void => view.put(groups, document.name, { ...document, tags });
  return { group: document, put };
}

function without({ tags }: GroupDocument, removed: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.includes(key)));
}

export const tagResource: OperationOf<LogsOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: onTagged('logs:TagResource'),
  handle: async (input, context) => {
    const { group, put } = await tagged(context, input.resourceArn);
    put(checkedTags(group.tags, input.tags));
    return {};
  },
};

export const untagResource: OperationOf<LogsOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: onTagged('logs:UntagResource'),
  handle: async (input, context) => {
    const { group, put } = await tagged(context, input.resourceArn);
    put(without(group, input.tagKeys));
    return {};
  },
};

export const listTagsForResource: OperationOf<LogsOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: onTagged('logs:ListTagsForResource'),
  handle: async (input, context) => {
    const { group } = await tagged(context, input.resourceArn);
    return { tags: group.tags };
  },
};

/** The older operations name the group instead of its ARN. */
async function named(context: Context, name: string) {
  const { group, view } = await groupOf(context, { logGroupName: name });
  return { group, put: (tags: Tags): void => view.put(groups, name, { ...group, tags }) };
}

export const tagLogGroup: OperationOf<LogsOperations, 'TagLogGroup'> = {
  name: 'TagLogGroup',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(groupKind, input.logGroupName);
    return [{ action: 'logs:TagLogGroup', resource, conditions: tagConditions(input.tags) }];
  },
  handle: async (input, context) => {
    const { group, put } = await named(context, input.logGroupName);
    put(checkedTags(group.tags, input.tags));
    return {};
  },
};

export const untagLogGroup: OperationOf<LogsOperations, 'UntagLogGroup'> = {
  name: 'UntagLogGroup',
  access: 'write',
  authorize: onGroup('logs:UntagLogGroup'),
  handle: async (input, context) => {
    const { group, put } = await named(context, input.logGroupName);
    put(without(group, input.tags));
    return {};
  },
};

export const listTagsLogGroup: OperationOf<LogsOperations, 'ListTagsLogGroup'> = {
  name: 'ListTagsLogGroup',
  access: 'read',
  authorize: onGroup('logs:ListTagsLogGroup'),
  handle: async (input, context) => {
    const { group } = await named(context, input.logGroupName);
    return { tags: group.tags };
  },
};
