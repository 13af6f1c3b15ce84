import type { AttributeValue } from '../../../../models/dynamodb/types.ts';
import type { Cursor } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { invalid } from '../domain/invalid.ts';
import { attributeOf, type Item, pick } from '../domain/values.ts';
import { givenKey, itemId, keyPart, placeOf } from './keys.ts';
import type { Target } from './query-target.ts';

const INVALID = 'The provided starting key is invalid';

/** Where a page before ended. */
export interface Start {
  readonly key: Item;
  readonly cursor: Cursor;
}

/** `ExclusiveStartKey` as values. Errors: `ValidationException`. */
export function suppliedStart(
  supplied: { readonly [name: string]: AttributeValue } | undefined,
): Item | undefined {
  if (supplied === undefined) return undefined;
  return explained(() => checkedItem(supplied));
}

/**
 * The place of a start key in its target; the item itself may be gone. `mismatch`: what is said of attributes that are not
 * those of the keys. Errors: `ValidationException`.
 */
export function startOf(target: Target, key: Item, mismatch = INVALID): Start {
  const { open, index, startNames } = target;
  const { table, keys } = open;
  const fits =
    Object.keys(key).length === startNames.length &&
    startNames.every((name) => attributeOf(key, name) !== undefined);
  if (!fits) throw invalid(mismatch);
  const primary = explained(() => givenKey(table.key, keyPart(table.key, key)));
  const place =
    index === undefined
      ? placeOf(keys, primary)
      : placeOf(
          keys,
          explained(() => givenKey(index.key, keyPart(index.key, key))),
        );
  return {
    key,
    cursor: { key: target.prefix + place, id: itemId(table, keys, primary) },
  };
}

/** What tells a client where a page ended. */
export function endOf({ startNames }: Target, item: Item): Item {
  return pick(item, startNames);
}

function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalid(`${INVALID}: ${error.message}`);
  }
}
