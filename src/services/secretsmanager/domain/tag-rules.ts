import type { Tags } from '../../../core/tags.ts';

const TAGS_MAX = 50;
const RESERVED_PREFIX = 'aws:';
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export interface GivenTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Tags as given, by key; a later one of the same key wins. */
export function tagsOf(given: readonly GivenTag[]): Tags {
  return Object.fromEntries(given.map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** Why the tags can't be given; undefined when they can. `reserved`: a service may give those that begin with aws:. */
export function tagFault(given: readonly GivenTag[], reserved: boolean): string | undefined {
  for (const { Key: key, Value: value = '' } of given) {
    if (key === undefined || key === '') return 'Tag keys must be between 1 and 128 characters.';
    if (!reserved && isReserved(key)) {
      return 'Tag keys that start with aws: are reserved for internal use.';
    }
    if (!TAG_TEXT.test(key) || !TAG_TEXT.test(value)) {
      return 'Tags can contain only letters, numbers, spaces, and these characters: _ . : / = + - @';
    }
  }
  return undefined;
}

export function isReserved(key: string): boolean {
  return key.toLowerCase().startsWith(RESERVED_PREFIX);
}

/** True when a secret would have more than it may. */
export function areTooMany(tags: Tags): boolean {
  return Object.keys(tags).filter((key) => !isReserved(key)).length > TAGS_MAX;
}
