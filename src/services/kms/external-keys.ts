import type { Context } from '../../contract/operation.ts';
import type { KeyTarget } from './authorization.ts';
import { open, readEnvelope, seal } from './domain/ciphertext.ts';
import {
  externallyAuthenticated,
  readExternal,
  writeExternal,
} from './domain/external-ciphertext.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { usableMaterial, type UsableMaterial } from './domain/material.ts';
import { SUBMITTED_CIPHERTEXT_INVALID } from './domain/proxy-faults.ts';
import { incorrectKey, invalidCiphertext, invalidState, stateError } from './errors.ts';
import { materialOf, usedMaterialId } from './key-material.ts';
import { keyStores } from './key-store-state.ts';
import { hsmKey, proxyKey, type OuterKey, type StoreParts } from './outer-keys.ts';
import { addressOf, askOnce } from './proxy-calls.ts';

/** Who asks a key in a custom key store, for what. */
export interface ExternalUse {
  readonly key: KeyTarget;
  /** As the proxy is told. */
  readonly operation: string;
  readonly context: EncryptionContext | undefined;
}

/**
 * Keys in custom key stores encrypt twice: with material of their own inside, and by the key in the store outside. Neither
 * this server nor the store can decrypt alone.
 */
export interface ExternalKeys {
  seal(context: Context, use: ExternalUse, plaintext: Uint8Array): Promise<Buffer>;
  open(context: Context, use: ExternalUse, blob: Uint8Array): Promise<Buffer>;
}

export function createExternalKeys(parts: StoreParts): ExternalKeys {
  return {
    seal: async (context, use, plaintext) => {
      const { outer, material } = await reached(parts, context, use);
      const { locator } = material;
      const authenticated = externallyAuthenticated(locator, use.context);
      const subject = ['encrypt', ...outer.subject, authenticated, plaintext];
      const sealed = await askOnce(context, subject, () =>
        outer.encrypt(seal(material.key, locator, plaintext, use.context), authenticated),
      );
      if (!sealed.ok) throw sealed.error;
      return writeExternal(locator, sealed.value);
    },
    open: async (context, use, blob) => {
      const { outer, material } = await reached(parts, context, use);
      const envelope = readExternal(blob);
      if (envelope === undefined) throw readEnvelope(blob) ? incorrectKey() : invalidCiphertext();
      const { locator } = material;
      if (!locator.equals(envelope.locator)) throw incorrectKey();
      const authenticated = externallyAuthenticated(locator, use.context);
      const subject = ['decrypt', ...outer.subject, authenticated, blob];
      const opened = await askOnce(context, subject, () => outer.decrypt(envelope, authenticated));
      if (!opened.ok) throw opened.error;
      const inner = readEnvelope(opened.value);
      const plaintext =
        inner?.locator.equals(locator) === true
          ? open(material.key, inner, use.context)
          : undefined;
      if (plaintext === undefined) throw invalidState(SUBMITTED_CIPHERTEXT_INVALID);
      return plaintext;
    },
  };
}

interface Reached {
  readonly outer: OuterKey;
  readonly material: UsableMaterial;
}

/** The key's store, which must be connected. Notes it in the audit record. */
async function reached(
  parts: StoreParts,
  context: Context,
  { key, operation }: ExternalUse,
): Promise<Reached> {
  const { store } = key.document;
  if (store === undefined) throw new Error(`key ${key.document.id} is in no key store`);
  context.audit.additional('customKeyStoreId', store.id);
  const found = await key.view.get(keyStores, store.id);
  if (found?.connection.state !== 'CONNECTED') throw stateError(key.arn, 'unavailable');
  const material = usableMaterial(await materialOf(key, usedMaterialId(key)));
  if (found.type === 'AWS_CLOUDHSM') {
    return { outer: hsmKey(parts.hsms, found.hsm, key.document.id), material };
  }
  const address = addressOf(found.proxy, context.call, operation, key.arn);
  return { outer: proxyKey(parts.proxies, address, key), material };
}
