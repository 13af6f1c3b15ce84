import { ServiceError } from '../core/errors.ts';
import { compilePattern } from './patterns.ts';
import type { Constraints, Member, OperationModel, Shape, StructureShape } from './types.ts';

/** A broken constraint: where, what, and the value unless it is sensitive. */
export interface Violation {
  readonly path: string;
  /** `Member must not be null`. */
  readonly constraint: string;
  /** Undefined for sensitive values, which are never echoed. */
  readonly value: string | undefined;
}

/** More violations than these are not told. */
const VIOLATIONS_MAX = 20;
/** Echoed values are cut here. */
const ECHO_CHARACTERS_MAX = 1_024;
/** Recursive shapes deeper than this were refused by the decoder. */
const DEPTH_MAX = 64;

interface Found {
  readonly violations: Violation[];
  readonly depth: number;
}

type Check = (value: unknown, path: string, sensitive: boolean, found: Found) => void;

const checks = new WeakMap<Shape, Check>();
const validators = new WeakMap<StructureShape, (input: object) => readonly Violation[]>();

/** The validator of a structure, compiled on first use. */
export function compileValidator(shape: StructureShape): (input: object) => readonly Violation[] {
  const known = validators.get(shape);
  if (known !== undefined) return known;
  const check = checkOf(shape);
  const validator = (input: object): readonly Violation[] => {
    const found: Found = { violations: [], depth: 0 };
    check(input, '', false, found);
    return found.violations;
  };
  validators.set(shape, validator);
  return validator;
}

/**
 * Checks an operation's input against the model's constraints.
 * Errors: ServiceError with `code` (default `ValidationException`) and AWS's text.
 */
export function validateInput(
  operation: OperationModel,
  input: object,
  code = 'ValidationException',
): void {
  const violations = compileValidator(operation.input)(input);
  if (violations.length > 0) throw new ServiceError(code, violationText(violations));
}

export function violationText(violations: readonly Violation[]): string {
  const told = violations.slice(0, VIOLATIONS_MAX).map(({ path, constraint, value }) => {
    const subject = value === undefined ? 'Value at' : `Value '${value}' at`;
    return `${subject} '${path}' failed to satisfy constraint: ${constraint}`;
  });
  const noun = violations.length === 1 ? 'validation error' : 'validation errors';
  return `${violations.length} ${noun} detected: ${told.join('; ')}`;
}

function checkOf(shape: Shape): Check {
  const known = checks.get(shape);
  if (known !== undefined) return known;
  let compiled: Check | undefined;
  const lazy: Check = (value, path, sensitive, found) => {
    compiled ??= build(shape);
    if (found.depth > DEPTH_MAX || found.violations.length > VIOLATIONS_MAX) return;
    compiled(value, path, sensitive || shape.sensitive, found);
  };
  checks.set(shape, lazy);
  return lazy;
}

function build(shape: Shape): Check {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return structureCheck(shape.members);
    case 'list':
      return listCheck(shape.member, shape.constraints);
    case 'map':
      return mapCheck(shape.key, shape.value, shape.constraints);
    case 'string':
      return stringCheck(shape.constraints);
    case 'blob':
      return (value, path, _sensitive, found) => {
        if (value instanceof Uint8Array) {
          lengthCheck(shape.constraints, value.length, path, undefined, found);
        }
      };
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return numberCheck(shape.constraints);
    default:
      return () => undefined;
  }
}

function structureCheck(members: readonly Member[]): Check {
  const checked = members.map((member) => ({
    name: member.name,
    path: lowerFirst(member.name),
    required: member.required,
    sensitive: member.sensitive,
    check: checkOf(member.shape),
  }));
  return (value, path, sensitive, found) => {
    if (!isRecord(value)) return;
    const prefix = path === '' ? '' : `${path}.`;
    for (const member of checked) {
      const present = value[member.name];
      if (present !== undefined && present !== null) {
        const hidden = sensitive || member.sensitive;
        member.check(present, prefix + member.path, hidden, deeper(found));
      } else if (member.required) {
        found.violations.push({
          path: prefix + member.path,
          constraint: 'Member must not be null',
          value: sensitive || member.sensitive ? undefined : 'null',
        });
      }
    }
  };
}

function deeper(found: Found): Found {
  return found.depth > DEPTH_MAX ? found : { violations: found.violations, depth: found.depth + 1 };
}

function listCheck(member: Shape, constraints: Constraints): Check {
  const check = checkOf(member);
  return (value, path, sensitive, found) => {
    if (!Array.isArray(value)) return;
    const echo = sensitive || !echoed(member, constraints) ? undefined : echoOf(value);
    lengthCheck(constraints, value.length, path, echo, found);
    value.forEach((entry, position) =>
      check(entry, `${path}.${position + 1}.member`, sensitive, deeper(found)),
    );
  };
}

