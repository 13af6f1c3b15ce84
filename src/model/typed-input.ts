import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Member, Shape, StructureShape } from './types.ts';

export interface Typing {
  /**
   * Values of other types that say the same are taken too, as templates of stacks write them: `"true"` and `"365"` for what
   * is no text, documents for the text that they are in JSON, and `{"base64": …}` for bytes. Default false.
   */
  readonly isLenient?: boolean;
  /** Told of each member that the operation does not have, with where it stands (`/Rules/0`; empty at the top). Default: left out. */
  readonly onUnknown?: (path: string, name: string) => void;
}

/**
 * A call's input as its operation takes it, from JSON: bytes are text there, and instants are seconds or ISO 8601. What is
 * of another type than the model says stays as it is, and is refused with the call.
 */
export function typedInput(shape: StructureShape, input: JsonObject, typing: Typing = {}): object {
  return structure(shape, input, typing, '');
}

function structure(
  shape: Pick<StructureShape, 'memberByName'>,
  value: JsonObject,
  typing: Typing,
  path: string,
): object {
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const member = memberOf(shape, name, typing);
    if (inner === undefined || inner === null) continue;
    if (member === undefined) {
      typing.onUnknown?.(path, name);
      continue;
    }
    made[member.name] = typed(member.shape, inner, typing, `${path}/${name}`);
  }
  return made;
}

/** Members may begin with a small letter, as those of some SDKs do; templates write some in other letters altogether. */
function memberOf(
  { memberByName }: Pick<StructureShape, 'memberByName'>,
  name: string,
  { isLenient }: Typing,
): Member | undefined {
  const found =
    memberByName.get(name) ?? memberByName.get(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
  if (found !== undefined || isLenient !== true) return found;
  const letters = name.toLowerCase();
  return [...memberByName.values()].find((member) => member.name.toLowerCase() === letters);
}

function typed(shape: Shape, value: JsonValue, typing: Typing, path: string): unknown {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? structure(shape, value, typing, path) : value;
    case 'union':
      return isJsonObject(value) && typing.isLenient === true
        ? structure(shape, value, typing, path)
        : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((entry: JsonValue, at) => typed(shape.member, entry, typing, `${path}/${at}`))
        : value;
    case 'map':
      return isJsonObject(value) ? mapped(shape.value, value, typing, path) : value;
    case 'blob':
      return bytes(value, typing);
    case 'timestamp':
      return instant(value);
    default:
      return typing.isLenient === true ? lenient(shape, value) : value;
  }
}

function bytes(value: JsonValue, { isLenient }: Typing): unknown {
  if (typeof value === 'string') return Buffer.from(value);
  const base64 = isLenient === true && isJsonObject(value) ? value['base64'] : undefined;
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : value;
}

const WHOLE = /^-?\d{1,15}$/;

function lenient({ type }: Shape, value: JsonValue): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
    case 'boolean':
      return value === 'true' || (value === 'false' ? false : value);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return typeof value === 'string' && WHOLE.test(value) ? Number(value) : value;
    case 'float':
    case 'double':
      return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
        ? Number(value)
        : value;
    default:
      return value;
  }
}

function mapped(shape: Shape, value: JsonObject, typing: Typing, path: string): object {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, typed(shape, inner ?? null, typing, `${path}/${key}`)]),
  );
}

function instant(value: JsonValue): unknown {
  const date = typeof value === 'number' ? new Date(value * 1_000) : new Date(String(value));
  return Number.isNaN(date.getTime()) ? value : date;
}
