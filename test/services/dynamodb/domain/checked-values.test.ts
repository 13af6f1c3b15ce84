import { expect, test } from 'vitest';
import type { AttributeValue } from '../../../../models/dynamodb/types.ts';
import {
  assertDepths,
  checkedItem,
  checkedValue,
} from '../../../../src/services/dynamodb/domain/checked-values.ts';
import { attributeOf, itemOf, pick } from '../../../../src/services/dynamodb/domain/values.ts';

const invalid = 'One or more parameter values were invalid: ';
const bytes = (...values: number[]) => new Uint8Array(values);

const REFUSED: readonly (readonly [AttributeValue, string])[] = [
  [{}, 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'],
  [
    { S: 'a', N: '1' },
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  ],
  [{ SS: [] }, `${invalid}An string set  may not be empty`],
  [{ NS: [] }, `${invalid}An number set  may not be empty`],
  [{ BS: [] }, `${invalid}Binary sets should not be empty`],
  [{ SS: ['a', 'b', 'a'] }, `${invalid}Input collection [a, b, a] contains duplicates.`],
  [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
  [
    { BS: [bytes(1), bytes(1)] },
    `${invalid}Input collection [AQ==, AQ==]of type BS contains duplicates.`,
  ],
  [{ N: '' }, 'The parameter cannot be converted to a numeric value'],
  [{ N: 'b' }, 'The parameter cannot be converted to a numeric value: b'],
  [
    { N: '123456789012345678901234567890123456789' },
    'Attempting to store more than 38 significant digits in a Number',
  ],
  [
    { N: '1e126' },
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  ],
  [
    { NS: ['1e-131'] },
    'Number underflow. Attempting to store a number with magnitude smaller than supported range',
  ],
  [{ M: { inner: { SS: [] } } }, `${invalid}An string set  may not be empty`],
  [
    { L: [{ S: 'a' }, {}] },
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ],
];

test.each(REFUSED)('%j is refused', (value, message) => {
  expect(() => checkedValue(value)).toThrow(
    expect.objectContaining({ code: 'ValidationException', message }),
  );
});

test('every refusal ran', () => {
  expect(REFUSED.length).toBe(15);
});

test('what DynamoDB takes is kept, in its own writing', () => {
  expect(checkedValue({ S: '' })).toEqual({ S: '' });
  expect(checkedValue({ B: bytes() })).toEqual({ B: bytes() });
  expect(checkedValue({ NULL: false })).toEqual({ NULL: true });
  expect(checkedValue({ NS: ['1.50', '-0'] })).toEqual({ NS: ['1.5', '0'] });
  expect(checkedValue({ M: {} })).toEqual({ M: {} });
  expect(checkedValue({ L: [{ SS: [''] }] })).toEqual({ L: [{ SS: [''] }] });
});

test('values are at most 32 levels deep', () => {
  const nested = (levels: number): AttributeValue =>
    levels === 1 ? { S: 'leaf' } : { M: { n: nested(levels - 1) } };
  const message =
    'Nesting Levels have exceeded supported limits: ' +
    'Attributes in the item have nested levels beyond supported limit';
  const deepest = checkedItem({ data: nested(32) });
  expect(() => checkedItem({ data: nested(33) })).toThrow(message);
  assertDepths(deepest);
  expect(() => assertDepths({ more: { L: [deepest['data'] ?? { S: '' }] } })).toThrow(message);
});

test('attributes may have the names of what objects inherit', () => {
  const item = itemOf([
    ['__proto__', { S: 'a' }],
    ['b', { S: 'b' }],
  ]);
  expect(attributeOf(item, '__proto__')).toEqual({ S: 'a' });
  expect(attributeOf(item, 'constructor')).toBeUndefined();
  expect(Object.keys(pick(item, ['__proto__', 'toString']))).toEqual(['__proto__']);
});
