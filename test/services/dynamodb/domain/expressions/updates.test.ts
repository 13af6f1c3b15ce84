import { expect, test } from 'vitest';
import type { Item } from '../../../../../src/services/dynamodb/domain/values.ts';
import { part, refusal, updated, type Values } from './compiled.ts';

const ITEM: Item = {
  num: { N: '10' },
  txt: { S: 'a' },
  els: { L: [{ S: '0' }, { S: '1' }, { S: '2' }] },
  doc: { M: { num: { N: '1' }, els: { L: [{ L: [{ S: 'x' }, { S: 'y' }] }, { S: 'z' }] } } },
  ss: { SS: ['x', 'y'] },
  ns: { NS: ['1'] },
  bs: { BS: [new Uint8Array([1])] },
};

/** Update, the attributes it leaves changed, values. */
const DONE: readonly (readonly [string, Item, Values?])[] = [
  ['SET num = num + :v', { num: { N: '10.1' } }, { ':v': { N: '0.1' } }],
  ['SET num = :v - num', { num: { N: '-9' } }, { ':v': { N: '1' } }],
  ['SET num = (num) + (:v)', { num: { N: '11' } }, { ':v': { N: '1' } }],
  ['SET txt = other_text, num = :v', {}, { ':v': { N: '10' } }],
  ['SET fresh = if_not_exists(fresh, :v)', { fresh: { N: '1' } }, { ':v': { N: '1' } }],
  ['SET num = if_not_exists(num, :v) + :v', { num: { N: '11' } }, { ':v': { N: '1' } }],
  [
    'SET els = list_append(els, :v)',
    { els: { L: [{ S: '0' }, { S: '1' }, { S: '2' }, { S: '3' }] } },
    { ':v': { L: [{ S: '3' }] } },
  ],
  [
    'SET fresh = list_append(if_not_exists(fresh, :v), :v)',
    { fresh: { L: [{ S: '3' }, { S: '3' }] } },
    { ':v': { L: [{ S: '3' }] } },
  ],
  [
    'SET els[1] = :v, els[9] = :w, els[7] = :v',
    { els: { L: [{ S: '0' }, { S: 'v' }, { S: '2' }, { S: 'v' }, { S: 'w' }] } },
    { ':v': { S: 'v' }, ':w': { S: 'w' } },
  ],
  ['SET num = txt, txt = num', { num: { S: 'a' }, txt: { N: '10' } }],
  ['REMOVE els[2], els[0], num, nothing, els[7]', { els: { L: [{ S: '1' }] } }],
  [
    'REMOVE doc.els[0][0], doc.els[1]',
    { doc: { M: { num: { N: '1' }, els: { L: [{ L: [{ S: 'y' }] }] } } } },
  ],
  ['REMOVE els[0] SET els[1] = :v', { els: { L: [{ S: 'v' }, { S: '2' }] } }, { ':v': { S: 'v' } }],
  ['ADD num :v', { num: { N: '5' } }, { ':v': { N: '-5' } }],
  [
    'ADD fresh :v, doc.num :v',
    {
      fresh: { N: '2' },
      doc: { M: { num: { N: '3' }, els: { L: [{ L: [{ S: 'x' }, { S: 'y' }] }, { S: 'z' }] } } },
    },
    { ':v': { N: '2' } },
  ],
  ['ADD ss :v', { ss: { SS: ['x', 'y', 'z'] } }, { ':v': { SS: ['y', 'z'] } }],
  ['ADD ns :v', { ns: { NS: ['1', '2'] } }, { ':v': { NS: ['1.0', '2'] } }],
  ['DELETE ss :v', { ss: { SS: ['y'] } }, { ':v': { SS: ['x', 'q'] } }],
  ['DELETE bs :v', {}, { ':v': { BS: [new Uint8Array([1])] } }],
  ['DELETE fresh :v', {}, { ':v': { SS: ['x'] } }],
  [
    'DELETE ss :s ADD num :n SET txt = :t REMOVE ns',
    { ss: { SS: ['x'] }, num: { N: '11' }, txt: { S: 't' } },
    { ':s': { SS: ['y'] }, ':n': { N: '1' }, ':t': { S: 't' } },
  ],
];

/** Attributes that the updates above take away. */
const GONE: ReadonlyMap<number, readonly string[]> = new Map([
  [10, ['num']],
  [18, ['bs']],
  [20, ['ns']],
]);

for (const [index, [text, changed, values]] of DONE.entries()) {
  test(`${index}: ${text}`, () => {
    const item = { ...ITEM, other_text: { S: 'a' } };
    const left = Object.entries({ ...item, ...changed }).filter(
      ([name]) => !(GONE.get(index) ?? []).includes(name),
    );
    expect(updated(item, text, values)).toEqual(Object.fromEntries(left));
  });
}

const INVALID_PATH = 'The document path provided in the update expression is invalid for update';
const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';

