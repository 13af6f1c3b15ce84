import { expect, test } from 'vitest';
import { meets } from '../../../../../src/services/dynamodb/domain/expressions/conditions.ts';
import {
  requestedCondition,
  requestedProjection,
  requestedUpdate,
} from '../../../../../src/services/dynamodb/domain/expressions/item-requests.ts';
import { legacyFilter } from '../../../../../src/services/dynamodb/domain/expressions/legacy-conditions.ts';
import { updatedItem } from '../../../../../src/services/dynamodb/domain/expressions/updates.ts';
import type { Item } from '../../../../../src/services/dynamodb/domain/values.ts';
import { refusal } from './compiled.ts';

const ITEM: Item = {
  num: { N: '5' },
  txt: { S: 'banana' },
  ss: { SS: ['x'] },
  els: { L: [{ S: 'a' }] },
};

type Filter = Parameters<typeof legacyFilter>[0];

const HOLDS: readonly (readonly [Filter, boolean])[] = [
  [{ num: { ComparisonOperator: 'EQ', AttributeValueList: [{ N: '5.0' }] } }, true],
  [{ num: { ComparisonOperator: 'NE', AttributeValueList: [{ N: '5' }] } }, false],
  [{ num: { ComparisonOperator: 'LE', AttributeValueList: [{ N: '5' }] } }, true],
  [{ num: { ComparisonOperator: 'LT', AttributeValueList: [{ N: '5' }] } }, false],
  [{ num: { ComparisonOperator: 'GE', AttributeValueList: [{ N: '5' }] } }, true],
  [{ num: { ComparisonOperator: 'GT', AttributeValueList: [{ N: '5' }] } }, false],
  [{ num: { ComparisonOperator: 'BETWEEN', AttributeValueList: [{ N: '1' }, { N: '5' }] } }, true],
  [{ num: { ComparisonOperator: 'IN', AttributeValueList: [{ N: '1' }, { N: '5' }] } }, true],
  [{ txt: { ComparisonOperator: 'CONTAINS', AttributeValueList: [{ S: 'nan' }] } }, true],
  [{ ss: { ComparisonOperator: 'CONTAINS', AttributeValueList: [{ S: 'x' }] } }, true],
  [{ txt: { ComparisonOperator: 'NOT_CONTAINS', AttributeValueList: [{ S: 'nan' }] } }, false],
  [{ txt: { ComparisonOperator: 'BEGINS_WITH', AttributeValueList: [{ S: 'ban' }] } }, true],
  [{ none: { ComparisonOperator: 'NULL' } }, true],
  [{ none: { ComparisonOperator: 'NOT_NULL' } }, false],
  // Any name may stand here: no word is reserved, no dot leads anywhere.
  [{ 'num.a': { ComparisonOperator: 'NULL' }, name: { ComparisonOperator: 'NULL' } }, true],
];

test.each(HOLDS)('%j is %s', (filter, holds) => {
  expect(meets(ITEM, legacyFilter(filter, undefined))).toBe(holds);
});

test('conditions are joined as ConditionalOperator says', () => {
  const Expected = { num: { Value: { N: '5' } }, txt: { Exists: false } };
  const joined = (ConditionalOperator: 'AND' | 'OR') => {
    const condition = requestedCondition({ Expected, ConditionalOperator });
    return condition !== undefined && meets(ITEM, condition);
  };
  expect([joined('AND'), joined('OR')]).toEqual([false, true]);
});

