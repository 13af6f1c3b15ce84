import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  type CreateCustomKeyStoreCommandInput,
  DeleteCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  KMSClient,
  UpdateCustomKeyStoreCommand,
} from '@aws-sdk/client-kms';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newExternalKey, newStore, storeInput } from './external-stores.ts';
import { failing, startXksProxy, whileAnswering, type XksProxy } from './xks-proxy.ts';

let proxies: XksProxy[];
let server: TestServer;
beforeAll(async () => {
  proxies = await Promise.all(
    ['one.example.com', 'two.example.com', 'gone.example.com'].map((host) => startXksProxy(host)),
  );
  const routes = new Map(proxies.map((proxy) => [proxy.endpoint, proxy.url]));
  await proxies[2]?.close();
  server = await startServer({ keyStoreProxies: { timeoutMs: 5_000, routes } });
});
afterAll(async () => {
  await server.close();
  await Promise.all(proxies.slice(0, 2).map((proxy) => proxy.close()));
});

function proxyAt(index: number): XksProxy {
  const proxy = proxies[index];
  if (proxy === undefined) throw new Error('no such proxy');
  return proxy;
}

const freshKms = (): KMSClient => new KMSClient(server.client(freshAccount()));

async function stateOf(kms: KMSClient, storeId: string) {
  const input = { CustomKeyStoreId: storeId };
  const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand(input));
  const { ConnectionState, ConnectionErrorCode } = CustomKeyStores?.[0] ?? {};
  return { ConnectionState, ConnectionErrorCode };
}

test('A store from its beginning to its end', async () => {
  const kms = freshKms();
  const proxy = proxyAt(0);
  const at = proxy.calls.length;
  const made = await kms.send(new CreateCustomKeyStoreCommand(storeInput(proxy, 'mine')));
  const CustomKeyStoreId = made.CustomKeyStoreId ?? '';
  expect(CustomKeyStoreId).toMatch(/^cks-[0-9a-f]{17}$/);
  expect(proxy.calls[at]).toEqual({
    path: '/health',
    body: {
      requestMetadata: {
        kmsRequestId: made.$metadata.requestId,
        kmsOperation: 'CreateCustomKeyStore',
      },
    },
  });
  const byName = new DescribeCustomKeyStoresCommand({ CustomKeyStoreName: 'mine' });
  const { CustomKeyStores, Truncated } = await kms.send(byName);
  expect(Truncated).toBe(false);
  expect(CustomKeyStores).toEqual([
    {
      CustomKeyStoreId,
      CustomKeyStoreName: 'mine',
      ConnectionState: 'DISCONNECTED',
      CreationDate: expect.any(Date),
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConfiguration: {
        Connectivity: 'PUBLIC_ENDPOINT',
        AccessKeyId: proxy.credential.AccessKeyId,
        UriEndpoint: proxy.endpoint,
        UriPath: proxy.path,
      },
    },
  ]);
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  expect(await stateOf(kms, CustomKeyStoreId)).toEqual({ ConnectionState: 'CONNECTED' });
  await expect(
    kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId })),
  ).rejects.toMatchObject({
    name: 'CustomKeyStoreInvalidStateException',
    message:
      'The request was rejected because of the ConnectionState of the custom key store ' +
      `${CustomKeyStoreId}: CONNECTED.`,
  });
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  await expect(
    kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId })),
  ).rejects.toMatchObject({ name: 'CustomKeyStoreInvalidStateException' });
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId }));
  await expect(
    kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId })),
  ).rejects.toMatchObject({
    name: 'CustomKeyStoreNotFoundException',
    message: 'AWS KMS cannot find a custom key store with the specified key store name or ID.',
  });
  expect((await kms.send(new DescribeCustomKeyStoresCommand({}))).CustomKeyStores).toEqual([]);
});

const MANAGEMENT: readonly (readonly [number, string, string, string])[] = [
  [400, 'ValidationException', 'XksProxyInvalidResponseException', 'XKS_PROXY_INVALID_RESPONSE'],
  [400, 'InvalidStateException', 'XksProxyInvalidResponseException', 'XKS_PROXY_INVALID_RESPONSE'],
  [
    401,
    'AuthenticationFailedException',
    'XksProxyIncorrectAuthenticationCredentialException',
    'INVALID_CREDENTIALS',
  ],
  [
    403,
    'AccessDeniedException',
    'XksProxyInvalidConfigurationException',
    'XKS_PROXY_ACCESS_DENIED',
  ],
  [
    404,
    'InvalidUriPathException',
    'XksProxyInvalidConfigurationException',
    'XKS_PROXY_INVALID_CONFIGURATION',
  ],
  [429, 'ThrottlingException', 'XksProxyUriUnreachableException', 'XKS_PROXY_NOT_REACHABLE'],
  [
    501,
    'UnsupportedOperationException',
    'UnsupportedOperationException',
    'XKS_PROXY_INVALID_RESPONSE',
  ],
  [503, 'DependencyTimeoutException', 'XksProxyUriUnreachableException', 'XKS_PROXY_TIMED_OUT'],
  [500, 'InternalException', 'XksProxyUriUnreachableException', 'XKS_PROXY_NOT_REACHABLE'],
  [502, 'BadGateway', 'XksProxyInvalidResponseException', 'XKS_PROXY_INVALID_RESPONSE'],
];

