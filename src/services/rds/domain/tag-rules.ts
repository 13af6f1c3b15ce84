import type { Tags } from '../../../core/tags.ts';

const TAGS_MAX = 50;
const KEY_CHARACTERS_MAX = 128;
const VALUE_CHARACTERS_MAX = 256;

/** What is wrong with the tags of a resource. */
export function tagFault(tags: Tags): string | undefined {
  const entries = Object.entries(tags);
  if (entries.length > TAGS_MAX) return `A resource can't have more than ${TAGS_MAX} tags.`;
  for (const [key, value] of entries) {
    if (key === '' || key.length > KEY_CHARACTERS_MAX) {
      return `Tag keys have 1 to ${KEY_CHARACTERS_MAX} characters.`;
    }
    if (value.length > VALUE_CHARACTERS_MAX) {
      return `Tag values have at most ${VALUE_CHARACTERS_MAX} characters.`;
    }
  }
  return undefined;
}

export function isReserved(key: string): boolean {
  return /^(aws|rds):/i.test(key);
}
