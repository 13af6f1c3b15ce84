import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  CreateKeyCommand,
  type CreateCustomKeyStoreCommandInput,
  KMSClient,
} from '@aws-sdk/client-kms';
import { freshAccount, type TestServer } from '../../server.ts';
import type { XksProxy } from './xks-proxy.ts';

export function storeInput(proxy: XksProxy, name = 'store'): CreateCustomKeyStoreCommandInput {
  return {
    CustomKeyStoreName: name,
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    XksProxyConnectivity: 'PUBLIC_ENDPOINT',
    XksProxyUriEndpoint: proxy.endpoint,
    XksProxyUriPath: proxy.path,
    XksProxyAuthenticationCredential: proxy.credential,
  };
}

export interface ExternalStore {
  readonly account: string;
  readonly kms: KMSClient;
  readonly storeId: string;
}

/** A connected store in an account of its own. */
export async function newStore(server: TestServer, proxy: XksProxy): Promise<ExternalStore> {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const made = await kms.send(new CreateCustomKeyStoreCommand(storeInput(proxy)));
  const storeId = made.CustomKeyStoreId ?? '';
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: storeId }));
  return { account, kms, storeId };
}

/** A key of the external key `one` in it. */
export async function newExternalKey(
  { kms, storeId }: ExternalStore,
  externalKeyId = 'one',
): Promise<{ readonly id: string; readonly arn: string }> {
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({
      Origin: 'EXTERNAL_KEY_STORE',
      CustomKeyStoreId: storeId,
      XksKeyId: externalKeyId,
    }),
  );
  return { id: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
}
