import type { AnyOperation } from '../../contract/service.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { invalid, noSuchResource } from './errors.ts';
import { foundOf, type Operations } from './operation.ts';
import { detectorKind } from './resources.ts';
import { destinations, filters, lists } from './state.ts';

const TAGS_MAX = 50;

interface Tagged {
  readonly tags: Tags;
  keep(tags: Tags): void;
}

/** What an ARN names: a detector, or something it has. */
async function taggedAt(context: Context, arn: string): Promise<Tagged> {
  const { detector, view, keep } = await foundOf(context, arn);
  const [, , kind, id] = parseArn(arn)?.resource.split('/') ?? [];
  if (kind === undefined)
    return { tags: detector.tags, keep: (tags) => keep({ ...detector, tags }) };
  const found = id === undefined ? undefined : await childAt(view, kind, id);
  if (found === undefined) throw noSuchResource();
  return found;
}

async function childAt(view: View, kind: string, id: string): Promise<Tagged | undefined> {
  if (kind === 'filter') {
    const filter = await view.get(filters, id);
    return (
      filter && { tags: filter.tags, keep: (tags) => view.put(filters, id, { ...filter, tags }) }
    );
  }
  if (kind === 'publishingDestination') {
    const one = await view.get(destinations, id);
    return one && { tags: one.tags, keep: (tags) => view.put(destinations, id, { ...one, tags }) };
  }
  const list = await view.get(lists, id);
  if (list?.kind !== kind) return undefined;
  return { tags: list.tags, keep: (tags) => view.put(lists, id, { ...list, tags }) };
}

async function permission(
  action: string,
  arn: string,
  context: Parameters<OperationOf<Operations, 'TagResource'>['authorize']>[1],
  conditions: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Permission[]> {
  const detector = await context.resolve(detectorKind, arn);
  const isOfDetector = detector.resolved.arn === arn;
  return [{ action: `guardduty:${action}`, resource: isOfDetector ? detector : arn, conditions }];
}

const tagResource: OperationOf<Operations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: async ({ ResourceArn, Tags }, context) =>
    permission('TagResource', ResourceArn, context, tagConditions(Tags)),
  handle: async ({ ResourceArn, Tags }, context) => {
    const { tags, keep } = await taggedAt(context, ResourceArn);
    const next = { ...tags, ...Tags };
    if (Object.keys(next).length > TAGS_MAX) throw invalid('the resource has too many tags');
    keep(next);
    return {};
  },
};

const untagResource: OperationOf<Operations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: async ({ ResourceArn, TagKeys }, context) =>
    permission('UntagResource', ResourceArn, context, new Map([['aws:tagkeys', TagKeys]])),
  handle: async ({ ResourceArn, TagKeys }, context) => {
    const { tags, keep } = await taggedAt(context, ResourceArn);
    keep(Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))));
    return {};
  },
};

const listTags: OperationOf<Operations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ ResourceArn }, context) =>
    permission('ListTagsForResource', ResourceArn, context, new Map()),
  handle: async ({ ResourceArn }, context) => ({
    Tags: (await taggedAt(context, ResourceArn)).tags,
  }),
};

export const tagOperations: readonly AnyOperation[] = [tagResource, untagResource, listTags];
