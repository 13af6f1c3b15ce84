import { invalid } from '../invalid.ts';
import { attributeOf, type Item, itemOf, type Value } from '../values.ts';
import { memberOf, type Path, valueAt } from './paths.ts';

/**
 * The item with a value at a path; an element behind a list's end is appended. Errors: `ValidationException` where there
 * is no list or map that it would be in.
 */
export function itemWith(item: Item, { attribute, steps }: Path, value: Value): Item {
  const present = attributeOf(item, attribute);
  return withMember(item, attribute, steps.length === 0 ? value : placed(present, steps, value));
}

/**
 * The item without what is at a path; nothing changes where there is nothing. Errors: `ValidationException` where there
 * is no list or map that it would be in.
 */
export function itemWithout(item: Item, { attribute, steps }: Path): Item {
  if (steps.length === 0) return withoutMember(item, attribute);
  return withMember(item, attribute, cut(attributeOf(item, attribute), steps));
}

/** Errors: `ValidationException` where there is no list or map that a path's end would be in. */
export function assertPlace(item: Item, { attribute, steps }: Path): void {
  const last = steps.at(-1);
  if (last === undefined) return;
  const container = valueAt(item, { attribute, steps: steps.slice(0, -1) });
  const fits = container !== undefined && (typeof last === 'number' ? 'L' : 'M') in container;
  if (!fits) throw noSuchPlace();
}

function placed(
  container: Value | undefined,
  [step, ...rest]: readonly (string | number)[],
  value: Value,
): Value {
  if (container === undefined || step === undefined) throw noSuchPlace();
  const inner = rest.length === 0 ? value : placed(memberOf(container, step), rest, value);
  if (typeof step === 'string') {
    if (!('M' in container)) throw noSuchPlace();
    return { M: withMember(container.M, step, inner) };
  }
  if (!('L' in container)) throw noSuchPlace();
  return step < container.L.length
    ? { L: container.L.with(step, inner) }
    : { L: [...container.L, inner] };
}

function cut(container: Value | undefined, [step, ...rest]: readonly (string | number)[]): Value {
  if (container === undefined || step === undefined) throw noSuchPlace();
  const isEnd = rest.length === 0;
  if (typeof step === 'string') {
    if (!('M' in container)) throw noSuchPlace();
    return {
      M: isEnd
        ? withoutMember(container.M, step)
        : withMember(container.M, step, cut(attributeOf(container.M, step), rest)),
    };
  }
  if (!('L' in container)) throw noSuchPlace();
  if (isEnd) return { L: container.L.filter((_, index) => index !== step) };
  return { L: container.L.with(step, cut(elementOf(container.L, step), rest)) };
}

function elementOf(list: readonly Value[], index: number): Value {
  const element = list[index];
  if (element === undefined) throw noSuchPlace();
  return element;
}

function withMember(item: Item, name: string, value: Value): Item {
  return itemOf([...Object.entries(item), [name, value]]);
}

function withoutMember(item: Item, name: string): Item {
  return itemOf(Object.entries(item).filter(([present]) => present !== name));
}

function noSuchPlace(): Error {
  return invalid('The document path provided in the update expression is invalid for update');
}