/** Update, what it is refused with, values. */
const REFUSED: readonly (readonly [string, string, Values?])[] = [
  [
    'INVALID SYNTAX HERE',
    'Invalid UpdateExpression: Syntax error; token: "INVALID", near: "INVALID SYNTAX"',
  ],
  ['', 'Invalid UpdateExpression: The expression can not be empty;'],
  ['SET a = :v, b = :v,', 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: ","'],
  ['SET a = :v + :v + :v', 'Invalid UpdateExpression: Syntax error; token: "+", near: ":v + :v"'],
  [
    'SET name = :v',
    'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: name',
  ],
  [
    'SET a = :v SET b = :v',
    'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
  ],
  [
    'SET a = size(b)',
    'Invalid UpdateExpression: The function is not allowed in an update expression; function: size',
  ],
  [
    'SET a = if_not_exists(b)',
    'Invalid UpdateExpression: Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1',
  ],
  [
    'SET a = if_not_exists(:v, b)',
    'Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists',
  ],
  [
    'SET a = :nothing',
    'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :nothing',
  ],
  [
    'SET #a = :v',
    'Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a',
  ],
  [
    'SET a.b = :v REMOVE a',
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]',
  ],
  [
    'SET a = :v, a = :v',
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]',
  ],
  [
    'SET a.b = :v REMOVE a[1]',
    'Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]',
  ],
  [
    'SET a = list_append(a, :v)',
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: list_append, operand type: S',
  ],
  [
    'SET a = a + :v',
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S',
  ],
  [
    'ADD a :v',
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND',
  ],
  [
    'DELETE a :v',
    'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND',
    { ':v': { N: '1' } },
  ],
  [
    'SET a = nothing',
    'The provided expression refers to an attribute that does not exist in the item',
  ],
  ['SET nothing.b = :v', INVALID_PATH],
  ['SET txt.b = :v', INVALID_PATH],
  ['SET els.b = :v', INVALID_PATH],
  ['SET doc[0] = :v', INVALID_PATH],
  ['SET els[0].b = :v', INVALID_PATH],
  ['REMOVE nothing.b', INVALID_PATH],
  ['DELETE nothing.b :v', INVALID_PATH, { ':v': { SS: ['a'] } }],
  ['SET a = txt + :v', WRONG_TYPE, { ':v': { N: '1' } }],
  ['SET a = list_append(txt, :v)', WRONG_TYPE, { ':v': { L: [] } }],
  ['ADD txt :v', WRONG_TYPE, { ':v': { N: '1' } }],
  ['ADD ss :v', WRONG_TYPE, { ':v': { NS: ['1'] } }],
  ['DELETE ns :v', WRONG_TYPE, { ':v': { SS: ['1'] } }],
  [
    'SET num = :v + :v',
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
    { ':v': { N: '9.9e125' } },
  ],
];

for (const [text, message, values] of REFUSED) {
  test(`${text} is refused with ${message}`, () => {
    expect(refusal(() => updated(ITEM, text, values ?? { ':v': { S: 'x' } }))).toBe(message);
  });
}

test('both tables ran', () => {
  expect([DONE.length, REFUSED.length]).toEqual([21, 32]);
});

test('an update leaves the item it was made from alone', () => {
  const before = structuredClone(ITEM);
  updated(ITEM, 'SET doc.num = :v REMOVE els[0]', { ':v': { N: '5' } });
  expect(ITEM).toEqual(before);
});

test('an update makes nothing deeper than 32 levels', () => {
  const nested = (levels: number): Values[string] =>
    levels === 1 ? { S: 'leaf' } : { M: { n: nested(levels - 1) } };
  updated(ITEM, 'SET doc.n = :v', { ':v': nested(31) });
  expect(refusal(() => updated(ITEM, 'SET doc.n = :v', { ':v': nested(32) }))).toContain(
    'Nesting Levels have exceeded supported limits',
  );
});

test('a projection keeps maps and lists, and moves elements together', () => {
  expect(part(ITEM, 'num, doc.num, els[2], els[0], nothing, txt.b')).toEqual({
    num: { N: '10' },
    doc: { M: { num: { N: '1' } } },
    els: { L: [{ S: '0' }, { S: '2' }] },
  });
  expect(part(ITEM, '#d.#l[0][1]', { '#d': 'doc', '#l': 'els' })).toEqual({
    doc: { M: { els: { L: [{ L: [{ S: 'y' }] }] } } },
  });
  expect(refusal(() => part(ITEM, 'doc, doc.num'))).toBe(
    'Invalid ProjectionExpression: Two document paths overlap with each other; ' +
      'must remove or rewrite one of these paths; path one: [doc], path two: [doc, num]',
  );
  expect(refusal(() => part(ITEM, 'doc,'))).toBe(
    'Invalid ProjectionExpression: Syntax error; token: "<EOF>", near: ","',
  );
});