test.each(MANAGEMENT)('%d %s of the proxy: %s, %s', async (status, errorName, code, connection) => {
  const kms = freshKms();
  const proxy = proxyAt(0);
  const answer = failing(status, errorName);
  await whileAnswering(proxy, answer, async () => {
    await expect(
      kms.send(new CreateCustomKeyStoreCommand(storeInput(proxy))),
    ).rejects.toMatchObject({ name: code });
  });
  const made = await kms.send(new CreateCustomKeyStoreCommand(storeInput(proxy)));
  const CustomKeyStoreId = made.CustomKeyStoreId ?? '';
  const connect = new ConnectCustomKeyStoreCommand({ CustomKeyStoreId });
  await whileAnswering(proxy, answer, () => kms.send(connect));
  expect(await stateOf(kms, CustomKeyStoreId)).toEqual({
    ConnectionState: 'FAILED',
    ConnectionErrorCode: connection,
  });
  await expect(kms.send(connect)).rejects.toMatchObject({
    name: 'CustomKeyStoreInvalidStateException',
  });
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  await kms.send(connect);
  expect(await stateOf(kms, CustomKeyStoreId)).toEqual({ ConnectionState: 'CONNECTED' });
});

test('CreateCustomKeyStore: all key managers unavailable, nobody there, another secret', async () => {
  const kms = freshKms();
  const proxy = proxyAt(0);
  const create = (input: CreateCustomKeyStoreCommandInput) =>
    kms.send(new CreateCustomKeyStoreCommand(input));
  const unavailable = { ekmFleetDetails: [{ id: 'a', model: 'b', healthStatus: 'UNAVAILABLE' }] };
  await whileAnswering(
    proxy,
    (response) => response.end(JSON.stringify(unavailable)),
    async () => {
      await expect(create(storeInput(proxy))).rejects.toMatchObject({
        name: 'XksProxyUriUnreachableException',
        message:
          'The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify your ' +
          'external key store proxy administrator.',
      });
    },
  );
  await expect(create(storeInput(proxyAt(2)))).rejects.toMatchObject({
    name: 'XksProxyUriUnreachableException',
    message:
      'AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. If ' +
      'you see this error repeatedly, verify that your external key store proxy is active and is connected to the ' +
      'network, and that its endpoint URI is correct in your external key store.',
  });
  const credential = { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey: 'x'.repeat(43) };
  await expect(
    create({ ...storeInput(proxy), XksProxyAuthenticationCredential: credential }),
  ).rejects.toMatchObject({ name: 'XksProxyIncorrectAuthenticationCredentialException' });
  await expect(
    create({ ...storeInput(proxy), XksProxyUriPath: '/other/kms/xks/v1' }),
  ).rejects.toMatchObject({ name: 'XksProxyInvalidConfigurationException' });
});

test('CreateCustomKeyStore: names and proxies are taken once in an account', async () => {
  const kms = freshKms();
  const create = (input: Partial<CreateCustomKeyStoreCommandInput>) =>
    kms.send(new CreateCustomKeyStoreCommand({ ...storeInput(proxyAt(0), 'first'), ...input }));
  await create({});
  await expect(create({ XksProxyUriEndpoint: proxyAt(1).endpoint })).rejects.toMatchObject({
    name: 'CustomKeyStoreNameInUseException',
  });
  await expect(
    create({ CustomKeyStoreName: 'second', XksProxyUriEndpoint: 'https://ONE.example.com' }),
  ).rejects.toMatchObject({ name: 'XksProxyUriInUseException' });
  await expect(create({ XksProxyUriEndpoint: 'http://one.example.com' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('CreateCustomKeyStore: a VPC endpoint service is kept, and serves one store', async () => {
  const kms = freshKms();
  const service = 'com.amazonaws.vpce.us-east-1.vpce-svc-1';
  const create = (input: Partial<CreateCustomKeyStoreCommandInput>) =>
    kms.send(new CreateCustomKeyStoreCommand({ ...storeInput(proxyAt(0), 'first'), ...input }));
  const reach = { XksProxyConnectivity: 'VPC_ENDPOINT_SERVICE' } as const;
  await expect(create(reach)).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'XksProxyVpcEndpointServiceName is required for VPC_ENDPOINT_SERVICE.',
  });
  await expect(create({ XksProxyVpcEndpointServiceName: service })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'XksProxyVpcEndpointServiceName is valid only for VPC_ENDPOINT_SERVICE.',
  });
  const named = { ...reach, XksProxyVpcEndpointServiceName: service };
  const { CustomKeyStoreId } = await create(named);
  const { CustomKeyStores } = await kms.send(
    new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }),
  );
  expect(CustomKeyStores?.[0]?.XksProxyConfiguration).toMatchObject({
    Connectivity: 'VPC_ENDPOINT_SERVICE',
    VpcEndpointServiceName: service,
    UriEndpoint: proxyAt(0).endpoint,
  });
  await expect(
    create({ ...named, CustomKeyStoreName: 'second', XksProxyUriEndpoint: proxyAt(1).endpoint }),
  ).rejects.toMatchObject({
    name: 'XksProxyVpcEndpointServiceInUseException',
    message:
      'The specified Amazon VPC endpoint service is already associated with another external key ' +
      'store in this AWS Region. Each external key store in a Region must use a different Amazon ' +
      'VPC endpoint service.',
  });
  await kms.send(
    new UpdateCustomKeyStoreCommand({ CustomKeyStoreId, XksProxyConnectivity: 'PUBLIC_ENDPOINT' }),
  );
  const after = await kms.send(new DescribeCustomKeyStoresCommand({ CustomKeyStoreId }));
  const { XksProxyConfiguration: changed } = after.CustomKeyStores?.[0] ?? {};
  expect(changed).toMatchObject({ Connectivity: 'PUBLIC_ENDPOINT' });
  expect(changed).not.toHaveProperty('VpcEndpointServiceName');
});

