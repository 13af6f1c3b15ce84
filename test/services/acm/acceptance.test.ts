import { X509Certificate } from 'node:crypto';
import {
  ACMClient,
  DeleteCertificateCommand,
  ExportCertificateCommand,
  GetCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseCertificate, useCertificate } from '../../../src/services/acm/port.ts';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DAY, described, issuedCertificate, newZone, pass, prove, SECOND } from './certificates.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('check 36: a certificate is pending until its record stands in DNS, and then leads to the root', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({
      DomainName: 'shop.test',
      SubjectAlternativeNames: ['*.shop.test'],
      ValidationMethod: 'DNS',
    }),
  );
  const asked = await described(acm, CertificateArn);
  expect(asked).toMatchObject({
    Status: 'PENDING_VALIDATION',
    Type: 'AMAZON_ISSUED',
    KeyAlgorithm: 'RSA-2048',
    SubjectAlternativeNames: ['shop.test', '*.shop.test'],
  });
  expect(asked.DomainValidationOptions?.map(({ ResourceRecord }) => ResourceRecord)).toEqual([
    undefined,
    undefined,
  ]);
  await pass(server, 4 * SECOND);
  const told = await described(acm, CertificateArn);
  const [apex, star] = told.DomainValidationOptions ?? [];
  expect(apex?.ResourceRecord?.Name).toMatch(/^_[0-9a-f]{32}\.shop\.test\.$/);
  expect(apex?.ResourceRecord?.Value).toMatch(/^_[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\.$/);
  expect(star?.ResourceRecord).toEqual(apex?.ResourceRecord);
  await expect(acm.send(new GetCertificateCommand({ CertificateArn }))).rejects.toMatchObject({
    name: 'RequestInProgressException',
  });
  const zone = await newZone(server, account, 'shop.test');
  await prove(server, account, zone, told);
  await pass(server, 61 * SECOND);
  const issued = await described(acm, CertificateArn);
  expect(issued).toMatchObject({
    Status: 'ISSUED',
    Issuer: 'Amazon',
    Subject: 'CN=shop.test',
    SignatureAlgorithm: 'SHA256WITHRSA',
    KeyUsages: [{ Name: 'DIGITAL_SIGNATURE' }, { Name: 'KEY_ENCIPHERMENT' }],
    ExtendedKeyUsages: [{ Name: 'TLS_WEB_SERVER_AUTHENTICATION', OID: '1.3.6.1.5.5.7.3.1' }],
    RenewalEligibility: 'INELIGIBLE',
  });
  const days =
    ((issued.NotAfter?.getTime() ?? 0) + 1_000 - (issued.NotBefore?.getTime() ?? 0)) / DAY;
  expect(days).toBe(198);
  expect(issued.DomainValidationOptions?.map(({ ValidationStatus }) => ValidationStatus)).toEqual([
    'SUCCESS',
    'SUCCESS',
  ]);
});

test.runIf(hasOpenssl).each(['RSA_2048', 'EC_prime256v1', 'EC_secp384r1'] as const)(
  'check 36: openssl verifies the chain of a certificate for a key of %s',
  async (KeyAlgorithm) => {
    const account = freshAccount();
    const acm = new ACMClient(server.client(account));
    const DomainName = `${KeyAlgorithm.toLowerCase().replaceAll('_', '-')}.test`;
    const CertificateArn = await issuedCertificate(server, account, { DomainName, KeyAlgorithm });
    const { Certificate = '', CertificateChain = '' } = await acm.send(
      new GetCertificateCommand({ CertificateArn }),
    );
    const chain = CertificateChain.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----\n/g) ?? [];
    expect(chain).toHaveLength(2);
    const files = {
      leaf: bytes(Certificate),
      middle: bytes(chain[0] ?? ''),
      root: bytes(chain[1] ?? ''),
    };
    const verify = [
      'verify',
      '-x509_strict',
      '-purpose',
      'sslserver',
      '-verify_hostname',
      DomainName,
    ];
    const printed = openssl(
      [...verify, '-CAfile', '@root', '-untrusted', '@middle', '@leaf'],
      files,
    );
    expect(printed.toString()).toMatch(/: OK\n$/);
    const text = openssl(['x509', '-text', '-noout', '-in', '@leaf'], files).toString();
    expect(text).toContain(`DNS:${DomainName}`);
    expect(text).toContain('TLS Web Server Authentication');
    expect(text).not.toContain('TLS Web Client Authentication');
  },
);

test('check 36: without a record, the time for proofs is over after 72 hours', async () => {
  const own = await startServer();
  try {
    const acm = new ACMClient(own.client(freshAccount()));
    const { CertificateArn = '' } = await acm.send(
      new RequestCertificateCommand({ DomainName: 'late.test', ValidationMethod: 'DNS' }),
    );
    await pass(own, 3 * DAY - 60 * SECOND);
    expect((await described(acm, CertificateArn)).Status).toBe('PENDING_VALIDATION');
    await pass(own, 120 * SECOND);
    const late = await described(acm, CertificateArn);
    expect(late.Status).toBe('VALIDATION_TIMED_OUT');
    expect(late.DomainValidationOptions?.[0]?.ValidationStatus).toBe('FAILED');
  } finally {
    await own.close();
  }
});

test('check 37: only what was asked for so is exported, with a key that its passphrase opens', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const Passphrase = bytes('four words, not more');
  const kept = await issuedCertificate(server, account, { DomainName: 'kept.test' });
  await expect(
    acm.send(new ExportCertificateCommand({ CertificateArn: kept, Passphrase })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Certificate ARN: ${kept} is not a private certificate`,
  });
  const free = await issuedCertificate(server, account, {
    DomainName: 'free.test',
    KeyAlgorithm: 'EC_prime256v1',
    Options: { Export: 'ENABLED' },
  });
  const { Certificate = '', PrivateKey = '' } = await acm.send(
    new ExportCertificateCommand({ CertificateArn: free, Passphrase }),
  );
  expect(PrivateKey).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
  const { createPrivateKey } = await import('node:crypto');
  const key = createPrivateKey({ key: PrivateKey, passphrase: Buffer.from(Passphrase) });
  expect(new X509Certificate(Certificate).checkPrivateKey(key)).toBe(true);
  expect(() => createPrivateKey({ key: PrivateKey, passphrase: 'another' })).toThrow();
  expect((await described(acm, free)).RenewalEligibility).toBe('ELIGIBLE');
});

test('check 37: a certificate that something shows is not deleted', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const CertificateArn = await issuedCertificate(server, account, { DomainName: 'used.test' });
  const user = `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/app/web/1`;
  const { store } = server.platform.engine();
  await store.run((unit) => useCertificate(unit, CertificateArn, user));
  expect((await described(acm, CertificateArn)).InUseBy).toEqual([user]);
  await expect(acm.send(new DeleteCertificateCommand({ CertificateArn }))).rejects.toMatchObject({
    name: 'ResourceInUseException',
    message: `Certificate ${CertificateArn} in account ${account} is in use.`,
  });
  await store.run((unit) => releaseCertificate(unit, CertificateArn, user));
  await acm.send(new DeleteCertificateCommand({ CertificateArn }));
  await expect(described(acm, CertificateArn)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Certificate with arn ${CertificateArn} not found in account ${account}`,
  });
});
