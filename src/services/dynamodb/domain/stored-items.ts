import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { base64 } from './equality.ts';
import { type Item, itemOf, type Value } from './values.ts';

/** An item as JSON: what it was, with bytes as base64 text. */
export function storedItem(item: Item): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, storedValue(value)]),
  );
}

/** What `storedItem` made, as an item again. */
export function restoredItem(stored: JsonObject): Item {
  return itemOf(Object.entries(stored).map(([name, value]) => [name, restoredValue(value)]));
}

function storedValue(value: Value): JsonValue {
  if ('B' in value) return { B: base64(value.B) };
  if ('BS' in value) return { BS: value.BS.map(base64) };
  if ('L' in value) return { L: value.L.map(storedValue) };
  if ('M' in value) return { M: storedItem(value.M) };
  return { ...value };
}

function restoredValue(stored: JsonValue | undefined): Value {
  if (!isJsonObject(stored)) throw new TypeError('a stored value is an object');
  const { S, N, B, BOOL, SS, NS, BS, L, M } = stored;
  if (typeof S === 'string') return { S };
  if (typeof N === 'string') return { N };
  if (typeof B === 'string') return { B: bytesOf(B) };
  if (typeof BOOL === 'boolean') return { BOOL };
  if (Array.isArray(SS)) return { SS: SS.map(String) };
  if (Array.isArray(NS)) return { NS: NS.map(String) };
  if (Array.isArray(BS)) return { BS: BS.map((text) => bytesOf(String(text))) };
  if (Array.isArray(L)) return { L: L.map((element: JsonValue) => restoredValue(element)) };
  return isJsonObject(M) ? { M: restoredItem(M) } : { NULL: true };
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
