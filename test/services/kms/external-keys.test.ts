import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, textOf } from './keys.ts';
import { newExternalKey, newStore, type ExternalStore } from './external-stores.ts';
import { externalKey, startXksProxy, type XksProxy } from './xks-proxy.ts';

let proxy: XksProxy;
let server: TestServer;
let store: ExternalStore;
let key: { readonly id: string; readonly arn: string };
beforeAll(async () => {
  proxy = await startXksProxy('xks.example.com');
  const routes = new Map([[proxy.endpoint, proxy.url]]);
  server = await startServer({ keyStoreProxies: { timeoutMs: 5_000, routes } });
  store = await newStore(server, proxy);
  key = await newExternalKey(store);
});
afterEach(() => {
  proxy.instead = undefined;
  proxy.alter = undefined;
});
afterAll(async () => {
  await server.close();
  await proxy.close();
});

const EncryptionContext = { project: 'nile' };

async function encrypted(text: string): Promise<Uint8Array> {
  const { kms } = store;
  const input = { KeyId: key.id, Plaintext: bytes(text), EncryptionContext };
  return (await kms.send(new EncryptCommand(input))).CiphertextBlob ?? new Uint8Array();
}

test('Encrypt and Decrypt: by the external key, around a ciphertext of our own', async () => {
  const { kms, account } = store;
  const at = proxy.calls.length;
  const sealed = await kms.send(
    new EncryptCommand({ KeyId: key.id, Plaintext: bytes('hello'), EncryptionContext }),
  );
  expect(sealed).toMatchObject({ KeyId: key.arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext }),
  );
  expect(opened.KeyId).toBe(key.arn);
  expect(opened.KeyMaterialId).toBeUndefined();
  expect(textOf(opened.Plaintext)).toBe('hello');
  const [encrypt, decrypt] = proxy.calls.slice(at);
  expect(encrypt?.path).toBe('/keys/one/encrypt');
  expect(encrypt?.body).toMatchObject({
    requestMetadata: {
      awsPrincipalArn: `arn:aws:iam::${account}:root`,
      kmsKeyArn: key.arn,
      kmsOperation: 'Encrypt',
      kmsRequestId: sealed.$metadata.requestId,
    },
    encryptionAlgorithm: 'AES_GCM',
    ciphertextDataIntegrityValueAlgorithm: 'SHA_256',
  });
  const inner = Buffer.from(String(encrypt?.body['plaintext']), 'base64');
  expect(inner.includes('hello')).toBe(false);
  expect(inner.length).toBeLessThanOrEqual(4_300);
  expect(decrypt).toMatchObject({
    path: '/keys/one/decrypt',
    body: {
      requestMetadata: { kmsOperation: 'Decrypt', kmsRequestId: opened.$metadata.requestId },
    },
  });
});

test('Encrypt: 4,096 bytes stay within what a proxy and a ciphertext may hold', async () => {
  const { kms } = store;
  const Plaintext = new Uint8Array(4_096).fill(7);
  const long = { a: 'é'.repeat(8_000) };
  const sealed = await kms.send(
    new EncryptCommand({ KeyId: key.id, Plaintext, EncryptionContext: long }),
  );
  const body = proxy.calls.at(-1)?.body;
  const sent = (name: string): number => Buffer.from(String(body?.[name]), 'base64').length;
  expect(sent('plaintext')).toBeLessThanOrEqual(4_300);
  expect(sent('additionalAuthenticatedData')).toBeLessThanOrEqual(8_192);
  const { CiphertextBlob } = sealed;
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: long }));
  expect(opened.Plaintext).toEqual(Plaintext);
});

test('GenerateDataKey, without plaintext, and ReEncrypt: out of the store and into it', async () => {
  const { kms } = store;
  const made = await kms.send(new GenerateDataKeyCommand({ KeyId: key.id, KeySpec: 'AES_256' }));
  expect(made.KeyMaterialId).toBeUndefined();
  const { CiphertextBlob } = made;
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob, KeyId: key.id }));
  expect(opened.Plaintext).toEqual(made.Plaintext);
  const hidden = await kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId: key.id, NumberOfBytes: 24 }),
  );
  expect(hidden.CiphertextBlob?.length).toBeGreaterThan(24);

  const other = await newExternalKey(store, addKey('other'));
  const at = proxy.calls.length;
  const moved = await kms.send(
    new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: other.id }),
  );
  expect(moved).toMatchObject({ SourceKeyId: key.arn, KeyId: other.arn });
  expect(proxy.calls.slice(at).map(({ path }) => path)).toEqual([
    '/keys/one/decrypt',
    '/keys/other/encrypt',
  ]);
  const again = await kms.send(new DecryptCommand({ CiphertextBlob: moved.CiphertextBlob }));
  expect(again.Plaintext).toEqual(made.Plaintext);
});

function addKey(id: string): string {
  proxy.keys.set(id, externalKey());
  return id;
}

