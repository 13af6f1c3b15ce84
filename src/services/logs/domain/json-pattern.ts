import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import type { FilterPattern } from './filter-pattern.ts';
import { compare, PatternSyntaxError, readOperand, readOperator, Scanner } from './pattern-text.ts';

const DEPTH_MAX = 50;
const WILDCARDS_MAX = 3;
const VALUE_WORD = /(?![=<>!])(?:[^\s"'%(){}&|]|&(?!&)|\|(?!\|))+/y;

type Condition = (event: JsonValue) => boolean;
/** A field's name, an array's index, or `*` for each of them. */
type Step = { readonly name: string } | { readonly index: number } | '*';

interface Selector {
  readonly text: string;
  readonly steps: readonly Step[];
}

/** `{ $.a = "b" && ($.c > 1 || $.d NOT EXISTS) }`, of events that are JSON objects. */
export function parseJsonPattern(text: string): FilterPattern {
  const scanner = new Scanner(text);
  const selectors: Selector[] = [];
  scanner.expect('{');
  const condition = readAlternatives(scanner, selectors, 0);
  scanner.skipSpace();
  scanner.expect('}');
  scanner.skipSpace();
  const wildcards = selectors.filter(({ steps }) => steps.includes('*')).length;
  if (!scanner.isOver() || wildcards > WILDCARDS_MAX) throw new PatternSyntaxError();
  return {
    match: (message) => {
      const event = readEvent(message);
      if (event === undefined || !condition(event)) return undefined;
      const values = selectors.flatMap(({ text: name, steps }): [string, string][] => {
        const value = textOf(selected(event, steps)[0]);
        return value === undefined ? [] : [[name, value]];
      });
      return Object.fromEntries(values);
    },
    value: (message, name) => {
      const event = readEvent(message);
      const selector = selectorIn(name);
      if (event === undefined || selector === undefined) return undefined;
      return textOf(selected(event, selector.steps)[0]);
    },
  };
}

function readEvent(message: string): JsonValue | undefined {
  if (!message.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function readAlternatives(scanner: Scanner, selectors: Selector[], depth: number): Condition {
  const any = [readConjunction(scanner, selectors, depth)];
  for (scanner.skipSpace(); scanner.takes('||'); scanner.skipSpace()) {
    any.push(readConjunction(scanner, selectors, depth));
  }
  return (event) => any.some((condition) => condition(event));
}

function readConjunction(scanner: Scanner, selectors: Selector[], depth: number): Condition {
  const all = [readCondition(scanner, selectors, depth)];
  for (scanner.skipSpace(); scanner.takes('&&'); scanner.skipSpace()) {
    all.push(readCondition(scanner, selectors, depth));
  }
  return (event) => all.every((condition) => condition(event));
}

function readCondition(scanner: Scanner, selectors: Selector[], depth: number): Condition {
  scanner.skipSpace();
  if (depth > DEPTH_MAX) throw new PatternSyntaxError();
  if (scanner.takes('(')) {
    const inner = readAlternatives(scanner, selectors, depth + 1);
    scanner.skipSpace();
    scanner.expect(')');
    return inner;
  }
  const selector = readSelector(scanner);
  selectors.push(selector);
  scanner.skipSpace();
  return readTest(scanner, selector.steps);
}

function readTest(scanner: Scanner, steps: readonly Step[]): Condition {
  const found = (event: JsonValue): readonly JsonValue[] => selected(event, steps);
  if (scanner.match(/NOT\s+EXISTS\b/iy) !== undefined) return (event) => found(event).length === 0;
  const [, word] = /^IS\s+(NULL|TRUE|FALSE)$/i.exec(scanner.match(/IS\s+[A-Za-z]+/iy) ?? '') ?? [];
  if (word !== undefined) {
    const wanted: JsonValue = JSON.parse(word.toLowerCase());
    return (event) => found(event).includes(wanted);
  }
  const operator = readOperator(scanner);
  scanner.skipSpace();
  const operand = readOperand(scanner, VALUE_WORD);
  // A selector that finds no value, or an object or array, matches nothing, whatever the operator.
  return (event) =>
    found(event).some((value) => {
      const text = textOf(value);
      return text !== undefined && compare(text, operator, operand);
    });
}

function selectorIn(text: string): Selector | undefined {
  const scanner = new Scanner(text);
  try {
    const selector = readSelector(scanner);
    return scanner.isOver() ? selector : undefined;
  } catch (error) {
    if (error instanceof PatternSyntaxError) return undefined;
    throw error;
  }
}

function readSelector(scanner: Scanner): Selector {
  scanner.expect('$');
  let text = '$';
  const steps: Step[] = [];
  for (;;) {
    const part = scanner.match(/\.?\[(?:\d+|\*|'[^']*'|"[^"]*")\]|\.(?:[\w-]+|\*)/y);
    if (part === undefined) break;
    text += part;
    steps.push(stepOf(part));
  }
  const wildcards = steps.filter((step) => step === '*');
  if (steps.length === 0 || wildcards.length > 1) throw new PatternSyntaxError();
  return { text, steps };
}

function stepOf(part: string): Step {
  const [, bracketed] = /\[(.*)\]$/.exec(part) ?? [];
  if (bracketed === undefined) return part === '.*' ? '*' : { name: part.slice(1) };
  if (bracketed === '*') return '*';
  return /^\d+$/.test(bracketed) ? { index: Number(bracketed) } : { name: bracketed.slice(1, -1) };
}

function selected(event: JsonValue, steps: readonly Step[]): readonly JsonValue[] {
  let found: readonly JsonValue[] = [event];
  for (const step of steps) found = found.flatMap((value) => entered(value, step));
  return found;
}

function entered(value: JsonValue, step: Step): readonly JsonValue[] {
  if (isArray(value)) {
    if (step === '*') return value;
    const element = 'index' in step ? value[step.index] : undefined;
    return element === undefined ? [] : [element];
  }
  if (!isJsonObject(value)) return [];
  if (step === '*') return Object.values(value).filter((one) => one !== undefined);
  if (!('name' in step) || !Object.hasOwn(value, step.name)) return [];
  const field = value[step.name];
  return field === undefined ? [] : [field];
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Texts, numbers and booleans have one. */
function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
