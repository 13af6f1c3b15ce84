import type { Collection, Document } from '../contract/collection.ts';

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

/** Documents and absences used last, bounded in bytes. */
export class DocumentCache {
  readonly #limitBytes: number;
  readonly #entries = new Map<string, Stored>();
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get(address: string): Stored | undefined {
    const entry = this.#entries.get(address);
    if (entry === undefined) return undefined;
    this.#entries.delete(address);
    this.#entries.set(address, entry);
    return entry;
  }

  set(address: string, entry: Stored): void {
    this.delete(address);
    this.#entries.set(address, entry);
    this.#bytes += sizeOf(address, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limitBytes) break;
      this.delete(oldest);
    }
  }

  delete(address: string): void {
    const entry = this.#entries.get(address);
    if (entry === undefined) return;
    this.#entries.delete(address);
    this.#bytes -= sizeOf(address, entry);
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }
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
