import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { isPattern, MatchBudget, TooMuchWork } from './match-budget.ts';

/** A schema that bodies can be held against: JSON Schema, draft 4. */
export type CompiledSchema =
  | { readonly schema: JsonValue }
  /** It is none. */
  | { readonly fault: string }
  /** It says something that isn't understood here, and that is not passed over. */
  | { readonly unsupported: string };

const KNOWN: ReadonlySet<string> = new Set([
  '$ref',
  '$schema',
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'default',
  'definitions',
  'description',
  'enum',
  'example',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'id',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'oneOf',
  'pattern',
  'patternProperties',
  'properties',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
]);
/** Members whose own members are schemas, by any name. */
const MAPS = ['definitions', 'patternProperties', 'properties'] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const SINGLE = ['additionalItems', 'additionalProperties', 'items', 'not'] as const;
const DEPTH_MAX = 64;
/** What a comparison takes of the budget that each body has; a body that takes more is refused. */
const COMPARISON = 20;
const PATTERNS_MAX = 100;
/** Characters of all schemas that are kept as they were read. */
const KEPT_MAX = 8_388_608;
const kept = new RecencyCache<CompiledSchema>(KEPT_MAX, (text) => text.length);

/** Reads a schema, and keeps it: each request asks for it. */
export function compileSchema(text: string): CompiledSchema {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = readSchema(text);
  kept.set(text, read);
  return read;
}

function readSchema(text: string): CompiledSchema {
  let schema: JsonValue;
  try {
    schema = JSON.parse(text);
  } catch {
    return { fault: 'Model schema must be valid JSON' };
  }
  if (!isJsonObject(schema)) return { fault: 'Model schema must be a JSON object' };
  const unsupported = unsupportedIn(schema, { depth: 0, patterns: { left: PATTERNS_MAX } });
  return unsupported === undefined ? { schema } : { unsupported };
}

interface Reading {
  readonly depth: number;
  readonly patterns: { left: number };
}

function unsupportedIn(schema: JsonValue | undefined, reading: Reading): string | undefined {
  if (reading.depth > DEPTH_MAX) return `schemas deeper than ${DEPTH_MAX}`;
  if (Array.isArray(schema)) return firstOf(schema, reading);
  if (!isJsonObject(schema)) return undefined;
  const keyword = Object.keys(schema).find((name) => !KNOWN.has(name) && !name.startsWith('x-'));
  if (keyword !== undefined) return `the keyword ${keyword}`;
  const { pattern, patternProperties } = schema;
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  const all = typeof pattern === 'string' ? [...patterns, pattern] : patterns;
  reading.patterns.left -= all.length;
  if (reading.patterns.left < 0) return `schemas with more than ${PATTERNS_MAX} patterns`;
  const wrong = all.find((one) => !isPattern(one));
  if (wrong !== undefined) return `the pattern ${wrong}`;
  const below = [
    ...SINGLE.map((name) => schema[name]),
    ...LISTS.map((name) => schema[name]),
    ...MAPS.flatMap((name) => {
      const map = schema[name];
      return isJsonObject(map) ? Object.values(map) : [];
    }),
  ];
  return firstOf(below, reading);
}

