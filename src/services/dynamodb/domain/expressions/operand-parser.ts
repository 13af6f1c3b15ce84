import type { Reader } from './reader.ts';
import type { CallSyntax, OperandSyntax, PathSyntax, Step } from './syntax.ts';

/** `:value`, a path, a function of operands, or one of these in parentheses. */
export function readOperand(reader: Reader): OperandSyntax {
  switch (reader.kind()) {
    case ':value':
      return { kind: 'value', name: reader.take().text };
    case '(':
      return reader.group(() => readOperand(reader));
    case 'name':
      return reader.kind(1) === '(' ? readCall(reader) : readPath(reader);
    case '#name':
      return readPath(reader);
    default:
      return reader.fail();
  }
}

/** Operands with commas between them; at least one. */
export function readOperands(reader: Reader): readonly OperandSyntax[] {
  return listed(reader, () => readOperand(reader));
}

/** What `read` reads, once and after each comma. */
export function listed<T>(reader: Reader, read: () => T): readonly T[] {
  const list = [read()];
  while (reader.kind() === ',') {
    reader.take();
    list.push(read());
  }
  return list;
}

function readCall(reader: Reader): CallSyntax {
  const name = reader.take().text;
  reader.count();
  reader.expect('(');
  const operands = reader.nested(() => readOperands(reader));
  reader.expect(')');
  return { kind: 'call', name, operands };
}

/** A name, then `.name` and `[index]`. */
export function readPath(reader: Reader): PathSyntax {
  const steps = [readName(reader)];
  for (;;) {
    const kind = reader.kind();
    if (kind === '.') {
      reader.take();
      steps.push(readName(reader));
    } else if (kind === '[') {
      reader.take();
      steps.push({ kind: 'index', digits: reader.expect('index').text });
      reader.expect(']');
    } else {
      return { kind: 'path', steps };
    }
  }
}

function readName(reader: Reader): Step {
  const kind = reader.kind();
  if (kind === 'name') return { kind, name: reader.take().text };
  if (kind === '#name') return { kind: 'placeholder', name: reader.take().text };
  return reader.fail();
}
