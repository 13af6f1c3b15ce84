import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** What stands at a path of members; undefined where any is missing. */
export function valueAt(
  from: JsonValue | undefined,
  ...path: readonly string[]
): JsonValue | undefined {
  let value = from;
  for (const name of path) {
    if (!isJsonObject(value)) return undefined;
    value = value[name];
  }
  return value;
}

export function textAt(
  from: JsonValue | undefined,
  ...path: readonly string[]
): string | undefined {
  const value = valueAt(from, ...path);
  return typeof value === 'string' ? value : undefined;
}

export function isTrueAt(from: JsonValue | undefined, ...path: readonly string[]): boolean {
  return valueAt(from, ...path) === true;
}

/** The objects of a list; none where there is no list. */
export function objectsAt(
  from: JsonValue | undefined,
  ...path: readonly string[]
): readonly JsonObject[] {
  const value = valueAt(from, ...path);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** Milliseconds of an ISO 8601 time. */
export function instantAt(
  from: JsonValue | undefined,
  ...path: readonly string[]
): number | undefined {
  const text = textAt(from, ...path);
  const instant = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** The texts of a member that is one text or a list of them. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
