import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Shape, StructureShape } from './types.ts';

export interface Typing {
  /**
   * Values of other types that say the same are taken too, as templates of stacks write them: `"true"` and `"365"` for what
   * is no text, documents for the text that they are in JSON, and `{"base64": …}` for bytes. Default false.
   */
  readonly isLenient?: boolean;
}

/**
 * A call's input as its operation takes it, from JSON: bytes are text there, and instants are seconds or ISO 8601. What is
 * of another type than the model says stays as it is, and is refused with the call.
 */
export function typedInput(shape: StructureShape, input: JsonObject, typing: Typing = {}): object {
  return structure(shape, input, typing);
}

function structure(
  shape: Pick<StructureShape, 'memberByName'>,
  value: JsonObject,
  typing: Typing,
): object {
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    // Members may begin with a small letter, as those of some SDKs do.
    const member =
      shape.memberByName.get(name) ??
      shape.memberByName.get(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`) ??
      (typing.isLenient === true
        ? shape.memberByName.get(`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`)
        : undefined);
    if (member === undefined || inner === undefined || inner === null) continue;
    made[member.name] = typed(member.shape, inner, typing);
  }
  return made;
}

function typed(shape: Shape, value: JsonValue, typing: Typing): unknown {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? structure(shape, value, typing) : value;
    case 'union':
      return isJsonObject(value) && typing.isLenient === true
        ? structure(shape, value, typing)
        : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((entry: JsonValue) => typed(shape.member, entry, typing))
        : value;
    case 'map':
      return isJsonObject(value) ? mapped(shape.value, value, typing) : value;
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

function mapped(shape: Shape, value: JsonObject, typing: Typing): object {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, typed(shape, inner ?? null, typing)]),
  );
}

function instant(value: JsonValue): unknown {
  const date = typeof value === 'number' ? new Date(value * 1_000) : new Date(String(value));
  return Number.isNaN(date.getTime()) ? value : date;
}
