import type { RootKey } from '../crypto/root-key.ts';
import {
  deriveKey,
  newDataKey,
  rewrap,
  seal,
  unseal,
  unwrapKey,
  wrapKey,
} from '../crypto/sealing.ts';
import type { ScopeKeyRow } from './sqlite/messages.ts';

/** No scope is named so: it holds the key of what belongs to the installation as a whole. */
const INSTALLATION = '*';

/** The root key, and what tells it from others. */
export interface WrappingKey {
  readonly rootKey: RootKey;
  readonly check: string;
}

/**
 * The data keys, one for each scope, made on first use. A new key is written with the group that
 * first needs it, and again with the next while that did not succeed.
 */
export class Keyring {
  #root: WrappingKey;
  readonly #keys = new Map<string, Buffer>();
  readonly #unsaved = new Map<string, ScopeKeyRow>();

  constructor(root: WrappingKey, rows: readonly ScopeKeyRow[]) {
    this.#root = root;
    this.learn(rows);
  }

  /** Tells which root key wraps the keys that are made here. */
  get rootKeyCheck(): string {
    return this.#root.check;
  }

  get rootKey(): RootKey {
    return this.#root.rootKey;
  }

  /** Wraps by another root key from now on. */
  adopt(root: WrappingKey): void {
    for (const { scope, wrapped } of this.#unsaved.values()) {
      const again = rewrap(this.#root.rootKey, root.rootKey, scope, wrapped);
      this.#unsaved.set(scope, { scope, wrapped: again });
    }
    this.#root = root;
  }

  /** Takes keys as they are kept. One that was made here and is not kept yet gives way. */
  learn(rows: readonly ScopeKeyRow[]): void {
    for (const { scope, wrapped } of rows) {
      if (this.isSaved(scope)) continue;
      this.#keys.set(scope, unwrapKey(this.#root.rootKey, scope, wrapped));
      this.#unsaved.delete(scope);
    }
  }

  isSaved(scope: string): boolean {
    return this.#keys.has(scope) && !this.#unsaved.has(scope);
  }

  seal(scope: string, context: readonly string[], clear: Uint8Array): Buffer {
    return seal(this.#key(scope), context, clear);
  }

  unseal(scope: string, context: readonly string[], sealed: Uint8Array): Buffer {
    const key = this.#keys.get(scope);
    if (key === undefined) throw new Error(`The store lacks the data key of the scope ${scope}.`);
    return unseal(key, context, sealed);
  }

  sealOwn(context: readonly string[], text: string): Buffer {
    return this.seal(INSTALLATION, context, Buffer.from(text, 'utf8'));
  }

  unsealOwn(context: readonly string[], sealed: Uint8Array): string {
    return this.unseal(INSTALLATION, context, sealed).toString('utf8');
  }

  /** 32 bytes for one purpose, the same for the life of the installation. */
  derive(purpose: string): Buffer {
    return deriveKey(this.#key(INSTALLATION), purpose);
  }

  unsaved(): readonly ScopeKeyRow[] {
    return [...this.#unsaved.values()];
  }

  saved(rows: readonly ScopeKeyRow[]): void {
    for (const row of rows) this.#unsaved.delete(row.scope);
  }

  #key(scope: string): Buffer {
    const known = this.#keys.get(scope);
    if (known !== undefined) return known;
    const key = newDataKey();
    this.#keys.set(scope, key);
    this.#unsaved.set(scope, { scope, wrapped: wrapKey(this.#root.rootKey, scope, key) });
    return key;
  }
}
