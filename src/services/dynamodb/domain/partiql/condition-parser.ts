import type {
  CallSyntax,
  Comparator,
  ConditionSyntax,
  OperandSyntax,
  PathSyntax,
  Step,
} from '../expressions/syntax.ts';
import { invalid } from '../invalid.ts';
import type { Literals } from './literals.ts';
import { notWellFormed } from './faults.ts';
import type { StatementReader } from './reader.ts';

const COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ['=', '='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);
const FUNCTIONS: ReadonlySet<string> = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
]);

/** Reads what stands behind WHERE, as the expressions' own form. */
export class ConditionParser {
  readonly #reader: StatementReader;
  readonly #literals: Literals;

  constructor(reader: StatementReader, literals: Literals) {
    this.#reader = reader;
    this.#literals = literals;
  }

  condition(): ConditionSyntax {
    return this.#chain('OR', 'or', () => this.#chain('AND', 'and', () => this.#negation()));
  }

  /** A name, then `.name` and `[index]`. */
  path(): PathSyntax {
    const steps: Step[] = [this.#name()];
    for (;;) {
      if (this.#reader.takeSign('.')) {
        steps.push(this.#name());
      } else if (this.#reader.takeSign('[')) {
        const digits = this.#reader.is('number') ? this.#reader.take().value : this.#reader.fail();
        if (!/^\d+$/.test(digits)) throw notWellFormed('Invalid path index component');
        steps.push({ kind: 'index', digits });
        this.#reader.expectSign(']');
      } else {
        return { kind: 'path', steps };
      }
    }
  }

  /** Names stand for themselves: no word is reserved behind this point. */
  #name(): Step {
    if (!this.#reader.is('word') && !this.#reader.is('name')) return this.#reader.fail();
    return { kind: 'placeholder', name: this.#reader.take().value };
  }

  #chain(word: string, kind: 'and' | 'or', read: () => ConditionSyntax): ConditionSyntax {
    const first = read();
    const parts = [first];
    while (this.#reader.takeWords(word)) parts.push(read());
    return parts.length === 1 ? first : { kind, parts };
  }

  #negation(): ConditionSyntax {
    if (!this.#reader.takeWords('NOT')) return this.#single();
    return { kind: 'not', part: this.#reader.nested(() => this.#negation()) };
  }

  #single(): ConditionSyntax {
    if (!this.#reader.takeSign('(')) return this.#comparison();
    const inner = this.#reader.nested(() => this.condition());
    this.#reader.expectSign(')');
    return inner;
  }

  #comparison(): ConditionSyntax {
    const operand = this.#operand();
    const reader = this.#reader;
    const comparator = reader.is('sign') ? COMPARATORS.get(reader.peek().value) : undefined;
    if (comparator !== undefined) {
      reader.take();
      return { kind: 'compare', comparator, left: operand, right: this.#operand() };
    }
    if (reader.takeWords('BETWEEN')) {
      const low = this.#operand();
      reader.expectWords('AND');
      return { kind: 'between', operand, low, high: this.#operand() };
    }
    if (reader.takeWords('NOT', 'IN')) return { kind: 'not', part: this.#choice(operand) };
    if (reader.takeWords('IN')) return this.#choice(operand);
    if (reader.takeWords('IS')) return this.#kind(operand);
    return operand.kind === 'call' ? operand : reader.fail();
  }

  #choice(operand: OperandSyntax): ConditionSyntax {
    const end = this.#reader.takeSign('[') ? ']' : ')';
    if (end === ')') this.#reader.expectSign('(');
    const choices = this.#reader.listed(() => this.#operand());
    this.#reader.expectSign(end);
    return { kind: 'in', operand, choices };
  }

  /** `IS NULL` and `IS MISSING`, and their opposites. */
  #kind(operand: OperandSyntax): ConditionSyntax {
    const isNot = this.#reader.takeWords('NOT');
    if (this.#reader.takeWords('MISSING')) {
      const name = isNot ? 'attribute_exists' : 'attribute_not_exists';
      return { kind: 'call', name, operands: [operand] };
    }
    if (!this.#reader.isWords('NULL')) return this.#reader.fail();
    const value: OperandSyntax = { kind: 'value', name: this.#literals.named(this.#reader) };
    const isNull: ConditionSyntax = {
      kind: 'compare',
      comparator: '=',
      left: operand,
      right: value,
    };
    return isNot ? { kind: 'not', part: isNull } : isNull;
  }

  #operand(): OperandSyntax {
    if (this.#literals.follows(this.#reader)) {
      return { kind: 'value', name: this.#literals.named(this.#reader) };
    }
    if (this.#reader.is('word') && this.#reader.is('sign', '(', 1)) return this.#call();
    return this.path();
  }

  #call(): CallSyntax {
    const token = this.#reader.take();
    const name = token.value.toLowerCase();
    if (!FUNCTIONS.has(name)) {
      throw invalid(`Unrecognized function: ${name} at ${this.#reader.place(token)}`);
    }
    this.#reader.expectSign('(');
    if (this.#reader.takeSign(')')) return { kind: 'call', name, operands: [] };
    const operands = this.#reader.nested(() => this.#reader.listed(() => this.#operand()));
    this.#reader.expectSign(')');
    return { kind: 'call', name, operands };
  }
}
