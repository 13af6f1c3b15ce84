import type { ExtractedValues, FilterPattern } from './filter-pattern.ts';
import { compare, PatternSyntaxError, readOperand, readOperator, Scanner } from './pattern-text.ts';

const VALUE_WORD = /(?![=<>!])(?:[^\s"%,\]&|]|&(?!&)|\|(?!\|))+/y;
const FIELD_NAME = /[A-Za-z_][\w-]*/y;
/** A field of an event: in brackets, in double quotes, or up to the next space. */
const EVENT_FIELDS = /\[([^\]]*)\]|"([^"]*)"|(\S+)/g;

type Condition = (text: string) => boolean;

interface Field {
  readonly name: string;
  readonly holds: Condition;
}

/** `[ip, user, ..., status = 4* || status = 5*, bytes > 1000]`: an event's fields, in their order. `...` stands for any number. */
export function parseSpacePattern(text: string): FilterPattern {
  const scanner = new Scanner(text);
  const before: Field[] = [];
  const after: Field[] = [];
  let hasGap = false;
  scanner.expect('[');
  do {
    scanner.skipSpace();
    if (scanner.takes('...')) {
      if (hasGap) throw new PatternSyntaxError();
      hasGap = true;
    } else {
      const list = hasGap ? after : before;
      list.push(readField(scanner, before.length + after.length + 1));
    }
    scanner.skipSpace();
  } while (scanner.takes(','));
  scanner.expect(']');
  scanner.skipSpace();
  if (!scanner.isOver()) throw new PatternSyntaxError();
  const fields = { before, after, hasGap };
  return {
    match: (message) => matchFields(fields, message),
    value: (message, name) => matchFields(fields, message)?.[name],
  };
}

interface Fields {
  readonly before: readonly Field[];
  readonly after: readonly Field[];
  readonly hasGap: boolean;
}

function matchFields(
  { before, after, hasGap }: Fields,
  message: string,
): ExtractedValues | undefined {
  const wanted = before.length + after.length;
  const texts = hasGap ? eventFields(message) : eventFields(message, wanted);
  if (hasGap ? texts.length < wanted : texts.length !== wanted) return undefined;
  const values: Record<string, string> = {};
  const start = texts.length - after.length;
  const placed = [
    ...before.map((field, index) => ({ field, text: texts[index] ?? '' })),
    ...after.map((field, index) => ({ field, text: texts[start + index] ?? '' })),
  ];
  for (const { field, text } of placed) {
    if (!field.holds(text)) return undefined;
    values[`$${field.name}`] = text;
  }
  return values;
}

/** An event's fields. Where there are more than `most`, the last is all the rest. */
function eventFields(message: string, most = Number.POSITIVE_INFINITY): readonly string[] {
  const found = [...message.matchAll(EVENT_FIELDS)];
  const texts = found.map(([, bracketed, quoted, plain]) => bracketed ?? quoted ?? plain ?? '');
  if (texts.length <= most) return texts;
  const rest = message.slice(found[most - 1]?.index ?? 0).trimEnd();
  return [...texts.slice(0, most - 1), rest];
}

function readField(scanner: Scanner, number: number): Field {
  const name = scanner.match(FIELD_NAME);
  if (name === undefined) return { name: String(number), holds: () => true };
  scanner.skipSpace();
  if (scanner.match(/(?=[,\]])/y) !== undefined) return { name, holds: () => true };
  return { name, holds: readAlternatives(scanner, name) };
}

function readAlternatives(scanner: Scanner, name: string): Condition {
  const any = [readConjunction(scanner, name)];
  for (scanner.skipSpace(); scanner.takes('||'); scanner.skipSpace()) {
    readName(scanner, name);
    any.push(readConjunction(scanner, name));
  }
  return (text) => any.some((condition) => condition(text));
}

function readConjunction(scanner: Scanner, name: string): Condition {
  const all = [readTest(scanner)];
  for (scanner.skipSpace(); scanner.takes('&&'); scanner.skipSpace()) {
    readName(scanner, name);
    all.push(readTest(scanner));
  }
  return (text) => all.every((condition) => condition(text));
}

/** Each condition of a field names it anew. */
function readName(scanner: Scanner, name: string): void {
  scanner.skipSpace();
  if (scanner.match(FIELD_NAME) !== name) throw new PatternSyntaxError();
}

function readTest(scanner: Scanner): Condition {
  scanner.skipSpace();
  const operator = readOperator(scanner);
  scanner.skipSpace();
  const operand = readOperand(scanner, VALUE_WORD);
  return (text) => compare(text, operator, operand);
}
