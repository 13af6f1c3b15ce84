import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

const DOTTED_NAME = /\.[^"\\]*"\s*:/;

/**
 * An event as patterns see it. A name with dots is a path, as in patterns. Undefined: the text is no JSON object.
 */
export function readEvent(text: string): JsonObject | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  return DOTTED_NAME.test(text) ? withoutDots(value) : value;
}

function withoutDots(object: JsonObject): JsonObject {
  const made: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    const inner = deeper(value);
    const [first = '', ...rest] = name.split('.');
    const nested = rest.reduceRight<JsonValue>((below, step) => ({ [step]: below }), inner);
    const held = Object.hasOwn(made, first) ? made[first] : undefined;
    Object.defineProperty(made, first, {
      value: held === undefined ? nested : merged(held, nested),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}

function deeper(value: JsonValue): JsonValue {
  if (isJsonObject(value)) return withoutDots(value);
  return Array.isArray(value) ? value.map((entry: JsonValue) => deeper(entry)) : value;
}

/** Two values of one name: both are there. */
function merged(left: JsonValue, right: JsonValue): JsonValue {
  return isJsonObject(left) && isJsonObject(right) ? { ...left, ...right } : [left, right];
}

/** JSON without the white space between its tokens, and with its numbers as they are written. */
export function compactJson(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}
