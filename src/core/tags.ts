/** Tags by key. Keys are case-sensitive; what a service allows is its own rule. */
export type Tags = Readonly<Record<string, string>>;

/** Condition keys of a request that brings tags: `aws:TagKeys` and `aws:RequestTag/…`, in lower case. */
export function tagConditions(tags: Tags | undefined): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(tags ?? {});
  if (entries.length === 0) return new Map();
  return new Map([
    ['aws:tagkeys', entries.map(([key]) => key)],
    ...entries.map(([key, value]): [string, readonly string[]] => [
      `aws:requesttag/${key.toLowerCase()}`,
      [value],
    ]),
  ]);
}
