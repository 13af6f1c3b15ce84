import type { ConnectionErrorCodeType, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { PROXY_FAULTS } from './domain/proxy-faults.ts';
import { HSM_CONNECTION } from './key-store-errors.ts';
import { keyStores, type Connection, type KeyStoreDocument } from './key-store-state.ts';
import { askHealth, invalidConnection, managesStores, namedStore } from './key-stores.ts';
import type { StoreParts } from './outer-keys.ts';
import { askOnce } from './proxy-calls.ts';

/**
 * Succeeds whatever becomes of the connection, as on AWS: the store's state tells. AWS takes minutes; here it is done when
 * the proxy has answered, or has not in its time.
 */
export function createConnectCustomKeyStore(
  parts: StoreParts,
): OperationOf<KmsOperations, 'ConnectCustomKeyStore'> {
  return {
    name: 'ConnectCustomKeyStore',
    access: 'write',
    authorize: managesStores('kms:ConnectCustomKeyStore'),
    handle: async (input, context) => {
      const store = await namedStore(context, input.CustomKeyStoreId);
      if (store.connection.state === 'FAILED') throw invalidConnection(store);
      if (store.connection.state === 'CONNECTED') return {};
      const connection = await connected(parts, store, context);
      context.view.put(keyStores, store.id, { ...store, connection });
      return {};
    },
  };
}

async function connected(
  { proxies, hsms }: StoreParts,
  store: KeyStoreDocument,
  context: Context,
): Promise<Connection> {
  if (store.type === 'EXTERNAL_KEY_STORE') {
    const health = await askHealth(proxies, store.proxy, context);
    return health.ok ? CONNECTED : failed(PROXY_FAULTS[health.fault].connection);
  }
  const { hsm } = store;
  const subject = ['connect', hsm.cluster, hsm.pin];
  const login = await askOnce(context, subject, () => hsms.connect(hsm));
  return login.ok ? CONNECTED : failed(HSM_CONNECTION[login.fault]);
}

const CONNECTED = { state: 'CONNECTED' } as const;

function failed(error: ConnectionErrorCodeType): Connection {
  return { state: 'FAILED', error };
}

/** A module that can't be told is as good as disconnected: nothing is asked of it any more. */
export function createDisconnectCustomKeyStore({
  hsms,
}: StoreParts): OperationOf<KmsOperations, 'DisconnectCustomKeyStore'> {
  return {
    name: 'DisconnectCustomKeyStore',
    access: 'write',
    authorize: managesStores('kms:DisconnectCustomKeyStore'),
    handle: async (input, context) => {
      const store = await namedStore(context, input.CustomKeyStoreId);
      if (store.connection.state === 'DISCONNECTED') throw invalidConnection(store);
      if (store.type === 'AWS_CLOUDHSM') {
        const { hsm } = store;
        await askOnce(context, ['disconnect', hsm.cluster], () => hsms.disconnect(hsm));
      }
      context.view.put(keyStores, store.id, { ...store, connection: { state: 'DISCONNECTED' } });
      return {};
    },
  };
}
