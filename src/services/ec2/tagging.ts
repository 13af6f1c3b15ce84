import type { Tag, TagSpecification } from '../../../models/ec2/types.ts';
import type { Tags } from '../../core/tags.ts';
import { givenTags } from './authorization.ts';
import { tagsFault } from './domain/tag-rules.ts';
import { invalidParameterValue, tagLimitExceeded } from './errors.ts';

/**
 * The tags for what a request makes of `type`. `types` are all that the operation makes.
 * Errors: InvalidParameterValue, TagLimitExceeded.
 */
export function newTags(
  specifications: readonly TagSpecification[] | undefined,
  type: string,
  types: readonly string[] = [type],
): Tags {
  for (const { ResourceType = '' } of specifications ?? []) {
    if (!types.includes(ResourceType)) {
      throw invalidParameterValue(
        `'${ResourceType}' is not a valid taggable resource type for this operation.`,
      );
    }
  }
  return withTags({}, givenTags(specifications, type));
}

/** Tags with further ones, or others in their place. Errors: InvalidParameterValue, TagLimitExceeded. */
export function withTags(tags: Tags, given: readonly Tag[]): Tags {
  const keys = given.map(({ Key = '' }) => Key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    throw invalidParameterValue(`Duplicate tag key '${twice}' specified.`);
  }
  const all = {
    ...tags,
    ...Object.fromEntries(given.map(({ Key = '', Value = '' }) => [Key, Value])),
  };
  const fault = tagsFault(all);
  if (fault === 'tooMany') throw tagLimitExceeded();
  if (fault !== undefined) throw invalidParameterValue(fault.text);
  return all;
}

export function shownTags(tags: Tags): readonly Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
