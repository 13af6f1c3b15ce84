import { isOwner, onSecret } from './authorization.ts';
import { areTooMany, isReserved, tagFault, tagsOf } from './domain/tag-rules.ts';
import { invalidParameter, limitExceeded } from './errors.ts';
import { addRequestTags, addTagKeys } from './request-conditions.ts';
import { saveSecret } from './versions.ts';

export const tagResource = onSecret({
  name: 'TagResource',
  access: 'write',
  on: { managed: true },
  keys: (conditions, input) => addRequestTags(conditions, input.Tags),
  handle: async (input, { document: secret }, { call, unit }) => {
    const isOwn = secret.owner !== undefined && isOwner(call, secret.owner);
    const fault = tagFault(input.Tags, isOwn);
    if (fault !== undefined) throw invalidParameter(fault);
    const tags = { ...secret.tags, ...tagsOf(input.Tags) };
    if (areTooMany(tags)) throw limitExceeded("A secret can't have more than 50 tags.");
    await saveSecret(unit, secret, { ...secret, tags, changed: call.now }, call.now);
    return {};
  },
});

export const untagResource = onSecret({
  name: 'UntagResource',
  access: 'write',
  on: { managed: true },
  keys: (conditions, input) => addTagKeys(conditions, input.TagKeys),
  handle: async (input, { document: secret }, { call, unit }) => {
    const isOwn = secret.owner !== undefined && isOwner(call, secret.owner);
    if (!isOwn && input.TagKeys.some(isReserved)) {
      throw invalidParameter('Tag keys that start with aws: are reserved for internal use.');
    }
    const removed = new Set(input.TagKeys);
    const kept = Object.entries(secret.tags).filter(([key]) => !removed.has(key));
    const tags = Object.fromEntries(kept);
    await saveSecret(unit, secret, { ...secret, tags, changed: call.now }, call.now);
    return {};
  },
});
