import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  DeriveSharedSecretCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GenerateRandomCommand,
  KMSClient,
  type RecipientInfo,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCertificate } from '../../certificates.ts';
import {
  attestationDocument,
  cbor,
  type DocumentOptions,
  type EnclaveAuthority,
  IMAGE,
  newEnclaveAuthority,
} from '../../enclave.ts';
import { newUser } from '../../identities.ts';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
let authority: EnclaveAuthority;
const enclave = generateKeyPairSync('rsa', { modulusLength: 2_048 });
beforeAll(async () => {
  authority = await newEnclaveAuthority();
  server = await startServer({ attestationRoots: [authority.fingerprint] });
});
afterAll(() => server.close());

function recipient(
  more: Partial<DocumentOptions> = {},
  by: EnclaveAuthority = authority,
): RecipientInfo {
  return {
    KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
    AttestationDocument: attestationDocument(by, { publicKey: enclave.publicKey, ...more }),
  };
}

/** What the enclave reads, by OpenSSL's own CMS. */
function opened(sealed: Uint8Array | undefined): Buffer {
  const key = enclave.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return openssl(
    [
      'cms',
      '-decrypt',
      '-inform',
      'DER',
      '-binary',
      '-in',
      '@in',
      '-inkey',
      '@key',
      '-out',
      '@out',
    ],
    { in: sealed ?? new Uint8Array(), key: Buffer.from(key) },
  );
}

async function withKey() {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return { account, kms, KeyId: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
}

test.skipIf(!hasOpenssl)('Recipient: the enclave alone reads what Decrypt gives', async () => {
  const { kms, KeyId, arn } = await withKey();
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret') }),
  );
  const answer = await kms.send(new DecryptCommand({ CiphertextBlob, Recipient: recipient() }));
  const { $metadata: _metadata, CiphertextForRecipient: sealed, ...rest } = answer;
  expect(rest).toEqual({ KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  expect(Buffer.from(sealed ?? []).toString('hex')).toMatch(
    /^308006092a864886f70d010703a0803080020102/,
  );
  expect(opened(sealed).toString()).toBe('secret');
});

test.skipIf(!hasOpenssl)(
  'Recipient: data keys, key pairs, secrets and random bytes come sealed',
  async () => {
    const { kms, KeyId } = await withKey();
    const Recipient = recipient();
    const dataKey = await kms.send(
      new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', Recipient }),
    );
    expect(dataKey.Plaintext).toBeUndefined();
    expect(dataKey.KeyMaterialId).toBeUndefined();
    const { Plaintext } = await kms.send(
      new DecryptCommand({ CiphertextBlob: dataKey.CiphertextBlob }),
    );
    expect(opened(dataKey.CiphertextForRecipient)).toEqual(Buffer.from(Plaintext ?? []));
    const pair = await kms.send(
      new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: 'ECC_NIST_P256', Recipient }),
    );
    expect(pair.PrivateKeyPlaintext).toBeUndefined();
    const privateKey = opened(pair.CiphertextForRecipient);
    const publicKey = createPublicKey(
      createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    );
    expect(publicKey.export({ format: 'der', type: 'spki' })).toEqual(
      Buffer.from(pair.PublicKey ?? []),
    );
    const random = await kms.send(new GenerateRandomCommand({ NumberOfBytes: 1_024, Recipient }));
    expect(random.Plaintext).toBeUndefined();
    expect(opened(random.CiphertextForRecipient)).toHaveLength(1_024);
    const agreeing = await kms.send(
      new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' }),
    );
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ask = {
      KeyId: agreeing.KeyMetadata?.KeyId,
      KeyAgreementAlgorithm: 'ECDH',
      PublicKey: other.publicKey.export({ format: 'der', type: 'spki' }),
    } as const;
    const plain = await kms.send(new DeriveSharedSecretCommand(ask));
    const shared = await kms.send(new DeriveSharedSecretCommand({ ...ask, Recipient }));
    expect(shared.SharedSecret).toBeUndefined();
    expect(opened(shared.CiphertextForRecipient)).toEqual(Buffer.from(plain.SharedSecret ?? []));
  },
);

test('Recipient: policies decide by what the enclave is', async () => {
  const { account, kms, KeyId, arn } = await withKey();
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret') }),
  );
  const asUser = async (name: string, condition: Record<string, string>) =>
    new KMSClient(
      await newUser(server, account, name, {
        allow: [
          {
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: arn,
            Condition: { StringEqualsIgnoreCase: condition },
          },
        ],
      }),
    );
  const image = await asUser('image', { 'kms:RecipientAttestation:ImageSha384': IMAGE });
  const signer = await asUser('signer', { 'kms:RecipientAttestation:PCR8': 'cd'.repeat(48) });
  const decrypt = (client: KMSClient, Recipient: RecipientInfo | undefined) =>
    client.send(new DecryptCommand({ CiphertextBlob, Recipient }));
  await decrypt(image, recipient());
  await decrypt(signer, recipient({ pcr0: '00'.repeat(48) }));
  for (const refused of [undefined, recipient({ pcr0: '00'.repeat(48) })]) {
    await expect(decrypt(image, refused)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/image is not authorized to perform: kms:Decrypt on ` +
        `resource: ${arn} because no identity-based policy allows the kms:Decrypt action`,
    });
  }
});

test('Recipient: a document that proves nothing is refused', async () => {
  const { kms } = await withKey();
  const stranger = await newEnclaveAuthority();
  const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey;
  const old = await newCertificate({
    name: 'i-1',
    issuer: authority.middle,
    curve: 'P-384',
    notAfter: new Date(Date.now() - 1_000),
  });
  const raw = ({ root, middle }: EnclaveAuthority) =>
    [root, middle].map(({ certificate }) => Buffer.from(certificate.rawData));
  const good = recipient().AttestationDocument ?? new Uint8Array();
  const cut = good.slice(0, -1);
  const changed = Uint8Array.from(good);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  const documents: readonly Uint8Array[] = [
    Buffer.from('no CBOR'),
    cbor([1, 2, 3, 4]),
    cut,
    changed,
    ...[
      recipient({}, stranger),
      recipient({ claims: new Map([['cabundle', raw(stranger)]]) }),
      recipient({ claims: new Map([['cabundle', raw(authority).reverse()]]) }),
      recipient({ claims: new Map([['cabundle', []]]) }),
      recipient({ signer: stranger.leaf }),
      recipient({ publicKey: weak }),
      recipient({ claims: new Map([['public_key', null]]) }),
      recipient({
        claims: new Map([['certificate', Buffer.from(old.certificate.rawData)]]),
        signer: old,
      }),
      recipient({ claims: new Map([['digest', 'SHA1']]) }),
    ].map(({ AttestationDocument: bytes }) => bytes ?? new Uint8Array()),
  ];
  let ran = 0;
  for (const AttestationDocument of documents) {
    await expect(
      kms.send(
        new GenerateRandomCommand({
          NumberOfBytes: 16,
          Recipient: { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument },
        }),
      ),
      `document ${ran}`,
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The attestation document is not valid.',
    });
    ran += 1;
  }
  expect(ran).toBe(13);
});

test('Recipient: without the flag only the root of AWS is believed', async () => {
  const plain = await startServer();
  try {
    const kms = new KMSClient(plain.client(freshAccount()));
    await expect(
      kms.send(new GenerateRandomCommand({ NumberOfBytes: 16, Recipient: recipient() })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  } finally {
    await plain.close();
  }
});
