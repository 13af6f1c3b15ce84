import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { badRequest, childId, notFound, pathIn } from '../apigateway/port.ts';
import { pathKind } from './authorization.ts';
import { apiOf, type HttpApiOperation } from './operation.ts';
import { apis, stages } from './state.ts';

const TAGS_MAX = 50;

interface Tagged {
  readonly tags: Tags;
  keep(tags: Tags): void;
}

/** Errors: BadRequestException, NotFoundException. */
async function taggedBy(context: Context, arn: string): Promise<Tagged> {
  const [, noun, id = '', below, name = '', ...more] =
    pathIn(context.call.scope, arn)?.split('/') ?? [];
  if (noun !== 'apis') throw badRequest('Invalid ARN specified in the request');
  const { view } = context;
  const api = await apiOf(context, id);
  if (below === undefined) {
    return { tags: api.tags, keep: (tags) => view.put(apis, id, { ...api, tags }) };
  }
  const key = childId(id, name);
  const isStage = below === 'stages' && more.length === 0;
  const stage = isStage ? await view.get(stages, key) : undefined;
  if (stage === undefined) throw notFound('Invalid resource ARN specified');
  return { tags: stage.tags, keep: (tags) => view.put(stages, key, { ...stage, tags }) };
}

interface OnTags {
  readonly ResourceArn: string;
}

function onTags<I extends OnTags>(
  verb: 'GET' | 'POST' | 'DELETE',
  conditions: (input: I) => ReadonlyMap<string, readonly string[]> = () => new Map(),
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    {
      action: `apigateway:${verb}`,
      resource: await context.resolve(pathKind, `/tags/${encodeURIComponent(input.ResourceArn)}`),
      conditions: conditions(input),
    },
  ];
}

export const tagResource: HttpApiOperation<'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: onTags('POST', ({ Tags }) => tagConditions(Tags)),
  handle: async ({ ResourceArn, Tags: more = {} }, context) => {
    const { tags, keep } = await taggedBy(context, ResourceArn);
    const all = { ...tags, ...more };
    if (Object.keys(all).length > TAGS_MAX)
      throw badRequest('Too many tags: at most 50 are allowed');
    keep(all);
    return {};
  },
};

export const untagResource: HttpApiOperation<'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: onTags('DELETE', ({ TagKeys }) => tagConditions({}, TagKeys)),
  handle: async ({ ResourceArn, TagKeys }, context) => {
    const { tags, keep } = await taggedBy(context, ResourceArn);
    const removed = new Set(TagKeys);
    keep(Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))));
    return {};
  },
};

export const getTags: HttpApiOperation<'GetTags'> = {
  name: 'GetTags',
  access: 'read',
  authorize: onTags('GET'),
  handle: async ({ ResourceArn }, context) => ({
    Tags: (await taggedBy(context, ResourceArn)).tags,
  }),
};
