import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCondition } from '../../../../../src/services/dynamodb/domain/expressions/condition-parser.ts';
import type {
  ConditionSyntax,
  OperandSyntax,
  PathSyntax,
} from '../../../../../src/services/dynamodb/domain/expressions/syntax.ts';
import type { Item } from '../../../../../src/services/dynamodb/domain/values.ts';
import { met, type Values } from './compiled.ts';

const ITEM: Item = {
  txt: { S: 'banana' },
  num: { N: '10' },
  bin: { B: new Uint8Array([1, 2, 3]) },
  yes: { BOOL: true },
  nil: { NULL: true },
  ss: { SS: ['x', 'y'] },
  ns: { NS: ['1', '2'] },
  bs: { BS: [new Uint8Array([9])] },
  els: { L: [{ S: 'first' }, { M: { deep: { N: '7' } } }] },
  doc: { M: { nested: { M: { leaf: { S: 'v' } } } } },
};

const TRUE: readonly (readonly [string, Values?])[] = [
  ['txt = :v', { ':v': { S: 'banana' } }],
  [':v = txt', { ':v': { S: 'banana' } }],
  ['num = :v', { ':v': { N: '10.0' } }],
  ['num < :v', { ':v': { N: '10.5' } }],
  ['num >= :v', { ':v': { N: '10' } }],
  ['num > :v', { ':v': { N: '9' } }],
  ['num BETWEEN :v AND :w', { ':v': { N: '9' }, ':w': { N: '10' } }],
  [':v BETWEEN num AND :w', { ':v': { N: '10' }, ':w': { N: '11' } }],
  ['bin > :v', { ':v': { B: new Uint8Array([1, 2]) } }],
  ['ss = :v', { ':v': { SS: ['y', 'x'] } }],
  ['nil = :v', { ':v': { NULL: true } }],
  ['absent <> :v', { ':v': { S: 'x' } }],
  ['txt <> :v', { ':v': { N: '1' } }],
  ['NOT txt < :v', { ':v': { N: '1' } }],
  ['txt IN (:v, :w)', { ':v': { S: 'apple' }, ':w': { S: 'banana' } }],
  ['attribute_exists(doc.nested.leaf)'],
  ['attribute_not_exists(doc.nested.none1)'],
  ['attribute_not_exists(els[2])'],
  ['attribute_exists(els[1].deep)'],
  ['attribute_type(els, :v)', { ':v': { S: 'L' } }],
  ['begins_with(txt, :v)', { ':v': { S: 'ban' } }],
  ['begins_with(bin, :v)', { ':v': { B: new Uint8Array([1]) } }],
  ['contains(txt, :v)', { ':v': { S: 'nan' } }],
  ['contains(bin, :v)', { ':v': { B: new Uint8Array([2, 3]) } }],
  ['contains(ss, :v)', { ':v': { S: 'x' } }],
  ['contains(ns, :v)', { ':v': { N: '2.0' } }],
  ['contains(bs, :v)', { ':v': { B: new Uint8Array([9]) } }],
  ['contains(els, :v)', { ':v': { S: 'first' } }],
  ['size(txt) = :v', { ':v': { N: '6' } }],
  ['size(els) < size(bin)'],
  ['size(doc) = :v', { ':v': { N: '1' } }],
  ['attribute_exists(absent) OR attribute_exists(num) AND attribute_exists(txt)'],
];

for (const [text, values] of TRUE) {
  test(`${text} is true`, () => {
    expect(met(ITEM, text, values)).toBe(true);
  });
}

const FALSE: readonly (readonly [string, Values?])[] = [
  ['absent = :v', { ':v': { S: 'x' } }],
  ['absent < :v', { ':v': { S: 'x' } }],
  ['txt < :v', { ':v': { N: '1' } }],
  ['num = :v', { ':v': { S: '10' } }],
  ['contains(ss, :v)', { ':v': { N: '1' } }],
  ['contains(num, :v)', { ':v': { N: '1' } }],
  ['begins_with(num, :v)', { ':v': { S: '1' } }],
  ['size(num) = :v', { ':v': { N: '2' } }],
  ['size(absent) >= :v', { ':v': { N: '0' } }],
  ['absent BETWEEN :v AND :w', { ':v': { N: '1' }, ':w': { N: '2' } }],
  ['attribute_type(txt, :v)', { ':v': { S: 'N' } }],
  ['attribute_exists(txt.nested)'],
  ['attribute_exists(doc[0])'],
  ['(attribute_exists(absent) OR attribute_exists(num)) AND attribute_exists(absent)'],
  ['attribute_exists(constructor1)'],
];

