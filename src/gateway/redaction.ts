import type { JsonValue } from '../core/json.ts';
import type { Shape, StructureShape, UnionShape } from '../model/types.ts';

/** Strings longer than this stand in a record by their length alone. */
const STRING_CHARACTERS_MAX = 8_192;
/** Recursive shapes are followed this far. */
const DEPTH_MAX = 16;

/** Members that hold secrets although some models don't call them sensitive. */
const NEVER_RECORDED: ReadonlySet<string> = new Set([
  'SessionToken',
  'SecretAccessKey',
  'GrantTokens',
  'GrantToken',
  'Password',
]);

type Recorder = (value: unknown, depth: number) => JsonValue | undefined;

/**
 * Turns typed input or output into what an audit record may hold: sensitive members, blobs, documents and streams
 * are left out, names begin in lower case as CloudTrail writes them. Unknown kinds of value are left out too.
 */
export function recorderFor(
  shape: Shape,
  unrecorded: ReadonlySet<string> = new Set(),
): (value: unknown) => JsonValue | undefined {
  const recorders = new Map<Shape, Recorder>();
  const recorder = compile(shape, unrecorded, recorders);
  return (value) => recorder(value, 0);
}

function compile(
  shape: Shape,
  unrecorded: ReadonlySet<string>,
  known: Map<Shape, Recorder>,
): Recorder {
  const found = known.get(shape);
  if (found !== undefined) return found;
  if (shape.sensitive) return omitted;
  let resolved: Recorder = omitted;
  known.set(shape, (value, depth) => (depth > DEPTH_MAX ? undefined : resolved(value, depth)));
  resolved = build(shape, unrecorded, known);
  return resolved;
}

function omitted(): undefined {
  return undefined;
}

function build(
  shape: Shape,
  unrecorded: ReadonlySet<string>,
  known: Map<Shape, Recorder>,
): Recorder {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return structureRecorder(shape, unrecorded, known);
    case 'list': {
      const entry = compile(shape.member, unrecorded, known);
      return (value, depth) =>
        Array.isArray(value) ? value.map((item) => entry(item, depth + 1) ?? null) : undefined;
    }
    case 'map': {
      const entry = compile(shape.value, unrecorded, known);
      return (value, depth) => (isRecord(value) ? mapOf(value, entry, depth) : undefined);
    }
    case 'blob':
    case 'document':
      return omitted;
    case 'timestamp':
      return (value) => (value instanceof Date ? recordedDate(value) : undefined);
    default:
      return scalar;
  }
}

function mapOf(value: Record<string, unknown>, entry: Recorder, depth: number): JsonValue {
  const result: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    const recorded = entry(value[key], depth + 1);
    if (recorded !== undefined) define(result, key, recorded);
  }
  return result;
}

/** Sets an own property whatever its name is, `__proto__` included. */
function define(target: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true });
  } else {
    target[key] = value;
  }
}

function structureRecorder(
  { name: owner, members }: StructureShape | UnionShape,
  unrecorded: ReadonlySet<string>,
  known: Map<Shape, Recorder>,
): Recorder {
  const recorded = members
    .filter(({ name, sensitive }) => {
      if (sensitive || NEVER_RECORDED.has(name)) return false;
      return !unrecorded.has(name) && !unrecorded.has(`${owner}.${name}`);
    })
    .map((m) => ({
      source: m.name,
      name: lowerFirst(m.name),
      recorder: compile(m.shape, unrecorded, known),
    }))
    .filter((m) => m.recorder !== omitted);
  return (value, depth) => {
    if (!isRecord(value)) return undefined;
    const result: Record<string, JsonValue> = {};
    for (const member of recorded) {
      const present = value[member.source];
      if (present === undefined) continue;
      const entry = member.recorder(present, depth + 1);
      if (entry !== undefined) result[member.name] = entry;
    }
    return result;
  };
}

function scalar(value: unknown): JsonValue | undefined {
  if (typeof value === 'string') {
    return value.length > STRING_CHARACTERS_MAX ? `(${value.length} characters)` : value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** `May 21, 2025, 5:47:45 AM`, in UTC, as CloudTrail writes instants in parameters. */
function recordedDate(value: Date): string {
  return Number.isNaN(value.getTime()) ? 'invalid' : dateFormat().format(value);
}

let madeFormat: Intl.DateTimeFormat | undefined;

/** Made on first use: it takes longer than any other line of a start. */
function dateFormat(): Intl.DateTimeFormat {
  madeFormat ??= new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  });
  return madeFormat;
}

/** `KeyId` → `keyId`. Leading acronyms keep all but their first letter, as in CloudTrail. */
export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
