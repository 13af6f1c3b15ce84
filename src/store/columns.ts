/** A row as a driver gives it: nothing is known of its columns yet. */
export type Row = Readonly<Record<string, unknown>> | undefined;

export function numberOf(row: Row, name: string): number {
  const value = row?.[name];
  if (typeof value !== 'number') throw new Error(`The store's column ${name} is damaged.`);
  return value;
}

export function textOf(row: Row, name: string): string {
  const value = row?.[name];
  if (typeof value !== 'string') throw new Error(`The store's column ${name} is damaged.`);
  return value;
}

export function bytesOf(row: Row, name: string): Uint8Array {
  const value = row?.[name];
  if (!(value instanceof Uint8Array)) throw new Error(`The store's column ${name} is damaged.`);
  return value;
}
