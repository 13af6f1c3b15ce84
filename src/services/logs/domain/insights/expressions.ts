import type { RE2JS } from 're2js';
import type { QueryReader } from './query-reader.ts';
import type { Row } from './record.ts';
import { compareValues, instantText, isTrue, numberOf, textOf, type Value } from './values.ts';

export type Expression = (row: Row) => Value;

/** An expression: `or` binds least, then `and`, `not`, comparisons, sums, products. Errors: QuerySyntaxError. */
export function readExpression(reader: QueryReader): Expression {
  return reader.within(() => either(reader));
}

function either(reader: QueryReader): Expression {
  let left = both(reader);
  while (reader.takesWord('or')) {
    const [one, other] = [left, both(reader)];
    left = (row) => isTrue(one(row)) || isTrue(other(row));
  }
  return left;
}

function both(reader: QueryReader): Expression {
  let left = negated(reader);
  while (reader.takesWord('and')) {
    const [one, other] = [left, negated(reader)];
    left = (row) => isTrue(one(row)) && isTrue(other(row));
  }
  return left;
}

function negated(reader: QueryReader): Expression {
  if (!reader.takesWord('not')) return compared(reader);
  const inner = reader.within(() => negated(reader));
  return (row) => !isTrue(inner(row));
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function compared(reader: QueryReader): Expression {
  const left = sum(reader);
  const isNot = reader.takesWord('not');
  if (reader.takesWord('like') || (!isNot && reader.takes('=~'))) {
    const test = likeness(reader);
    return (row) => test(textOf(left(row)) ?? '') !== isNot;
  }
  if (reader.takesWord('in')) {
    const all = list(reader);
    return (row) => {
      const value = left(row);
      return all.some((one) => compareValues(value, one(row)) === 0) !== isNot;
    };
  }
  if (isNot) reader.fail('like or in is expected');
  const operator = reader.match(/!=|<=|>=|=|<|>/y);
  const holds = operator === undefined ? undefined : COMPARISONS[operator];
  if (holds === undefined) return left;
  const right = sum(reader);
  return (row) => {
    const [one, other] = [left(row), right(row)];
    // What is missing is neither more nor less than anything.
    if (one === undefined || other === undefined) return operator === '!=' && one !== other;
    return holds(compareValues(one, other));
  };
}

function likeness(reader: QueryReader): (text: string) => boolean {
  const regex = reader.regex();
  if (regex !== undefined) return (text) => found(regex, text);
  const part = reader.quoted();
  if (part === undefined) return reader.fail('a text or a regular expression is expected');
  return (text) => text.includes(part);
}

function found(regex: RE2JS, text: string): boolean {
  return regex.matcher(text).find();
}

function list(reader: QueryReader): readonly Expression[] {
  reader.expect('[');
  const all = [readExpression(reader)];
  while (reader.takes(',')) all.push(readExpression(reader));
  reader.expect(']');
  return all;
}

const SUMS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
};
const PRODUCTS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

function sum(reader: QueryReader): Expression {
  return arithmetic(reader, /[+-]/y, SUMS, product);
}

function product(reader: QueryReader): Expression {
  return arithmetic(reader, /[*/%^]/y, PRODUCTS, single);
}

function arithmetic(
  reader: QueryReader,
  symbols: RegExp,
  operations: typeof SUMS,
  part: (reader: QueryReader) => Expression,
): Expression {
  let left = part(reader);
  for (let symbol = reader.match(symbols); symbol !== undefined; symbol = reader.match(symbols)) {
    const operation = operations[symbol];
    const [one, other] = [left, part(reader)];
    left = (row) => {
      const [a, b] = [numberOf(one(row)), numberOf(other(row))];
      const value = a === undefined || b === undefined ? undefined : operation?.(a, b);
      return Number.isFinite(value) ? value : undefined;
    };
  }
  return left;
}

function single(reader: QueryReader): Expression {
  if (reader.takes('(')) {
    const inner = readExpression(reader);
    reader.expect(')');
    return inner;
  }
  const text = reader.quoted();
  if (text !== undefined) return () => text;
  const number = reader.match(/-?\d+(?:\.\d+)?/y);
  if (number !== undefined) return () => Number(number);
  const name = reader.name();
  if (name === undefined) return reader.fail('an expression is expected');
  if (!reader.takes('(')) return (row) => row.get(name);
  return call(reader, name);
}

const PERIODS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `5m)`: where a span of time begins that an event is in. */
export function readBin(reader: QueryReader): Expression {
  const number = Number(reader.match(/\d+/y) ?? '1');
  const unit = reader.match(
    /ms|s(?:ec(?:onds?)?)?|m(?:in(?:utes?)?)?|h(?:ours?|rs?)?|d(?:ays?)?|w(?:eeks?)?/y,
  );
  const period = PERIODS[unit === 'ms' ? 'ms' : (unit ?? '').slice(0, 1)];
  reader.expect(')');
  if (period === undefined || number < 1) return reader.fail('a span of time is expected');
  const length = number * period;
  return ({ instant }) =>
    instant === undefined ? undefined : instantText(Math.floor(instant / length) * length);
}

type Call = (values: readonly Value[]) => Value;

function ofText(make: (text: string, rest: readonly Value[]) => Value): Call {
  return ([first, ...rest]) => {
    const text = textOf(first);
    return text === undefined ? undefined : make(text, rest);
  };
}

function ofNumber(make: (number: number) => number): Call {
  return ([first]) => {
    const number = numberOf(first);
    return number === undefined ? undefined : make(number);
  };
}

const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['abs', ofNumber(Math.abs)],
  ['ceil', ofNumber(Math.ceil)],
  ['floor', ofNumber(Math.floor)],
  ['sqrt', ofNumber(Math.sqrt)],
  ['strlen', ofText((text) => text.length)],
  ['tolower', ofText((text) => text.toLowerCase())],
  ['toupper', ofText((text) => text.toUpperCase())],
  ['trim', ofText((text) => text.trim())],
  ['strcontains', ofText((text, [part]) => Number(text.includes(textOf(part) ?? '')))],
  [
    'substr',
    ofText((text, [from, length]) => {
      const start = numberOf(from) ?? 0;
      return text.slice(start, length === undefined ? undefined : start + (numberOf(length) ?? 0));
    }),
  ],
  ['concat', (values) => values.map((value) => textOf(value) ?? '').join('')],
  ['coalesce', (values) => values.find((value) => value !== undefined)],
  ['ispresent', ([value]) => value !== undefined],
  ['isempty', ([value]) => (textOf(value) ?? '') === ''],
  ['isblank', ([value]) => (textOf(value) ?? '').trim() === ''],
  ['greatest', (values) => values.toSorted(compareValues).at(-1)],
  ['least', (values) => values.toSorted(compareValues)[0]],
]);

function call(reader: QueryReader, name: string): Expression {
  if (name.toLowerCase() === 'bin') return readBin(reader);
  const made = FUNCTIONS.get(name.toLowerCase());
  if (made === undefined) return reader.fail(`the function ${name} is not known`);
  const values: Expression[] = [];
  if (!reader.takes(')')) {
    do values.push(readExpression(reader));
    while (reader.takes(','));
    reader.expect(')');
  }
  return (row) => made(values.map((value) => value(row)));
}
