import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { Shape, StructureShape } from '../../../model/types.ts';

/**
 * A call's input as its operation takes it, from the JSON of a schedule: bytes are text there, and instants are seconds or
 * ISO 8601. What is of another type than the model says stays as it is, and is refused with the call.
 */
export function typedInput(shape: StructureShape, input: JsonObject): object {
  return structure(shape, input);
}

function structure(shape: StructureShape, value: JsonObject): object {
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    // Members may begin with a small letter, as those of some SDKs do.
    const member =
      shape.memberByName.get(name) ??
      shape.memberByName.get(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
    if (member === undefined || inner === undefined || inner === null) continue;
    made[member.name] = typed(member.shape, inner);
  }
  return made;
}

function typed(shape: Shape, value: JsonValue): unknown {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? structure(shape, value) : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((entry: JsonValue) => typed(shape.member, entry))
        : value;
    case 'map':
      return isJsonObject(value) ? mapped(shape.value, value) : value;
    case 'blob':
      return typeof value === 'string' ? Buffer.from(value) : value;
    case 'timestamp':
      return instant(value);
    default:
      return value;
  }
}

function mapped(shape: Shape, value: JsonObject): object {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, typed(shape, inner ?? null)]));
}

function instant(value: JsonValue): unknown {
  const date = typeof value === 'number' ? new Date(value * 1_000) : new Date(String(value));
  return Number.isNaN(date.getTime()) ? value : date;
}