for (const [text, values] of FALSE) {
  test(`${text} is false`, () => {
    expect(met(ITEM, text, values)).toBe(false);
  });
}

test('both tables ran', () => {
  expect([TRUE.length, FALSE.length]).toEqual([32, 15]);
});

/** Prints a syntax tree with as many parentheses as it needs, and none more. */
function printed(condition: ConditionSyntax): string {
  switch (condition.kind) {
    case 'or':
      return condition.parts.map(printed).join(' OR ');
    case 'and':
      return condition.parts.map((part) => grouped(part, part.kind === 'or')).join(' AND ');
    case 'not':
      return `NOT ${grouped(condition.part, condition.part.kind === 'or' || condition.part.kind === 'and')}`;
    case 'compare':
      return `${operand(condition.left)}${condition.comparator}${operand(condition.right)}`;
    case 'between':
      return `${operand(condition.operand)} BETWEEN ${operand(condition.low)} AND ${operand(condition.high)}`;
    case 'in':
      return `${operand(condition.operand)} IN (${condition.choices.map(operand).join(' , ')})`;
    case 'call':
      return operand(condition);
  }
}

function grouped(condition: ConditionSyntax, needed: boolean): string {
  return needed ? `( ${printed(condition)} )` : printed(condition);
}

function operand(syntax: OperandSyntax): string {
  if (syntax.kind === 'value') return syntax.name;
  if (syntax.kind === 'call') return `${syntax.name} (${syntax.operands.map(operand).join(',')})`;
  return syntax.steps
    .map((step, index) => {
      if (step.kind === 'index') return ` [${step.digits}]`;
      return index === 0 ? step.name : `.${step.name}`;
    })
    .join('');
}

const names = fc.constantFrom('a', 'b2', 'c_d', 'Zz');
const paths: fc.Arbitrary<PathSyntax> = fc
  .tuple(
    names,
    fc.array(
      fc.oneof(
        names.map((name) => ({ kind: 'name', name }) as const),
        names.map((name) => ({ kind: 'placeholder', name: `#${name}` }) as const),
        fc.nat(20).map((index) => ({ kind: 'index', digits: String(index) }) as const),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([name, rest]) => ({ kind: 'path', steps: [{ kind: 'name', name }, ...rest] }));
const operands: fc.Arbitrary<OperandSyntax> = fc.oneof(
  paths,
  names.map((name): OperandSyntax => ({ kind: 'value', name: `:${name}` })),
  paths.map((path): OperandSyntax => ({ kind: 'call', name: 'size', operands: [path] })),
);
const conditions = fc.letrec<{ condition: ConditionSyntax; leaf: ConditionSyntax }>((tie) => ({
  leaf: fc.oneof(
    fc.tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), operands, operands).map(
      ([comparator, left, right]): ConditionSyntax => ({
        kind: 'compare',
        comparator,
        left,
        right,
      }),
    ),
    fc.tuple(operands, operands, operands).map(
      ([first, low, high]): ConditionSyntax => ({
        kind: 'between',
        operand: first,
        low,
        high,
      }),
    ),
    fc
      .tuple(operands, fc.array(operands, { minLength: 1, maxLength: 3 }))
      .map(([first, choices]): ConditionSyntax => ({ kind: 'in', operand: first, choices })),
    fc
      .array(operands, { minLength: 1, maxLength: 2 })
      .map((list): ConditionSyntax => ({ kind: 'call', name: 'contains', operands: list })),
  ),
  condition: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    tie('condition').map((part): ConditionSyntax => ({ kind: 'not', part })),
    fc
      .tuple(
        fc.constantFrom('and', 'or'),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      )
      .map(
        ([kind, parts]): ConditionSyntax => ({
          kind,
          // Chains of one keyword are one list.
          parts: parts.flatMap((part) =>
            part.kind === kind && (part.kind === 'and' || part.kind === 'or') ? part.parts : [part],
          ),
        }),
      ),
  ),
})).condition;

test('a printed condition is parsed as it was', () => {
  fc.assert(
    fc.property(conditions, (condition) => {
      const text = printed(condition);
      fc.pre(text.length < 4000);
      expect(parseCondition(text)).toEqual(condition);
    }),
  );
});
