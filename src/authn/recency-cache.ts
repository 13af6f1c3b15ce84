/**
 * A bounded map that forgets what was not asked for lately: two generations, so that a hit in the young one
 * costs a single look-up and no reordering. Holds at most `2 * generationMax` entries.
 */
export interface RecencyCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

export function recencyCache<Value>(generationMax: number): RecencyCache<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    if (young.size >= generationMax) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };
  return {
    get(key) {
      const found = young.get(key);
      if (found !== undefined) return found;
      const aged = old.get(key);
      if (aged !== undefined) set(key, aged);
      return aged;
    },
    set,
  };
}