test('Decrypt: the key that is named must be the one, whatever the kinds of both', async () => {
  const { kms } = store;
  const blob = await encrypted('mine');
  const ordinary = await newKey(server);
  const incorrect = {
    name: 'IncorrectKeyException',
    message: 'The key ID in the request does not identify a CMK that can perform this operation.',
  };
  const decrypt = (client: KMSClient, KeyId: string, CiphertextBlob: Uint8Array | undefined) =>
    client.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionContext }));
  await expect(decrypt(ordinary.kms, ordinary.id, blob)).rejects.toMatchObject(incorrect);
  const plain = await ordinary.kms.send(
    new EncryptCommand({ KeyId: ordinary.id, Plaintext: bytes('x'), EncryptionContext }),
  );
  await expect(decrypt(kms, key.id, plain.CiphertextBlob)).rejects.toMatchObject(incorrect);
  const second = await newExternalKey(store, addKey('second'));
  await expect(decrypt(kms, second.id, blob)).rejects.toMatchObject(incorrect);
  await expect(decrypt(kms, key.id, bytes('nothing'))).rejects.toMatchObject({
    name: 'InvalidCiphertextException',
  });
});

test('Decrypt: every byte counts', async () => {
  const { kms } = store;
  const blob = await encrypted('x');
  const outcomes = new Set<string>();
  for (let at = 0; at < blob.length; at += 1) {
    const altered = Buffer.from(blob);
    altered[at] = (altered[at] ?? 0) ^ 1;
    const input = { KeyId: key.id, CiphertextBlob: altered, EncryptionContext };
    const outcome = await kms.send(new DecryptCommand(input)).then(
      () => 'opened',
      (error: Error) => error.name,
    );
    outcomes.add(outcome);
  }
  expect([...outcomes].sort()).toEqual([
    'IncorrectKeyException',
    'InvalidCiphertextException',
    'KMSInvalidStateException',
  ]);
});

test('Decrypt: another encryption context, as the proxy tells', async () => {
  const CiphertextBlob = await encrypted('x');
  await expect(store.kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message:
      'The external key store proxy rejected the request because the specified ciphertext or additional ' +
      'authenticated data is corrupted, missing, or otherwise invalid.',
  });
});

test('Decrypt: a proxy that gives something else back', async () => {
  const CiphertextBlob = await encrypted('x');
  proxy.alter = (_path, answer) => {
    const length = Buffer.from(String(answer['plaintext']), 'base64').length;
    return { plaintext: Buffer.alloc(length, 1).toString('base64') };
  };
  await expect(
    store.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })),
  ).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message:
      'The ciphertext that the external key store proxy submitted for decryption, or the encryption context, ' +
      'is corrupted, missing, or otherwise invalid.',
  });
});

test('GenerateDataKeyPair: not under a key of a custom key store', async () => {
  const input = { KeyId: key.id, KeyPairSpec: 'ECC_NIST_P256' } as const;
  await expect(store.kms.send(new GenerateDataKeyPairCommand(input))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `${key.arn} origin is EXTERNAL_KEY_STORE which is not valid for this operation.`,
  });
});

test('Another account: its principal is told to the proxy', async () => {
  const other = freshAccount();
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: [`arn:aws:iam::${store.account}:root`, `arn:aws:iam::${other}:root`] },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
  const foreign = new KMSClient(server.client(other));
  await store.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  const sealed = await foreign.send(new EncryptCommand({ KeyId: key.arn, Plaintext: bytes('x') }));
  expect(proxy.calls.at(-1)?.body).toMatchObject({
    requestMetadata: { awsPrincipalArn: `arn:aws:iam::${other}:root`, kmsKeyArn: key.arn },
  });
  const { CiphertextBlob } = sealed;
  const opened = await store.kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('x');
});

const UNINTELLIGIBLE =
  'AWS KMS cannot interpret the response from the external key store proxy. If you see this error repeatedly, ' +
  'consult your external key store proxy administrator.';
const UNHEALTHY =
  'The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify your ' +
  'external key store proxy administrator.';

const TEXTS: readonly (readonly [number, string, string])[] = [
  [400, 'ValidationException', UNINTELLIGIBLE],
  [
    400,
    'InvalidStateException',
    'The external key store proxy rejected the request because the external key is not enabled in the external ' +
      'key manager.',
  ],
  [
    400,
    'InvalidCiphertextException',
    'The external key store proxy rejected the request because the specified ciphertext or additional ' +
      'authenticated data is corrupted, missing, or otherwise invalid.',
  ],
  [
    400,
    'InvalidKeyUsageException',
    'The external key store proxy rejected the request because the external key does not support the requested ' +
      'operation.',
  ],
  [
    401,
    'AuthenticationFailedException',
    'The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the ' +
      'credentials for your external key store and update if necessary.',
  ],
  [
    403,
    'AccessDeniedException',
    'The external key store proxy denied access to the operation. Verify that the user and the external key are ' +
      'both authorized for this operation, and try the request again.',
  ],
  [
    404,
    'KeyNotFoundException',
    'The external key store proxy rejected the request because it could not find the external key.',
  ],
  [
    404,
    'InvalidUriPathException',
    'The external key store proxy rejected the request because of an invalid URI path. Verify the URI path for ' +
      'your external key store and update if necessary.',
  ],
  [
    429,
    'ThrottlingException',
    'The external key store proxy rejected the request due to a very high request rate. Reduce the frequency of ' +
      'your calls using KMS keys in this external key store.',
  ],
  [
    501,
    'UnsupportedOperationException',
    'The external key store proxy rejected the request because it does not support the requested cryptographic ' +
      'operation.',
  ],
  [
    503,
    'DependencyTimeoutException',
    'The external key store proxy did not respond to the request in the time allotted. Retry the request. If you ' +
      'see this error repeatedly, report it to your external key store proxy administrator.',
  ],
  [500, 'InternalException', UNHEALTHY],
];

