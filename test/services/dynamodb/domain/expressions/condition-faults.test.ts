import { expect, test } from 'vitest';
import { met, type Names, refusal, type Values } from './compiled.ts';

const many = (count: number, separator: string, text: string) =>
  Array.from({ length: count }, () => text).join(separator);

/** Expression, what it is refused with, values, names. */
const REFUSED: readonly (readonly [string, string, Values?, Names?])[] = [
  ['', 'The expression can not be empty;'],
  ['foo', 'Syntax error; token: "<EOF>", near: "foo"'],
  ['attribute_not_exists(', 'Syntax error; token: "<EOF>", near: "("'],
  ['a = ', 'Syntax error; token: "<EOF>", near: "= "'],
  ['a = :v b', 'Syntax error; token: "b", near: ":v b"'],
  ['a == :v', 'Syntax error; token: "=", near: "== :v"'],
  ['a = 5', 'Syntax error; token: "5", near: "= 5"'],
  ['_a = :v', 'Syntax error; token: "_", near: "_a"'],
  ['a[01] = :v', 'Syntax error; token: "1", near: "01]"'],
  ['(a = :v', 'Syntax error; token: "<EOF>", near: ":v"'],
  ['a IN :v', 'Syntax error; token: ":v", near: "IN :v"'],
  ['a BETWEEN :v', 'Syntax error; token: "<EOF>", near: ":v"'],
  ['set = :v', 'Syntax error; token: "set", near: "set ="'],
  ['((a = :v))', 'The expression has redundant parentheses;'],
  ['((a)) = :v', 'The expression has redundant parentheses;'],
  ['(((a = :v)) AND b = :v', 'The expression has redundant parentheses;'],
  ['name = :v', 'Attribute name is a reserved keyword; reserved keyword: name'],
  ['a.Status = :v', 'Attribute name is a reserved keyword; reserved keyword: Status'],
  ['a[2147483648] = :v', 'List index is not within the allowable range; index: [2147483648]'],
  ['exists(a)', 'Invalid function name; function: exists'],
  ['Begins_With(a, :v)', 'Invalid function name; function: Begins_With'],
  ['size(a)', 'The function is not allowed to be used this way in an expression; function: size'],
  [
    'attribute_exists(a) = :v',
    'The function is not allowed to be used this way in an expression; function: attribute_exists',
  ],
  [
    'if_not_exists(a, :v)',
    'The function is not allowed in a condition expression; function: if_not_exists',
  ],
  [
    'begins_with(a)',
    'Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1',
  ],
  [
    '#a = :v',
    'An expression attribute name used in the document path is not defined; attribute name: #a',
  ],
  [
    'a = :w',
    'An expression attribute value used in expression is not defined; attribute value: :w',
  ],
  [
    'attribute_exists(:v)',
    'Operator or function requires a document path; operator or function: attribute_exists',
  ],
  [
    'contains(#a, data2)',
    'The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [data2]',
    { ':v': { S: 'x' } },
    { '#a': 'data2' },
  ],
  [
    'a.b[1] = a.b[1]',
    'The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a, b, [1]]',
  ],
  [
    'begins_with(a, :v)',
    'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    { ':v': { N: '1' } },
  ],
  [
    'a < :v',
    'Incorrect operand type for operator or function; operator or function: <, operand type: BOOL',
    { ':v': { BOOL: true } },
  ],
  [
    'size(:v) > :v',
    'Incorrect operand type for operator or function; operator or function: size, operand type: N',
    { ':v': { N: '1' } },
  ],
  [
    'attribute_type(a, :v)',
    'Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N',
    { ':v': { N: '1' } },
  ],
  [
    'attribute_type(a, :v)',
    'Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}',
    { ':v': { S: 'X' } },
  ],
  [
    'a BETWEEN :v AND :w',
    'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {S:a}, upper bound operand: AttributeValue: {N:1}',
    { ':v': { S: 'a' }, ':w': { N: '1' } },
  ],
  [
    'a BETWEEN :v AND :w',
    'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}',
    { ':v': { N: '2' }, ':w': { N: '1' } },
  ],
  [
    `a IN (${many(101, ',', ':v')})`,
    'The IN operator is provided with too many operands; number of operands: 101',
  ],
  [many(151, ' AND ', 'a = :v'), 'The expression contains too many operators; operator count: 301'],
  [
    `a${many(32, '', '.b')} = :v`,
    'The document path has too many nesting levels; nesting levels: 33',
  ],
  [
    `a = :v${' '.repeat(4091)}`,
    'Expression size has exceeded the maximum allowed size; expression size: 4097',
  ],
  [
    `${'('.repeat(2000)}a = :v${')'.repeat(2000)}`,
    'The expression has too many nesting levels; nesting levels: 351',
  ],
];

for (const [text, message, values, names] of REFUSED) {
  test(`${text.slice(0, 60)} is refused with ${message}`, () => {
    expect(refusal(() => met({}, text, values ?? { ':v': { S: 'x' } }, names))).toBe(
      `Invalid ConditionExpression: ${message}`,
    );
  });
}

test('every refusal ran', () => {
  expect(REFUSED.length).toBe(42);
});

const ALLOWED = [
  many(150, ' AND ', 'a = :v'),
  `a IN (${many(100, ',', ':v')})`,
  '(a = :v) AND (b = :v OR (c = :v))',
  '(a) = (:v)',
  'NOT NOT a = :v',
  'not a = :v And b BETWEEN :v and :v oR a in (:v)',
  `a${many(31, '', '.b')} = :v`,
  `a = :v${' '.repeat(4090)}`,
  'Session1 = :v',
];

test.each(ALLOWED)('%s is let through', (text) => {
  expect(met({}, text, { ':v': { S: 'x' } })).toBeTypeOf('boolean');
});
