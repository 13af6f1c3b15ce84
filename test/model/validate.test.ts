import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import type { CompactMember, CompactShape } from '../../src/model/compact.ts';
import { loadModel } from '../../src/model/load.ts';
import { ShapeTable } from '../../src/model/shape-table.ts';
import { compileValidator, validateInput, violationText } from '../../src/model/validate.ts';

const SHAPES = {
  Text: { t: 'string', min: 2, max: 4, pat: '[a-z]+' },
  Short: { t: 'string', max: 3 },
  Long: { t: 'string', min: 3 },
  Emoji: { t: 'string', min: 2, max: 3 },
  Color: { t: 'string', enum: ['RED', 'BLUE'] },
  Secret: { t: 'string', min: 8, sens: 1, pat: '[a-z]+' },
  Count: { t: 'integer', min: 1, max: 10 },
  Ratio: { t: 'double', min: 0, max: 1 },
  Bytes: { t: 'blob', min: 1, max: 4 },
  When: { t: 'timestamp' },
  Texts: { t: 'list', of: 'Text', max: 3 },
  Colors: { t: 'list', of: 'Color', min: 1 },
  Secrets: { t: 'list', of: 'Secret' },
  Grid: { t: 'list', of: 'Texts' },
  Tag: { t: 'structure', m: { Key: { s: 'Text', req: 1 }, Value: { s: 'Short' } } },
  Tags: { t: 'list', of: 'Tag', max: 2 },
  Labels: { t: 'map', key: 'Text', val: 'Short', max: 2 },
  Limits: { t: 'map', key: 'Short', val: 'Count' },
  Vault: { t: 'map', key: 'Short', val: 'Secret' },
  Hidden: { t: 'map', key: 'Secret', val: 'Tag' },
  TagsByName: { t: 'map', key: 'Short', val: 'Tags' },
  Choice: { t: 'union', m: { Name: { s: 'Text' }, Tag: { s: 'Tag' } } },
  Tree: { t: 'structure', m: { Name: { s: 'Text', req: 1 }, Next: { s: 'Tree' } } },
} satisfies Record<string, CompactShape>;

type Name = keyof typeof SHAPES;

/** What AWS says of `value` as the one member of an input; undefined where nothing is wrong. */
function said(
  shape: Name,
  value: unknown,
  member: Partial<CompactMember> = {},
): string | undefined {
  const table = new ShapeTable({
    ...SHAPES,
    Input: { t: 'structure', m: { Subject: { s: shape, ...member } } },
  });
  const violations = compileValidator(table.structure('Input'))({ Subject: value });
  return violations.length === 0 ? undefined : violationText(violations);
}

const AT = "at 'subject' failed to satisfy constraint:";
const one = (text: string): string => `1 validation error detected: ${text}`;
const TEXT =
  '[Member must have length less than or equal to 4, Member must have length greater than or equal to 2, ' +
  'Member must satisfy regular expression pattern: [a-z]+]';

