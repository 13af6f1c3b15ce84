import type { DynamodbOperations, Tag } from '../../../models/dynamodb/types.ts';
import type { OperationOf, ResolveContext } from '../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { saveTable, targetOf } from './authorization.ts';
import { invalid } from './domain/invalid.ts';
import { resourceNotFound } from './errors.ts';
import { namedTable } from './tables/names.ts';
import { tableKindOf } from './resources.ts';

const TAGS_MAX = 50;
const RESERVED_PREFIX = 'aws:';

/** Tags of a request, laid over those there are. Errors: ValidationException. */
export function mergeTags(existing: Tags, given: readonly Tag[]): Tags {
  if (new Set(given.map(({ Key }) => Key)).size < given.length) {
    throw invalid('Duplicate tag keys are not allowed');
  }
  if (given.some(({ Key }) => Key.toLowerCase().startsWith(RESERVED_PREFIX))) {
    throw invalid("Tag keys starting with 'aws:' are reserved for system use");
  }
  const merged = new Map(Object.entries(existing));
  for (const { Key, Value } of given) merged.set(Key, Value);
  if (merged.size > TAGS_MAX) {
    throw invalid(`The number of tags exceeds the limit of ${TAGS_MAX}`);
  }
  return Object.fromEntries(merged);
}

const taggedKind = tableKindOf((_name, arn) =>
  resourceNotFound(`Requested resource not found: ResourcArn: ${arn} not found`),
);

interface OnResource {
  readonly ResourceArn: string;
}

function onTagged<I extends OnResource>(
  action: string,
  conditionsOf: (input: I) => ReadonlyMap<string, readonly string[]> = () => new Map(),
) {
  return async (input: I, context: ResolveContext) => {
    const { ResourceArn: arn } = input;
    if (!arn.startsWith('arn:')) throw invalid(`Invalid TableArn: ${arn}`);
    namedTable(arn, context.call.scope);
    return [
      { action, resource: await context.resolve(taggedKind, arn), conditions: conditionsOf(input) },
    ];
  };
}

export const tagResource: OperationOf<DynamodbOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: onTagged('dynamodb:TagResource', ({ Tags }) => listedTagConditions(Tags)),
  handle: async (input, context) => {
    const target = await targetOf(context, taggedKind, input.ResourceArn);
    saveTable(target, { ...target.table, tags: mergeTags(target.table.tags, input.Tags) });
    return {};
  },
};

export const untagResource: OperationOf<DynamodbOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: onTagged(
    'dynamodb:UntagResource',
    ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
  ),
  handle: async (input, context) => {
    const target = await targetOf(context, taggedKind, input.ResourceArn);
    const gone = new Set(input.TagKeys);
    const left = Object.entries(target.table.tags).filter(([key]) => !gone.has(key));
    saveTable(target, { ...target.table, tags: Object.fromEntries(left) });
    return {};
  },
};

/** All at once: there are at most fifty. */
export const listTagsOfResource: OperationOf<DynamodbOperations, 'ListTagsOfResource'> = {
  name: 'ListTagsOfResource',
  access: 'read',
  authorize: onTagged('dynamodb:ListTagsOfResource'),
  handle: async (input, context) => {
    const target = await targetOf(context, taggedKind, input.ResourceArn);
    return {
      Tags: Object.entries(target.table.tags).map(([Key, Value]) => ({ Key, Value })),
    };
  },
};
