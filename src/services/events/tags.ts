import type { EventsOperations, Tag } from '../../../models/events/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import type { Tags } from '../../core/tags.ts';
import { found, on, tagConditions } from './authorization.ts';
import { invalidParameter, validation } from './errors.ts';
import {
  busPlace,
  DEFAULT_BUS,
  existingBusKind,
  ruleKind,
  type RuleReference,
} from './resources.ts';
import { buses } from './state.ts';
import { changeRule } from './rule-changes.ts';

const TAGS_MAX = 50;

export function tagsOf(given: readonly Tag[] | undefined): Tags {
  return Object.fromEntries((given ?? []).map(({ Key, Value }) => [Key, Value]));
}

export function withTags(held: Tags, given: Tags): Tags {
  if (Object.keys(given).some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw validation("Tag keys can't start with 'aws:', which is reserved for AWS use.");
  }
  const all = { ...held, ...given };
  if (Object.keys(all).length > TAGS_MAX) {
    throw validation(`A resource can't have more than ${TAGS_MAX} tags.`);
  }
  return all;
}

type Tagged =
  | { readonly kind: 'bus'; readonly name: string }
  | { readonly kind: 'rule'; readonly reference: RuleReference };

function taggedBy(arn: string): Tagged {
  const { service, resource = '' } = parseArn(arn) ?? {};
  const [type, ...names] = resource.split('/');
  const name = names.pop();
  if (service === 'events' && name !== undefined) {
    if (type === 'event-bus') return { kind: 'bus', name: [...names, name].join('/') };
    const bus = names.length === 0 ? DEFAULT_BUS : names.join('/');
    if (type === 'rule') return { kind: 'rule', reference: { name, bus } };
  }
  throw invalidParameter('ResourceARN', 'Provided Arn is not in correct format.');
}

function permission<I extends { readonly ResourceARN: string }>(
  action: string,
  conditions: (input: I) => ReadonlyMap<string, readonly string[]>,
) {
  const onBus = on<I, unknown, string>(
    action,
    existingBusKind,
    (input) => input.ResourceARN,
    conditions,
  );
  return async (input: I, context: ResolveContext) => {
    const tagged = taggedBy(input.ResourceARN);
    if (tagged.kind === 'bus') return onBus(input, context);
    return on<I, unknown, RuleReference>(action, ruleKind, () => tagged.reference, conditions)(
      input,
      context,
    );
  };
}

async function tagsAt(context: Context, arn: string): Promise<Tags> {
  const tagged = taggedBy(arn);
  if (tagged.kind === 'bus') return (await found(context, existingBusKind, arn)).document.tags;
  return (await found(context, ruleKind, tagged.reference)).document.tags;
}

async function change(context: Context, arn: string, to: (tags: Tags) => Tags): Promise<void> {
  const tagged = taggedBy(arn);
  if (tagged.kind === 'rule') {
    const { document, view } = await found(context, ruleKind, tagged.reference);
    await changeRule(context, view, document, { ...document, tags: to(document.tags) });
    return;
  }
  const { document, view } = await found(context, existingBusKind, arn);
  const { name } = busPlace(arn, context.call.scope);
  view.put(buses, name, { ...document, tags: to(document.tags) });
}

const NO_CONDITIONS: ReadonlyMap<string, readonly string[]> = new Map();

export const tagResource: OperationOf<EventsOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: permission('events:TagResource', ({ Tags: given }: { ResourceARN: string; Tags: readonly Tag[] }) =>
    tagConditions(tagsOf(given)),
  ),
  handle: async (input, context) => {
    await change(context, input.ResourceARN, (tags) => withTags(tags, tagsOf(input.Tags)));
    return {};
  },
};

export const untagResource: OperationOf<EventsOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: permission(
    'events:UntagResource',
    ({ TagKeys }: { ResourceARN: string; TagKeys: readonly string[] }) => tagConditions({}, [...TagKeys]),
  ),
  handle: async (input, context) => {
    const removed = new Set(input.TagKeys);
    await change(context, input.ResourceARN, (tags) =>
      Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))),
    );
    return {};
  },
};

export const listTagsForResource: OperationOf<EventsOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: permission('events:ListTagsForResource', () => NO_CONDITIONS),
  handle: async (input, context) => {
    const tags = await tagsAt(context, input.ResourceARN);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
