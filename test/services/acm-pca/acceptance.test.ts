import { X509Certificate } from 'node:crypto';
import {
  ACMClient,
  ExportCertificateCommand,
  RenewCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import {
  ACMPCAClient,
  CreateCertificateAuthorityAuditReportCommand,
  CreatePermissionCommand,
  DeleteCertificateAuthorityCommand,
  DescribeCertificateAuthorityAuditReportCommand,
  DescribeCertificateAuthorityCommand,
  GetCertificateAuthorityCsrCommand,
  GetCertificateCommand,
  GetPolicyCommand,
  ImportCertificateAuthorityCertificateCommand,
  IssueCertificateCommand,
  ListPermissionsCommand,
  PutPolicyCommand,
  RestoreCertificateAuthorityCommand,
  RevokeCertificateCommand,
  UpdateCertificateAuthorityCommand,
} from '@aws-sdk/client-acm-pca';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { described } from '../acm/certificates.ts';
import {
  bytes,
  DAY,
  issue,
  newAuthority,
  newRoot,
  pass,
  type Scene,
  SECOND,
  signingOf,
} from './authorities.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function scene(account: string): Scene {
  return { server, pca: new ACMPCAClient(server.client(account)) };
}

/** A key of the caller's own, and a request to certify it. */
function newRequest(name: string): { readonly key: Buffer; readonly csr: Buffer } {
  const key = openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']);
  const more = ['-addext', `subjectAltName=DNS:${name}`];
  const csr = openssl(['req', '-new', '-key', '@key', '-subj', `/CN=${name}`, ...more], { key });
  return { key, csr };
}

test.runIf(hasOpenssl).each(['RSA_2048', 'EC_secp384r1'] as const)(
  'check 39: a root of %s, an authority below it and a leaf make a chain that openssl verifies',
  async (algorithm) => {
    const own = scene(freshAccount());
    const { pca } = own;
    const root = await newRoot(own, 'Root of tests', { algorithm });
    const below = await newAuthority(own, 'Below it', 'SUBORDINATE', { algorithm });
    const { Csr } = await pca.send(
      new GetCertificateAuthorityCsrCommand({ CertificateAuthorityArn: below }),
    );
    const SigningAlgorithm = signingOf(algorithm);
    const made = await issue(own, {
      CertificateAuthorityArn: root.arn,
      Csr: bytes(Csr),
      SigningAlgorithm,
      TemplateArn: 'arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1',
      Validity: { Type: 'YEARS', Value: 5 },
    });
    await expect(
      pca.send(
        new ImportCertificateAuthorityCertificateCommand({
          CertificateAuthorityArn: below,
          Certificate: bytes(root.certificate),
          CertificateChain: bytes(root.certificate),
        }),
      ),
    ).rejects.toMatchObject({ name: 'CertificateMismatchException' });
    await pca.send(
      new ImportCertificateAuthorityCertificateCommand({
        CertificateAuthorityArn: below,
        Certificate: bytes(made.Certificate),
        CertificateChain: bytes(made.CertificateChain),
      }),
    );
    const { CertificateAuthority } = await pca.send(
      new DescribeCertificateAuthorityCommand({ CertificateAuthorityArn: below }),
    );
    expect(CertificateAuthority).toMatchObject({ Status: 'ACTIVE', Type: 'SUBORDINATE' });
    const { csr } = newRequest('leaf.test');
    const order = {
      CertificateAuthorityArn: below,
      Csr: csr,
      SigningAlgorithm,
      Validity: { Type: 'DAYS', Value: 30 },
    } as const;
    const { CertificateArn } = await pca.send(new IssueCertificateCommand(order));
    const asked = new GetCertificateCommand({ CertificateAuthorityArn: below, CertificateArn });
    await expect(pca.send(asked)).rejects.toMatchObject({ name: 'RequestInProgressException' });
    await pass(server, 3 * SECOND);
    const leaf = await pca.send(asked);
    const files = {
      root: bytes(root.certificate),
      middle: bytes(made.Certificate),
      leaf: bytes(leaf.Certificate),
    };
    const verify = ['verify', '-x509_strict', '-verify_hostname', 'leaf.test'];
    const printed = openssl(
      [...verify, '-CAfile', '@root', '-untrusted', '@middle', '@leaf'],
      files,
    );
    expect(printed.toString()).toMatch(/: OK\n$/);
    const text = openssl(['x509', '-text', '-noout', '-in', '@leaf'], files).toString();
    expect(text).toContain('TLS Web Server Authentication, TLS Web Client Authentication');
    expect(text).toContain('Digital Signature, Key Encipherment');
    const above = openssl(['x509', '-text', '-noout', '-in', '@middle'], files).toString();
    expect(above).toContain('CA:TRUE, pathlen:0');
    expect(above).toContain('Digital Signature, Certificate Sign, CRL Sign');
    await expect(
      pca.send(new IssueCertificateCommand({ ...order, Validity: { Type: 'YEARS', Value: 6 } })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The certificate validity specified exceeds the certificate authority validity',
    });
  },
);

