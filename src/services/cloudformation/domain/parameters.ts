import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { compileBounded } from '../../../model/bounded-pattern.ts';
import { validation } from '../errors.ts';

/** What a stack was given for a parameter: its text, and what SSM had under that name. */
export interface ParameterValue {
  readonly value: string;
  readonly resolved?: string;
}

export type ParameterValues = Readonly<Record<string, ParameterValue>>;

export interface GivenParameter {
  readonly ParameterKey?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly UsePreviousValue?: boolean | undefined;
}

const SSM_VALUE = /^AWS::SSM::Parameter::Value<(.+)>$/;
const LIST = /^(CommaDelimitedList|List<.+>)$/;
const VALUE_BYTES_MAX = 4_096;
const PATTERN_INSTRUCTIONS_MAX = 2_000;

/** The type behind `AWS::SSM::Parameter::Value<…>`; undefined for other types. */
export function ssmValueType(type: string): string | undefined {
  return SSM_VALUE.exec(type)?.[1];
}

export function isNoEcho(declaration: JsonObject): boolean {
  return String(declaration['NoEcho']) === 'true';
}

/**
 * A value for each parameter of the template. `previous` are the stack's own, for an update. Errors: ValidationError with
 * AWS's text.
 */
export function parameterValues(
  declared: ReadonlyMap<string, JsonObject>,
  given: readonly GivenParameter[],
  previous: ParameterValues = {},
): ParameterValues {
  const byKey = new Map<string, GivenParameter>();
  for (const one of given) {
    const { ParameterKey: key = '' } = one;
    if (byKey.has(key)) {
      throw validation(`Duplicate parameters are not allowed: [${key}]`);
    }
    byKey.set(key, one);
  }
  const unknown = [...byKey.keys()].filter((key) => !declared.has(key));
  if (unknown.length > 0) {
    throw validation(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  }
  const values: Record<string, ParameterValue> = {};
  const missing: string[] = [];
  for (const [key, declaration] of declared) {
    assertType(key, declaration);
    const value = valueOf(byKey.get(key), declaration['Default'], previous[key]);
    if (value === undefined) missing.push(key);
    else values[key] = { value };
  }
  if (missing.length > 0) {
    throw validation(`Parameters: [${missing.join(', ')}] must have values`);
  }
  for (const [key, declaration] of declared) {
    assertAllowed(key, declaration, values[key]?.value ?? '');
  }
  return values;
}

function valueOf(
  given: GivenParameter | undefined,
  byDefault: JsonValue | undefined,
  previous: ParameterValue | undefined,
): string | undefined {
  if (given?.UsePreviousValue === true) return previous?.value;
  if (given?.ParameterValue !== undefined) return given.ParameterValue;
  return byDefault === undefined || byDefault === null ? undefined : text(byDefault);
}

function text(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const TYPES = /^(String|Number|CommaDelimitedList|List<Number>|AWS::[\w:]+|List<AWS::[\w:]+>)$/;

function assertType(key: string, declaration: JsonObject): void {
  const type = String(declaration['Type']);
  const inner = ssmValueType(type) ?? type;
  if (TYPES.test(inner) || inner === 'List<String>') return;
  throw validation(
    `Template format error: Unrecognized parameter type: ${type}. Valid values for Parameters/${key}/Type are String, Number, CommaDelimitedList, List<Number>, and AWS-specific types.`,
  );
}

function assertAllowed(key: string, declaration: JsonObject, value: string): void {
  if (Buffer.byteLength(value) > VALUE_BYTES_MAX) {
    throw validation(`Parameter '${key}' must be no longer than ${VALUE_BYTES_MAX} bytes`);
  }
  const fault = faultOf(declaration, value);
  if (fault === undefined) return;
  const described = declaration['ConstraintDescription'];
  throw validation(
    typeof described === 'string'
      ? `Parameter '${key}' failed to satisfy constraint: ${described}`
      : `Parameter '${key}' ${fault}`,
  );
}

function faultOf(declaration: JsonObject, value: string): string | undefined {
  const type = String(declaration['Type']);
  const { AllowedValues: allowed, AllowedPattern: pattern } = declaration;
  const parts = LIST.test(type) ? value.split(',').map((part) => part.trim()) : [value];
  if (Array.isArray(allowed)) {
    const texts = allowed.map((one: JsonValue) => text(one));
    if (parts.some((part) => !texts.includes(part))) return 'must be one of AllowedValues';
  }
  if (type === 'Number' || type === 'List<Number>') {
    for (const part of parts) {
      const fault = numberFault(declaration, part);
      if (fault !== undefined) return fault;
    }
  }
  if (typeof pattern === 'string' && parts.some((part) => !matches(pattern, part))) {
    return `must match pattern ${pattern}`;
  }
  const [min, max] = [limit(declaration['MinLength']), limit(declaration['MaxLength'])];
  const { length } = Array.from(value);
  if (min !== undefined && length < min) return `must contain at least ${min} characters`;
  if (max !== undefined && length > max) return `must contain at most ${max} characters`;
  return undefined;
}

function numberFault(declaration: JsonObject, value: string): string | undefined {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) return 'must be a number';
  const [min, max] = [limit(declaration['MinValue']), limit(declaration['MaxValue'])];
  if (min !== undefined && number < min) return `must be a number not less than ${min}`;
  if (max !== undefined && number > max) return `must be a number not greater than ${max}`;
  return undefined;
}

function limit(value: JsonValue | undefined): number | undefined {
  return value === undefined || value === null ? undefined : Number(value);
}

function matches(pattern: string, value: string): boolean {
  const compiled = compileBounded(pattern, PATTERN_INSTRUCTIONS_MAX);
  if (compiled === undefined) {
    throw validation(`Template format error: the pattern ${pattern} can not be read.`);
  }
  return compiled.matches(value);
}

/** A parameter as `Ref` gives it: lists of texts for the types that are lists. */
export function referredParameter(declaration: JsonObject, given: ParameterValue): JsonValue {
  const type = String(declaration['Type']);
  const value = given.resolved ?? given.value;
  const inner = ssmValueType(type) ?? type;
  if (!LIST.test(inner)) return value;
  return value === '' ? [] : value.split(',').map((part) => part.trim());
}
