import { RecencyCache } from '../../core/recency-cache.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import type { Opened } from './symmetric.ts';

const KEPT_MAX = 2_048;
const DATA_KEY_BYTES = 32;
const TAG_BYTES = 16;

interface Kept extends Opened {
  /** The KMS key's document, as it stood. */
  readonly key: object;
  readonly blob: Uint8Array;
  readonly context: EncryptionContext;
}

/**
 * Data keys that services opened lately for their callers: what is read again and again, such as a secret, has the same
 * one each time. Only the cipher is spared; every use is authorized and recorded like the first. A data key is found by
 * its ciphertext and encryption context, and only while its KMS key is the very document that opened it: whatever changes
 * the key (its state, its material, its policy) makes it be opened anew.
 */
export class OpenedDataKeys {
  readonly #kept = new RecencyCache<Kept>(KEPT_MAX);

  /** The caller may overwrite what it is given. */
  find(
    key: object,
    blob: Uint8Array,
    context: EncryptionContext | undefined = {},
  ): Opened | undefined {
    const kept = this.#kept.get(nameOf(blob));
    if (kept?.key !== key || Buffer.compare(kept.blob, blob) !== 0) return undefined;
    if (!isSame(kept.context, context)) return undefined;
    return { plaintext: Buffer.from(kept.plaintext), materialId: kept.materialId };
  }

  /** Keeps a copy of what has a data key's length. */
  keep(
    key: object,
    blob: Uint8Array,
    context: EncryptionContext | undefined = {},
    { plaintext, materialId }: Opened,
  ): void {
    if (plaintext.length !== DATA_KEY_BYTES) return;
    const copy = { blob: Buffer.from(blob), plaintext: Buffer.from(plaintext) };
    this.#kept.set(nameOf(blob), { key, context: { ...context }, materialId, ...copy });
  }
}

/** Its tag, which tells apart nearly all, and is sooner hashed than the whole. */
function nameOf(blob: Uint8Array): string {
  const start = Math.max(0, blob.byteLength - TAG_BYTES);
  return Buffer.from(blob.buffer, blob.byteOffset + start, blob.byteLength - start).toString(
    'latin1',
  );
}

function isSame(one: EncryptionContext, other: EncryptionContext): boolean {
  const names = Object.keys(other);
  if (names.length !== Object.keys(one).length) return false;
  return names.every((name) => Object.hasOwn(one, name) && one[name] === other[name]);
}
