import { TRANSFORMATIONS, type Transformation } from '../transformations/table.ts';
import type { Field } from './reading.ts';

/** A part of the request, or another slot with one transformation more. */
export type Slot =
  | { readonly from?: undefined; readonly field: Field }
  | { readonly from: number; readonly transformation: Transformation };

/**
 * Gives each part of a request and each chain of transformations on it a number while a program is made. Rules that look at
 * the same share the number, and chains share their beginnings, so that nothing is decoded twice for a request.
 */
export class SlotPlan {
  readonly slots: Slot[] = [];
  readonly #numbers = new Map<string, number>();

  /** The chain in order. Errors: a RangeError for an unknown transformation. */
  number(field: Field, chain: readonly string[]): number {
    let id = field.id;
    let number = this.#numberOf(id, () => ({ field }));
    for (const type of chain) {
      if (type === 'NONE') continue;
      const transformation = TRANSFORMATIONS.get(type);
      if (transformation === undefined) throw new RangeError(`no text transformation ${type}`);
      id += `|${type}`;
      const from = number;
      number = this.#numberOf(id, () => ({ from, transformation }));
    }
    return number;
  }

  #numberOf(id: string, make: () => Slot): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.slots.push(make()) - 1;
    this.#numbers.set(id, number);
    return number;
  }
}

/** The types in the order of their priorities. */
export function chainOf(
  transformations: readonly { readonly Priority: number; readonly Type: string }[],
): readonly string[] {
  return [...transformations]
    .sort((left, right) => left.Priority - right.Priority)
    .map(({ Type }) => Type);
}
