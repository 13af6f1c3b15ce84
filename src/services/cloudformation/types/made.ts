import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** The members of properties that an operation takes by the same names. */
export function picked(properties: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === null ? [] : [[name, value] as const];
    }),
  );
}

/** A text that a template may have written as a number. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).map(String);
}

export function isTrue(value: JsonValue | undefined): boolean {
  return String(value) === 'true';
}

/** What a list has that another has not: tags, policies and the like are told apart by their whole value. */
export function without(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((one) => !other.includes(one));
}

/** Keys of tags that are not there any more. */
export function removedKeys(before: readonly JsonObject[], after: readonly JsonObject[]): string[] {
  const keys = new Set(after.map((tag) => String(tag['Key'])));
  return before.map((tag) => String(tag['Key'])).filter((key) => !keys.has(key));
}
