import type { CloudwatchOperations, Tag } from '../../../models/cloudwatch/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { invalidValue, resourceNotFound } from './errors.ts';
import { alarmKind } from './resources.ts';
import { alarms } from './state.ts';

const TAGS_MAX = 50;

export function tagsIn(list: readonly Tag[] | undefined): Tags | undefined {
  return list === undefined
    ? undefined
    : Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

/** Tags laid over others. Errors: InvalidParameterValueException for reserved keys and for too many. */
export function checkedTags(tags: Tags, given: Tags): Tags {
  if (Object.keys(given).some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidValue('Tag keys beginning with "aws:" are reserved for system use.');
  }
  const merged = { ...tags, ...given };
  if (Object.keys(merged).length > TAGS_MAX) {
    throw invalidValue(`A resource can have no more than ${TAGS_MAX} tags.`);
  }
  return merged;
}

function onResource(action: string, conditions?: ReadonlyMap<string, readonly string[]>) {
  return async (
    { ResourceARN }: { readonly ResourceARN: string },
    context: ResolveContext,
  ): Promise<readonly Permission[]> => [
    {
      action,
      resource: await context.resolve(alarmKind, ResourceARN),
      ...(conditions === undefined ? {} : { conditions }),
    },
  ];
}

async function tagged(context: Context, arn: string) {
  const resource = await context.resolve(alarmKind, arn);
  const { document } = resource.resolved;
  if (document === undefined) throw resourceNotFound(arn);
  const view = context.viewOf(resource);
  const put = (tags: Tags): void => view.put(alarms, document.name, { ...document, tags });
  return { tags: document.tags, put };
}

export const tagResource: OperationOf<CloudwatchOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: (input, context) =>
    onResource('cloudwatch:TagResource', tagConditions(tagsIn(input.Tags)))(input, context),
  handle: async (input, context) => {
    const { tags, put } = await tagged(context, input.ResourceARN);
    put(checkedTags(tags, tagsIn(input.Tags) ?? {}));
    return {};
  },
};

export const untagResource: OperationOf<CloudwatchOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: (input, context) => {
    const conditions = new Map([['aws:tagkeys', input.TagKeys]]);
    return onResource('cloudwatch:UntagResource', conditions)(input, context);
  },
  handle: async (input, context) => {
    const { tags, put } = await tagged(context, input.ResourceARN);
    put(Object.fromEntries(Object.entries(tags).filter(([key]) => !input.TagKeys.includes(key))));
    return {};
  },
};

export const listTagsForResource: OperationOf<CloudwatchOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: onResource('cloudwatch:ListTagsForResource'),
  handle: async (input, context) => {
    const { tags } = await tagged(context, input.ResourceARN);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
