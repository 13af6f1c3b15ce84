import { addressRange } from '../../../core/address-range.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** A filter policy over attributes: every key's conditions, or one of an `$or`. Values by name. */
export function matchesAttributes(
  policy: JsonObject,
  values: Readonly<Record<string, readonly JsonValue[]>>,
): boolean {
  return Object.entries(policy).every(([name, conditions]) => {
    if (name === '$or' && isAlternatives(conditions)) {
      return conditions.some((one) => matchesAttributes(one, values));
    }
    return (
      Array.isArray(conditions) &&
      anyHolds(conditions, Object.hasOwn(values, name) ? values[name] : undefined)
    );
  });
}

/** A filter policy over a JSON body: keys nest as the body's do, and a list matches by any of its entries. */
export function matchesBody(policy: JsonObject, body: JsonObject): boolean {
  return Object.entries(policy).every(([name, inner]) => {
    if (name === '$or' && isAlternatives(inner)) return inner.some((one) => matchesBody(one, body));
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    if (Array.isArray(inner)) return anyHolds(inner, leavesOf(value));
    return inner !== undefined && isJsonObject(inner) && matchesNested(inner, value);
  });
}

function matchesNested(policy: JsonObject, value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some((one: JsonValue) => matchesNested(policy, one));
  // Nothing is there: conditions that want nothing still hold.
  return matchesBody(policy, value !== undefined && isJsonObject(value) ? value : {});
}

function leavesOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.flatMap((one: JsonValue) => leavesOf(one) ?? []) : [value];
}

export function isAlternatives(value: JsonValue | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length >= 2 && value.every((one) => isJsonObject(one));
}

/** Undefined values: the key is not there. */
function anyHolds(
  conditions: readonly JsonValue[],
  values: readonly JsonValue[] | undefined,
): boolean {
  return conditions.some((condition) => {
    if (condition !== null && isJsonObject(condition) && 'exists' in condition) {
      return condition['exists'] === (values !== undefined);
    }
    return values?.some((value) => holds(condition, value)) === true;
  });
}

function holds(condition: JsonValue, value: JsonValue): boolean {
  if (condition === null || !isJsonObject(condition)) return condition === value;
  const [operator = '', operand = null] = Object.entries(condition)[0] ?? [];
  return OPERATORS.get(operator)?.(operand, value) ?? false;
}

type Operator = (operand: JsonValue, value: JsonValue) => boolean;

function text(test: (operand: string, value: string) => boolean): Operator {
  return (operand, value) =>
    typeof operand === 'string' && typeof value === 'string' && test(operand, value);
}

function ignoringCase(operand: JsonValue): string | undefined {
  if (operand === null || !isJsonObject(operand)) return undefined;
  const inner = operand['equals-ignore-case'];
  return typeof inner === 'string' ? inner.toLowerCase() : undefined;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['prefix', affix((value, part) => value.startsWith(part))],
  ['suffix', affix((value, part) => value.endsWith(part))],
  ['equals-ignore-case', text((operand, value) => operand.toLowerCase() === value.toLowerCase())],
  ['wildcard', text((operand, value) => matchesWildcard(operand, value))],
  ['cidr', text((operand, value) => isInRange(operand, value))],
  [
    'numeric',
    (operand, value) =>
      typeof value === 'number' && Array.isArray(operand) && isWithin(operand, value),
  ],
  ['anything-but', anythingBut],
]);

function affix(test: (value: string, part: string) => boolean): Operator {
  return (operand, value) => {
    if (typeof value !== 'string') return false;
    if (typeof operand === 'string') return test(value, operand);
    const folded = ignoringCase(operand);
    return folded !== undefined && test(value.toLowerCase(), folded);
  };
}

function anythingBut(operand: JsonValue, value: JsonValue): boolean {
  const excluded: readonly JsonValue[] = Array.isArray(operand) ? operand : [operand];
  return !excluded.some((one) => {
    if (one === null || !isJsonObject(one)) return one === value;
    const [operator = '', inner = null] = Object.entries(one)[0] ?? [];
    const listed: readonly JsonValue[] = Array.isArray(inner) ? inner : [inner];
    return listed.some((part) => OPERATORS.get(operator)?.(part, value) === true);
  });
}

/** `["=", 5]`, `[">", 0, "<=", 100]`. */
function isWithin(operand: readonly JsonValue[], value: number): boolean {
  for (let at = 0; at + 1 < operand.length; at += 2) {
    const bound = operand[at + 1];
    if (typeof bound !== 'number' || !compares(operand[at] ?? null, value, bound)) return false;
  }
  return operand.length >= 2;
}

function compares(sign: JsonValue, value: number, bound: number): boolean {
  switch (sign) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      return false;
  }
}

/** `*` stands for any characters. Two places are remembered, so no pattern takes long. */
function matchesWildcard(pattern: string, value: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let mark = 0;
  while (from < value.length) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at;
      mark = from;
      at += 1;
    } else if (at < pattern.length && pattern[at] === value[from]) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      from = mark;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

function isInRange(range: string, address: string): boolean {
  return range.includes('/') && addressRange(range)?.(address) === true;
}
