import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../../src/core/json.ts';
import { readEvent } from '../../../src/services/events/domain/event-text.ts';
import { compilePattern, matchesPattern } from '../../../src/services/events/domain/pattern.ts';
import { RuleIndex } from '../../../src/services/events/domain/rule-index.ts';

const RUNS = 2_000;

type Leaf = string | number | boolean | null;
type Event = { readonly [name: string]: EventValue };
type EventValue = Leaf | readonly EventValue[] | Event;
type Test = Leaf | { readonly [operator: string]: unknown };
type Pattern = { readonly [name: string]: readonly Test[] | Pattern | readonly Pattern[] };

const NAMES = ['a', 'b', 'c'];
const name = fc.constantFrom(...NAMES);
const leaf: fc.Arbitrary<Leaf> = fc.constantFrom('', 'x', 'xy', 'yx', 'X', 0, 1, 2, true, null);
const text = fc.constantFrom('x', 'y', 'xy', 'X');

const event: fc.Arbitrary<Event> = fc.letrec<{ object: Event; value: EventValue }>((tie) => ({
  object: fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
})).object;

const operator: fc.Arbitrary<Test> = fc.oneof(
  leaf,
  text.map((prefix) => ({ prefix })),
  text.map((suffix) => ({ suffix })),
  text.map((value) => ({ 'equals-ignore-case': value })),
  fc.boolean().map((exists) => ({ exists })),
  text.map((value) => ({ 'anything-but': [value] })),
  text.map((prefix) => ({ 'anything-but': { prefix } })),
  fc.constantFrom('x*', '*x', '*', 'x*y').map((wildcard) => ({ wildcard })),
  fc.constantFrom(['>', 0], ['<=', 1], ['=', 2], ['>=', 1, '<', 2]).map((numeric) => ({ numeric })),
);

const pattern: fc.Arbitrary<Pattern> = fc.letrec<{ object: Pattern }>((tie) => ({
  object: fc.dictionary(
    name,
    fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.array(operator, { minLength: 1, maxLength: 3 }),
      tie('object'),
    ),
    { minKeys: 1, maxKeys: 3 },
  ),
})).object;

/** The leaves at a path, wherever lists lead. */
function leavesAt(value: EventValue | undefined, path: readonly string[]): readonly Leaf[] {
  if (value === undefined) return [];
  if (isList(value)) return value.flatMap((entry) => leavesAt(entry, path));
  const [first, ...rest] = path;
  if (typeof value !== 'object' || value === null) return first === undefined ? [value] : [];
  if (first === undefined || !Object.hasOwn(value, first)) return [];
  return leavesAt(value[first], rest);
}

function isList(value: EventValue): value is readonly EventValue[] {
  return Array.isArray(value);
}

function isTests(value: Pattern[string]): value is readonly Test[] {
  return Array.isArray(value);
}

function accepts(asked: Test, found: Leaf): boolean {
  if (typeof asked !== 'object' || asked === null) return asked === found;
  const [operation = ''] = Object.keys(asked);
  const wanted = asked[operation];
  const isText = typeof found === 'string';
  switch (operation) {
    case 'prefix':
      return isText && found.startsWith(String(wanted));
    case 'suffix':
      return isText && found.endsWith(String(wanted));
    case 'equals-ignore-case':
      return isText && found.toLowerCase() === String(wanted).toLowerCase();
    case 'exists':
      return wanted === true;
    case 'wildcard':
      return isText && new RegExp(`^${String(wanted).replaceAll('*', '.*')}$`).test(found);
    case 'numeric':
      return typeof found === 'number' && inRange(found, Array.isArray(wanted) ? wanted : []);
    default:
      if (Array.isArray(wanted)) return !wanted.includes(found);
      return !isText || !found.startsWith(String(Object.values(Object(wanted))[0]));
  }
}

function inRange(found: number, [operation, bound, ...more]: readonly unknown[]): boolean {
  const limit = Number(bound);
  const holds =
    operation === '='
      ? found === limit
      : operation === '>'
        ? found > limit
        : operation === '>='
          ? found >= limit
          : operation === '<'
            ? found < limit
            : found <= limit;
  return holds && (more.length === 0 || inRange(found, more));
}

/** Every way to choose, for each field, the test that is to hold. */
function choices(
  asked: Pattern,
  path: readonly string[] = [],
): readonly (readonly (readonly [readonly string[], Test])[])[] {
  let all: readonly (readonly (readonly [readonly string[], Test])[])[] = [[]];
  for (const [key, value] of Object.entries(asked)) {
    const inner = [...path, key];
    const own: readonly (readonly (readonly [readonly string[], Test])[])[] = isTests(value)
      ? value.map((one) => [[inner, one] as const])
      : choices(Object(value), inner);
    all = all.flatMap((left) => own.map((right) => [...left, ...right]));
  }
  return all;
}

/** What is missing is missing everywhere; all else holds within one object of each list. */
function plainly(asked: Pattern, of: Event): boolean {
  return choices(asked).some((chosen) => {
    const isAbsence = ([, one]: readonly [readonly string[], Test]): boolean =>
      typeof one === 'object' && one !== null && one['exists'] === false;
    const gone = chosen.filter(isAbsence).every(([path]) => leavesAt(of, path).length === 0);
    return (
      gone &&
      holdsIn(
        of,
        chosen.filter((one) => !isAbsence(one)),
      )
    );
  });
}

function holdsIn(
  value: EventValue | undefined,
  chosen: readonly (readonly [readonly string[], Test])[],
): boolean {
  if (chosen.length === 0) return true;
  if (value === undefined) return false;
  if (isList(value)) {
    const [first] = chosen;
    // A leaf may be any entry's; fields must be one object's.
    const isLeaf = first?.[0].length === 0;
    return isLeaf
      ? chosen.every((one) => value.some((entry) => holdsIn(entry, [one])))
      : value.some((entry) => holdsIn(entry, chosen));
  }
  const isEnd = chosen.every(([path]) => path.length === 0);
  if (typeof value !== 'object' || value === null) {
    return isEnd && chosen.every(([, one]) => accepts(one, value));
  }
  if (isEnd) return false;
  const names = new Set(chosen.map(([[first = '']]) => first));
  return [...names].every((key) =>
    holdsIn(
      Object.hasOwn(value, key) ? value[key] : undefined,
      chosen.flatMap(([[first, ...rest], one]) => (first === key ? [[rest, one] as const] : [])),
    ),
  );
}

function read(of: JsonValue | Event) {
  const made = readEvent(JSON.stringify(of));
  if (made === undefined) throw new Error('the event is no object');
  return made;
}

test('patterns: compiled ones match what a plain reading of the language matches', () => {
  let matching = 0;
  fc.assert(
    fc.property(pattern, event, (asked, of) => {
      const expected = plainly(asked, of);
      if (expected) matching += 1;
      expect(matchesPattern(compilePattern(JSON.stringify(asked)), read(of))).toBe(expected);
    }),
    { numRuns: RUNS, seed: 7 },
  );
  expect(matching).toBeGreaterThan(RUNS / 20);
});

test('patterns: an index finds the rules that trying each of them finds', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 20 }), event, (all, of) => {
      const rules = all.map((asked, rule) => ({
        rule,
        pattern: compilePattern(JSON.stringify(asked)),
      }));
      const given = read(of);
      const tried = rules.filter((one) => matchesPattern(one.pattern, given));
      const found = [...new RuleIndex(rules).match(given)].sort((left, right) => left - right);
      expect(found).toEqual(tried.map(({ rule }) => rule));
    }),
    { numRuns: RUNS / 4, seed: 7 },
  );
});
