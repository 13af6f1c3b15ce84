import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { isAlternatives } from './filter-match.ts';

const POLICY_BYTES_MAX = 262_144;
const KEYS_MAX = 5;
const DEPTH_MAX = 5;
const COMBINATIONS_MAX = 150;

export type FilterScope = 'MessageAttributes' | 'MessageBody';

/** What is wrong with a filter policy, as AWS begins it; undefined: nothing. */
export function filterPolicyFault(text: string, scope: FilterScope): string | undefined {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) return 'FilterPolicy: Filter policy is too long';
  let json: JsonValue;
  try {
    json = JSON.parse(text);
  } catch {
    return 'FilterPolicy: failed to parse JSON.';
  }
  if (json === null || !isJsonObject(json)) {
    return 'FilterPolicy: Filter policy must be an object';
  }
  const isFlat = scope === 'MessageAttributes';
  if (isFlat && isNested(json)) {
    return 'FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy';
  }
  const fault = objectFault(json, 1);
  if (fault !== undefined) return `FilterPolicy: ${fault}`;
  const { keys, combinations } = sizeOf(json, 1);
  if (keys > KEYS_MAX) return `FilterPolicy: Filter policy can not have more than ${KEYS_MAX} keys`;
  return combinations > COMBINATIONS_MAX ? 'FilterPolicy: Filter policy is too complex' : undefined;
}

function isNested(policy: JsonObject): boolean {
  return Object.entries(policy).some(([name, value]) => {
    if (name === '$or' && isAlternatives(value)) return value.some((one) => isNested(one));
    return isJsonObject(value);
  });
}

function objectFault(policy: JsonObject, depth: number): string | undefined {
  if (depth > DEPTH_MAX) return 'Filter policy is nested too deep';
  for (const [name, value] of Object.entries(policy)) {
    const fault = keyFault(name, value ?? null, depth);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function keyFault(name: string, value: JsonValue, depth: number): string | undefined {
  if (name === '$or' && isAlternatives(value)) {
    return value.map((one) => objectFault(one, depth + 1)).find((fault) => fault !== undefined);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'Empty arrays are not allowed';
    return value
      .map((condition: JsonValue) => conditionFault(condition))
      .find((fault) => fault !== undefined);
  }
  if (value !== null && isJsonObject(value)) return objectFault(value, depth + 1);
  return `"${name}" must be an object or an array`;
}

function conditionFault(condition: JsonValue): string | undefined {
  if (condition === null || !isJsonObject(condition)) {
    return Array.isArray(condition)
      ? 'Match value must be String, number, true, false, or null'
      : undefined;
  }
  const names = Object.keys(condition);
  const [name = ''] = names;
  if (names.length !== 1) return 'Only one key allowed in match expression';
  const operand = condition[name] ?? null;
  const isFit = OPERANDS.get(name);
  if (isFit === undefined) return `Unrecognized match type ${name}`;
  return isFit(operand) ? undefined : `Value of ${name} must be of the right type`;
}

type Test = (operand: JsonValue) => boolean;

const isText: Test = (operand) => typeof operand === 'string' && operand !== '';
const isAffix: Test = (operand) =>
  isText(operand) ||
  (operand !== null && isJsonObject(operand) && isText(operand['equals-ignore-case'] ?? null));

const OPERANDS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['exists', (operand) => typeof operand === 'boolean'],
  ['prefix', isAffix],
  ['suffix', isAffix],
  ['equals-ignore-case', isText],
  ['wildcard', isText],
  ['cidr', (operand) => typeof operand === 'string' && /^[\da-f.:]+\/\d{1,3}$/i.test(operand)],
  ['numeric', isNumeric],
  ['anything-but', isExcluded],
]);

const SIGNS: ReadonlySet<JsonValue> = new Set<JsonValue>(['=', '<', '<=', '>', '>=']);

function isNumeric(operand: JsonValue): boolean {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) return false;
  return operand.every((part: JsonValue, at: number) =>
    at % 2 === 0 ? SIGNS.has(part) : typeof part === 'number',
  );
}

const EXCLUDING: ReadonlySet<string> = new Set([
  'prefix',
  'suffix',
  'equals-ignore-case',
  'wildcard',
]);

function isExcluded(operand: JsonValue): boolean {
  const list: readonly JsonValue[] = Array.isArray(operand) ? operand : [operand];
  return (
    list.length > 0 &&
    list.every((one) => {
      if (one === null || !isJsonObject(one))
        return typeof one === 'string' || typeof one === 'number';
      const [name = '', ...more] = Object.keys(one);
      return more.length === 0 && EXCLUDING.has(name);
    })
  );
}

/** Keys, wherever they stand, and how many combinations of their conditions there are: deeper ones count for more. */
function sizeOf(
  policy: JsonObject,
  level: number,
): { readonly keys: number; readonly combinations: number } {
  let keys = 0;
  let combinations = 1;
  for (const [name, value] of Object.entries(policy)) {
    if (name === '$or' && isAlternatives(value)) {
      const sizes = value.map((one) => sizeOf(one, level));
      keys += Math.max(...sizes.map((size) => size.keys));
      combinations *= sizes.reduce((sum, size) => sum + size.combinations, 0);
    } else if (Array.isArray(value)) {
      keys += 1;
      combinations *= value.length * level;
    } else if (value !== null && value !== undefined && isJsonObject(value)) {
      const inner = sizeOf(value, level + 1);
      keys += inner.keys;
      combinations *= inner.combinations;
    }
  }
  return { keys, combinations };
}