test('UpdateCustomKeyStore: name and credential at any time, the endpoint only disconnected', async () => {
  const proxy = proxyAt(0);
  const { kms, storeId } = await newStore(server, proxy);
  const update = (input: object) =>
    kms.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId: storeId, ...input }));
  await update({ NewCustomKeyStoreName: 'renamed' });
  const RawSecretAccessKey = 'n'.repeat(43);
  const XksProxyAuthenticationCredential = { ...proxy.credential, RawSecretAccessKey };
  await expect(update({ XksProxyAuthenticationCredential })).rejects.toMatchObject({
    name: 'XksProxyIncorrectAuthenticationCredentialException',
  });
  proxy.secrets.add(RawSecretAccessKey);
  await update({ XksProxyAuthenticationCredential });
  proxy.secrets.delete(RawSecretAccessKey);
  await expect(newExternalKey({ kms, storeId, account: '' })).rejects.toMatchObject({
    name: 'CustomKeyStoreInvalidStateException',
    message:
      'The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the ' +
      'credentials for your external key store and update if necessary.',
  });
  const move = {
    XksProxyUriEndpoint: proxyAt(1).endpoint,
    XksProxyAuthenticationCredential: proxyAt(1).credential,
  };
  await expect(update(move)).rejects.toMatchObject({
    name: 'CustomKeyStoreInvalidStateException',
  });
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId: storeId }));
  await update(move);
  const { CustomKeyStores } = await kms.send(new DescribeCustomKeyStoresCommand({}));
  expect(CustomKeyStores?.[0]).toMatchObject({
    CustomKeyStoreName: 'renamed',
    XksProxyConfiguration: { UriEndpoint: proxyAt(1).endpoint },
  });
});

test("Stores are an account's own, and only its policies allow their management", async () => {
  const { storeId } = await newStore(server, proxyAt(0));
  const stranger = freshKms();
  await expect(
    stranger.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId: storeId })),
  ).rejects.toMatchObject({ name: 'CustomKeyStoreNotFoundException' });
  await expect(newExternalKey({ kms: stranger, storeId, account: '' })).rejects.toMatchObject({
    name: 'CustomKeyStoreNotFoundException',
  });
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const user = await newUserClient(iam, account);
  await expect(user.send(new DescribeCustomKeyStoresCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/alice is not authorized to perform: kms:DescribeCustomKeyStores ` +
      'because no identity-based policy allows the kms:DescribeCustomKeyStores action',
  });
});

async function newUserClient(iam: IAMClient, account: string): Promise<KMSClient> {
  await iam.send(new CreateUserCommand({ UserName: 'alice' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'alice' }));
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  };
  return new KMSClient({ ...server.client(account), credentials });
}

test('CreateCustomKeyStore: ten in an account and Region', async () => {
  const kms = freshKms();
  const proxy = proxyAt(0);
  const create = (at: number) => {
    const XksProxyUriPath = `${proxy.path.replace('/kms', `/${at}/kms`)}`;
    return kms.send(
      new CreateCustomKeyStoreCommand({ ...storeInput(proxy, `store ${at}`), XksProxyUriPath }),
    );
  };
  const healthy = { ekmFleetDetails: [{ id: 'a', model: 'b', healthStatus: 'DEGRADED' }] };
  await whileAnswering(
    proxy,
    (response) => response.end(JSON.stringify(healthy)),
    async () => {
      for (let at = 0; at < 10; at += 1) await create(at);
      await expect(create(10)).rejects.toMatchObject({
        name: 'LimitExceededException',
        message: 'You have reached the limit of 10 custom key stores.',
      });
    },
  );
  const page = await kms.send(new DescribeCustomKeyStoresCommand({ Limit: 4 }));
  expect(page).toMatchObject({ Truncated: true, NextMarker: expect.any(String) });
  const rest = await kms.send(new DescribeCustomKeyStoresCommand({ Marker: page.NextMarker }));
  expect(rest.CustomKeyStores).toHaveLength(6);
});
