import { ServiceError } from '../core/errors.ts';
import { requirementsOf } from './requirements.ts';
import type { Member, OperationModel, Shape, StructureShape } from './types.ts';

/** A broken constraint: where, what, and the value unless it is sensitive. */
export interface Violation {
  readonly path: string;
  /** `Member must not be null`. */
  readonly constraint: string;
  /** Null where nothing was given; undefined for sensitive values, which are never echoed. */
  readonly value: string | undefined | null;
}

/** More violations than these are not told. */
const VIOLATIONS_MAX = 20;
/** Echoed values are cut here. */
const ECHO_CHARACTERS_MAX = 1_024;
/** Recursive shapes deeper than this were refused by the decoder. */
const DEPTH_MAX = 64;

/** Where a value stands: its path from the input, whether it may be echoed, how deep it is. */
interface Place {
  readonly path: string;
  readonly hidden: boolean;
  readonly depth: number;
}

/** Judges what stands inside a value: members, entries. */
type Descent = (value: unknown, place: Place, violations: Violation[]) => void;

const descents = new WeakMap<Shape, Descent>();
const validators = new WeakMap<StructureShape, (input: object) => readonly Violation[]>();

/** The validator of a structure, compiled on first use. */
export function compileValidator(shape: StructureShape): (input: object) => readonly Violation[] {
  const known = validators.get(shape);
  if (known !== undefined) return known;
  const descend = descentOf(shape);
  const validator = (input: object): readonly Violation[] => {
    const violations: Violation[] = [];
    descend?.(input, { path: '', hidden: shape.sensitive, depth: 0 }, violations);
    return violations;
  };
  validators.set(shape, validator);
  return validator;
}

/** How a service says that input is not valid: by a code of its own, or in words of its own. */
export interface InputRefusal {
  /** Default `ValidationException`. */
  readonly validationCode?: string;
  readonly inputFault?: (violations: readonly Violation[]) => ServiceError;
}

/**
 * Checks an operation's input against the model's constraints.
 * Errors: ServiceError with AWS's text, unless the service has its own.
 */
export function validateInput(
  operation: OperationModel,
  input: object,
  { validationCode = 'ValidationException', inputFault }: InputRefusal = {},
): void {
  const violations = compileValidator(operation.input)(input);
  if (violations.length === 0) return;
  throw inputFault?.(violations) ?? new ServiceError(validationCode, violationText(violations));
}

/** `Value 'x' at 'member' failed to satisfy constraint: …`, of one violation or several, as AWS says it. */
export function violationText(violations: readonly Violation[]): string {
  const told = violations.slice(0, VIOLATIONS_MAX).map(({ path, constraint, value }) => {
    return `${subjectOf(value)} '${path}' failed to satisfy constraint: ${constraint}`;
  });
  const noun = violations.length === 1 ? 'validation error' : 'validation errors';
  return `${violations.length} ${noun} detected: ${told.join('; ')}`;
}

/** What is absent is told without quotes; what must not be echoed is not told at all. */
function subjectOf(value: string | undefined | null): string {
  if (value === undefined) return 'Value at';
  return value === null ? 'Value null at' : `Value '${value}' at`;
}

/** Undefined for simple shapes, inside which nothing stands. */
function descentOf(shape: Shape): Descent | undefined {
  if (!isNested(shape)) return undefined;
  const known = descents.get(shape);
  if (known !== undefined) return known;
  let built: Descent | undefined;
  const lazy: Descent = (value, place, violations) => {
    if (place.depth > DEPTH_MAX || violations.length > VIOLATIONS_MAX) return;
    built ??= build(shape);
    built(value, place, violations);
  };
  descents.set(shape, lazy);
  return lazy;
}

type Nested = Exclude<Shape, { readonly streaming: boolean }>;

function isNested(shape: Shape): shape is Nested {
  return !('streaming' in shape);
}

function build(shape: Nested): Descent {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return intoMembers(shape.members);
    case 'list':
      return intoList(shape.member);
    case 'map':
      return intoMap(shape.key, shape.value);
  }
}