test('the table has every error of the specification', () => {
  expect(new Set(TEXTS.map(([, name]) => name)).size).toBe(12);
});

test.each(TEXTS)(
  '%d %s of the proxy: KMSInvalidStateException',
  async (status, errorName, text) => {
    const CiphertextBlob = await encrypted('x');
    proxy.instead = (_path, response) => {
      response.writeHead(status).end(JSON.stringify({ errorName, errorMessage: 'secret detail' }));
      return true;
    };
    const refused = { name: 'KMSInvalidStateException', message: text };
    await expect(encrypted('x')).rejects.toMatchObject(refused);
    await expect(
      store.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })),
    ).rejects.toMatchObject(refused);
  },
);

type Garbage = readonly [string, (response: ServerResponse) => void];

const GARBAGE: readonly Garbage[] = [
  ['no JSON', (response) => response.end('<html>')],
  ['JSON of another kind', (response) => response.end('[1]')],
  ['an empty object', (response) => response.end('{}')],
  ['an error without a name', (response) => response.writeHead(500).end('{}')],
  [
    'an error of no name it may have',
    (response) => response.writeHead(400).end('{"errorName":"toString"}'),
  ],
  ['a redirect', (response) => response.writeHead(307, { location: 'http://127.0.0.1/' }).end()],
  ['10 MB', (response) => response.end(Buffer.alloc(10_000_000, 0x20))],
  [
    'half an answer',
    (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy());
    },
  ],
];

test.each(GARBAGE)('a proxy that answers %s', async (_name, answer) => {
  proxy.instead = (_path, response) => {
    answer(response);
    return true;
  };
  await expect(encrypted('x')).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: UNINTELLIGIBLE,
  });
  proxy.instead = undefined;
  expect(await encrypted('x')).toBeInstanceOf(Uint8Array);
});

const FLAWS: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'an integrity value that is wrong',
    { ciphertextDataIntegrityValue: Buffer.alloc(32).toString('base64') },
  ],
  ['no integrity value', { ciphertextDataIntegrityValue: undefined }],
  ['an IV of 13 bytes', { initializationVector: Buffer.alloc(13).toString('base64') }],
  ['a tag of 12 bytes', { authenticationTag: Buffer.alloc(12).toString('base64') }],
  ['21 bytes of metadata', { ciphertextMetadata: Buffer.alloc(21).toString('base64') }],
  ['a ciphertext of another length', { ciphertext: Buffer.alloc(5).toString('base64') }],
  ['a ciphertext that is no base64', { ciphertext: '@@@@' }],
];

test.each(FLAWS)('Encrypt: %s is not taken', async (_name, flaw) => {
  proxy.alter = (_path, answer) => ({ ...answer, ...flaw });
  await expect(encrypted('x')).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: UNINTELLIGIBLE,
  });
});

describe('a proxy that does not answer', () => {
  test('is given up in its time, and holds up nobody else', async () => {
    const hasty = await startServer({
      keyStoreProxies: { timeoutMs: 100, routes: new Map([[proxy.endpoint, proxy.url]]) },
    });
    try {
      const ownStore = await newStore(hasty, proxy);
      const own = await newExternalKey(ownStore);
      const ordinary = await newKey(hasty);
      proxy.instead = () => true;
      const encrypt = () =>
        ownStore.kms.send(new EncryptCommand({ KeyId: own.id, Plaintext: bytes('x') }));
      const waiting = Array.from({ length: 20 }, () => encrypt().catch((error: Error) => error));
      await ordinary.kms.send(
        new GenerateDataKeyCommand({ KeyId: ordinary.id, KeySpec: 'AES_256' }),
      );
      for (const error of await Promise.all(waiting)) {
        expect(error).toMatchObject({
          name: 'KMSInvalidStateException',
          message:
            'AWS KMS rejected the request because the external key store proxy did not respond in time. Retry ' +
            'the request. If you see this error repeatedly, report it to your external key store proxy ' +
            'administrator.',
        });
      }
    } finally {
      await hasty.close();
    }
  });
});
