import type { Tags } from '../../core/tags.ts';
import { invalidInput, limitExceeded } from './errors.ts';
import { TAGS_PER_RESOURCE } from './limits.ts';

interface TagInput {
  readonly Key: string;
  readonly Value: string;
}

export function shownTags(tags: Tags): readonly TagInput[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Adds tags; a key in another case replaces the one that is there. */
export function withTags(tags: Tags, added: readonly TagInput[] | undefined): Tags {
  if (added === undefined) return tags;
  const result = new Map(Object.entries(tags));
  const seen = new Set<string>();
  for (const { Key, Value } of added) {
    const folded = Key.toLowerCase();
    if (folded.startsWith('aws:')) {
      throw invalidInput('Tag keys beginning with aws: are reserved.');
    }
    if (seen.has(folded)) {
      throw invalidInput(
        'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      );
    }
    seen.add(folded);
    for (const key of result.keys()) if (key.toLowerCase() === folded) result.delete(key);
    result.set(Key, Value);
  }
  if (result.size > TAGS_PER_RESOURCE) {
    throw limitExceeded('The number of tags has reached the maximum limit.');
  }
  return Object.fromEntries(result);
}

export function withoutTags(tags: Tags, keys: readonly string[]): Tags {
  const folded = new Set(keys.map((key) => key.toLowerCase()));
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !folded.has(key.toLowerCase())));
}
