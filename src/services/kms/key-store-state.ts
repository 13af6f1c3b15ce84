import type { ConnectionErrorCodeType } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { keys, type KeyDocument } from './state.ts';

/** Where an external key store's proxy is, and what requests to it are signed with. */
export interface ProxyConfiguration {
  /** `https://host`. */
  readonly endpoint: string;
  /** `/prefix/kms/xks/v1`. */
  readonly path: string;
  /** `com.amazonaws.vpce.…`: the proxy is said to be behind it, and its endpoint is the service's private DNS name. */
  readonly vpcEndpointService?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Connecting and disconnecting are done when they are answered, so the states between are never stored. */
export type Connection =
  | { readonly state: 'CONNECTED' | 'DISCONNECTED' }
  | { readonly state: 'FAILED'; readonly error: ConnectionErrorCodeType };

/** The hardware security module behind a store that stands where an AWS CloudHSM key store does. */
export interface HsmConfiguration {
  /** As the operator named the module. */
  readonly cluster: string;
  /** The crypto user's password. */
  readonly pin: string;
  /** PEM, as the customer gave it. */
  readonly trustAnchor: string;
}

interface StoreDocument {
  /** `cks-` and 17 hexadecimal digits. */
  readonly id: string;
  readonly scope: Scope;
  readonly name: string;
  readonly created: Instant;
  readonly connection: Connection;
}

export interface ExternalStoreDocument extends StoreDocument {
  readonly type: 'EXTERNAL_KEY_STORE';
  readonly proxy: ProxyConfiguration;
}

export interface HsmStoreDocument extends StoreDocument {
  readonly type: 'AWS_CLOUDHSM';
  readonly hsm: HsmConfiguration;
}

/** A custom key store. */
export type KeyStoreDocument = ExternalStoreDocument | HsmStoreDocument;

/** Whose store a module belongs to. Global: modules are the operator's, and each serves one store. */
export const hsmOwners: Collection<{ readonly storeId: string }> = {
  name: 'kms.hsmOwners',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Sealed, for the proxy's secret and the module's password. */
export const keyStores: Collection<KeyStoreDocument> = {
  name: 'kms.keyStores',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {
    name: (store) => [store.name],
    uri: (store) => (store.type === 'EXTERNAL_KEY_STORE' ? [proxyUri(store.proxy)] : []),
    vpcEndpointService: (store) =>
      store.type === 'EXTERNAL_KEY_STORE' && store.proxy.vpcEndpointService !== undefined
        ? [store.proxy.vpcEndpointService]
        : [],
  },
};

/** Host names have no case. */
export function proxyUri({
  endpoint,
  path,
}: Pick<ProxyConfiguration, 'endpoint' | 'path'>): string {
  return endpoint.toLowerCase() + path;
}

/** The store that an index names so, if there is one. */
export async function storeBy(
  view: View,
  index: 'name' | 'uri' | 'vpcEndpointService',
  key: string,
): Promise<KeyStoreDocument | undefined> {
  // Entries with the key itself come before those that it only begins.
  const { items } = await view.list(keyStores, { index, prefix: key, limit: 1 });
  return items.find((one) => one.key === key)?.document;
}

/** Whether a key of the store exists; with `externalKeyId`, one of that external key. */
export async function hasKeys(
  view: View,
  storeId: string,
  externalKeyId?: string,
): Promise<boolean> {
  const prefix = externalKeyId === undefined ? `${storeId}/` : `${storeId}/${externalKeyId}/`;
  const { items } = await view.list(keys, { index: 'store', prefix, limit: 1 });
  return items.length > 0;
}

/**
 * A key of a custom key store in the state that the store's connection gives it: unavailable without one, and as it
 * was before with one.
 */
export async function inConnectedState(view: View, key: KeyDocument): Promise<KeyDocument> {
  const { store, state } = key;
  if (store === undefined) return key;
  const isConnected = (await view.get(keyStores, store.id))?.connection.state === 'CONNECTED';
  if (isConnected) return state === 'Unavailable' ? { ...key, state: store.state } : key;
  if (state !== 'Enabled' && state !== 'Disabled') return key;
  return { ...key, state: 'Unavailable', store: { ...store, state } };
}
