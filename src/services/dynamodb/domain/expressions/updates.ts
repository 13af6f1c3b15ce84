import { assertDepths, numberOf, numberValue } from '../checked-values.ts';
import { addDecimals, subtractDecimals } from '../decimal.ts';
import { base64 } from '../equality.ts';
import { invalid } from '../invalid.ts';
import type { Item, NumberValue, SetValue, Value } from '../values.ts';
import { assertPlace, itemWith, itemWithout } from './item-edits.ts';
import { type Path, valueAt } from './paths.ts';

/** What an update assigns. */
export type Source =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'ifNotExists'; readonly path: Path; readonly otherwise: Source }
  | { readonly kind: 'append'; readonly first: Source; readonly second: Source }
  | { readonly kind: 'plus' | 'minus'; readonly left: Source; readonly right: Source };

export type Action =
  | { readonly kind: 'set'; readonly path: Path; readonly source: Source }
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'add'; readonly path: Path; readonly value: NumberValue | SetValue }
  /** Adds to what a list holds: `ADD` of the legacy form alone. */
  | { readonly kind: 'extend'; readonly path: Path; readonly value: readonly Value[] }
  | { readonly kind: 'delete'; readonly path: Path; readonly value: SetValue };

/** A checked update: no path is within another. */
export interface Update {
  readonly actions: readonly Action[];
  /** What AWS says of a value in the item that the update can't be done with. */
  readonly mismatch: string;
}

/**
 * The item after an update. All that is read is read from the item as it was, and list indexes are those of the lists as
 * they were. Errors: `ValidationException` with AWS's texts where the item does not fit the update.
 */
export function updatedItem(item: Item, update: Update): Item {
  const changes = changesOf(item, update);
  const written = changes.filter((change) => change.value !== undefined).sort(byLastIndex);
  const removed = changes.filter((change) => change.value === undefined).sort(byPlace);
  let result = item;
  for (const { path, value } of written) {
    if (value !== undefined) result = itemWith(result, path, value);
  }
  // From the last element to the first, so that no removal moves what another one means.
  for (const { path } of removed.reverse()) result = itemWithout(result, path);
  assertDepths(result);
  return result;
}

interface Change {
  readonly path: Path;
  /** Undefined: nothing stays there. */
  readonly value: Value | undefined;
}

function changesOf(item: Item, { actions, mismatch }: Update): readonly Change[] {
  try {
    return actions.flatMap((action) => changeOf(item, action) ?? []);
  } catch (error) {
    throw error instanceof WrongType ? invalid(mismatch) : error;
  }
}

/** A value of the item is of another type than the update needs. */
class WrongType extends Error {}

/** Elements behind a list's end are appended in the order of their numbers. */
function byLastIndex(a: Change, b: Change): number {
  return lastIndex(a.path) - lastIndex(b.path);
}

function lastIndex({ steps }: Path): number {
  const last = steps.at(-1);
  return typeof last === 'number' ? last : -1;
}

/** An order in which, of two elements of one list, the higher comes later. */
function byPlace({ path: a }: Change, { path: b }: Change): number {
  const [left, right] = [
    [a.attribute, ...a.steps],
    [b.attribute, ...b.steps],
  ];
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined || step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return left.length - right.length;
}

function changeOf(item: Item, action: Action): Change | undefined {
  const { path } = action;
  switch (action.kind) {
    case 'set':
      return { path, value: sourceOf(item, action.source) };
    case 'remove':
      return { path, value: undefined };
    case 'add':
      return { path, value: sum(valueAt(item, path), action.value) };
    case 'extend': {
      const present = valueAt(item, path) ?? { L: [] };
      if (!('L' in present)) throw new WrongType();
      return { path, value: { L: [...present.L, ...action.value] } };
    }
    case 'delete': {
      const present = valueAt(item, path);
      if (present === undefined) {
        assertPlace(item, path);
        return undefined;
      }
      return { path, value: difference(present, action.value) };
    }
  }
}

function sourceOf(item: Item, source: Source): Value {
  switch (source.kind) {
    case 'value':
      return source.value;
    case 'path': {
      const value = valueAt(item, source.path);
      if (value === undefined) {
        throw invalid(
          'The provided expression refers to an attribute that does not exist in the item',
        );
      }
      return value;
    }
    case 'ifNotExists':
      return valueAt(item, source.path) ?? sourceOf(item, source.otherwise);
    case 'append': {
      const [first, second] = [sourceOf(item, source.first), sourceOf(item, source.second)];
      if (!('L' in first && 'L' in second)) throw new WrongType();
      return { L: [...first.L, ...second.L] };
    }
    case 'plus':
    case 'minus': {
      const [left, right] = [sourceOf(item, source.left), sourceOf(item, source.right)];
      if (!('N' in left && 'N' in right)) throw new WrongType();
      const operate = source.kind === 'plus' ? addDecimals : subtractDecimals;
      return numberValue(operate(numberOf(left.N), numberOf(right.N)));
    }
  }
}

function sum(present: Value | undefined, added: NumberValue | SetValue): Value {
  if (present === undefined) return added;
  if ('N' in added && 'N' in present) {
    return numberValue(addDecimals(numberOf(present.N), numberOf(added.N)));
  }
  if ('SS' in added && 'SS' in present) return { SS: [...new Set([...present.SS, ...added.SS])] };
  if ('NS' in added && 'NS' in present) return { NS: [...new Set([...present.NS, ...added.NS])] };
  if (!('BS' in added && 'BS' in present)) throw new WrongType();
  const members = new Set(present.BS.map(base64));
  return { BS: [...present.BS, ...added.BS.filter((bytes) => !members.has(base64(bytes)))] };
}

/** What is left of a set; undefined when nothing is. */
function difference(present: Value, deleted: SetValue): Value | undefined {
  if ('SS' in deleted && 'SS' in present) {
    const SS = present.SS.filter((member) => !deleted.SS.includes(member));
    return SS.length === 0 ? undefined : { SS };
  }
  if ('NS' in deleted && 'NS' in present) {
    const NS = present.NS.filter((member) => !deleted.NS.includes(member));
    return NS.length === 0 ? undefined : { NS };
  }
  if (!('BS' in deleted && 'BS' in present)) throw new WrongType();
  const gone = new Set(deleted.BS.map(base64));
  const BS = present.BS.filter((bytes) => !gone.has(base64(bytes)));
  return BS.length === 0 ? undefined : { BS };
}
