import type {
  AttributeValue,
  ComparisonOperator,
  ConditionalOperator,
  ExpectedAttributeValue,
} from '../../../../../models/dynamodb/types.ts';
import { checkedValue } from '../checked-values.ts';
import { compareValues } from '../equality.ts';
import { invalid, invalidParameter } from '../invalid.ts';
import { typeOf, type Value, type ValueType } from '../values.ts';
import type { Condition, Operand } from './conditions.ts';
import type { Comparator } from './syntax.ts';

/** A condition on one attribute, as `KeyConditions`, `QueryFilter` and `ScanFilter` give it. */
export interface LegacyCondition {
  readonly ComparisonOperator: ComparisonOperator;
  readonly AttributeValueList?: readonly AttributeValue[] | undefined;
}

const SCALARS: readonly ValueType[] = ['S', 'N', 'B'];

/** How many arguments an operator takes, and of which types; any where it does not say. */
const OPERATORS: Readonly<
  Record<
    ComparisonOperator,
    { readonly least: number; readonly most: number; readonly types?: readonly ValueType[] }
  >
> = {
  EQ: { least: 1, most: 1 },
  NE: { least: 1, most: 1 },
  LE: { least: 1, most: 1, types: SCALARS },
  LT: { least: 1, most: 1, types: SCALARS },
  GE: { least: 1, most: 1, types: SCALARS },
  GT: { least: 1, most: 1, types: SCALARS },
  CONTAINS: { least: 1, most: 1, types: SCALARS },
  NOT_CONTAINS: { least: 1, most: 1, types: SCALARS },
  BEGINS_WITH: { least: 1, most: 1, types: ['S', 'B'] },
  IN: { least: 1, most: 100, types: SCALARS },
  BETWEEN: { least: 2, most: 2, types: SCALARS },
  NULL: { least: 0, most: 0 },
  NOT_NULL: { least: 0, most: 0 },
};

const COMPARATORS: ReadonlyMap<ComparisonOperator, Comparator> = new Map([
  ['EQ', '='],
  ['NE', '<>'],
  ['LE', '<='],
  ['LT', '<'],
  ['GE', '>='],
  ['GT', '>'],
]);

/** Conditions on attributes, as one. Errors: `ValidationException` with AWS's texts. */
export function legacyFilter(
  filter: { readonly [attribute: string]: LegacyCondition },
  operator: ConditionalOperator | undefined,
): Condition {
  const parts = Object.entries(filter).map(([attribute, condition]) =>
    legacyCondition(attribute, condition),
  );
  return joined(parts, operator);
}

/** `Expected`, as one condition. Errors: `ValidationException` with AWS's texts. */
export function legacyExpectation(
  expected: { readonly [attribute: string]: ExpectedAttributeValue },
  operator: ConditionalOperator | undefined,
): Condition {
  const parts = Object.entries(expected).map(([attribute, expectation]) =>
    expectationOf(attribute, expectation),
  );
  return joined(parts, operator);
}

/** `ConditionalOperator` needs at least two conditions. */
export function assertConditionalOperator(
  operator: ConditionalOperator | undefined,
  conditions: object | undefined,
): void {
  if (operator === undefined) return;
  const count = Object.keys(conditions ?? {}).length;
  if (count === 0) throw invalid('ConditionalOperator cannot be used without Filter or Expected');
  if (count === 1) {
    throw invalid(
      'ConditionalOperator can only be used when Filter or Expected has two or more elements',
    );
  }
}

function joined(parts: readonly Condition[], operator: ConditionalOperator | undefined): Condition {
  return { kind: operator === 'OR' ? 'or' : 'and', parts };
}

