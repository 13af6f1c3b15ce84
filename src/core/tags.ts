/** Tags by key. Keys are case-sensitive; what a service allows is its own rule. */
export type Tags = Readonly<Record<string, string>>;

/** A tag of a list, as most services spell it. */
export interface ListedTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

type Conditions = ReadonlyMap<string, readonly string[]>;

/**
 * Condition keys of a request that brings tags: `aws:TagKeys` and `aws:RequestTag/…`, in lower case. Keys of tags that it takes
 * away are among the former.
 */
export function tagConditions(tags: Tags | undefined, removed: readonly string[] = []): Conditions {
  return conditionsOf(Object.entries(tags ?? {}), removed);
}

/** The same of tags in a list. */
export function listedTagConditions(
  tags: readonly ListedTag[] | undefined,
  removed: readonly string[] = [],
): Conditions {
  const pairs = (tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const);
  return conditionsOf(pairs, removed);
}

function conditionsOf(
  pairs: readonly (readonly [key: string, value: string])[],
  removed: readonly string[],
): Conditions {
  const keys = [...pairs.map(([key]) => key), ...removed];
  if (keys.length === 0) return new Map();
  return new Map([
    ['aws:tagkeys', keys],
    ...pairs.map(([key, value]): [string, readonly string[]] => [
      `aws:requesttag/${key.toLowerCase()}`,
      [value],
    ]),
  ]);
}
