import fc from 'fast-check';
import { checkedValue } from '../../../../src/services/dynamodb/domain/checked-values.ts';
import { type Item, itemOf, type Value } from '../../../../src/services/dynamodb/domain/values.ts';

/** Numbers of all sizes, many of them close to each other. */
export const numbers = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(fc.integer({ min: 0, max: 30 }).map(String), fc.stringMatching(/^\d{1,38}$/)),
    fc.oneof(fc.constantFrom(0, -1, 1), fc.integer({ min: -130, max: 85 })),
  )
  .map(([sign, digits, power]) => `${sign}${digits}e${power}`)
  .filter((text) => {
    try {
      checkedValue({ N: text });
      return true;
    } catch {
      return false;
    }
  })
  .map((N) => checkedValue({ N }));

/** Texts of any planes, with the characters that encodings treat apart. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('\u0000', '\u0001', '\u0002', 'a', '\u{10ffff}'),
    maxLength: 6,
  }),
);
export const strings = texts.map((S): Value => ({ S }));
export const binaries = fc.uint8Array({ maxLength: 8 }).map((B): Value => ({ B }));

const sets = fc.oneof(
  fc.uniqueArray(texts, { minLength: 1, maxLength: 4 }).map((SS): Value => ({ SS })),
  fc
    .uniqueArray(
      numbers.map((value) => ('N' in value ? value.N : '0')),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((NS): Value => ({ NS })),
  fc
    .uniqueArray(fc.uint8Array({ maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
      selector: (member) => member.join(),
    })
    .map((BS): Value => ({ BS })),
);

export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    strings,
    numbers,
    binaries,
    fc.boolean().map((BOOL): Value => ({ BOOL })),
    fc.constant<Value>({ NULL: true }),
    sets,
    fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'value' }).map((L): Value => ({ L })),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'constructor', '__proto__'), tie('value')), {
        maxLength: 3,
        depthIdentifier: 'value',
      })
      .map((members): Value => ({ M: itemOf(members) })),
  ),
})).value;

export const items: fc.Arbitrary<Item> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), values), { maxLength: 5 })
  .map(itemOf);