const invalid = 'One or more parameter values were invalid: ';
const EXPECTED_REFUSED: readonly (readonly [Parameters<typeof requestedCondition>[0], string])[] = [
  [
    { Expected: { a: {} } },
    `${invalid}Value must be provided when Exists is null for Attribute: a`,
  ],
  [
    { Expected: { a: { Exists: true } } },
    `${invalid}Value must be provided when Exists is true for Attribute: a`,
  ],
  [
    { Expected: { a: { Exists: false, Value: { S: 'x' } } } },
    `${invalid}Value cannot be used when Exists is false for Attribute: a`,
  ],
  [
    { Expected: { a: { Value: { S: 'x' }, AttributeValueList: [] } } },
    `${invalid}Value and AttributeValueList cannot be used together for Attribute: a`,
  ],
  [
    { Expected: { a: { AttributeValueList: [{ S: 'x' }] } } },
    `${invalid}AttributeValueList can only be used with a ComparisonOperator for Attribute: a`,
  ],
  [
    { Expected: { a: { ComparisonOperator: 'GT' } } },
    `${invalid}Value or AttributeValueList must be used with ComparisonOperator: GT for Attribute: a`,
  ],
  [
    { Expected: { a: { ComparisonOperator: 'NULL', Exists: true } } },
    `${invalid}Exists and ComparisonOperator cannot be used together for Attribute: a`,
  ],
  [
    { Expected: { a: { ComparisonOperator: 'EQ', AttributeValueList: [] } } },
    `${invalid}Invalid number of argument(s) for the EQ ComparisonOperator`,
  ],
  [
    {
      Expected: {
        a: { ComparisonOperator: 'IN', AttributeValueList: [{ S: 'x' }, { N: '1' }] },
      },
    },
    `${invalid}AttributeValues inside AttributeValueList must be of same type`,
  ],
  [
    {
      Expected: {
        a: { ComparisonOperator: 'BETWEEN', AttributeValueList: [{ N: '2' }, { N: '1' }] },
      },
    },
    'The BETWEEN condition was provided a range where the lower bound is greater than the upper bound',
  ],
  [{ ConditionalOperator: 'OR' }, 'ConditionalOperator cannot be used without Filter or Expected'],
  [
    { Expected: { a: { Exists: false } }, ConditionExpression: 'attribute_exists(a)' },
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}',
  ],
  [
    { ExpressionAttributeNames: { '#a': 'a' } },
    'ExpressionAttributeNames can only be specified when using expressions',
  ],
  [
    { ExpressionAttributeValues: { ':a': { S: 'a' } } },
    'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
  ],
  [
    { ConditionExpression: 'attribute_exists(a)', ExpressionAttributeNames: { a: 'a' } },
    'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"',
  ],
  [
    { ConditionExpression: 'a = :a', ExpressionAttributeValues: {} },
    'ExpressionAttributeValues must not be empty',
  ],
  [
    { ConditionExpression: 'a = :a', ExpressionAttributeValues: { ':a': { N: 'x' } } },
    'ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a',
  ],
];

for (const [input, message] of EXPECTED_REFUSED) {
  test(`${JSON.stringify(input)} is refused`, () => {
    expect(refusal(() => requestedCondition(input))).toBe(message);
  });
}

type Updates = NonNullable<Parameters<typeof requestedUpdate>[0]['AttributeUpdates']>;

function updated(AttributeUpdates: Updates): Item {
  return updatedItem(ITEM, requestedUpdate({ AttributeUpdates }).update);
}

test('AttributeUpdates put, add and delete whole attributes', () => {
  expect(
    updated({
      num: { Action: 'ADD', Value: { N: '-1' } },
      fresh: { Value: { S: 'put' } },
      ss: { Action: 'DELETE', Value: { SS: ['x'] } },
      els: { Action: 'ADD', Value: { L: [{ S: 'b' }] } },
      txt: { Action: 'DELETE' },
      'a.b': { Action: 'ADD', Value: { SS: ['y'] } },
    }),
  ).toEqual({
    num: { N: '4' },
    fresh: { S: 'put' },
    els: { L: [{ S: 'a' }, { S: 'b' }] },
    'a.b': { SS: ['y'] },
  });
});

const UPDATES_REFUSED: readonly (readonly [Updates, string])[] = [
  [{ a: {} }, `${invalid}Only DELETE action is allowed when no attribute value is specified`],
  [
    { a: { Action: 'DELETE', Value: { S: 'x' } } },
    `${invalid}DELETE action with value is not supported for the type S`,
  ],
  [
    { a: { Action: 'ADD', Value: { S: 'x' } } },
    `${invalid}ADD action is not supported for the type S`,
  ],
  [{ txt: { Action: 'ADD', Value: { N: '1' } } }, 'Type mismatch for attribute to update'],
  [{ num: { Action: 'DELETE', Value: { SS: ['x'] } } }, 'Type mismatch for attribute to update'],
];

for (const [updates, message] of UPDATES_REFUSED) {
  test(`${JSON.stringify(updates)} is refused`, () => {
    expect(refusal(() => updated(updates))).toBe(message);
  });
}

test('AttributesToGet names attributes, each once', () => {
  expect(requestedProjection({ AttributesToGet: ['a.b', 'name'] })).toEqual([
    { attribute: 'a.b', steps: [] },
    { attribute: 'name', steps: [] },
  ]);
  expect(refusal(() => requestedProjection({ AttributesToGet: ['a', 'a'] }))).toBe(
    `${invalid}Duplicate value in attribute name: a`,
  );
});

test('every table ran', () => {
  expect([HOLDS.length, EXPECTED_REFUSED.length, UPDATES_REFUSED.length]).toEqual([15, 17, 5]);
});
