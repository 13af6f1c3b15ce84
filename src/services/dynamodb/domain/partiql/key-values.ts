import type { Condition } from '../expressions/conditions.ts';
import type { KeyTest } from '../expressions/key-conditions.ts';
import type { Item, Value } from '../values.ts';
import { itemOf } from '../values.ts';

/** The parts that all must hold. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(conjuncts) : [condition];
}

/**
 * The only values that an attribute can have where a condition holds, each once; undefined: it says nothing of them. `a = 1`
 * has one, `a IN [1, 2]` and `a = 1 OR a = 2` have two.
 */
export function valuesAllowed(
  condition: Condition,
  attribute: string,
): readonly Value[] | undefined {
  switch (condition.kind) {
    case 'and':
      return condition.parts
        .map((part) => valuesAllowed(part, attribute))
        .find((values) => values !== undefined);
    case 'or': {
      const allowed = condition.parts.map((part) => valuesAllowed(part, attribute));
      return allowed.includes(undefined) ? undefined : allowed.flatMap((values) => values ?? []);
    }
    case 'in': {
      const { operand, choices } = condition;
      const isOf =
        operand.kind === 'path' &&
        operand.path.attribute === attribute &&
        operand.path.steps.length === 0;
      const values = choices.flatMap((choice) => (choice.kind === 'value' ? [choice.value] : []));
      return isOf && values.length === choices.length ? values : undefined;
    }
    default: {
      const test = keyTestOn(condition, attribute);
      return test?.kind === 'compare' && test.comparator === '=' ? [test.value] : undefined;
    }
  }
}

/** What a single condition asks of an attribute, as a key's test; undefined: it is on something else, or no such test. */
export function keyTestOn(condition: Condition, attribute: string): KeyTest | undefined {
  const isOn = (operand: {
    kind: string;
    path?: { attribute: string; steps: readonly unknown[] };
  }) =>
    operand.kind === 'path' &&
    operand.path?.attribute === attribute &&
    operand.path.steps.length === 0;
  switch (condition.kind) {
    case 'compare': {
      const { comparator, left, right } = condition;
      if (comparator === '<>' || !isOn(left) || right.kind !== 'value') return undefined;
      return { kind: 'compare', comparator, value: right.value };
    }
    case 'between': {
      const { operand, low, high } = condition;
      if (!isOn(operand) || low.kind !== 'value' || high.kind !== 'value') return undefined;
      return { kind: 'between', low: low.value, high: high.value };
    }
    case 'begins': {
      const { operand, prefix } = condition;
      if (!isOn(operand) || prefix.kind !== 'value') return undefined;
      return { kind: 'begins', prefix: prefix.value };
    }
    default:
      return undefined;
  }
}

/** The item that a condition's equalities name, of these attributes; undefined: it does not name all of them. */
export function keyNamed(condition: Condition, names: readonly string[]): Item | undefined {
  const parts = conjuncts(condition);
  const key = names.flatMap((name): [string, Value][] => {
    for (const part of parts) {
      const test = keyTestOn(part, name);
      if (test?.kind === 'compare' && test.comparator === '=') return [[name, test.value]];
    }
    return [];
  });
  return key.length === names.length ? itemOf(key) : undefined;
}