const CASES: readonly (readonly [shape: Name, value: unknown, text: string | undefined])[] = [
  // Length.
  ['Text', 'ab', undefined],
  ['Text', 'abcd', undefined],
  ['Text', 'abcde', one(`Value 'abcde' ${AT} Member must have length less than or equal to 4`)],
  ['Text', 'a', one(`Value 'a' ${AT} Member must have length greater than or equal to 2`)],
  ['Short', '', undefined],
  ['Short', 'abcd', one(`Value 'abcd' ${AT} Member must have length less than or equal to 3`)],
  ['Long', 'ab', one(`Value 'ab' ${AT} Member must have length greater than or equal to 3`)],
  ['Long', 'a'.repeat(5_000), undefined],
  // Characters are code points.
  ['Emoji', '😀😀😀', undefined],
  ['Emoji', '😀😀', undefined],
  ['Emoji', '😀', one(`Value '😀' ${AT} Member must have length greater than or equal to 2`)],
  [
    'Emoji',
    '😀😀a😀',
    one(`Value '😀😀a😀' ${AT} Member must have length less than or equal to 3`),
  ],
  // Pattern and enumeration.
  ['Text', 'a1', one(`Value 'a1' ${AT} Member must satisfy regular expression pattern: [a-z]+`)],
  [
    'Text',
    'ab\n',
    one(`Value 'ab\n' ${AT} Member must satisfy regular expression pattern: [a-z]+`),
  ],
  ['Color', 'BLUE', undefined],
  ['Color', 'red', one(`Value 'red' ${AT} Member must satisfy enum value set: [RED, BLUE]`)],
  [
    'Color',
    'toString',
    one(`Value 'toString' ${AT} Member must satisfy enum value set: [RED, BLUE]`),
  ],
  // Range.
  ['Count', 1, undefined],
  ['Count', 10, undefined],
  ['Count', 0, one(`Value '0' ${AT} Member must have value greater than or equal to 1`)],
  ['Count', 11, one(`Value '11' ${AT} Member must have value less than or equal to 10`)],
  ['Ratio', 1, undefined],
  ['Ratio', 1.5, one(`Value '1.5' ${AT} Member must have value less than or equal to 1`)],
  ['Ratio', -0.5, one(`Value '-0.5' ${AT} Member must have value greater than or equal to 0`)],
  // Blobs are never echoed.
  ['Bytes', new Uint8Array(4), undefined],
  [
    'Bytes',
    new Uint8Array(),
    one(`Value ${AT} Member must have length greater than or equal to 1`),
  ],
  ['Bytes', new Uint8Array(5), one(`Value ${AT} Member must have length less than or equal to 4`)],
  ['When', new Date(0), undefined],
  // Secrets are never echoed, wherever they stand.
  ['Secret', 'hunter2x', one(`Value ${AT} Member must satisfy regular expression pattern: [a-z]+`)],
  [
    'Secrets',
    ['hunter'],
    one(
      `Value ${AT} Member must satisfy constraint: [Member must have length greater than or equal to 8, ` +
        'Member must satisfy regular expression pattern: [a-z]+]',
    ),
  ],
  [
    'Vault',
    { a: 'hunter' },
    one(
      `Value ${AT} Map value must satisfy constraint: [Member must have length greater than or equal to 8, ` +
        'Member must satisfy regular expression pattern: [a-z]+]',
    ),
  ],
  [
    'Hidden',
    { hunterrr: { Key: 'a' } },
    one(
      "Value at 'subject.member.key' failed to satisfy constraint: " +
        'Member must have length greater than or equal to 2',
    ),
  ],
  // Lists.
  ['Texts', [], undefined],
  ['Texts', ['ab', 'cd'], undefined],
  [
    'Texts',
    ['ab', 'ab', 'ab', 'ab'],
    one(`Value '[ab, ab, ab, ab]' ${AT} Member must have length less than or equal to 3`),
  ],
  ['Texts', ['ab', 'a1'], one(`Value '[ab, a1]' ${AT} Member must satisfy constraint: ${TEXT}`)],
  ['Texts', ['A', 'B'], one(`Value '[A, B]' ${AT} Member must satisfy constraint: ${TEXT}`)],
  ['Colors', [], one(`Value '[]' ${AT} Member must have length greater than or equal to 1`)],
  [
    'Colors',
    ['RED', 'GREEN'],
    one(
      `Value '[RED, GREEN]' ${AT} Member must satisfy constraint: [Member must satisfy enum value set: [RED, BLUE]]`,
    ),
  ],
  [
    'Grid',
    [['ab'], ['ab', 'A']],
    one(
      "Value '[ab, A]' at 'subject.2.member' failed to satisfy constraint: " +
        `Member must satisfy constraint: ${TEXT}`,
    ),
  ],
  [
    'Grid',
    [['ab', 'ab', 'ab', 'ab']],
    one(
      `Value '[[ab, ab, ab, ab]]' ${AT} Member must satisfy constraint: ` +
        '[Member must have length less than or equal to 3]',
    ),
  ],
  // Structures inside lists have a path of their own, and are not echoed whole.
  [
    'Tags',
    [{ Key: 'ab' }, { Key: 'ab', Value: 'abcd' }],
    one(
      "Value 'abcd' at 'subject.2.member.value' failed to satisfy constraint: " +
        'Member must have length less than or equal to 3',
    ),
  ],
  [
    'Tags',
    [{ Value: 'a' }],
    one(
      "Value null at 'subject.1.member.key' failed to satisfy constraint: Member must not be null",
    ),
  ],
  [
    'Tags',
    [{ Key: 'ab' }, { Key: 'ab' }, { Key: 'ab' }],
    one(`Value ${AT} Member must have length less than or equal to 2`),
  ],
  // Maps.
  ['Labels', { ab: 'x' }, undefined],
  [
    'Labels',
    { ab: '', cd: '', ef: '' },
    one(`Value '{ab=, cd=, ef=}' ${AT} Member must have length less than or equal to 2`),
  ],
  ['Labels', { A: 'x' }, one(`Value '{A=x}' ${AT} Map keys must satisfy constraint: ${TEXT}`)],
  [
    'Labels',
    { ab: 'long' },
    one(
      `Value '{ab=long}' ${AT} Map value must satisfy constraint: [Member must have length less than or equal to 3]`,
    ),
  ],
  [
    'Limits',
    { a: 0 },
    one(
      `Value '{a=0}' ${AT} Map value must satisfy constraint: [Member must have value less than or equal to 10, ` +
        'Member must have value greater than or equal to 1]',
    ),
  ],
  [
    'Labels',
    Object.fromEntries([['__proto__', 'x']]),
    one(`Value '{__proto__=x}' ${AT} Map keys must satisfy constraint: ${TEXT}`),
  ],
  [
    'TagsByName',
    { a: [{ Key: 'a' }] },
    one(
      "Value 'a' at 'subject.a.member.1.member.key' failed to satisfy constraint: " +
        'Member must have length greater than or equal to 2',
    ),
  ],
  // Unions and recursion.
  [
    'Choice',
    { Name: 'a' },
    one(
      "Value 'a' at 'subject.name' failed to satisfy constraint: Member must have length greater than or equal to 2",
    ),
  ],
  [
    'Tree',
    { Name: 'ab', Next: { Name: 'ab', Next: {} } },
    one(
      "Value null at 'subject.next.next.name' failed to satisfy constraint: Member must not be null",
    ),
  ],
];

