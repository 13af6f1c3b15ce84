/** The types of attribute values, as requests and `attribute_type` name them. */
export const VALUE_TYPES = ['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'BOOL', 'NULL'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/**
 * A checked attribute value: exactly one member. Numbers are in plain digits (`formatDecimal`), sets have no duplicates
 * and are not empty, NULL is true, and nothing is deeper than 32 levels.
 */
export type Value =
  | { readonly S: string }
  | NumberValue
  | { readonly B: Uint8Array }
  | SetValue
  | { readonly M: Item }
  | { readonly L: readonly Value[] }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean };

export interface NumberValue {
  readonly N: string;
}

export type SetValue =
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly Uint8Array[] };

/**
 * Attributes by name. Names are the customer's (`constructor`, `__proto__`), so read one with `attributeOf` and make
 * items with `itemOf`.
 */
export type Item = { readonly [name: string]: Value };

export function typeOf(value: Value): ValueType {
  for (const type of VALUE_TYPES) if (Object.hasOwn(value, type)) return type;
  throw new TypeError('a value without a type');
}

export function attributeOf(item: Item, name: string): Value | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

export function itemOf(attributes: Iterable<readonly [string, Value]>): Item {
  return Object.fromEntries(attributes);
}

/** The item with some attributes alone. */
export function pick(item: Item, names: Iterable<string>): Item {
  const wanted = new Set(names);
  return itemOf(Object.entries(item).filter(([name]) => wanted.has(name)));
}
