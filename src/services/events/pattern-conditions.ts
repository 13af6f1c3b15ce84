import { isJsonObject, type JsonValue } from '../../core/json.ts';

/** The condition keys of a rule's pattern: the texts its source and its detail type insist on. */
export function patternConditions(
  pattern: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const fields = read(pattern);
  return new Map(
    (['source', 'detail-type'] as const).flatMap((name) => {
      const values = isJsonObject(fields) ? fields[name] : undefined;
      const texts = Array.isArray(values) ? values.filter(isText) : [];
      return texts.length === 0 ? [] : [[`events:${name}`, texts] as const];
    }),
  );
}

/** What can't be read is refused later, with what is wrong with it. */
function read(pattern: string | undefined): JsonValue | undefined {
  try {
    return pattern === undefined ? undefined : JSON.parse(pattern);
  } catch {
    return undefined;
  }
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}
