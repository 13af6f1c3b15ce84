import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

export const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';
const ENTRIES_MAX = 5_000;

/**
 * Writes out `Fn::ForEach` of a template that declares the language extensions. `list` gives the entries that a collection
 * means, such as those of a parameter. Errors: ValidationError.
 */
export function writtenOut(
  template: JsonObject,
  list: (collection: JsonValue) => readonly string[],
): JsonObject {
  let entries = 0;
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map((inner: JsonValue) => visit(inner));
    if (!isJsonObject(value)) return value;
    const made: Record<string, JsonValue> = {};
    for (const [name, inner] of Object.entries(value)) {
      if (!name.startsWith('Fn::ForEach::')) {
        made[name] = visit(inner ?? null);
        continue;
      }
      const [variable, collection, body]: readonly (JsonValue | undefined)[] = Array.isArray(inner)
        ? inner
        : [];
      if (typeof variable !== 'string' || collection === undefined || !isJsonObject(body)) {
        throw validation(`Template error: ${name} requires an identifier, a collection and a map`);
      }
      for (const entry of list(collection)) {
        entries += 1;
        if (entries > ENTRIES_MAX)
          throw validation(`Template error: ${name} makes too many entries`);
        const filled = visit(replaced(body, variable, entry));
        if (isJsonObject(filled)) Object.assign(made, filled);
      }
    }
    return made;
  };
  const result = visit(template);
  return isJsonObject(result) ? result : template;
}

/** `${Name}` in texts and keys, `&{Name}` without what is not alphanumeric, and `Ref`. */
function replaced(value: JsonValue, variable: string, entry: string): JsonValue {
  if (typeof value === 'string') return textWith(value, variable, entry);
  if (Array.isArray(value)) {
    return value.map((inner: JsonValue) => replaced(inner, variable, entry));
  }
  if (!isJsonObject(value)) return value;
  if (value['Ref'] === variable && Object.keys(value).length === 1) return entry;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      textWith(name, variable, entry),
      replaced(inner ?? null, variable, entry),
    ]),
  );
}

function textWith(text: string, variable: string, entry: string): string {
  return text
    .replaceAll(`\${${variable}}`, entry)
    .replaceAll(`&{${variable}}`, entry.replaceAll(/[^a-zA-Z0-9]/g, ''));
}
