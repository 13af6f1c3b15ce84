import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { validation } from './errors.ts';
import { storeNameInUse } from './key-store-errors.ts';
import { claimCluster } from './key-store-creation.ts';
import {
  hsmOwners,
  keyStores,
  proxyUri,
  storeBy,
  type HsmConfiguration,
  type HsmStoreDocument,
  type KeyStoreDocument,
  type ProxyConfiguration,
} from './key-store-state.ts';
import {
  assertFreeService,
  assertFreeUri,
  assertHealthy,
  invalidConnection,
  managesStores,
  namedStore,
  vpcEndpointServiceOf,
} from './key-stores.ts';
import type { StoreParts } from './outer-keys.ts';
import type { XksProxies } from './xks-proxies.ts';

type Input = KmsOperations['UpdateCustomKeyStore']['input'];

/** Name, and a proxy's credential and path, change at any time; all else only without a connection. */
export function createUpdateCustomKeyStore(
  parts: StoreParts,
): OperationOf<KmsOperations, 'UpdateCustomKeyStore'> {
  return {
    name: 'UpdateCustomKeyStore',
    access: 'write',
    authorize: managesStores('kms:UpdateCustomKeyStore'),
    handle: async (input, context) => {
      const store = await namedStore(context, input.CustomKeyStoreId);
      assertOfType(input, store.type);
      const { state } = store.connection;
      const moves = MOVING_MEMBERS.some((name) => input[name] !== undefined);
      if (state === 'FAILED' || (moves && state !== 'DISCONNECTED')) throw invalidConnection(store);
      const name = input.NewCustomKeyStoreName ?? store.name;
      if (name !== store.name && (await storeBy(context.view, 'name', name)) !== undefined) {
        throw storeNameInUse();
      }
      const changed =
        store.type === 'EXTERNAL_KEY_STORE'
          ? { ...store, name, proxy: await changedProxy(parts, store.proxy, input, context) }
          : { ...store, name, hsm: await changedHsm(parts, store, input, context) };
      context.view.put(keyStores, store.id, changed);
      return {};
    },
  };
}

const MOVING_MEMBERS = [
  'XksProxyUriEndpoint',
  'XksProxyConnectivity',
  'XksProxyVpcEndpointServiceName',
  'CloudHsmClusterId',
  'KeyStorePassword',
] as const;

const MEMBERS = {
  AWS_CLOUDHSM: ['CloudHsmClusterId', 'KeyStorePassword'],
  EXTERNAL_KEY_STORE: [
    'XksProxyUriEndpoint',
    'XksProxyUriPath',
    'XksProxyAuthenticationCredential',
    'XksProxyConnectivity',
    'XksProxyVpcEndpointServiceName',
  ],
} as const;

function assertOfType(input: Input, type: KeyStoreDocument['type']): void {
  const [others, kind] =
    type === 'AWS_CLOUDHSM'
      ? [MEMBERS.EXTERNAL_KEY_STORE, 'AWS CloudHSM']
      : [MEMBERS.AWS_CLOUDHSM, 'external'];
  for (const name of others) {
    if (input[name] !== undefined) throw validation(`${name} is not valid for ${kind} key stores.`);
  }
}

async function changedHsm(
  parts: StoreParts,
  { id, hsm }: HsmStoreDocument,
  input: Input,
  context: Context,
): Promise<HsmConfiguration> {
  const cluster = input.CloudHsmClusterId ?? hsm.cluster;
  if (cluster !== hsm.cluster) {
    await claimCluster(parts, cluster, id, context);
    context.view.delete(hsmOwners, hsm.cluster);
  }
  return { ...hsm, cluster, pin: input.KeyStorePassword ?? hsm.pin };
}

async function changedProxy(
  { proxies }: StoreParts,
  before: ProxyConfiguration,
  input: Input,
  context: Context,
): Promise<ProxyConfiguration> {
  const proxy = changed(before, input);
  await assertReachable(proxies, before, proxy, context);
  return proxy;
}

function changed(proxy: ProxyConfiguration, input: Input): ProxyConfiguration {
  const { XksProxyAuthenticationCredential: credential } = input;
  const service = vpcEndpointServiceOf(input, proxy);
  return {
    ...(service === undefined ? {} : { vpcEndpointService: service }),
    endpoint: input.XksProxyUriEndpoint ?? proxy.endpoint,
    path: input.XksProxyUriPath ?? proxy.path,
    accessKeyId: credential?.AccessKeyId ?? proxy.accessKeyId,
    secretAccessKey: credential?.RawSecretAccessKey ?? proxy.secretAccessKey,
  };
}

async function assertReachable(
  proxies: XksProxies,
  before: ProxyConfiguration,
  proxy: ProxyConfiguration,
  context: Context,
): Promise<void> {
  const isMoved = proxyUri(before) !== proxyUri(proxy);
  const isSame =
    !isMoved &&
    before.vpcEndpointService === proxy.vpcEndpointService &&
    before.accessKeyId === proxy.accessKeyId &&
    before.secretAccessKey === proxy.secretAccessKey;
  if (isSame) return;
  if (isMoved) await assertFreeUri(context, proxy);
  if (before.vpcEndpointService !== proxy.vpcEndpointService) {
    await assertFreeService(context, proxy);
  }
  await assertHealthy(proxies, proxy, context);
}