test.runIf(hasOpenssl)(
  'check 39: what is revoked stands in the list in the bucket, and in the audit report',
  async () => {
    const account = freshAccount();
    const own = scene(account);
    const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
    const Bucket = `revoked-${account}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    const revocation = {
      RevocationConfiguration: {
        CrlConfiguration: { Enabled: true, ExpirationInDays: 7, S3BucketName: Bucket },
      },
    };
    await expect(newAuthority(own, 'Refused', 'ROOT', revocation)).rejects.toMatchObject({
      name: 'InvalidPolicyException',
    });
    const Policy = policyText({
      Effect: 'Allow',
      Principal: { Service: 'acm-pca.amazonaws.com' },
      Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:GetBucketAcl', 's3:GetBucketLocation'],
      Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
    });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const root = await newRoot(own, 'Revoking root', revocation);
    const leaf = await issue(own, {
      CertificateAuthorityArn: root.arn,
      Csr: newRequest('revoked.test').csr,
      SigningAlgorithm: 'SHA256WITHECDSA',
    });
    const { serialNumber } = new X509Certificate(leaf.Certificate ?? '');
    const revoke = new RevokeCertificateCommand({
      CertificateAuthorityArn: root.arn,
      CertificateSerial: (serialNumber.match(/../g) ?? []).join(':'),
      RevocationReason: 'KEY_COMPROMISE',
    });
    await own.pca.send(revoke);
    await expect(own.pca.send(revoke)).rejects.toMatchObject({
      name: 'RequestAlreadyProcessedException',
    });
    await pass(server, 120 * SECOND);
    const Key = `crl/${root.arn.split('/')[1]}.crl`;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const list = Buffer.from((await Body?.transformToByteArray()) ?? []);
    const files = { list, root: bytes(root.certificate), leaf: bytes(leaf.Certificate) };
    const crl = ['crl', '-inform', 'DER', '-in', '@list'];
    const text = openssl([...crl, '-noout', '-text', '-CAfile', '@root'], files).toString();
    expect(text).toContain(`Serial Number: ${serialNumber}`);
    expect(text).toContain('Key Compromise');
    const pem = openssl([...crl, '-outform', 'PEM'], files);
    const check = ['verify', '-crl_check', '-CAfile', '@root', '-CRLfile', '@pem', '@leaf'];
    expect(() => openssl(check, { ...files, pem })).toThrow('certificate revoked');
    const report = { CertificateAuthorityArn: root.arn, S3BucketName: Bucket } as const;
    const asking = new CreateCertificateAuthorityAuditReportCommand({
      ...report,
      AuditReportResponseFormat: 'JSON',
    });
    const { AuditReportId, S3Key } = await own.pca.send(asking);
    await expect(own.pca.send(asking)).rejects.toMatchObject({ name: 'RequestFailedException' });
    await pass(server, 3 * SECOND);
    const told = await own.pca.send(
      new DescribeCertificateAuthorityAuditReportCommand({ ...report, AuditReportId }),
    );
    expect(told).toMatchObject({ AuditReportStatus: 'SUCCESS', S3Key });
    const file = await s3.send(new GetObjectCommand({ Bucket, Key: S3Key }));
    const rows: readonly object[] = JSON.parse((await file.Body?.transformToString()) ?? '[]');
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(
      expect.objectContaining({
        awsAccountId: account,
        certificateArn: leaf.arn,
        subject: 'CN=revoked.test',
        revocationReason: 'KEY_COMPROMISE',
        templateArn: 'arn:aws:acm-pca:::template/EndEntityCertificate/V1',
      }),
    );
    const shown = openssl(['x509', '-text', '-noout', '-in', '@leaf'], files).toString();
    expect(shown).toContain(`URI:http://${Bucket}.s3.us-east-1.amazonaws.com/${Key}`);
  },
);

