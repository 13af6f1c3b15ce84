import {
  absent,
  assertSimple,
  cidr,
  equalTo,
  type Leaf,
  type Matcher,
  noneOf,
  otherThan,
  prefix,
  prefixIgnoringCase,
  present,
  sameIgnoringCase,
  suffix,
  suffixIgnoringCase,
  textMatcher,
  wildcard,
  wildcardFault,
  wildcardMatcher,
} from './matchers.ts';
import { parseNumeric } from './numeric-expression.ts';
import { type PatternReader, PatternSyntaxError } from './pattern-reader.ts';

const ONE_KEY = 'Only one key allowed in match expression';
const TOO_MANY = 'Too many elements in numeric expression';
const ANYTHING_BUT_VALUE = 'Value of anything-but must be an array or single string/number value.';

/** An object within an array of a pattern: `{"prefix": "eu-"}`. Its brace has been read. Throws PatternSyntaxError. */
export function parseMatchExpression(reader: PatternReader): Matcher {
  const name = reader.next();
  if (name.kind !== 'name') return reader.fail('Match expression name not found');
  switch (name.text) {
    case 'exactly':
      return ended(reader, equalTo(text(reader, 'exact match pattern must be a string')));
    case 'prefix':
      return affix(reader, 'prefix', prefix, prefixIgnoringCase);
    case 'suffix':
      return affix(reader, 'suffix', suffix, suffixIgnoringCase);
    case 'equals-ignore-case': {
      const value = text(reader, 'equals-ignore-case match pattern must be a string');
      return ended(reader, textMatcher(sameIgnoringCase(value)));
    }
    case 'wildcard': {
      const value = wildcardText(reader, text(reader, 'wildcard match pattern must be a string'));
      const made = ended(reader, wildcardMatcher(value));
      assertSimple(value);
      return made;
    }
    case 'numeric': {
      const numeric = parseNumeric(reader);
      return ended(reader, numeric, TOO_MANY);
    }
    case 'cidr':
      return ended(reader, cidr(text(reader, 'prefix match pattern must be a string')));
    case 'exists': {
      const value = reader.next();
      if (value.kind !== 'literal' || value.value === null) {
        return reader.fail('exists match pattern must be either true or false.');
      }
      return ended(reader, value.value ? present : absent);
    }
    case 'anything-but':
      return anythingBut(reader);
    default:
      return reader.fail(`Unrecognized match type ${name.text}`);
  }
}

/** The end of the expression's object. */
function ended<T>(reader: PatternReader, made: T, otherwise = ONE_KEY): T {
  if (reader.next().kind !== '}') reader.fail(otherwise);
  return made;
}

function text(reader: PatternReader, otherwise: string): string {
  const value = reader.next();
  if (value.kind !== 'string') return reader.fail(otherwise);
  reader.finish();
  return value.text;
}

function wildcardText(reader: PatternReader, value: string): string {
  const fault = wildcardFault(value);
  return fault === undefined ? value : reader.fail(fault);
}

type TextTest = (leaf: string) => boolean;

/** `prefix` and `suffix`: a text, or one in `{"equals-ignore-case": …}`. */
function affix(
  reader: PatternReader,
  name: 'prefix' | 'suffix',
  plain: (value: string) => TextTest,
  ignoringCase: (value: string) => TextTest,
): Matcher {
  const value = reader.next();
  if (value.kind === 'string') {
    reader.finish();
    return ended(reader, textMatcher(plain(value.text)));
  }
  if (value.kind !== '{') return reader.fail(`${name} match pattern must be a string`);
  const inner = reader.next();
  const capital = name === 'prefix' ? 'Prefix' : 'Suffix';
  if (inner.kind !== 'name') return reader.fail(`${capital} expression name not found`);
  if (inner.text !== 'equals-ignore-case') {
    return reader.fail(`Unsupported ${name} pattern: ${inner.text}`);
  }
  const folded = text(reader, 'equals-ignore-case match pattern must be a string');
  ended(reader, folded);
  return ended(reader, textMatcher(ignoringCase(folded)));
}

function anythingBut(reader: PatternReader): Matcher {
  const value = reader.next();
  switch (value.kind) {
    case '{':
      return anythingButTexts(reader);
    case '[':
      return ended(reader, otherThan(inList(reader, () => plainValues(reader))), TOO_MANY);
    case 'string':
      reader.finish();
      return ended(reader, otherThan([value.text]), TOO_MANY);
    case 'number':
      return ended(reader, otherThan([value.value]), TOO_MANY);
    default:
      return reader.fail(ANYTHING_BUT_VALUE);
  }
}

/** What is wrong in a list is told with its place twice, as AWS tells it. */
function inList<T>(reader: PatternReader, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    throw new PatternSyntaxError(`${error.message}${reader.where()}`);
  }
}

function plainValues(reader: PatternReader): readonly Leaf[] {
  const values: (string | number)[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    if (token.kind === 'string') {
      reader.finish();
      values.push(token.text);
    } else if (token.kind === 'number') values.push(token.value);
    else reader.fail('Inside anything but list, start|null|boolean is not supported.');
  }
  if (new Set(values.map((value) => typeof value)).size !== 1) {
    throw new PatternSyntaxError(
      'Inside anything but list, either all values are number or string, mixed type is not ' +
        'supported',
    );
  }
  return values;
}

const TEXT_TESTS: ReadonlyMap<string, (value: string) => TextTest> = new Map([
  ['prefix', prefix],
  ['suffix', suffix],
  ['equals-ignore-case', sameIgnoringCase],
  ['wildcard', wildcard],
]);

/** `{"anything-but": {"prefix": …}}` and its kin: one text or a list. */
function anythingButTexts(reader: PatternReader): Matcher {
  const name = reader.next();
  if (name.kind !== 'name') return reader.fail('Anything-But expression name not found');
  const kind = name.text;
  const testOf = TEXT_TESTS.get(kind);
  if (testOf === undefined) return reader.fail(`Unsupported anything-but pattern: ${kind}`);
  const value = reader.next();
  let values: readonly string[];
  if (value.kind === '[') values = inList(reader, () => texts(reader, kind));
  else if (value.kind === 'string') values = [usableText(reader, kind, value.text)];
  else if (value.kind === 'number') return reader.fail(noText(kind));
  else return reader.fail(ANYTHING_BUT_VALUE);
  if (kind === 'wildcard') values.forEach((one) => wildcardText(reader, one));
  ended(reader, values, TOO_MANY);
  ended(reader, values, TOO_MANY);
  if (kind === 'wildcard') values.forEach(assertSimple);
  return noneOf(values.map(testOf), kind === 'wildcard');
}

function texts(reader: PatternReader, kind: string): readonly string[] {
  const values: string[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    if (token.kind !== 'string') reader.fail(noText(kind));
    values.push(usableText(reader, kind, token.text));
  }
  return values;
}

function usableText(reader: PatternReader, kind: string, value: string): string {
  reader.finish();
  const isAffix = kind === 'prefix' || kind === 'suffix';
  return isAffix && value === '' ? reader.fail('Null prefix/suffix not allowed') : value;
}

function noText(kind: string): string {
  if (kind === 'equals-ignore-case') {
    return 'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.';
  }
  return kind === 'wildcard'
    ? 'wildcard match pattern must be a string'
    : 'prefix/suffix match pattern must be a string';
}
