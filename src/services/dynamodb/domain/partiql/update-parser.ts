import type { ActionSyntax, OperandSyntax, PathSyntax } from '../expressions/syntax.ts';
import { invalid } from '../invalid.ts';
import type { Value } from '../values.ts';
import type { ConditionParser } from './condition-parser.ts';
import type { Literals } from './literals.ts';
import type { StatementReader } from './reader.ts';
import type { Token } from './tokens.ts';

/** Reads what an UPDATE sets and removes, as the expressions' own form. */
export class UpdateParser {
  readonly #reader: StatementReader;
  readonly #literals: Literals;
  readonly #conditions: ConditionParser;

  constructor(reader: StatementReader, literals: Literals, conditions: ConditionParser) {
    this.#reader = reader;
    this.#literals = literals;
    this.#conditions = conditions;
  }

  actions(): readonly ActionSyntax[] {
    const actions: ActionSyntax[] = [];
    for (;;) {
      if (this.#reader.takeWords('SET')) {
        actions.push(...this.#reader.listed(() => this.#assignment()));
      } else if (this.#reader.takeWords('REMOVE')) {
        actions.push(
          ...this.#reader.listed(
            (): ActionSyntax => ({ kind: 'REMOVE', path: this.#conditions.path() }),
          ),
        );
      } else if (actions.length > 0) {
        return actions;
      } else {
        return this.#reader.fail();
      }
    }
  }

  #assignment(): ActionSyntax {
    const path = this.#conditions.path();
    this.#reader.expectSign('=');
    for (const name of ['set_add', 'set_delete'] as const) {
      if (this.#isCall(name)) return this.#setChange(path, name);
    }
    const left = this.#operand();
    const operator = (['+', '-'] as const).find((sign) => this.#reader.takeSign(sign));
    if (operator === undefined) return { kind: 'SET', path, value: left };
    const right = this.#operand();
    return { kind: 'SET', path, value: { kind: 'arithmetic', operator, left, right } };
  }

  #isCall(name: string): boolean {
    return this.#reader.isWords(name.toUpperCase()) && this.#reader.is('sign', '(', 1);
  }

  #operand(): OperandSyntax {
    if (this.#literals.follows(this.#reader)) {
      return { kind: 'value', name: this.#literals.named(this.#reader) };
    }
    if (!this.#reader.is('word') || !this.#reader.is('sign', '(', 1)) {
      return this.#conditions.path();
    }
    const token = this.#reader.take();
    const name = token.value.toLowerCase();
    if (name !== 'list_append' && name !== 'if_not_exists') {
      throw invalid(`Unrecognized function: ${name} at ${this.#reader.place(token)}`);
    }
    return { kind: 'call', name, operands: this.#operands() };
  }

  #operands(): readonly OperandSyntax[] {
    this.#reader.expectSign('(');
    const operands = this.#reader.nested(() => this.#reader.listed(() => this.#operand()));
    this.#reader.expectSign(')');
    return operands;
  }

  /** `a = set_add(a, <<…>>)`: a set changes in its own place alone. */
  #setChange(path: PathSyntax, name: 'set_add' | 'set_delete'): ActionSyntax {
    const shown = name.toUpperCase();
    const call = this.#reader.take();
    const at = (token: Token) => `at ${this.#reader.place(token)}`;
    const argument = this.#reader.peek(1);
    const [first, second, ...others] = this.#operands();
    if (first === undefined || second === undefined || others.length > 0) {
      throw invalid(`${shown} must have exactly two arguments ${at(call)}`);
    }
    if (JSON.stringify(first) !== JSON.stringify(path)) {
      throw invalid(`The first argument to ${shown} must equal the assignment value ${at(call)}`);
    }
    if (second.kind !== 'value' || !isSet(this.#literals.valueOf(second.name))) {
      throw invalid(
        `The second argument to ${shown} must be a value with type SET ${at(argument)}`,
      );
    }
    return { kind: name === 'set_add' ? 'ADD' : 'DELETE', path, value: second };
  }
}

function isSet(value: Value): boolean {
  return 'SS' in value || 'NS' in value || 'BS' in value;
}
