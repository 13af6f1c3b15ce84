/** Header fields or query parameters: each name with its values, in the order they came. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Names are compared without regard to case; the first spelling stays. */
export function headerFields(raw: readonly string[]): Fields {
  const fields = new Map<string, string[]>();
  const spelled = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    const key = spelled.get(name.toLowerCase()) ?? name;
    spelled.set(name.toLowerCase(), key);
    const values = fields.get(key);
    if (values === undefined) fields.set(key, [raw[at + 1] ?? '']);
    else values.push(raw[at + 1] ?? '');
  }
  return fields;
}

export function queryFields(rawQuery: string): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}

/** The values of a header, whatever its case. */
export function valuesOf(fields: Fields, name: string): readonly string[] {
  const lower = name.toLowerCase();
  for (const [key, values] of fields) {
    if (key.toLowerCase() === lower) return values;
  }
  return [];
}

/** The last value of a header: where one alone is told, AWS tells that. */
export function valueOf(fields: Fields, name: string): string | undefined {
  return valuesOf(fields, name).at(-1);
}

/** `null` for none at all, as events have it. */
export function single(fields: Fields): Readonly<Record<string, string>> | null {
  if (fields.size === 0) return null;
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.at(-1) ?? '']));
}

export function multiple(fields: Fields): Readonly<Record<string, readonly string[]>> | null {
  return fields.size === 0 ? null : Object.fromEntries(fields);
}
