import { listed, readOperand, readPath } from './operand-parser.ts';
import { type Reader, readerOf } from './reader.ts';
import type { ActionSyntax, ClauseSyntax, PathSyntax, ValueSyntax } from './syntax.ts';

/** Reads the sections of an update in the order they are written. Errors: `ExpressionFault`. */
export function parseUpdate(text: string): readonly ClauseSyntax[] {
  const reader = readerOf(text);
  const clauses: ClauseSyntax[] = [];
  do {
    clauses.push(readClause(reader));
  } while (reader.kind() !== 'end');
  return clauses;
}

/** Reads paths with commas between them. Errors: `ExpressionFault`. */
export function parseProjection(text: string): readonly PathSyntax[] {
  const reader = readerOf(text);
  const paths = listed(reader, () => readPath(reader));
  reader.expect('end');
  return paths;
}

function readClause(reader: Reader): ClauseSyntax {
  const keyword = reader.kind();
  switch (keyword) {
    case 'SET':
      reader.take();
      return { keyword, actions: listed(reader, () => readAssignment(reader)) };
    case 'REMOVE':
      reader.take();
      return {
        keyword,
        actions: listed(reader, () => ({ kind: keyword, path: readPath(reader) })),
      };
    case 'ADD':
    case 'DELETE':
      reader.take();
      return {
        keyword,
        actions: listed(reader, () => ({
          kind: keyword,
          path: readPath(reader),
          value: readValue(reader),
        })),
      };
    default:
      return reader.fail();
  }
}

function readAssignment(reader: Reader): ActionSyntax {
  const path = readPath(reader);
  reader.expect('=');
  const left = readOperand(reader);
  const operator = reader.kind();
  if (operator !== '+' && operator !== '-') return { kind: 'SET', path, value: left };
  reader.take();
  reader.count();
  const right = readOperand(reader);
  return { kind: 'SET', path, value: { kind: 'arithmetic', operator, left, right } };
}

function readValue(reader: Reader): ValueSyntax {
  return { kind: 'value', name: reader.expect(':value').text };
}
