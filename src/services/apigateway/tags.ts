import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { apiOf, stageOf } from './definitions.ts';
import { apiKeyOf } from './api-keys.ts';
import { associationOf } from './access-associations.ts';
import { domainByArn } from './domain-names.ts';
import { badRequest, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pathIn, pathKind } from './resources.ts';
import { apiKeys, apis, associations, childId, domains, stages, usagePlans } from './state.ts';
import { planOf } from './usage-plans.ts';

const TAGS_MAX = 50;

interface Tagged {
  readonly tags: Tags;
  keep(tags: Tags): void;
}

/** What an ARN names, with its tags. Errors: BadRequestException, NotFoundException. */
async function taggedBy(context: Context, arn: string): Promise<Tagged> {
  const path = pathIn(context.call.scope, arn);
  if (path === undefined) throw badRequest('Invalid ARN specified in the request');
  const { view } = context;
  const [, noun, id = '', ...more] = path.split('/');
  const [below, name = ''] = more;
  if (noun === 'restapis' && below === 'stages' && more.length === 2) {
    const stage = await stageOf(context, id, name);
    return {
      tags: stage.tags,
      keep: (tags) => view.put(stages, childId(id, name), { ...stage, tags }),
    };
  }
  if (noun === 'domainnameaccessassociations') {
    const { id: key, association } = await associationOf(context, arn);
    const keep = (tags: Tags): void => view.put(associations, key, { ...association, tags });
    return { tags: association.tags, keep };
  }
  // One spelling for each resource: what stands behind names nothing.
  switch (more.length === 0 ? noun : undefined) {
    case 'restapis': {
      const api = await apiOf(context, id);
      return { tags: api.tags, keep: (tags) => view.put(apis, id, { ...api, tags }) };
    }
    case 'apikeys': {
      const key = await apiKeyOf(context, id);
      return { tags: key.tags, keep: (tags) => view.put(apiKeys, id, { ...key, tags }) };
    }
    case 'usageplans': {
      const plan = await planOf(context, id);
      return { tags: plan.tags, keep: (tags) => view.put(usagePlans, id, { ...plan, tags }) };
    }
    case 'domainnames': {
      const { id: key, domain } = await domainByArn(context, id);
      return { tags: domain.tags, keep: (tags) => view.put(domains, key, { ...domain, tags }) };
    }
    default:
      throw notFound('Invalid resource ARN specified');
  }
}

/** Tagging is asked of the path of its own, which holds the ARN. */
function onTags<I extends { readonly resourceArn: string }>(
  verb: 'GET' | 'PUT' | 'DELETE',
  conditions: (input: I) => ReadonlyMap<string, readonly string[]> = () => new Map(),
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    {
      action: `apigateway:${verb}`,
      resource: await context.resolve(pathKind, `/tags/${encodeURIComponent(input.resourceArn)}`),
      conditions: conditions(input),
    },
  ];
}

export const tagResource: ApiGatewayOperation<'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: onTags('PUT', ({ tags }) => tagConditions(tags)),
  handle: async ({ resourceArn, tags: given }, context) => {
    const { tags, keep } = await taggedBy(context, resourceArn);
    const all = { ...tags, ...given };
    if (Object.keys(all).length > TAGS_MAX)
      throw badRequest('Too many tags: at most 50 are allowed');
    keep(all);
    return {};
  },
};

export const untagResource: ApiGatewayOperation<'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: onTags('DELETE', ({ tagKeys }) => tagConditions({}, tagKeys)),
  handle: async ({ resourceArn, tagKeys }, context) => {
    const { tags, keep } = await taggedBy(context, resourceArn);
    const removed = new Set(tagKeys);
    keep(Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))));
    return {};
  },
};

export const getTags: ApiGatewayOperation<'GetTags'> = {
  name: 'GetTags',
  access: 'read',
  authorize: onTags('GET'),
  handle: async ({ resourceArn }, context) => ({
    tags: (await taggedBy(context, resourceArn)).tags,
  }),
};
