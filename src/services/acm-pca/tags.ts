import type { Tag } from '../../../models/acm-pca/types.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { onAuthority } from './authorization.ts';
import { invalidTag, tooManyTags } from './errors.ts';
import { authorities } from './state.ts';

const TAGS_MAX = 50;

/** Tags laid over others. Errors: InvalidTagException, TooManyTagsException. */
export function withTags(tags: Tags, given: readonly Tag[]): Tags {
  const reserved = given.find(({ Key }) => Key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    throw invalidTag(
      `Tag key ${reserved.Key} can't start with "aws:". It is reserved for AWS use.`,
    );
  }
  const added = Object.fromEntries(given.map(({ Key, Value = '' }) => [Key, Value]));
  const merged = { ...tags, ...added };
  if (Object.keys(merged).length > TAGS_MAX) {
    throw tooManyTags(`A certificate authority can have at most ${TAGS_MAX} tags.`);
  }
  return merged;
}

export const tagCertificateAuthority = onAuthority({
  name: 'TagCertificateAuthority',
  access: 'write',
  conditions: ({ Tags: given }) => listedTagConditions(given),
  handle: async (input, { authority, view }) => {
    const tags = withTags(authority.tags, input.Tags);
    view.put(authorities, authority.id, { ...authority, tags });
    return {};
  },
});

/** A tag with a value goes only where it has that value. */
export const untagCertificateAuthority = onAuthority({
  name: 'UntagCertificateAuthority',
  access: 'write',
  conditions: ({ Tags: given }) => listedTagConditions(given),
  handle: async (input, { authority, view }) => {
    const kept = Object.entries(authority.tags).filter(
      ([key, value]) =>
        !input.Tags.some(({ Key, Value }) => Key === key && (Value ?? value) === value),
    );
    view.put(authorities, authority.id, { ...authority, tags: Object.fromEntries(kept) });
    return {};
  },
});

/** All at once: an authority has fewer tags than a page. */
export const listTags = onAuthority({
  name: 'ListTags',
  access: 'read',
  handle: async (_input, { authority }) => ({
    Tags: Object.entries(authority.tags).map(([Key, Value]) => ({ Key, Value })),
  }),
});