function intoMembers(members: readonly Member[]): Descent {
  const checked = members.map((member) => ({
    name: member.name,
    path: lowerFirst(member.name),
    required: member.required,
    hidden: member.sensitive || member.shape.sensitive,
    told: isTold(member.shape),
    requirements: requirementsOf(member.shape),
    descend: descentOf(member.shape),
  }));
  return (value, place, violations) => {
    if (!isRecord(value)) return;
    const prefix = place.path === '' ? '' : `${place.path}.`;
    for (const member of checked) {
      const present = value[member.name];
      const hidden = place.hidden || member.hidden;
      if (present === undefined || present === null) {
        if (!member.required) continue;
        const constraint = 'Member must not be null';
        violations.push({
          path: prefix + member.path,
          constraint,
          value: hidden ? undefined : null,
        });
        continue;
      }
      for (const { text, holds } of member.requirements) {
        if (holds(present)) continue;
        const echo = hidden || !member.told ? undefined : echoOf(present);
        violations.push({ path: prefix + member.path, constraint: text, value: echo });
      }
      if (member.descend === undefined) continue;
      const path = prefix + member.path;
      member.descend(present, { path, hidden, depth: place.depth + 1 }, violations);
    }
  };
}

/** What is wrong with an entry itself is told once, of the list as a whole, with all that entries must satisfy. */
function intoList(entry: Shape): Descent {
  const fits = fitOf(entry);
  const descend = descentOf(entry);
  return (value, place, violations) => {
    if (!Array.isArray(value)) return;
    const hidden = place.hidden || entry.sensitive;
    if (!value.every(fits.holds)) {
      violations.push({
        path: place.path,
        constraint: `Member must satisfy constraint: ${fits.text}`,
        value: hidden || !isTold(entry) ? undefined : echoOf(value),
      });
    }
    if (descend === undefined) return;
    value.forEach((one, position) => {
      const path = `${place.path}.${position + 1}.member`;
      descend(one, { path, hidden, depth: place.depth + 1 }, violations);
    });
  };
}

/** What is wrong with keys or values themselves is told once each, of the map as a whole. */
function intoMap(key: Shape, entry: Shape): Descent {
  const keys = fitOf(key);
  const entries = fitOf(entry);
  const descend = descentOf(entry);
  return (value, place, violations) => {
    if (!isRecord(value)) return;
    const names = Object.keys(value);
    const { path } = place;
    const hidden = place.hidden || key.sensitive || entry.sensitive;
    const echo = hidden || !isTold(entry) ? undefined : echoOf(value);
    if (!names.every(keys.holds)) {
      const constraint = `Map keys must satisfy constraint: ${keys.text}`;
      violations.push({ path, constraint, value: echo });
    }
    if (!names.every((name) => entries.holds(value[name]))) {
      const constraint = `Map value must satisfy constraint: ${entries.text}`;
      violations.push({ path, constraint, value: echo });
    }
    if (descend === undefined) return;
    // The key of a map whose keys are secret is left out of the path too.
    for (const name of names) {
      const inner = key.sensitive ? `${path}.member` : `${path}.${cut(name)}.member`;
      descend(value[name], { path: inner, hidden, depth: place.depth + 1 }, violations);
    }
  };
}

/** All requirements of an entry as one, and their text as a list. */
function fitOf(shape: Shape): {
  readonly holds: (value: unknown) => boolean;
  readonly text: string;
} {
  const requirements = requirementsOf(shape);
  return {
    holds: (value) =>
      value === undefined || value === null || requirements.every(({ holds }) => holds(value)),
    text: `[${requirements.map(({ text }) => text).join(', ')}]`,
  };
}

/** Bytes and structures are not echoed: they have no form worth reading, and structures may hold secrets. */
function isTold(shape: Shape): boolean {
  switch (shape.type) {
    case 'structure':
    case 'union':
    case 'blob':
    case 'document':
      return false;
    case 'list':
      return !shape.member.sensitive && isTold(shape.member);
    case 'map':
      return !shape.key.sensitive && !shape.value.sensitive && isTold(shape.value);
    default:
      return true;
  }
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