test('check 37: a private certificate of ACM comes from the authority, and is renewed with its permission', async () => {
  const account = freshAccount();
  const own = scene(account);
  const acm = new ACMClient(server.client(account));
  const root = await newRoot(own, 'Private root');
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({
      DomainName: 'inner.test',
      CertificateAuthorityArn: root.arn,
      KeyAlgorithm: 'EC_prime256v1',
    }),
  );
  await pass(server, 6 * SECOND);
  const certificate = await described(acm, CertificateArn);
  expect(certificate).toMatchObject({
    Status: 'ISSUED',
    Type: 'PRIVATE',
    Issuer: 'Example',
    CertificateAuthorityArn: root.arn,
  });
  await expect(acm.send(new RenewCertificateCommand({ CertificateArn }))).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Certificate ARN ${CertificateArn} has not been exported so it is not eligible for the Renew Certificate API.`,
  });
  const Passphrase = bytes('passphrase');
  const { Certificate = '' } = await acm.send(
    new ExportCertificateCommand({ CertificateArn, Passphrase }),
  );
  const { publicKey } = new X509Certificate(root.certificate);
  expect(new X509Certificate(Certificate).verify(publicKey)).toBe(true);
  await acm.send(new RenewCertificateCommand({ CertificateArn }));
  await pass(server, 10 * SECOND);
  expect((await described(acm, CertificateArn)).RenewalSummary).toMatchObject({
    RenewalStatus: 'FAILED',
    RenewalStatusReason: 'PCA_ACCESS_DENIED',
  });
  await own.pca.send(
    new CreatePermissionCommand({
      CertificateAuthorityArn: root.arn,
      Principal: 'acm.amazonaws.com',
      Actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'],
    }),
  );
  const { Permissions } = await own.pca.send(
    new ListPermissionsCommand({ CertificateAuthorityArn: root.arn }),
  );
  expect(Permissions).toMatchObject([{ Principal: 'acm.amazonaws.com', SourceAccount: account }]);
  await acm.send(new RenewCertificateCommand({ CertificateArn }));
  await pass(server, 10 * SECOND);
  const renewed = await described(acm, CertificateArn);
  expect(renewed.RenewalSummary?.RenewalStatus).toBe('SUCCESS');
  expect(renewed.Serial).not.toBe(certificate.Serial);
});

test('PutPolicy: another account issues with a policy, and not without', async () => {
  const account = freshAccount();
  const own = scene(account);
  const other = freshAccount();
  const guest = new ACMPCAClient(server.client(other));
  const root = await newRoot(own, 'Shared root');
  const { Csr } = await own.pca.send(
    new GetCertificateAuthorityCsrCommand({ CertificateAuthorityArn: root.arn }),
  );
  const order = new IssueCertificateCommand({
    CertificateAuthorityArn: root.arn,
    Csr: bytes(Csr),
    SigningAlgorithm: 'SHA256WITHECDSA',
    Validity: { Type: 'DAYS', Value: 1 },
  });
  await expect(guest.send(order)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(own.pca.send(new GetPolicyCommand({ ResourceArn: root.arn }))).rejects.toMatchObject(
    { name: 'ResourceNotFoundException' },
  );
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: other },
    Action: ['acm-pca:IssueCertificate', 'acm-pca:GetCertificate'],
    Resource: root.arn,
  });
  await own.pca.send(new PutPolicyCommand({ ResourceArn: root.arn, Policy }));
  const { CertificateArn } = await guest.send(order);
  expect(CertificateArn).toMatch(new RegExp(`^${root.arn}/certificate/[0-9a-f]{32}$`));
});

test('IssueCertificate: names of the call win with a template that lets them, and a user without permission is denied', async () => {
  const account = freshAccount();
  const own = scene(account);
  const root = await newRoot(own, 'Passing root');
  const { Csr } = await own.pca.send(
    new GetCertificateAuthorityCsrCommand({ CertificateAuthorityArn: root.arn }),
  );
  const order = {
    CertificateAuthorityArn: root.arn,
    Csr: bytes(Csr),
    SigningAlgorithm: 'SHA256WITHECDSA',
    ApiPassthrough: {
      Subject: { CommonName: 'passed.test' },
      Extensions: {
        SubjectAlternativeNames: [{ DnsName: 'passed.test' }],
        ExtendedKeyUsage: [{ ExtendedKeyUsageType: 'EMAIL_PROTECTION' }],
        KeyUsage: { NonRepudiation: true },
      },
    },
  } satisfies Parameters<typeof issue>[1];
  const blank = 'arn:aws:acm-pca:::template/BlankEndEntityCertificate_APIPassthrough/V1';
  const { Certificate = '' } = await issue(own, { ...order, TemplateArn: blank });
  const read = new X509Certificate(Certificate);
  expect(read.subject).toBe('CN=passed.test');
  expect(read.subjectAltName).toBe('DNS:passed.test');
  expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4']);
  const plain = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1';
  await expect(issue(own, { ...order, TemplateArn: plain })).rejects.toMatchObject({
    name: 'InvalidArgsException',
  });
  const user = new ACMPCAClient(await newUser(server, account, 'nobody'));
  await expect(
    user.send(new IssueCertificateCommand({ ...order, Validity: { Type: 'DAYS', Value: 1 } })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: acm-pca:IssueCertificate on resource: ${root.arn} because no identity-based policy allows the acm-pca:IssueCertificate action`,
  });
});

test('DeleteCertificateAuthority: one that is disabled goes when its time is over, and may be restored before', async () => {
  const own = scene(freshAccount());
  const { arn: CertificateAuthorityArn } = await newRoot(own, 'Short root');
  const of = { CertificateAuthorityArn };
  const status = async () =>
    (await own.pca.send(new DescribeCertificateAuthorityCommand(of))).CertificateAuthority?.Status;
  await expect(own.pca.send(new DeleteCertificateAuthorityCommand(of))).rejects.toMatchObject({
    name: 'InvalidStateException',
  });
  await own.pca.send(new UpdateCertificateAuthorityCommand({ ...of, Status: 'DISABLED' }));
  const deletion = new DeleteCertificateAuthorityCommand({ ...of, PermanentDeletionTimeInDays: 7 });
  await own.pca.send(deletion);
  expect(await status()).toBe('DELETED');
  await own.pca.send(new RestoreCertificateAuthorityCommand(of));
  expect(await status()).toBe('DISABLED');
  await own.pca.send(deletion);
  await pass(server, 7 * DAY + SECOND);
  await expect(status()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
