import { attributeOf, type Item, type Value } from '../values.ts';

/** A place in an item: an attribute, then members of maps by name and elements of lists by number. */
export interface Path {
  readonly attribute: string;
  readonly steps: readonly (string | number)[];
}

export function valueAt(item: Item, { attribute, steps }: Path): Value | undefined {
  let value = attributeOf(item, attribute);
  for (const step of steps) {
    if (value === undefined) return undefined;
    value = memberOf(value, step);
  }
  return value;
}

/** An element of a list or a member of a map; undefined where there is none, or the value is neither. */
export function memberOf(value: Value, step: string | number): Value | undefined {
  if (typeof step === 'number') return 'L' in value ? value.L[step] : undefined;
  return 'M' in value ? attributeOf(value.M, step) : undefined;
}

/** As AWS's texts show a path: `[a, b, [1]]`. */
export function pathText({ attribute, steps }: Path): string {
  const shown = steps.map((step) => (typeof step === 'number' ? `[${step}]` : step));
  return `[${[attribute, ...shown].join(', ')}]`;
}

export function samePath(a: Path, b: Path): boolean {
  return (
    a.attribute === b.attribute &&
    a.steps.length === b.steps.length &&
    a.steps.every((step, index) => step === b.steps[index])
  );
}

/**
 * What is wrong with two paths of one expression: one may not be within the other, and no value can be both a list and a
 * map. Undefined: nothing.
 */
export function clashOf(paths: readonly Path[]): string | undefined {
  for (const [index, later] of paths.entries()) {
    for (const earlier of paths.slice(0, index)) {
      const clash = clashOfTwo(earlier, later);
      if (clash === undefined) continue;
      return (
        `Two document paths ${clash} with each other; must remove or rewrite one of these ` +
        `paths; path one: ${pathText(earlier)}, path two: ${pathText(later)}`
      );
    }
  }
  return undefined;
}

function clashOfTwo(a: Path, b: Path): 'overlap' | 'conflict' | undefined {
  if (a.attribute !== b.attribute) return undefined;
  for (const [index, step] of a.steps.entries()) {
    const other = b.steps[index];
    if (other === undefined) return 'overlap';
    if (typeof step !== typeof other) return 'conflict';
    if (step !== other) return undefined;
  }
  return 'overlap';
}
