/** What an expression comes to; undefined: the record has none. */
export type Value = string | number | boolean | undefined;

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
}

/** As results show it. */
export function textOf(value: Value): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'string') return value !== '' && value !== 'false' && value !== '0';
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Numbers as numbers, everything else as text; what is missing comes first. */
export function compareValues(one: Value, other: Value): number {
  if (one === undefined || other === undefined) {
    return Number(one !== undefined) - Number(other !== undefined);
  }
  const [a, b] = [numberOf(one), numberOf(other)];
  if (a !== undefined && b !== undefined) return a - b;
  const [left, right] = [textOf(one) ?? '', textOf(other) ?? ''];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** `2026-11-25 12:00:00.000`, as results show instants. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString().replace('T', ' ').replace('Z', '');
}
