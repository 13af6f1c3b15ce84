import type { Tags } from '../../../core/tags.ts';

const TAGS_MAX = 50;
const KEY_CHARACTERS_MAX = 127;
const VALUE_CHARACTERS_MAX = 255;

export type TagFault = 'tooMany' | { readonly text: string };

/** What is wrong with the tags of a resource, as EC2 says it. */
export function tagsFault(tags: Tags): TagFault | undefined {
  const entries = Object.entries(tags);
  if (entries.length > TAGS_MAX) return 'tooMany';
  for (const [key, value] of entries) {
    const text = tagFault(key, value);
    if (text !== undefined) return { text };
  }
  return undefined;
}

function tagFault(key: string, value: string): string | undefined {
  if (key === '') return 'Tag key must not be empty';
  if (key.toLowerCase().startsWith('aws:')) {
    return `Tag keys starting with 'aws:' are reserved for internal use`;
  }
  if (Array.from(key).length > KEY_CHARACTERS_MAX) {
    return `Tag key exceeds the maximum length of ${KEY_CHARACTERS_MAX} characters`;
  }
  if (Array.from(value).length > VALUE_CHARACTERS_MAX) {
    return `Tag value exceeds the maximum length of ${VALUE_CHARACTERS_MAX} characters`;
  }
  return undefined;
}
