import { expect, test } from 'vitest';
import { createXksProxies, type ProxyAddress } from '../../../src/services/kms/xks-proxies.ts';

/** The example of the External Key Store Proxy API Specification, Encrypt and Appendix C. */
const AUTHENTICATED = Buffer.from('project=nile,department=marketing');
const PLAINTEXT = Buffer.from('Hello World!');
const ANSWER = {
  authenticationTag: 'vBxN2ncH1oEkR8WVXpmyYQ==',
  ciphertext: 'ghxkK1txeDNn3q8Y',
  ciphertextDataIntegrityValue: 'qHA/ImC9h5HsLRXqCyPmWgYx7tzyoTplzILbP0fPXsc=',
  ciphertextMetadata: 'a2V5X3ZlcnNpb249MQ==',
  initializationVector: 'HMrlRw85cAJUd5Ax',
};

const address: ProxyAddress = {
  proxy: {
    endpoint: 'https://xks.example.com',
    path: '/acme/kms/xks/v1',
    accessKeyId: 'ABCDEFGHIJKLMNOPQRST',
    secretAccessKey: 'x',
  },
  region: 'us-east-2',
  now: 0,
  metadata: { kmsRequestId: 'r', kmsOperation: 'Encrypt' },
};

test("encrypt: the specification's own example", async () => {
  const bodies: unknown[] = [];
  const paths: string[] = [];
  const proxies = createXksProxies({
    post: ({ path, body }) => {
      paths.push(path);
      bodies.push(JSON.parse(body));
      return Promise.resolve({ kind: 'answered', status: 200, body: ANSWER });
    },
    sign: () => ({}),
  });
  const encrypted = await proxies.encrypt(address, 'foo', PLAINTEXT, AUTHENTICATED);
  expect(paths).toEqual(['/acme/kms/xks/v1/keys/foo/encrypt']);
  expect(bodies).toEqual([
    {
      requestMetadata: address.metadata,
      additionalAuthenticatedData: 'cHJvamVjdD1uaWxlLGRlcGFydG1lbnQ9bWFya2V0aW5n',
      plaintext: 'SGVsbG8gV29ybGQh',
      encryptionAlgorithm: 'AES_GCM',
      ciphertextDataIntegrityValueAlgorithm: 'SHA_256',
    },
  ]);
  expect(encrypted).toEqual({
    ok: true,
    value: {
      ciphertext: Buffer.from(ANSWER.ciphertext, 'base64'),
      iv: Buffer.from(ANSWER.initializationVector, 'base64'),
      tag: Buffer.from(ANSWER.authenticationTag, 'base64'),
      metadata: Buffer.from(ANSWER.ciphertextMetadata, 'base64'),
    },
  });
  const other = await proxies.encrypt(address, 'foo', PLAINTEXT, Buffer.from('another'));
  expect(other).toEqual({ ok: false, fault: 'malformed' });
});