describe('the validator', () => {
  test('tells each broken constraint in the words of AWS', () => {
    for (const [shape, value, text] of CASES) {
      expect(said(shape, value), `${shape} ${String(value)}`).toBe(text);
    }
    expect(CASES).toHaveLength(53);
  });

  test('tells an absent required member, without quotes, and a secret one without its value', () => {
    const absent = 'failed to satisfy constraint: Member must not be null';
    expect(said('Text', undefined, { req: 1 })).toBe(one(`Value null at 'subject' ${absent}`));
    expect(said('Text', null, { req: 1 })).toBe(one(`Value null at 'subject' ${absent}`));
    expect(said('Secret', undefined, { req: 1 })).toBe(one(`Value at 'subject' ${absent}`));
    expect(said('Text', undefined)).toBeUndefined();
  });

  test('keeps quiet about a member that is secret where its shape is not', () => {
    expect(said('Text', 'A', { sens: 1 })).not.toContain('A ');
    expect(said('Labels', { A: 'shhhh' }, { sens: 1 })).not.toContain('shhhh');
    expect(said('Tags', [{ Key: 'S3CRET' }], { sens: 1 })).not.toContain('S3CRET');
  });

  test('joins several errors with semicolons and counts them', () => {
    expect(said('Text', 'ABCDE')).toBe(
      `2 validation errors detected: Value 'ABCDE' ${AT} Member must have length less than or equal to 4; ` +
        `Value 'ABCDE' ${AT} Member must satisfy regular expression pattern: [a-z]+`,
    );
  });

  test('cuts long echoes and long lists of errors', () => {
    expect(said('Text', 'x'.repeat(1_000_000))?.length).toBeLessThan(1_300);
    const bad = Array.from({ length: 500 }, () => ({ Key: 'A'.repeat(500) }));
    expect(said('Tags', bad)?.length).toBeLessThan(30_000);
  });

  test('stops at a depth no decoder lets through', () => {
    let tree: object = {};
    for (let level = 0; level < 10_000; level += 1) tree = { Name: 'ab', Next: tree };
    expect(said('Tree', tree)).toBeUndefined();
  });

  test('throws the service error of the code it is given', () => {
    const encrypt = loadModel('kms').operations.get('Encrypt');
    if (encrypt === undefined) throw new Error('kms has Encrypt');
    const attempt = (): void =>
      validateInput(encrypt, { KeyId: '' }, { validationCode: 'ValidationError' });
    expect(attempt).toThrow(ServiceError);
    expect(attempt).toThrow(
      "2 validation errors detected: Value '' at 'keyId' failed to satisfy constraint: " +
        "Member must have length greater than or equal to 1; Value at 'plaintext' failed to satisfy " +
        'constraint: Member must not be null',
    );
  });

  test('never echoes a secret, whatever it is given', () => {
    const nested: fc.Arbitrary<unknown> = fc.oneof(
      fc.constant('MARKER'),
      fc.array(fc.constant('MARKER'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('MARKER', 'a'), fc.constant('MARKER')),
      fc.dictionary(fc.constantFrom('MARKER', 'a'), fc.record({ Key: fc.constant('MARKER') })),
    );
    fc.assert(
      fc.property(fc.constantFrom<Name>('Secret', 'Secrets', 'Hidden'), nested, (shape, value) => {
        expect(said(shape, value) ?? '').not.toContain('MARKER');
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
