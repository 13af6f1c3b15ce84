import type { AttributeValue } from '../../../../../models/dynamodb/types.ts';
import { resolveCondition } from '../expressions/condition-resolution.ts';
import type { Condition } from '../expressions/conditions.ts';
import { clashOf } from '../expressions/paths.ts';
import { ExpressionFault } from '../expressions/reader.ts';
import { resolvePath } from '../expressions/resolution.ts';
import type { ClauseSyntax } from '../expressions/syntax.ts';
import { resolveUpdate } from '../expressions/update-resolution.ts';
import { checkConditionUsage } from '../expressions/usage.ts';
import { invalid } from '../invalid.ts';
import { ConditionParser } from './condition-parser.ts';
import { notWellFormed } from './faults.ts';
import { Literals } from './literals.ts';
import { StatementReader } from './reader.ts';
import type { Returning, Source, Statement } from './statements.ts';
import { UpdateParser } from './update-parser.ts';

/** Reads one PartiQL statement with the values of its question marks. Errors: `ValidationException`. */
export function parseStatement(text: string, parameters: readonly AttributeValue[]): Statement {
  try {
    return new StatementParser(text, parameters).statement();
  } catch (error) {
    throw error instanceof ExpressionFault ? invalid(error.message) : error;
  }
}

class StatementParser {
  readonly #reader: StatementReader;
  readonly #literals: Literals;
  readonly #conditions: ConditionParser;

  constructor(text: string, parameters: readonly AttributeValue[]) {
    this.#reader = new StatementReader(text);
    this.#literals = new Literals(parameters);
    this.#conditions = new ConditionParser(this.#reader, this.#literals);
  }

  statement(): Statement {
    const statement = this.#read();
    this.#reader.takeSign(';');
    if (!this.#reader.is('end')) this.#reader.fail();
    this.#literals.assertAllUsed();
    return statement;
  }

  #read(): Statement {
    if (this.#reader.takeWords('SELECT')) return this.#select();
    if (this.#reader.takeWords('INSERT', 'INTO')) return this.#insert();
    if (this.#reader.takeWords('UPDATE')) return this.#update();
    if (this.#reader.takeWords('DELETE', 'FROM')) return this.#delete();
    if (this.#reader.takeWords('EXISTS')) return this.#exists();
    throw notWellFormed('Expected data manipulation');
  }

  #exists(): Statement {
    this.#reader.expectSign('(');
    this.#reader.expectWords('SELECT');
    this.#reader.expectSign('*');
    this.#reader.expectWords('FROM');
    const source = this.#source(false);
    const where = this.#where();
    this.#reader.expectSign(')');
    return { kind: 'exists', ...source, where };
  }

  #select(): Statement {
    const projection = this.#reader.takeSign('*')
      ? undefined
      : this.#reader.listed(() => this.#projected());
    const clash = clashOf(projection ?? []);
    if (clash !== undefined) throw invalid(clash);
    this.#reader.expectWords('FROM');
    const source = this.#source(true);
    const where = this.#reader.isWords('WHERE') ? this.#where() : undefined;
    const order = this.#reader.takeWords('ORDER', 'BY')
      ? this.#reader.listed(() => this.#ordered())
      : [];
    return { kind: 'select', ...source, projection, where, order };
  }

  #projected() {
    const token = this.#reader.peek();
    if (this.#reader.is('sign', '(', 1)) {
      throw invalid(`Unexpected path component at ${this.#reader.place(token)}`);
    }
    return resolvePath(this.#conditions.path(), this.#literals);
  }

  #ordered() {
    const { attribute } = resolvePath(this.#conditions.path(), this.#literals);
    const descending = this.#reader.takeWords('DESC');
    if (!descending) this.#reader.takeWords('ASC');
    return { attribute, descending };
  }

  #insert(): Statement {
    const source = this.#source(false);
    this.#reader.expectWords('VALUE');
    const item = this.#literals.read(this.#reader);
    if (!('M' in item)) throw notWellFormed('INSERT takes one tuple');
    return { kind: 'insert', ...source, item: item.M };
  }

  #update(): Statement {
    const source = this.#source(false);
    const actions = new UpdateParser(this.#reader, this.#literals, this.#conditions).actions();
    const where = this.#where();
    const clauses = (['SET', 'REMOVE', 'ADD', 'DELETE'] as const).map(
      (keyword): ClauseSyntax => ({
        keyword,
        actions: actions.filter(({ kind }) => kind === keyword),
      }),
    );
    const update = resolveUpdate(clauses, this.#literals);
    return { kind: 'update', ...source, update, where, returning: this.#returning() };
  }

  #delete(): Statement {
    const source = this.#source(false);
    const where = this.#where();
    const returning = this.#returning();
    if (returning !== undefined && (returning.what !== 'ALL' || returning.when !== 'OLD')) {
      throw invalid(
        `Invalid returning clause: RETURNING ${returning.what} ${returning.when} *. ` +
          'Only RETURNING ALL OLD * is allowed in DELETE statements.',
      );
    }
    return { kind: 'delete', ...source, where, returning };
  }

  #where(): Condition {
    this.#reader.expectWords('WHERE');
    const syntax = this.#conditions.condition();
    checkConditionUsage(syntax);
    return resolveCondition(syntax, this.#literals);
  }

  #returning(): Returning | undefined {
    if (!this.#reader.takeWords('RETURNING')) return undefined;
    const what = (['ALL', 'MODIFIED'] as const).find((word) => this.#reader.takeWords(word));
    const when = (['OLD', 'NEW'] as const).find((word) => this.#reader.takeWords(word));
    if (what === undefined || when === undefined) return this.#reader.fail();
    this.#reader.expectSign('*');
    return { what, when };
  }

  /** A table, or one of its indexes where `mayBeIndex`. */
  #source(mayBeIndex: boolean): Source {
    const parts = [this.#component()];
    while (this.#reader.takeSign('.')) parts.push(this.#component());
    const [table = '', index, ...others] = parts;
    if (others.length > 0) {
      throw invalid('A path may contain at most 2 components in the FROM clause');
    }
    if (index !== undefined && !mayBeIndex) throw notWellFormed('Only SELECT reads an index');
    return { table, index };
  }

  #component(): string {
    if (!this.#reader.is('word') && !this.#reader.is('name')) return this.#reader.fail();
    const { value } = this.#reader.take();
    if (value === '') throw invalid('Path component cannot be an empty string');
    return value;
  }
}
