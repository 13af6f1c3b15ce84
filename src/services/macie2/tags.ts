import { tagConditions } from '../../core/tags.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { notFound } from './errors.ts';
import { assertTags, type Operations, sessionOf } from './operation.ts';
import { type Tagged, taggedKind } from './resources.ts';

async function tagged(context: Context, arn: string): Promise<Tagged> {
  await sessionOf(context);
  const { resolved } = await context.resolve(taggedKind, arn);
  if (resolved.document === undefined) throw notFound();
  return resolved.document;
}

const tagResource: OperationOf<Operations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: async ({ resourceArn, tags }, context) => [
    {
      action: 'macie2:TagResource',
      resource: await context.resolve(taggedKind, resourceArn),
      conditions: tagConditions(tags),
    },
  ],
  handle: async ({ resourceArn, tags }, context) => {
    const found = await tagged(context, resourceArn);
    found.keep(assertTags({ ...found.tags, ...tags }));
    return {};
  },
};

const untagResource: OperationOf<Operations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: async ({ resourceArn, tagKeys }, context) => [
    {
      action: 'macie2:UntagResource',
      resource: await context.resolve(taggedKind, resourceArn),
      conditions: new Map([['aws:tagkeys', tagKeys]]),
    },
  ],
  handle: async ({ resourceArn, tagKeys }, context) => {
    const { tags, keep } = await tagged(context, resourceArn);
    keep(Object.fromEntries(Object.entries(tags).filter(([key]) => !tagKeys.includes(key))));
    return {};
  },
};

const listTags: OperationOf<Operations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ resourceArn }, context) => [
    {
      action: 'macie2:ListTagsForResource',
      resource: await context.resolve(taggedKind, resourceArn),
    },
  ],
  handle: async ({ resourceArn }, context) => ({ tags: (await tagged(context, resourceArn)).tags }),
};

export const tagOperations: readonly AnyOperation[] = [tagResource, untagResource, listTags];
