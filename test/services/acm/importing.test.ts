import {
  ACMClient,
  DescribeCertificateCommand,
  ExportCertificateCommand,
  GetCertificateCommand,
  ImportCertificateCommand,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateSource } from '../../../src/services/acm/certificate-source.ts';
import { newCertificate } from '../../certificates.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const bytes = (text: string): Uint8Array => Buffer.from(text);

async function authorityAndLeaf() {
  const authority = await newCertificate({ name: 'authority.test', isAuthority: true });
  const leaf = await newCertificate({ name: 'www.example.com', issuer: authority });
  return { authority, leaf };
}

test('ImportCertificate: a certificate with its chain is described, told, and found with its key', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const { authority, leaf } = await authorityAndLeaf();
  const { CertificateArn = '' } = await acm.send(
    new ImportCertificateCommand({
      Certificate: bytes(leaf.pem),
      PrivateKey: bytes(leaf.privateKey),
      CertificateChain: bytes(authority.pem),
    }),
  );
  expect(CertificateArn).toMatch(
    new RegExp(`^arn:aws:acm:us-east-1:${account}:certificate/[0-9a-f-]{36}$`),
  );
  const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
  expect(Certificate).toMatchObject({
    Type: 'IMPORTED',
    Status: 'ISSUED',
    DomainName: 'www.example.com',
    KeyAlgorithm: 'EC-prime256v1',
    SignatureAlgorithm: 'SHA256WITHECDSA',
    Issuer: 'authority.test',
    RenewalEligibility: 'INELIGIBLE',
    InUseBy: [],
  });
  const told = await acm.send(new GetCertificateCommand({ CertificateArn }));
  expect(told.Certificate?.trim()).toBe(leaf.pem.trim());
  expect(told.CertificateChain?.trim()).toBe(authority.pem.trim());
  await expect(
    acm.send(new ExportCertificateCommand({ CertificateArn, Passphrase: bytes('passphrase') })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Certificate ARN: ${CertificateArn} is not a private certificate`,
  });
  const found = await server.platform
    .engine()
    .store.run((unit) => certificateSource.find(unit, CertificateArn));
  expect(found?.privateKey.trim()).toBe(leaf.privateKey.trim());
});

test('ImportCertificate: a reimport keeps the ARN, and takes no tags', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const { authority, leaf } = await authorityAndLeaf();
  const again = await newCertificate({ name: 'www.example.com', issuer: authority });
  const importOf = (one: typeof leaf, more: object = {}) =>
    acm.send(
      new ImportCertificateCommand({
        Certificate: bytes(one.pem),
        PrivateKey: bytes(one.privateKey),
        CertificateChain: bytes(authority.pem),
        ...more,
      }),
    );
  const { CertificateArn } = await importOf(leaf);
  const { CertificateArn: same } = await importOf(again, { CertificateArn });
  expect(same).toBe(CertificateArn);
  const told = await acm.send(new GetCertificateCommand({ CertificateArn }));
  expect(told.Certificate?.trim()).toBe(again.pem.trim());
  await expect(
    importOf(again, { CertificateArn, Tags: [{ Key: 'a', Value: 'b' }] }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Tagging is not permitted on re-import.',
  });
});

test('ImportCertificate: says what is wrong with a certificate, its key and its chain', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const { authority, leaf } = await authorityAndLeaf();
  const other = await newCertificate({ name: 'other.test' });
  const past = await newCertificate({
    name: 'past.test',
    notBefore: new Date(Date.now() - 20 * 86_400_000),
    notAfter: new Date(Date.now() - 10 * 86_400_000),
  });
  const chained = { CertificateChain: bytes(authority.pem) };
  const cases = [
    [
      { Certificate: leaf.pem + authority.pem, PrivateKey: leaf.privateKey, ...chained },
      'The certificate field contains more than one certificate. You can specify only one certificate in this field.',
    ],
    [
      { Certificate: 'nothing', PrivateKey: leaf.privateKey },
      'Unable to parse certificate. Please ensure the certificate is in PEM format.',
    ],
    [
      { Certificate: leaf.pem, PrivateKey: 'nothing', ...chained },
      'The private key is not supported.',
    ],
    [
      { Certificate: leaf.pem, PrivateKey: other.privateKey, ...chained },
      'The private key does not match the public key of the certificate.',
    ],
    [
      { Certificate: leaf.pem, PrivateKey: leaf.privateKey },
      'Provided certificate is not a valid self signed. Please provide either a valid self-signed certificate or certificate chain.',
    ],
    [
      { Certificate: leaf.pem, PrivateKey: leaf.privateKey, CertificateChain: bytes(other.pem) },
      'Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order. The index within the chain of the invalid certificate is: 0',
    ],
    [
      { Certificate: past.pem, PrivateKey: past.privateKey },
      'The certificate has expired, is not valid.',
    ],
  ] as const;
  let ran = 0;
  for (const [{ Certificate, PrivateKey, ...more }, message] of cases) {
    const input = { Certificate: bytes(Certificate), PrivateKey: bytes(PrivateKey), ...more };
    await expect(acm.send(new ImportCertificateCommand(input)), message).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
    ran += 1;
  }
  expect(ran).toBe(7);
});

test('ImportCertificate: nobody imports, reimports or reads a certificate without a permission', async () => {
  const account = freshAccount();
  const user = new ACMClient(await newUser(server, account, 'nobody'));
  const { authority, leaf } = await authorityAndLeaf();
  const given = {
    Certificate: bytes(leaf.pem),
    PrivateKey: bytes(leaf.privateKey),
    CertificateChain: bytes(authority.pem),
  };
  const { CertificateArn = '' } = await new ACMClient(server.client(account)).send(
    new ImportCertificateCommand(given),
  );
  const denial = (action: string, resource: string) => ({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  });
  await expect(user.send(new ImportCertificateCommand(given))).rejects.toMatchObject(
    denial('acm:ImportCertificate', `arn:aws:acm:us-east-1:${account}:certificate/*`),
  );
  await expect(
    user.send(new ImportCertificateCommand({ ...given, CertificateArn })),
  ).rejects.toMatchObject(denial('acm:ImportCertificate', CertificateArn));
  await expect(user.send(new GetCertificateCommand({ CertificateArn }))).rejects.toMatchObject(
    denial('acm:GetCertificate', CertificateArn),
  );
  await expect(user.send(new DescribeCertificateCommand({ CertificateArn }))).rejects.toMatchObject(
    denial('acm:DescribeCertificate', CertificateArn),
  );
});
