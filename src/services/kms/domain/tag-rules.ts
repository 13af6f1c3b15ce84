export interface TagPair {
  readonly key: string;
  readonly value: string;
}

const TAGS_MAX = 50;
const RESERVED_PREFIX = 'aws:';

/** The text of KMS's `TagException`; undefined when the tags may be given together. */
export function tagFault(given: readonly TagPair[]): string | undefined {
  if (given.length > TAGS_MAX) return 'Too many tags';
  if (new Set(given.map((tag) => tag.key)).size !== given.length) return 'Duplicate tag keys';
  return hasReserved(given.map((tag) => tag.key))
    ? 'Tags beginning with aws: are reserved'
    : undefined;
}

export function hasReserved(keys: readonly string[]): boolean {
  return keys.some((key) => key.toLowerCase().startsWith(RESERVED_PREFIX));
}

/** Existing tags with the given ones laid over them: a known key keeps its place. */
export function mergeTags(
  existing: readonly TagPair[],
  given: readonly TagPair[],
): readonly TagPair[] {
  const merged = new Map(existing.map((tag) => [tag.key, tag.value]));
  for (const tag of given) merged.set(tag.key, tag.value);
  return [...merged].map(([key, value]) => ({ key, value }));
}
