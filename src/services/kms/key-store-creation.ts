import { X509Certificate } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import { ServiceError } from '../../core/errors.ts';
import { limitExceeded, validation } from './errors.ts';
import { clusterInUse, clusterNotFound, storeNameInUse } from './key-store-errors.ts';
import {
  hsmOwners,
  keyStores,
  storeBy,
  type HsmConfiguration,
  type KeyStoreDocument,
  type ProxyConfiguration,
} from './key-store-state.ts';
import {
  assertFreeService,
  assertFreeUri,
  assertHealthy,
  managesStores,
  vpcEndpointServiceOf,
} from './key-stores.ts';
import type { StoreParts } from './outer-keys.ts';

const STORES_MAX = 10;
const PASSWORD_CHARACTERS_MIN = 7;

type Input = KmsOperations['CreateCustomKeyStore']['input'];

export function createCreateCustomKeyStore(
  parts: StoreParts,
): OperationOf<KmsOperations, 'CreateCustomKeyStore'> {
  return {
    name: 'CreateCustomKeyStore',
    access: 'write',
    authorize: managesStores('kms:CreateCustomKeyStore'),
    handle: async (input, context) => {
      const type = input.CustomKeyStoreType ?? 'AWS_CLOUDHSM';
      const backing =
        type === 'AWS_CLOUDHSM' ? { type, hsm: hsmOf(input) } : { type, proxy: proxyOf(input) };
      await assertRoom(input.CustomKeyStoreName, context);
      const id = await context.once(() => `cks-${hexId(17)}`);
      const { account, region } = context.call.scope;
      const made: KeyStoreDocument = {
        id,
        scope: { account, region },
        name: input.CustomKeyStoreName,
        created: context.call.now,
        connection: { state: 'DISCONNECTED' },
        ...backing,
      };
      await claimBacking(parts, made, context);
      context.view.put(keyStores, id, made);
      return { CustomKeyStoreId: id };
    },
  };
}

async function assertRoom(name: string, { view }: Context): Promise<void> {
  if ((await storeBy(view, 'name', name)) !== undefined) throw storeNameInUse();
  const { items } = await view.list(keyStores, { limit: STORES_MAX });
  if (items.length < STORES_MAX) return;
  throw limitExceeded(`You have reached the limit of ${STORES_MAX} custom key stores.`);
}

/** What is behind a store is behind no other one, and is there. */
async function claimBacking(
  parts: StoreParts,
  store: KeyStoreDocument,
  context: Context,
): Promise<void> {
  if (store.type === 'EXTERNAL_KEY_STORE') {
    await assertFreeUri(context, store.proxy);
    await assertFreeService(context, store.proxy);
    await assertHealthy(parts.proxies, store.proxy, context);
    return;
  }
  await claimCluster(parts, store.hsm.cluster, store.id, context);
}

/** Modules are found by name when a store is made, and tried when it is connected. */
export async function claimCluster(
  { hsms }: StoreParts,
  cluster: string,
  storeId: string,
  { view }: Context,
): Promise<void> {
  if (!hsms.has(cluster)) throw clusterNotFound();
  if ((await view.get(hsmOwners, cluster)) !== undefined) throw clusterInUse();
  view.put(hsmOwners, cluster, { storeId });
}

function hsmOf(input: Input): HsmConfiguration {
  const { CloudHsmClusterId: cluster, KeyStorePassword: pin } = input;
  const { TrustAnchorCertificate: trustAnchor } = input;
  for (const name of PROXY_MEMBERS) {
    if (input[name] !== undefined) {
      throw validation(`${name} is not valid for AWS CloudHSM key stores.`);
    }
  }
  if (!cluster || !pin || !trustAnchor) {
    throw validation(
      'CloudHsmClusterId, KeyStorePassword and TrustAnchorCertificate are required for AWS CloudHSM key stores.',
    );
  }
  if (pin.length < PASSWORD_CHARACTERS_MIN) throw validation('KeyStorePassword is too short.');
  try {
    return { cluster, pin, trustAnchor: new X509Certificate(trustAnchor).toString() };
  } catch {
    throw new ServiceError(
      'IncorrectTrustAnchorException',
      'The trust anchor certificate in the request is not a certificate.',
    );
  }
}

const PROXY_MEMBERS = [
  'XksProxyUriEndpoint',
  'XksProxyUriPath',
  'XksProxyAuthenticationCredential',
  'XksProxyConnectivity',
  'XksProxyVpcEndpointServiceName',
] as const;

function proxyOf(input: Input): ProxyConfiguration {
  const { XksProxyUriEndpoint: endpoint, XksProxyUriPath: path } = input;
  const { XksProxyAuthenticationCredential: credential, XksProxyConnectivity: connectivity } =
    input;
  for (const name of HSM_MEMBERS) {
    if (input[name] !== undefined)
      throw validation(`${name} is not valid for external key stores.`);
  }
  if (!endpoint || !path || !credential || !connectivity) {
    throw validation(
      'XksProxyConnectivity, XksProxyUriEndpoint, XksProxyUriPath and XksProxyAuthenticationCredential are ' +
        'required for external key stores.',
    );
  }
  const service = vpcEndpointServiceOf(input);
  const { AccessKeyId: accessKeyId, RawSecretAccessKey: secretAccessKey } = credential;
  const reached = service === undefined ? {} : { vpcEndpointService: service };
  return { endpoint, path, accessKeyId, secretAccessKey, ...reached };
}

const HSM_MEMBERS = ['CloudHsmClusterId', 'KeyStorePassword', 'TrustAnchorCertificate'] as const;
