import type { Collection, Document } from '../contract/collection.ts';
import { RecencyCache } from '../core/recency-cache.ts';

/** A document as it stands: frozen, with its version. Version 0 says that there is none. */
export interface Stored<T extends Document = Document> {
  readonly collection: string;
  readonly version: number;
  readonly document: T | undefined;
  /** Roughly what it takes in memory. */
  readonly bytes: number;
}

const ENTRY_BYTES = 200;

/** Collections are unique by name, so what was stored under the name has the collection's type. */
export function isOf<T extends Document>(
  collection: Collection<T>,
  stored: Stored,
): stored is Stored<T> {
  return stored.collection === collection.name;
}

/** Documents and absences used last, by address, bounded in bytes. */
export type DocumentCache = RecencyCache<Stored>;

export function documentCache(limitBytes: number): DocumentCache {
  return new RecencyCache(limitBytes, sizeOf);
}

function sizeOf(address: string, entry: Stored): number {
  return ENTRY_BYTES + address.length * 2 + entry.bytes;
}

/** Freezes a document and all it holds. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}
