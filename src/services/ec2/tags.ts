import type { Ec2Operations, Tag, TagDescription } from '../../../models/ec2/types.ts';
import type { AuthorizedResource, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Listed, View } from '../../contract/view.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { permissionTo } from './authorization.ts';
import { invalidId, invalidParameterValue, missingParameter } from './errors.ts';
import { filterOf, filterTable } from './filters.ts';
import { nouns } from './kinds.ts';
import type { TaggedNoun } from './nouns.ts';
import { type Lister, pageOf } from './pages.ts';
import type { Tagged } from './state.ts';
import { withTags } from './tagging.ts';

const RESOURCES_MAX = 1_000;

interface Target {
  readonly noun: TaggedNoun;
  readonly resource: AuthorizedResource<Tagged>;
}

/** Errors: InvalidID for ids of no kind that has tags here. */
async function targetsOf(
  context: ResolveContext,
  ids: readonly string[],
): Promise<readonly Target[]> {
  if (ids.length > RESOURCES_MAX) {
    throw invalidParameterValue(`A request may name at most ${RESOURCES_MAX} resources.`);
  }
  return Promise.all(
    [...new Set(ids)].map(async (id) => {
      const noun = nouns.find(({ prefix }) => id.startsWith(`${prefix}-`));
      if (noun === undefined) throw invalidId(id);
      return { noun, resource: await noun.resolve(id, context) };
    }),
  );
}

async function onEach(
  context: ResolveContext,
  ids: readonly string[],
  tags: readonly Tag[] | undefined,
) {
  const conditions = listedTagConditions(tags);
  const targets = await targetsOf(context, ids);
  return targets.map(({ resource }) =>
    permissionTo(context, context.call.operation, resource, conditions),
  );
}

const createTags: OperationOf<Ec2Operations, 'CreateTags'> = {
  name: 'CreateTags',
  access: 'write',
  authorize: ({ Resources, Tags }, context) => onEach(context, Resources, Tags),
  handle: async ({ Resources, Tags }, context) => {
    if (Tags.length === 0) throw missingParameter('Tag');
    for (const { noun, resource } of await targetsOf(context, Resources)) {
      await noun.retag(ownView(context, resource, noun), resource.resolved.id, (tags) =>
        withTags(tags, Tags),
      );
    }
    return {};
  },
};

const deleteTags: OperationOf<Ec2Operations, 'DeleteTags'> = {
  name: 'DeleteTags',
  access: 'write',
  authorize: ({ Resources, Tags }, context) => onEach(context, Resources, Tags),
  handle: async ({ Resources, Tags }, context) => {
    for (const { noun, resource } of await targetsOf(context, Resources)) {
      await noun.retag(ownView(context, resource, noun), resource.resolved.id, (tags) =>
        without(tags, Tags),
      );
    }
    return {};
  },
};

/** What others share is not tagged here, not even for oneself alone. */
function ownView(
  context: ResolveContext,
  { resolved }: AuthorizedResource,
  noun: TaggedNoun,
): View {
  if (resolved.scope.account !== context.call.scope.account) {
    throw resolved.missing ?? invalidId(`${noun.prefix}-${resolved.id}`);
  }
  return context.view;
}

/** A key without a value goes whatever its value; an empty list takes all the customer's tags. */
function without(tags: Tags, given: readonly Tag[] | undefined): Tags {
  if (given === undefined || given.length === 0) return {};
  const goes = ([key, value]: readonly [string, string]) =>
    given.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
  return Object.fromEntries(Object.entries(tags).filter((entry) => !goes(entry)));
}

interface TagRow {
  readonly key: string;
  readonly value: string;
  readonly resourceId: string;
  readonly resourceType: TaggedNoun['type'];
  readonly tags: Tags;
}

const FILTERS = filterTable<TagRow>({
  key: ({ key }) => key,
  value: ({ value }) => value,
  'resource-id': ({ resourceId }) => resourceId,
  'resource-type': ({ resourceType }) => resourceType,
});

const describeTags: OperationOf<Ec2Operations, 'DescribeTags'> = {
  name: 'DescribeTags',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeTags')],
  handle: async (input, { call, view }) => {
    const wanted = filterOf(input.Filters, FILTERS);
    const page = await pageOf(call, input, everyTag(view), wanted);
    return {
      Tags: page.items.map(
        ({ key, value, resourceId, resourceType }): TagDescription => ({
          Key: key,
          Value: value,
          ResourceId: resourceId,
          ResourceType: resourceType,
        }),
      ),
      NextToken: page.NextToken,
    };
  },
};

/** The tags of all nouns, one noun after the other, each resource's by their keys. */
function everyTag(view: View): Lister<TagRow> {
  return async ({ after, limit }) => {
    const at = after === undefined ? 0 : nouns.findIndex(({ prefix }) => isOf(prefix, after.id));
    const rows: Listed<TagRow>[] = [];
    for (const noun of nouns.slice(Math.max(at, 0))) {
      const isStarted = after !== undefined && isOf(noun.prefix, after.id);
      rows.push(...(await tagsOfNoun(view, noun, isStarted ? after : undefined)));
    }
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, last: rows.length > items.length ? last : undefined };
  };
}

async function tagsOfNoun(
  view: View,
  noun: TaggedNoun,
  after: { readonly id: string; readonly key: string } | undefined,
): Promise<readonly Listed<TagRow>[]> {
  const rows: Listed<TagRow>[] = [];
  let page = await noun.list(view, { limit: RESOURCES_MAX });
  for (;;) {
    for (const { document } of page.items) rows.push(...rowsOf(noun, document));
    if (page.last === undefined) break;
    page = await noun.list(view, { limit: RESOURCES_MAX, after: page.last });
  }
  return after === undefined ? rows : rows.filter((row) => isAfter(row, after));
}

function rowsOf({ type }: TaggedNoun, { id, tags }: Tagged): readonly Listed<TagRow>[] {
  return Object.entries(tags)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({
      id,
      key,
      document: { key, value, resourceId: id, resourceType: type, tags },
    }));
}

function isAfter(
  row: { readonly id: string; readonly key: string },
  after: { readonly id: string; readonly key: string },
): boolean {
  return row.id > after.id || (row.id === after.id && row.key > after.key);
}

function isOf(prefix: string, id: string): boolean {
  return id.startsWith(`${prefix}-`);
}

export const tagOperations: readonly AnyOperation[] = [createTags, deleteTags, describeTags];
