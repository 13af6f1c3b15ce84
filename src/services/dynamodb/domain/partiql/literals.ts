import type { AttributeValue } from '../../../../../models/dynamodb/types.ts';
import { checkedValue } from '../checked-values.ts';
import type { Placeholders } from '../expressions/placeholders.ts';
import { invalid } from '../invalid.ts';
import type { Value } from '../values.ts';
import type { StatementReader } from './reader.ts';

const SIGNS: ReadonlySet<string> = new Set(['?', '[', '{', '<<', '-', '+']);

/** The values of one statement, written in it or given for its question marks in turn. */
export class Literals implements Placeholders {
  readonly #parameters: readonly AttributeValue[];
  readonly #values: Value[] = [];
  #used = 0;

  constructor(parameters: readonly AttributeValue[]) {
    this.#parameters = parameters;
  }

  nameOf(name: string): string {
    return name;
  }

  valueOf(name: string): Value {
    const value = this.#values[Number(name)];
    if (value === undefined) throw new TypeError('a value that was read');
    return value;
  }

  /** Errors: `ValidationException` where there are more parameters than question marks. */
  assertAllUsed(): void {
    if (this.#used < this.#parameters.length) throw mismatch();
  }

  /** Reads a value, and gives what `valueOf` knows it by. */
  named(reader: StatementReader): string {
    this.#values.push(this.read(reader));
    return String(this.#values.length - 1);
  }

  /** Whether a value follows, and not a name. */
  follows(reader: StatementReader): boolean {
    const { kind, value } = reader.peek();
    if (kind === 'text' || kind === 'number') return true;
    if (kind === 'sign') return SIGNS.has(value);
    return ['TRUE', 'FALSE', 'NULL'].some((word) => reader.isWords(word));
  }

  /** Errors: `ValidationException`. */
  read(reader: StatementReader): Value {
    return checkedValue(this.#supplied(reader));
  }

  #supplied(reader: StatementReader): AttributeValue {
    if (reader.is('text')) return { S: reader.take().value };
    if (reader.is('number')) return { N: reader.take().value };
    if (reader.takeWords('TRUE')) return { BOOL: true };
    if (reader.takeWords('FALSE')) return { BOOL: false };
    if (reader.takeWords('NULL')) return { NULL: true };
    if (reader.takeSign('?')) return this.#parameter();
    if (reader.takeSign('[')) return { L: this.#elements(reader, ']') };
    if (reader.takeSign('{')) return { M: this.#members(reader) };
    if (reader.takeSign('<<')) return bag(this.#elements(reader, '>>'));
    if (reader.takeSign('-')) return { N: `-${this.#digits(reader)}` };
    if (reader.takeSign('+')) return { N: this.#digits(reader) };
    return reader.fail();
  }

  #digits(reader: StatementReader): string {
    return reader.is('number') ? reader.take().value : reader.fail();
  }

  #parameter(): AttributeValue {
    const parameter = this.#parameters[this.#used];
    if (parameter === undefined) throw mismatch();
    this.#used += 1;
    return parameter;
  }

  #elements(reader: StatementReader, end: string): readonly AttributeValue[] {
    if (reader.takeSign(end)) return [];
    const elements = reader.nested(() => reader.listed(() => this.#supplied(reader)));
    reader.expectSign(end);
    return elements;
  }

  #members(reader: StatementReader): { readonly [name: string]: AttributeValue } {
    if (reader.takeSign('}')) return {};
    const members = reader.nested(() =>
      reader.listed((): [string, AttributeValue] => {
        const name = reader.is('text') ? reader.take().value : reader.fail();
        reader.expectSign(':');
        return [name, this.#supplied(reader)];
      }),
    );
    reader.expectSign('}');
    return Object.fromEntries(members);
  }
}

function mismatch(): Error {
  return invalid("Number of parameters in request and statement don't match.");
}

function bag(elements: readonly AttributeValue[]): AttributeValue {
  if (elements.length === 0) throw invalid('Empty bags are not supported');
  const SS = elements.flatMap(({ S }) => S ?? []);
  if (SS.length === elements.length) return { SS };
  const NS = elements.flatMap(({ N }) => N ?? []);
  if (NS.length === elements.length) return { NS };
  throw invalid('DynamoDB only supports either numbers or strings in bags');
}