function firstOf(
  schemas: readonly (JsonValue | undefined)[],
  reading: Reading,
): string | undefined {
  for (const schema of schemas) {
    const found = unsupportedIn(schema, { ...reading, depth: reading.depth + 1 });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Finds what a `$ref` names outside the schema: another model. */
export type FindSchema = (reference: string) => JsonValue | undefined;

/** Whether a body is what the schema says. Work is bounded; what takes too much is not. */
export function isValid(schema: JsonValue, value: JsonValue, find: FindSchema): boolean {
  const run: Run = { root: schema, find, budget: new MatchBudget() };
  try {
    return holds(run, schema, value, 0);
  } catch (error) {
    if (error instanceof TooMuchWork) return false;
    throw error;
  }
}

interface Run {
  readonly root: JsonValue;
  readonly find: FindSchema;
  /** One for the whole body, whatever schemas it is held against. */
  readonly budget: MatchBudget;
}

function holds(run: Run, schema: JsonValue | undefined, value: JsonValue, depth: number): boolean {
  run.budget.spend(COMPARISON);
  if (depth > DEPTH_MAX) throw new TooMuchWork();
  if (schema === false) return false;
  if (!isJsonObject(schema)) return true;
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const outside = reference.startsWith('#') ? undefined : run.find(reference);
    if (outside !== undefined) {
      return holds({ ...run, root: outside }, outside, value, depth + 1);
    }
    const target = pointed(run.root, reference);
    return target !== undefined && holds(run, target, value, depth + 1);
  }
  const below: Below = (inner, one) => holds(run, inner, one, depth + 1);
  return (
    isOfType(run, schema['type'], value) &&
    isListed(run, schema['enum'], value) &&
    combines(schema, value, below) &&
    fits(run, schema, value, below)
  );
}

type Below = (schema: JsonValue | undefined, value: JsonValue) => boolean;

/** `#/definitions/Pet`. */
function pointed(root: JsonValue, reference: string): JsonValue | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: JsonValue | undefined = root;
  for (const part of reference.slice(2).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isJsonObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

function isOfType(run: Run, type: JsonValue | undefined, value: JsonValue): boolean {
  if (type === undefined) return true;
  const types: readonly JsonValue[] = Array.isArray(type) ? type : [type];
  run.budget.spend(types.length);
  return types.some(
    (one) => one === typeName(value) || (one === 'number' && typeof value === 'number'),
  );
}

function typeName(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function isListed(run: Run, listed: JsonValue | undefined, value: JsonValue): boolean {
  if (!Array.isArray(listed)) return true;
  const text = canonical(run, value);
  return listed.some((one: JsonValue) => canonical(run, one) === text);
}

/** One text for values that are equal, whatever the order of their members. */
function canonical(run: Run, value: JsonValue, depth = 0): string {
  run.budget.spend(typeof value === 'string' ? COMPARISON + value.length : COMPARISON);
  if (depth > DEPTH_MAX) throw new TooMuchWork();
  if (Array.isArray(value)) {
    return `[${value.map((one: JsonValue) => canonical(run, one, depth + 1)).join(',')}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(run, value[name] ?? null, depth + 1)}`);
  return `{${members.join(',')}}`;
}

function combines(schema: JsonObject, value: JsonValue, below: Below): boolean {
  const { allOf, anyOf, oneOf, not } = schema;
  if (Array.isArray(allOf) && !allOf.every((one: JsonValue) => below(one, value))) return false;
  if (Array.isArray(anyOf) && !anyOf.some((one: JsonValue) => below(one, value))) return false;
  if (Array.isArray(oneOf) && oneOf.filter((one: JsonValue) => below(one, value)).length !== 1) {
    return false;
  }
  return not === undefined || !below(not, value);
}

function fits(run: Run, schema: JsonObject, value: JsonValue, below: Below): boolean {
  if (typeof value === 'string') return fitsText(run, schema, value);
  if (typeof value === 'number') return fitsNumber(schema, value);
  if (Array.isArray(value)) return fitsList(run, schema, value, below);
  return isJsonObject(value) ? fitsObject(run, schema, value, below) : true;
}

function isWithin(
  size: number,
  least: JsonValue | undefined,
  most: JsonValue | undefined,
): boolean {
  return (typeof least !== 'number' || size >= least) && (typeof most !== 'number' || size <= most);
}

function fitsText(run: Run, schema: JsonObject, value: string): boolean {
  const { pattern, minLength, maxLength } = schema;
  run.budget.spend(value.length);
  if (!isWithin(Array.from(value).length, minLength, maxLength)) return false;
  return typeof pattern !== 'string' || run.budget.finds(pattern, value);
}

function fitsNumber(schema: JsonObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (!isWithin(value, minimum, maximum)) return false;
  if (exclusiveMinimum === true && value === minimum) return false;
  if (exclusiveMaximum === true && value === maximum) return false;
  if (typeof multipleOf !== 'number') return true;
  const times = value / multipleOf;
  return Math.abs(times - Math.round(times)) < 1e-9;
}

function fitsList(
  run: Run,
  schema: JsonObject,
  value: readonly JsonValue[],
  below: Below,
): boolean {
  const { items, additionalItems, minItems, maxItems, uniqueItems } = schema;
  if (!isWithin(value.length, minItems, maxItems)) return false;
  if (uniqueItems === true) {
    const distinct = new Set(value.map((one) => canonical(run, one)));
    if (distinct.size < value.length) return false;
  }
  if (!Array.isArray(items)) return value.every((one) => below(items, one));
  return value.every((one, at) => below(at < items.length ? items[at] : additionalItems, one));
}

function fitsObject(run: Run, schema: JsonObject, value: JsonObject, below: Below): boolean {
  const { required, properties, patternProperties, additionalProperties } = schema;
  const names = Object.keys(value);
  run.budget.spend(names.length + (Array.isArray(required) ? required.length : 0));
  if (!isWithin(names.length, schema['minProperties'], schema['maxProperties'])) return false;
  if (Array.isArray(required)) {
    const isThere = (name: JsonValue): boolean =>
      typeof name === 'string' && Object.hasOwn(value, name);
    if (!required.every(isThere)) return false;
  }
  const known = isJsonObject(properties) ? properties : {};
  const patterns = isJsonObject(patternProperties) ? Object.entries(patternProperties) : [];
  return names.every((name) => {
    const member = value[name] ?? null;
    const own = Object.hasOwn(known, name) ? [known[name]] : [];
    const byPattern = patterns
      .filter(([pattern]) => run.budget.finds(pattern, name))
      .map(([, one]) => one);
    const schemas = [...own, ...byPattern];
    if (schemas.length === 0) return below(additionalProperties, member);
    return schemas.every((one) => below(one, member));
  });
}
