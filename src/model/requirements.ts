import { compilePattern } from './patterns.ts';
import type { Constraints, Shape } from './types.ts';

/** What a value must satisfy for itself, whatever stands inside it. */
export interface Requirement {
  /** AWS's words: `Member must have length less than or equal to 64`. */
  readonly text: string;
  /** True for values of another type too: the decoder refused those. */
  readonly holds: (value: unknown) => boolean;
}

const NONE: readonly Requirement[] = Object.freeze([]);
const known = new WeakMap<Constraints, Map<string, readonly Requirement[]>>();

/** The requirements of a shape's values, in the order AWS tells them. */
export function requirementsOf(shape: Shape): readonly Requirement[] {
  const { constraints, type } = shape;
  const { min, max, pattern, enum: values } = constraints;
  if (min === undefined && max === undefined && pattern === undefined && values === undefined) {
    return NONE;
  }
  const byType = known.get(constraints) ?? new Map<string, readonly Requirement[]>();
  known.set(constraints, byType);
  const made = byType.get(type) ?? requirementsFor(shape, constraints);
  byType.set(type, made);
  return made;
}

function requirementsFor(shape: Shape, constraints: Constraints): readonly Requirement[] {
  switch (shape.type) {
    case 'string':
      return [
        ...enumerated(constraints),
        ...sized(constraints, isSized),
        ...patterned(constraints),
      ];
    case 'blob':
    case 'list':
    case 'map':
      return sized(constraints, isSized);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return ranged(constraints);
    default:
      return NONE;
  }
}

function enumerated({ enum: values }: Constraints): readonly Requirement[] {
  if (values === undefined) return NONE;
  const allowed = new Set<unknown>(values);
  return [
    {
      text: `Member must satisfy enum value set: [${values.join(', ')}]`,
      holds: (value) => typeof value !== 'string' || allowed.has(value),
    },
  ];
}

/** Whether a value's size lies between two bounds; true for what has no size. */
type Sized = (value: unknown, min: number, max: number) => boolean;

function sized({ min, max }: Constraints, fits: Sized): readonly Requirement[] {
  const most =
    max === undefined
      ? NONE
      : [
          {
            text: `Member must have length less than or equal to ${max}`,
            holds: (value: unknown) => fits(value, 0, max),
          },
        ];
  const least =
    min === undefined
      ? NONE
      : [
          {
            text: `Member must have length greater than or equal to ${min}`,
            holds: (value: unknown) => fits(value, min, Number.POSITIVE_INFINITY),
          },
        ];
  return [...most, ...least];
}

/** A text's size is its code points, a blob's its bytes, a collection's its entries. A stream's is unknown. */
function isSized(value: unknown, min: number, max: number): boolean {
  if (typeof value === 'string') return isTextSized(value, min, max);
  if (Array.isArray(value) || value instanceof Uint8Array) {
    return value.length >= min && value.length <= max;
  }
  if (typeof value !== 'object' || value === null || Symbol.asyncIterator in value) return true;
  const { length } = Object.keys(value);
  return length >= min && length <= max;
}

/** Code points lie between half the text's length and all of it, so most texts need not be counted. */
function isTextSized(text: string, min: number, max: number): boolean {
  if (text.length <= max && text.length >= 2 * min) return true;
  if (text.length < min || text.length > 2 * max) return false;
  let points = 0;
  for (const _ of text) points += 1;
  return points >= min && points <= max;
}

/** The pattern is compiled at its first use. */
function patterned({ pattern }: Constraints): readonly Requirement[] {
  if (pattern === undefined) return NONE;
  let compiled: ((text: string) => boolean) | undefined;
  return [
    {
      text: `Member must satisfy regular expression pattern: ${pattern}`,
      holds: (value) => {
        if (typeof value !== 'string') return true;
        compiled ??= compilePattern(pattern) ?? (() => true);
        return compiled(value);
      },
    },
  ];
}

function ranged({ min, max }: Constraints): readonly Requirement[] {
  const most =
    max === undefined
      ? NONE
      : [
          {
            text: `Member must have value less than or equal to ${max}`,
            holds: (value: unknown) => typeof value !== 'number' || value <= max,
          },
        ];
  const least =
    min === undefined
      ? NONE
      : [
          {
            text: `Member must have value greater than or equal to ${min}`,
            holds: (value: unknown) => typeof value !== 'number' || value >= min,
          },
        ];
  return [...most, ...least];
}
