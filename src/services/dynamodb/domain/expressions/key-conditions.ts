import { invalid } from '../invalid.ts';
import type { Value } from '../values.ts';
import { compileCondition } from './compile.ts';
import type { Condition, Operand } from './conditions.ts';
import { type LegacyCondition, legacyCondition } from './legacy-conditions.ts';
import type { Placeholders } from './placeholders.ts';
import type { Comparator } from './syntax.ts';

/** What a query asks of one attribute of a key. */
export type KeyTest =
  | { readonly kind: 'compare'; readonly comparator: Order; readonly value: Value }
  | { readonly kind: 'between'; readonly low: Value; readonly high: Value }
  | { readonly kind: 'begins'; readonly prefix: Value };

type Order = Exclude<Comparator, '<>'>;

/** By attribute; one or two. Whether they are those of a key is for who knows the key. */
export type KeyConditions = ReadonlyMap<string, KeyTest>;

/** Errors: `ValidationException` with AWS's texts. */
export function compileKeyConditions(text: string, placeholders: Placeholders): KeyConditions {
  const condition = compileCondition('KeyConditionExpression', text, placeholders);
  const tests = new Map<string, KeyTest>();
  for (const part of partsOf(condition)) {
    const [attribute, test] = keyTest(part);
    if (tests.has(attribute)) {
      throw invalid('KeyConditionExpressions must only contain one condition per key');
    }
    tests.set(attribute, test);
  }
  return counted(tests);
}

/** `KeyConditions`. Errors: `ValidationException` with AWS's texts. */
export function legacyKeyConditions(supplied: {
  readonly [attribute: string]: LegacyCondition;
}): KeyConditions {
  return counted(
    new Map(
      Object.entries(supplied).map(([attribute, condition]) => [
        attribute,
        legacyKeyTest(legacyCondition(attribute, condition)),
      ]),
    ),
  );
}

function counted(tests: KeyConditions): KeyConditions {
  if (tests.size === 1 || tests.size === 2) return tests;
  throw invalid('Conditions can be of length 1 or 2 only');
}

function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(partsOf) : [condition];
}

const REFUSED: Readonly<Record<RefusedKind, string>> = {
  or: 'OR',
  and: 'AND',
  not: 'NOT',
  in: 'IN',
  exists: 'attribute_exists',
  missing: 'attribute_not_exists',
  type: 'attribute_type',
  contains: 'contains',
};
type RefusedKind = Exclude<Condition['kind'], 'compare' | 'between' | 'begins'>;

function keyTest(condition: Condition): readonly [string, KeyTest] {
  switch (condition.kind) {
    case 'compare': {
      const { comparator, left, right } = condition;
      if (comparator === '<>') throw refused('<>');
      const attribute = attributeAmong([left, right]);
      return left.kind === 'path'
        ? [attribute, { kind: 'compare', comparator, value: valueOf(right) }]
        : [attribute, { kind: 'compare', comparator: MIRRORED[comparator], value: valueOf(left) }];
    }
    case 'between': {
      const { operand, low, high } = condition;
      assertFirst('BETWEEN', operand);
      return [
        attributeAmong([operand, low, high]),
        { kind: 'between', low: valueOf(low), high: valueOf(high) },
      ];
    }
    case 'begins': {
      const { operand, prefix } = condition;
      assertFirst('begins_with', operand);
      return [attributeAmong([operand, prefix]), { kind: 'begins', prefix: valueOf(prefix) }];
    }
    default:
      throw refused(REFUSED[condition.kind]);
  }
}

const MIRRORED: Readonly<Record<Order, Order>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function refused(operator: string): Error {
  return invalid(`Invalid operator used in KeyConditionExpression: ${operator}`);
}

function assertFirst(operator: string, operand: Operand): void {
  if (operand.kind === 'path') return;
  if (operand.kind === 'size') throw nestedOperation();
  throw invalid(
    `Invalid condition in KeyConditionExpression: ${operator} operator must have the key ` +
      'attribute as its first operand',
  );
}

function nestedOperation(): Error {
  return invalid('KeyConditionExpressions cannot contain nested operations');
}

/** The one attribute that a condition is on. */
function attributeAmong(operands: readonly Operand[]): string {
  const paths = operands.flatMap((operand) => {
    if (operand.kind === 'size') throw nestedOperation();
    return operand.kind === 'path' ? [operand.path] : [];
  });
  const [path, second] = paths;
  if (path === undefined) {
    throw invalid('Invalid condition in KeyConditionExpression: No key attribute specified');
  }
  if (second !== undefined) {
    throw invalid(
      'Invalid condition in KeyConditionExpression: ' +
        'Multiple attribute names used in one condition',
    );
  }
  if (path.steps.length > 0) {
    throw invalid('KeyConditionExpressions cannot have conditions on nested attributes');
  }
  return path.attribute;
}

function valueOf(operand: Operand): Value {
  if (operand.kind !== 'value') throw new TypeError('what is no attribute is a value');
  return operand.value;
}

function legacyKeyTest(condition: Condition): KeyTest {
  if (condition.kind === 'compare' && condition.comparator !== '<>') {
    return {
      kind: 'compare',
      comparator: condition.comparator,
      value: valueOf(condition.right),
    };
  }
  if (condition.kind === 'between') {
    return { kind: 'between', low: valueOf(condition.low), high: valueOf(condition.high) };
  }
  if (condition.kind === 'begins') return { kind: 'begins', prefix: valueOf(condition.prefix) };
  throw invalid('Attempted conditional constraint is not an indexable operation');
}
