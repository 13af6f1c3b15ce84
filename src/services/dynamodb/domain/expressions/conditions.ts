import { base64, compareValues, equalValues } from '../equality.ts';
import { type Item, typeOf, type Value, type ValueType } from '../values.ts';
import { type Path, valueAt } from './paths.ts';
import type { Comparator } from './syntax.ts';

/** What a condition compares: of an item, of the request, or the size of either. */
export type Operand =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'size'; readonly of: Operand };

/** A condition on an item, checked: its values are in it, and nothing about it can fail any more. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison
  | Between
  | { readonly kind: 'in'; readonly operand: Operand; readonly choices: readonly Operand[] }
  | { readonly kind: 'exists' | 'missing'; readonly path: Path }
  | { readonly kind: 'type'; readonly path: Path; readonly type: ValueType }
  | Begins
  | { readonly kind: 'contains'; readonly operand: Operand; readonly part: Operand };

export interface Comparison {
  readonly kind: 'compare';
  readonly comparator: Comparator;
  readonly left: Operand;
  readonly right: Operand;
}

export interface Between {
  readonly kind: 'between';
  readonly operand: Operand;
  readonly low: Operand;
  readonly high: Operand;
}

export interface Begins {
  readonly kind: 'begins';
  readonly operand: Operand;
  readonly prefix: Operand;
}

/** Whether an item meets a condition. What an item lacks is equal to nothing, and in no order to anything. */
export function meets(item: Item, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => meets(item, part));
    case 'or':
      return condition.parts.some((part) => meets(item, part));
    case 'not':
      return !meets(item, condition.part);
    case 'exists':
      return valueAt(item, condition.path) !== undefined;
    case 'missing':
      return valueAt(item, condition.path) === undefined;
    case 'type': {
      const value = valueAt(item, condition.path);
      return value !== undefined && typeOf(value) === condition.type;
    }
    default:
      return meetsComparison(item, condition);
  }
}

type Comparing = Extract<Condition, { kind: 'compare' | 'between' | 'in' | 'begins' | 'contains' }>;

function meetsComparison(item: Item, condition: Comparing): boolean {
  const value = (operand: Operand) => operandOf(item, operand);
  switch (condition.kind) {
    case 'compare':
      return compares(condition.comparator, value(condition.left), value(condition.right));
    case 'between': {
      const operand = value(condition.operand);
      return (
        compares('>=', operand, value(condition.low)) &&
        compares('<=', operand, value(condition.high))
      );
    }
    case 'in': {
      const operand = value(condition.operand);
      return condition.choices.some((choice) => compares('=', operand, value(choice)));
    }
    case 'begins':
      return begins(value(condition.operand), value(condition.prefix));
    case 'contains':
      return contains(value(condition.operand), value(condition.part));
  }
}

function operandOf(item: Item, operand: Operand): Value | undefined {
  switch (operand.kind) {
    case 'path':
      return valueAt(item, operand.path);
    case 'value':
      return operand.value;
    case 'size': {
      const value = operandOf(item, operand.of);
      const size = value === undefined ? undefined : sizeOf(value);
      return size === undefined ? undefined : { N: String(size) };
    }
  }
}

/** Characters, bytes, members or elements; undefined for what has no size. */
function sizeOf(value: Value): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return value.B.byteLength;
  if ('SS' in value) return value.SS.length;
  if ('NS' in value) return value.NS.length;
  if ('BS' in value) return value.BS.length;
  if ('L' in value) return value.L.length;
  return 'M' in value ? Object.keys(value.M).length : undefined;
}

function compares(
  comparator: Comparator,
  left: Value | undefined,
  right: Value | undefined,
): boolean {
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return equalValues(left, right);
  if (comparator === '<>') return !equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  switch (comparator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function begins(value: Value | undefined, prefix: Value | undefined): boolean {
  if (value === undefined || prefix === undefined) return false;
  if ('S' in value && 'S' in prefix) return value.S.startsWith(prefix.S);
  if (!('B' in value && 'B' in prefix)) return false;
  return Buffer.compare(value.B.subarray(0, prefix.B.byteLength), prefix.B) === 0;
}

/** A part of a text or of bytes, a member of a set, an element of a list. */
function contains(value: Value | undefined, part: Value | undefined): boolean {
  if (value === undefined || part === undefined) return false;
  if ('S' in part && 'S' in value) return value.S.includes(part.S);
  if ('B' in part && 'B' in value) return Buffer.from(value.B).includes(Buffer.from(part.B));
  if ('SS' in value) return 'S' in part && value.SS.includes(part.S);
  if ('NS' in value) return 'N' in part && value.NS.includes(part.N);
  if ('BS' in value) return 'B' in part && value.BS.map(base64).includes(base64(part.B));
  return 'L' in value && value.L.some((element) => equalValues(element, part));
}
