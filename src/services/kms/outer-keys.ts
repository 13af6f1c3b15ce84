import type { ServiceError } from '../../core/errors.ts';
import type { HsmAnswer } from '../../crypto/hsm/messages.ts';
import type { Hsms } from '../../crypto/hsm/hsms.ts';
import type { KeyTarget } from './authorization.ts';
import type { OuterCiphertext } from './domain/external-ciphertext.ts';
import { hsmError, proxyError } from './key-store-errors.ts';
import { proxyUri, type HsmConfiguration } from './key-store-state.ts';
import type { ProxyAddress, ProxyResult, XksProxies } from './xks-proxies.ts';

/** What custom key stores are backed by. */
export interface StoreParts {
  readonly proxies: XksProxies;
  readonly hsms: Hsms;
}

export type OuterAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ServiceError };

/** The key in a custom key store, where it is. */
export interface OuterKey {
  /** Which key it is, and how it is reached. */
  readonly subject: readonly string[];
  encrypt(plaintext: Uint8Array, authenticated: Uint8Array): Promise<OuterAnswer<OuterCiphertext>>;
  decrypt(outer: OuterCiphertext, authenticated: Uint8Array): Promise<OuterAnswer<Uint8Array>>;
}

/** At an external key store proxy. */
export function proxyKey(proxies: XksProxies, address: ProxyAddress, key: KeyTarget): OuterKey {
  const { proxy } = address;
  const id = key.document.store?.externalKeyId ?? '';
  const told = <T>(answer: ProxyResult<T>): OuterAnswer<T> =>
    answer.ok ? answer : { ok: false, error: proxyError(answer.fault, 'crypto') };
  return {
    subject: [key.arn, proxyUri(proxy), proxy.accessKeyId, proxy.secretAccessKey],
    encrypt: async (plaintext, authenticated) =>
      told(await proxies.encrypt(address, id, plaintext, authenticated)),
    decrypt: async (outer, authenticated) =>
      told(await proxies.decrypt(address, id, outer, authenticated)),
  };
}

/** In a hardware security module, under the key's id as its label. */
export function hsmKey(hsms: Hsms, login: HsmConfiguration, keyId: string): OuterKey {
  const told = <T>(answer: HsmAnswer<T>): OuterAnswer<T> =>
    answer.ok ? answer : { ok: false, error: hsmError(answer.fault) };
  return {
    subject: [keyId, login.cluster, login.pin],
    encrypt: async (plaintext, authenticated) => {
      const sealed = told(await hsms.encrypt(login, keyId, plaintext, authenticated));
      return sealed.ok ? { ok: true, value: { ...sealed.value, metadata: NO_METADATA } } : sealed;
    },
    decrypt: async (outer, authenticated) =>
      told(await hsms.decrypt(login, keyId, outer, authenticated)),
  };
}

const NO_METADATA = new Uint8Array();