/** One attribute's condition. Errors: `ValidationException` with AWS's texts. */
export function legacyCondition(attribute: string, condition: LegacyCondition): Condition {
  const operator = condition.ComparisonOperator;
  const values = checkedArguments(operator, condition.AttributeValueList ?? []);
  const path = { attribute, steps: [] };
  const operand: Operand = { kind: 'path', path };
  const operands = values.map((value): Operand => ({ kind: 'value', value }));
  if (operator === 'NULL') return { kind: 'missing', path };
  if (operator === 'NOT_NULL') return { kind: 'exists', path };
  if (operator === 'IN') return { kind: 'in', operand, choices: operands };
  const [first, second] = operands;
  if (first === undefined) throw new TypeError(`${operator} has an argument`);
  const comparator = COMPARATORS.get(operator);
  if (comparator !== undefined) {
    return { kind: 'compare', comparator, left: operand, right: first };
  }
  if (operator === 'BEGINS_WITH') return { kind: 'begins', operand, prefix: first };
  if (second !== undefined) return { kind: 'between', operand, low: first, high: second };
  const contains: Condition = { kind: 'contains', operand, part: first };
  return operator === 'CONTAINS' ? contains : { kind: 'not', part: contains };
}

function checkedArguments(
  operator: ComparisonOperator,
  supplied: readonly AttributeValue[],
): readonly Value[] {
  const values = supplied.map(checkedValue);
  const { least, most, types } = OPERATORS[operator];
  if (values.length < least || values.length > most) {
    throw invalidParameter(`Invalid number of argument(s) for the ${operator} ComparisonOperator`);
  }
  const [first, second] = values;
  if (first !== undefined && values.some((value) => typeOf(value) !== typeOf(first))) {
    throw invalidParameter('AttributeValues inside AttributeValueList must be of same type');
  }
  for (const value of values) {
    if (types === undefined || types.includes(typeOf(value))) continue;
    throw invalidParameter(
      `ComparisonOperator ${operator} is not valid for ${typeOf(value)} AttributeValue type`,
    );
  }
  const isBackwards =
    operator === 'BETWEEN' &&
    first !== undefined &&
    second !== undefined &&
    (compareValues(first, second) ?? 0) > 0;
  if (isBackwards) {
    throw invalid(
      'The BETWEEN condition was provided a range where the lower bound is greater than the ' +
        'upper bound',
    );
  }
  return values;
}

function expectationOf(attribute: string, expectation: ExpectedAttributeValue): Condition {
  const { ComparisonOperator, AttributeValueList, Exists, Value: value } = expectation;
  if (AttributeValueList !== undefined && value !== undefined) {
    throw invalidParameter(
      `Value and AttributeValueList cannot be used together for Attribute: ${attribute}`,
    );
  }
  if (ComparisonOperator === undefined) return existenceOf(attribute, expectation);
  if (Exists !== undefined) {
    throw invalidParameter(
      `Exists and ComparisonOperator cannot be used together for Attribute: ${attribute}`,
    );
  }
  const list = value === undefined ? AttributeValueList : [value];
  if (list === undefined && OPERATORS[ComparisonOperator].least > 0) {
    throw invalidParameter(
      'Value or AttributeValueList must be used with ComparisonOperator: ' +
        `${ComparisonOperator} for Attribute: ${attribute}`,
    );
  }
  return legacyCondition(attribute, { ComparisonOperator, AttributeValueList: list });
}

function existenceOf(
  attribute: string,
  { AttributeValueList, Exists, Value: value }: ExpectedAttributeValue,
): Condition {
  if (AttributeValueList !== undefined) {
    throw invalidParameter(
      `AttributeValueList can only be used with a ComparisonOperator for Attribute: ${attribute}`,
    );
  }
  if (Exists === false) {
    if (value === undefined) return { kind: 'missing', path: { attribute, steps: [] } };
    throw invalidParameter(`Value cannot be used when Exists is false for Attribute: ${attribute}`);
  }
  if (value === undefined) {
    throw invalidParameter(
      `Value must be provided when Exists is ${Exists ?? 'null'} for Attribute: ${attribute}`,
    );
  }
  return legacyCondition(attribute, { ComparisonOperator: 'EQ', AttributeValueList: [value] });
}
