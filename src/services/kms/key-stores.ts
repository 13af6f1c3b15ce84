import type { CustomKeyStoresListEntry, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { requestConditions } from './conditions.ts';
import { validation } from './errors.ts';
import {
  proxyError,
  proxyUriInUse,
  storeHasKeys,
  storeInvalidState,
  storeNotFound,
  vpcEndpointServiceInUse,
} from './key-store-errors.ts';
import {
  hasKeys,
  hsmOwners,
  keyStores,
  proxyUri,
  storeBy,
  type KeyStoreDocument,
  type ProxyConfiguration,
} from './key-store-state.ts';
import { pageOf } from './pages.ts';
import { askOnce, healthAddress } from './proxy-calls.ts';
import type { XksProxies } from './xks-proxies.ts';

/** Key stores have no policies: only the caller's own decide, and they name no store. */
export function managesStores(
  action: string,
): (input: object, context: ResolveContext) => Promise<readonly Permission[]> {
  return (_input, context) =>
    Promise.resolve([{ action, resource: '*', conditions: requestConditions(context.call) }]);
}

interface Reach {
  readonly XksProxyConnectivity?: string | undefined;
  readonly XksProxyVpcEndpointServiceName?: string | undefined;
}

/**
 * The VPC endpoint service that a proxy is to be behind; undefined for one that is public. There are no VPCs here: either
 * is found by the name of its endpoint. Errors: ValidationException.
 */
export function vpcEndpointServiceOf(
  input: Reach,
  before?: ProxyConfiguration,
): string | undefined {
  const { XksProxyConnectivity: asked, XksProxyVpcEndpointServiceName: named } = input;
  const isPrivate =
    asked === undefined
      ? before?.vpcEndpointService !== undefined
      : asked === 'VPC_ENDPOINT_SERVICE';
  if (!isPrivate && named !== undefined) {
    throw validation('XksProxyVpcEndpointServiceName is valid only for VPC_ENDPOINT_SERVICE.');
  }
  if (!isPrivate) return undefined;
  const service = named ?? before?.vpcEndpointService;
  if (service !== undefined) return service;
  throw validation('XksProxyVpcEndpointServiceName is required for VPC_ENDPOINT_SERVICE.');
}

/** Errors: XksProxyVpcEndpointServiceInUseException. */
export async function assertFreeService(
  { view }: Context,
  { vpcEndpointService: service }: ProxyConfiguration,
): Promise<void> {
  if (service === undefined) return;
  if ((await storeBy(view, 'vpcEndpointService', service)) !== undefined) {
    throw vpcEndpointServiceInUse();
  }
}

export async function assertFreeUri(context: Context, proxy: ProxyConfiguration): Promise<void> {
  const uri = proxyUri(proxy);
  if ((await storeBy(context.view, 'uri', uri)) !== undefined) throw proxyUriInUse();
}

/** The proxy is there, knows the credential, and has a key manager that works. */
export async function assertHealthy(
  proxies: XksProxies,
  proxy: ProxyConfiguration,
  context: Context,
): Promise<void> {
  const health = await askHealth(proxies, proxy, context);
  if (!health.ok) throw proxyError(health.fault, 'store');
}

export function askHealth(proxies: XksProxies, proxy: ProxyConfiguration, context: Context) {
  const subject = ['health', proxyUri(proxy), proxy.accessKeyId, proxy.secretAccessKey];
  return askOnce(context, subject, () => proxies.health(healthAddress(proxy, context.call)));
}

const STORES_PER_PAGE = 100;

export const describeCustomKeyStores: OperationOf<KmsOperations, 'DescribeCustomKeyStores'> = {
  name: 'DescribeCustomKeyStores',
  access: 'read',
  authorize: managesStores('kms:DescribeCustomKeyStores'),
  handle: async (input, context) => {
    const { CustomKeyStoreId: id, CustomKeyStoreName: name } = input;
    if (id !== undefined && name !== undefined) {
      throw validation('You cannot specify CustomKeyStoreId and CustomKeyStoreName together.');
    }
    const page = pageOf(context.call, input, STORES_PER_PAGE);
    if (id !== undefined || name !== undefined) {
      const one =
        id === undefined
          ? await storeBy(context.view, 'name', name ?? '')
          : await context.view.get(keyStores, id);
      if (one === undefined) throw storeNotFound();
      return { CustomKeyStores: [entryOf(one)], Truncated: false };
    }
    const { limit, after, answer } = page;
    const query = { limit, ...(after === undefined ? {} : { after }) };
    const { items, last } = await context.view.list(keyStores, query);
    return { CustomKeyStores: items.map((item) => entryOf(item.document)), ...answer(last) };
  },
};

function entryOf(store: KeyStoreDocument): CustomKeyStoresListEntry {
  const { id, name, created, connection, type } = store;
  return {
    CustomKeyStoreId: id,
    CustomKeyStoreName: name,
    ConnectionState: connection.state,
    ...(connection.state === 'FAILED' ? { ConnectionErrorCode: connection.error } : {}),
    CreationDate: new Date(created),
    CustomKeyStoreType: type,
    ...backingOf(store),
  };
}

/** No password, and no secret access key. */
function backingOf(store: KeyStoreDocument): CustomKeyStoresListEntry {
  if (store.type === 'AWS_CLOUDHSM') {
    const { cluster, trustAnchor } = store.hsm;
    return { CloudHsmClusterId: cluster, TrustAnchorCertificate: trustAnchor };
  }
  const { proxy } = store;
  return {
    XksProxyConfiguration: {
      Connectivity:
        proxy.vpcEndpointService === undefined ? 'PUBLIC_ENDPOINT' : 'VPC_ENDPOINT_SERVICE',
      AccessKeyId: proxy.accessKeyId,
      UriEndpoint: proxy.endpoint,
      UriPath: proxy.path,
      ...(proxy.vpcEndpointService === undefined
        ? {}
        : { VpcEndpointServiceName: proxy.vpcEndpointService }),
    },
  };
}

export const deleteCustomKeyStore: OperationOf<KmsOperations, 'DeleteCustomKeyStore'> = {
  name: 'DeleteCustomKeyStore',
  access: 'write',
  authorize: managesStores('kms:DeleteCustomKeyStore'),
  handle: async (input, context) => {
    const store = await namedStore(context, input.CustomKeyStoreId);
    if (store.connection.state !== 'DISCONNECTED') throw invalidConnection(store);
    if (await hasKeys(context.view, store.id)) throw storeHasKeys();
    context.view.delete(keyStores, store.id);
    if (store.type === 'AWS_CLOUDHSM') context.view.delete(hsmOwners, store.hsm.cluster);
    return {};
  },
};

/** The caller's own store, noted in the audit record. Errors: CustomKeyStoreNotFoundException. */
export async function namedStore(context: Context, id: string): Promise<KeyStoreDocument> {
  const store = await context.view.get(keyStores, id);
  if (store === undefined) throw storeNotFound();
  context.audit.additional('customKeyStoreName', store.name);
  return store;
}

export function invalidConnection({ id, connection }: KeyStoreDocument) {
  return storeInvalidState(
    `The request was rejected because of the ConnectionState of the custom key store ${id}: ${connection.state}.`,
  );
}
