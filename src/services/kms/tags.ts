import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { managedKey, managesKey, recordKey } from './authorization.ts';
import { addRequestTags, addTagKeys } from './conditions.ts';
import { hasReserved, mergeTags, tagFault } from './domain/tag-rules.ts';
import { tagError } from './errors.ts';
import { pageOf, pageOfList } from './pages.ts';
import { keys } from './state.ts';

const TAGS_PER_PAGE = 50;

type Given = KmsOperations['TagResource']['input']['Tags'];

function pairs(tags: Given) {
  return tags.map((tag) => ({ key: tag.TagKey, value: tag.TagValue }));
}

export const tagResource: OperationOf<KmsOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: managesKey('kms:TagResource', (conditions, input) => {
    addRequestTags(conditions, pairs(input.Tags));
  }),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'labels');
    const given = pairs(input.Tags);
    const tags = mergeTags(key.document.tags, given);
    const fault = tagFault(given) ?? tagFault(tags);
    if (fault !== undefined) throw tagError(fault);
    key.view.put(keys, key.document.id, { ...key.document, tags });
    recordKey(context, key);
    return {};
  },
};

export const untagResource: OperationOf<KmsOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: managesKey('kms:UntagResource', (conditions, input) => {
    addTagKeys(conditions, input.TagKeys);
  }),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'labels');
    if (hasReserved(input.TagKeys)) throw tagError('Tags beginning with aws: are reserved');
    const removed = new Set(input.TagKeys);
    const tags = key.document.tags.filter((tag) => !removed.has(tag.key));
    key.view.put(keys, key.document.id, { ...key.document, tags });
    recordKey(context, key);
    return {};
  },
};

export const listResourceTags: OperationOf<KmsOperations, 'ListResourceTags'> = {
  name: 'ListResourceTags',
  access: 'read',
  authorize: managesKey('kms:ListResourceTags'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    const page = pageOf(context.call, input, TAGS_PER_PAGE, key.document.id);
    const { items, last } = pageOfList(key.document.tags, page);
    const Tags = items.map(({ key: TagKey, value: TagValue }) => ({ TagKey, TagValue }));
    return { Tags, ...page.answer(last) };
  },
};
