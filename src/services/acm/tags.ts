import type { Tag } from '../../../models/acm/types.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { onCertificate } from './authorization.ts';
import { invalidTag, tooManyTags } from './errors.ts';
import { certificates } from './state.ts';

const TAGS_MAX = 50;

/** Tags laid over others. Errors: InvalidTagException, TooManyTagsException. */
export function withTags(tags: Tags, given: readonly Tag[] = []): Tags {
  for (const { Key } of given) {
    if (Key.toLowerCase().startsWith('aws:')) {
      throw invalidTag(`Tag key ${Key} can't start with "aws:". It is reserved for AWS use.`);
    }
  }
  const added = Object.fromEntries(given.map(({ Key, Value = '' }) => [Key, Value]));
  const merged = { ...tags, ...added };
  if (Object.keys(merged).length > TAGS_MAX) {
    throw tooManyTags(`A certificate can have at most ${TAGS_MAX} tags.`);
  }
  return merged;
}

export const addTagsToCertificate = onCertificate({
  name: 'AddTagsToCertificate',
  access: 'write',
  conditions: ({ Tags: given }) => listedTagConditions(given),
  handle: async (input, { certificate, view }) => {
    const tags = withTags(certificate.tags, input.Tags);
    view.put(certificates, certificate.id, { ...certificate, tags });
    return {};
  },
});

/** A tag with a value goes only where it has that value. */
export const removeTagsFromCertificate = onCertificate({
  name: 'RemoveTagsFromCertificate',
  access: 'write',
  conditions: ({ Tags: given }) => listedTagConditions(given),
  handle: async (input, { certificate, view }) => {
    const isRemoved = ([key, value]: readonly [string, string]): boolean =>
      input.Tags.some(({ Key, Value }) => Key === key && (Value === undefined || Value === value));
    const kept = Object.entries(certificate.tags).filter((tag) => !isRemoved(tag));
    view.put(certificates, certificate.id, { ...certificate, tags: Object.fromEntries(kept) });
    return {};
  },
});

export const listTagsForCertificate = onCertificate({
  name: 'ListTagsForCertificate',
  access: 'read',
  handle: async (_input, { certificate }) => ({
    Tags: Object.entries(certificate.tags).map(([Key, Value]) => ({ Key, Value })),
  }),
});
