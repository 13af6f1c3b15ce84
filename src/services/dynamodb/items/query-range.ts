import { invalid, invalidParameter } from '../domain/invalid.ts';
import type { KeyConditions, KeyTest } from '../domain/expressions/key-conditions.ts';
import { isKeyValue, type KeyValue, sortEncoding } from '../domain/key-encoding.ts';
import { typeOf, type Value } from '../domain/values.ts';
import type { KeyAttribute } from '../state.ts';
import { partitionPlace, requireFilled } from './keys.ts';
import type { Target } from './query-target.ts';

/** A stretch of a target's order. Bounds are whole keys of the store's index. */
export interface Range {
  readonly prefix: string;
  readonly low?: Bound;
  readonly high?: Bound;
}

export interface Bound {
  readonly key: string;
  readonly isIncluded: boolean;
}

/** What a query asks of its target's key. */
export interface QueriedKey {
  readonly hash: KeyValue;
  readonly sort: KeyTest | undefined;
}

/** Errors: `ValidationException` for conditions that are not on the key, or not of its types. */
export function queriedKey({ key }: Target, conditions: KeyConditions): QueriedKey {
  const { hash, range } = key;
  const first = conditions.get(hash.name);
  if (range === undefined && conditions.size > 1)
    throw invalid('Query key condition not supported');
  if (first === undefined) {
    throw invalid(`Query condition missed key schema element: ${hash.name}`);
  }
  const second = range === undefined ? undefined : conditions.get(range.name);
  if (conditions.size > 1 && second === undefined) {
    throw invalid(`Query condition missed key schema element: ${range?.name ?? ''}`);
  }
  requireType(hash, first);
  if (range !== undefined && second !== undefined) requireType(range, second);
  if (first.kind !== 'compare' || first.comparator !== '=') {
    throw invalid('Query key condition not supported');
  }
  requireFilled(hash.name, first.value);
  return { hash: asKey(first.value), sort: second };
}

function requireType({ type }: KeyAttribute, test: KeyTest): void {
  if (valuesOf(test).every((value) => typeOf(value) === type)) return;
  throw invalidParameter('Condition parameter type does not match schema type');
}

function valuesOf(test: KeyTest): readonly Value[] {
  switch (test.kind) {
    case 'compare':
      return [test.value];
    case 'between':
      return [test.low, test.high];
    case 'begins':
      return [test.prefix];
  }
}

/** Where the items of a query are. */
export function rangeOf({ open, prefix }: Target, { hash, sort }: QueriedKey): Range {
  const partition = `${prefix}${partitionPlace(open.keys, hash)}/`;
  if (sort === undefined) return { prefix: partition };
  const bound = (value: Value, isIncluded: boolean): Bound => ({
    key: partition + sortEncoding(asKey(value)),
    isIncluded,
  });
  switch (sort.kind) {
    case 'between':
      return { prefix: partition, low: bound(sort.low, true), high: bound(sort.high, true) };
    case 'begins':
      return beginning(partition, asKey(sort.prefix));
    case 'compare': {
      const { comparator, value } = sort;
      switch (comparator) {
        case '=':
          return { prefix: partition, low: bound(value, true), high: bound(value, true) };
        case '<':
        case '<=':
          return { prefix: partition, high: bound(value, comparator === '<=') };
        case '>':
        case '>=':
          return { prefix: partition, low: bound(value, comparator === '>=') };
      }
    }
  }
}

/** Texts are encoded letter by letter; of bytes, all up to the next ones that begin otherwise. */
function beginning(partition: string, prefix: KeyValue): Range {
  const first = sortEncoding(prefix);
  if (!('B' in prefix)) return { prefix: partition + first };
  const low = { key: partition + first, isIncluded: true };
  const last = prefix.B.findLastIndex((byte) => byte < 0xff);
  if (last === -1) return { prefix: partition, low };
  const next = prefix.B.slice(0, last + 1);
  next[last] = (next[last] ?? 0) + 1;
  const high = { key: partition + sortEncoding({ B: next }), isIncluded: false };
  return { prefix: partition, low, high };
}

function asKey(value: Value): KeyValue {
  if (!isKeyValue(value)) throw new TypeError('the type was checked');
  return value;
}
