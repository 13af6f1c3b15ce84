import { readOperand, readOperands } from './operand-parser.ts';
import { type Reader, readerOf } from './reader.ts';
import type { Comparator, ConditionSyntax } from './syntax.ts';
import type { TokenKind } from './tokens.ts';

const COMPARATORS: readonly Comparator[] = ['=', '<>', '<', '<=', '>', '>='];

/** Reads a condition. Errors: `ExpressionFault`. */
export function parseCondition(text: string): ConditionSyntax {
  const reader = readerOf(text);
  const condition = readOr(reader);
  reader.expect('end');
  return condition;
}

function readOr(reader: Reader): ConditionSyntax {
  return readChain(reader, 'OR', 'or', () => readAnd(reader));
}

function readAnd(reader: Reader): ConditionSyntax {
  return readChain(reader, 'AND', 'and', () => readNot(reader));
}

function readChain(
  reader: Reader,
  keyword: TokenKind,
  kind: 'and' | 'or',
  read: () => ConditionSyntax,
): ConditionSyntax {
  const first = read();
  const parts = [first];
  while (reader.kind() === keyword) {
    reader.take();
    reader.count();
    parts.push(read());
  }
  return parts.length === 1 ? first : { kind, parts };
}

function readNot(reader: Reader): ConditionSyntax {
  if (reader.kind() !== 'NOT') return readSingle(reader);
  reader.take();
  reader.count();
  return { kind: 'not', part: reader.nested(() => readNot(reader)) };
}

/** A parenthesis begins a condition, or the operand of one. */
function readSingle(reader: Reader): ConditionSyntax {
  if (reader.kind() !== '(') return readComparison(reader);
  return reader.firstOf<ConditionSyntax>(
    () => reader.group(() => readOr(reader)),
    () => readComparison(reader),
  );
}

function readComparison(reader: Reader): ConditionSyntax {
  const operand = readOperand(reader);
  const kind = reader.kind();
  const comparator = COMPARATORS.find((candidate) => candidate === kind);
  if (comparator !== undefined) {
    reader.take();
    reader.count();
    return { kind: 'compare', comparator, left: operand, right: readOperand(reader) };
  }
  if (kind === 'BETWEEN') {
    reader.take();
    reader.count();
    const low = readOperand(reader);
    reader.expect('AND');
    return { kind: 'between', operand, low, high: readOperand(reader) };
  }
  if (kind === 'IN') {
    reader.take();
    reader.count();
    reader.expect('(');
    const choices = readOperands(reader);
    reader.expect(')');
    return { kind: 'in', operand, choices };
  }
  return operand.kind === 'call' ? operand : reader.fail();
}