/** What is wrong with a key or a value of a map is told of the map as a whole. */
function mapCheck(key: Shape, entry: Shape, constraints: Constraints): Check {
  const checkKey = checkOf(key);
  const checkEntry = checkOf(entry);
  return (value, path, sensitive, found) => {
    if (!isRecord(value)) return;
    const names = Object.keys(value);
    const hidden = sensitive || key.sensitive || !echoed(entry, constraints);
    const echo = hidden ? undefined : echoOf(value);
    lengthCheck(constraints, names.length, path, echo, found);
    const inKeys: Found = { violations: [], depth: found.depth + 1 };
    const inEntries: Found = { violations: [], depth: found.depth + 1 };
    for (const name of names) {
      checkKey(name, path, true, inKeys);
      checkEntry(value[name], `${path}.${name}.member`, sensitive, inEntries);
    }
    const quiet = sensitive || key.sensitive || !isPlain(entry);
    reportMap(value, path, quiet, [inKeys, inEntries], found);
  };
}

function reportMap(
  value: unknown,
  path: string,
  sensitive: boolean,
  [keys, entries]: readonly [Found, Found],
  found: Found,
): void {
  const [badKey] = keys.violations;
  if (badKey !== undefined) {
    found.violations.push({
      path,
      constraint: `Map keys must satisfy constraint: [${badKey.constraint}]`,
      value: sensitive ? undefined : echoOf(value),
    });
  }
  for (const violation of entries.violations) {
    const direct = violation.path.startsWith(`${path}.`) && violation.path.endsWith('.member');
    found.violations.push(
      direct
        ? {
            path,
            constraint: `Map value must satisfy constraint: [${violation.constraint}]`,
            value: sensitive || violation.value === undefined ? undefined : echoOf(value),
          }
        : violation,
    );
  }
}

function stringCheck(constraints: Constraints): Check {
  const { min, max, pattern, enum: values } = constraints;
  const allowed = values === undefined ? undefined : new Set(values);
  const matches = pattern === undefined ? undefined : lazyPattern(pattern);
  return (value, path, sensitive, found) => {
    if (typeof value !== 'string') return;
    const fail = (constraint: string): void => {
      found.violations.push({ path, constraint, value: sensitive ? undefined : cut(value) });
    };
    if (allowed !== undefined && !allowed.has(value)) {
      fail(`Member must satisfy enum value set: [${[...allowed].join(', ')}]`);
    }
    if (min !== undefined || max !== undefined) {
      const length = value.length <= (min ?? 0) || value.length > (max ?? 0) ? points(value) : -1;
      if (length >= 0)
        lengthCheck(constraints, length, path, sensitive ? undefined : cut(value), found);
    }
    if (matches !== undefined && !matches(value)) {
      fail(`Member must satisfy regular expression pattern: ${pattern}`);
    }
  };
}

/** The pattern is compiled at its first use, and looked at only for texts within the members' usual size. */
function lazyPattern(pattern: string): (text: string) => boolean {
  let compiled: ((text: string) => boolean) | undefined;
  return (text) => {
    compiled ??= compilePattern(pattern) ?? (() => true);
    return compiled(text);
  };
}

function numberCheck(constraints: Constraints): Check {
  const { min, max } = constraints;
  return (value, path, sensitive, found) => {
    if (typeof value !== 'number') return;
    const fail = (constraint: string): void => {
      found.violations.push({ path, constraint, value: sensitive ? undefined : String(value) });
    };
    if (min !== undefined && value < min) {
      fail(`Member must have value greater than or equal to ${min}`);
    }
    if (max !== undefined && value > max) {
      fail(`Member must have value less than or equal to ${max}`);
    }
  };
}

function lengthCheck(
  { min, max }: Constraints,
  length: number,
  path: string,
  value: string | undefined,
  found: Found,
): void {
  if (min !== undefined && length < min) {
    const constraint = `Member must have length greater than or equal to ${min}`;
    found.violations.push({ path, constraint, value });
  }
  if (max !== undefined && length > max) {
    const constraint = `Member must have length less than or equal to ${max}`;
    found.violations.push({ path, constraint, value });
  }
}

/** A collection is echoed only when its entries are plain: nested structures may hold secrets. */
function echoed(entry: Shape, { min, max }: Constraints): boolean {
  return (min !== undefined || max !== undefined) && isPlain(entry);
}

function isPlain(shape: Shape): boolean {
  return !shape.sensitive && (shape.type === 'string' || shape.type === 'integer');
}

/** Characters are code points. */
function points(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Lists and maps are echoed in the form `[a, b]` and `{k=v}`. */
function echoOf(value: unknown): string {
  if (Array.isArray(value)) return cut(`[${value.slice(0, 32).map(echoOf).join(', ')}]`);
  if (value instanceof Date) return value.toISOString();
  if (isRecord(value)) {
    const entries = Object.keys(value).slice(0, 32);
    return cut(`{${entries.map((key) => `${key}=${echoOf(value[key])}`).join(', ')}}`);
  }
  return cut(String(value));
}

function cut(text: string): string {
  return text.length > ECHO_CHARACTERS_MAX ? `${text.slice(0, ECHO_CHARACTERS_MAX)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
