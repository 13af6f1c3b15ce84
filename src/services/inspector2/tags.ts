import type { AnyOperation } from '../../contract/service.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { badRequest, notFound } from './errors.ts';
import type { Operations } from './operation.ts';
import { filterKind } from './resources.ts';
import { type FilterDocument, filters } from './state.ts';

const TAGS_MAX = 50;

/** Errors: BadRequestException for more than 50. */
export function assertTags(tags: Tags): Tags {
  if (Object.keys(tags).length > TAGS_MAX) {
    throw badRequest(`A resource can have as many as ${TAGS_MAX} tags.`);
  }
  return tags;
}

async function tagged(context: Context, arn: string): Promise<FilterDocument> {
  const { resolved } = await context.resolve(filterKind, arn);
  if (resolved.document === undefined) throw notFound();
  return resolved.document;
}

function keep({ unit, call }: Context, filter: FilterDocument, tags: Tags): void {
  unit.view(call.scope).put(filters, filter.id, { ...filter, tags: assertTags(tags) });
}

const tagResource: OperationOf<Operations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: async ({ resourceArn, tags }, context) => [
    {
      action: 'inspector2:TagResource',
      resource: await context.resolve(filterKind, resourceArn),
      conditions: tagConditions(tags),
    },
  ],
  handle: async ({ resourceArn, tags }, context) => {
    const filter = await tagged(context, resourceArn);
    keep(context, filter, { ...filter.tags, ...tags });
    return {};
  },
};

const untagResource: OperationOf<Operations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: async ({ resourceArn, tagKeys }, context) => [
    {
      action: 'inspector2:UntagResource',
      resource: await context.resolve(filterKind, resourceArn),
      conditions: new Map([['aws:tagkeys', tagKeys]]),
    },
  ],
  handle: async ({ resourceArn, tagKeys }, context) => {
    const filter = await tagged(context, resourceArn);
    const left = Object.entries(filter.tags).filter(([key]) => !tagKeys.includes(key));
    keep(context, filter, Object.fromEntries(left));
    return {};
  },
};

const listTags: OperationOf<Operations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ resourceArn }, context) => [
    {
      action: 'inspector2:ListTagsForResource',
      resource: await context.resolve(filterKind, resourceArn),
    },
  ],
  handle: async ({ resourceArn }, context) => ({ tags: (await tagged(context, resourceArn)).tags }),
};

export const tagOperations: readonly AnyOperation[] = [tagResource, untagResource, listTags];
