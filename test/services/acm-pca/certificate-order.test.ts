import {
  ACMPCAClient,
  type CustomExtension,
  type Extensions,
  GetCertificateAuthorityCsrCommand,
  IssueCertificateCommand,
  type IssueCertificateCommandInput,
  UpdateCertificateAuthorityCommand,
  type Validity,
} from '@aws-sdk/client-acm-pca';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  CRLDistributionPointsExtension,
  type Extension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
} from '@peculiar/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bytes, issue, newAuthority, newRoot, type Scene } from './authorities.ts';
import { listBucket } from './lists.ts';

let server: TestServer;
let own: Scene;
let root: string;
let csr: string;
let account: string;
beforeAll(async () => {
  server = await startServer();
  account = freshAccount();
  own = { server, pca: new ACMPCAClient(server.client(account)) };
  const { options } = await listBucket(server, account, 7);
  root = (await newRoot(own, 'Ordering root', options)).arn;
  csr = await csrOf(root);
});
afterAll(() => server.close());

async function csrOf(CertificateAuthorityArn: string): Promise<string> {
  const { Csr = '' } = await own.pca.send(
    new GetCertificateAuthorityCsrCommand({ CertificateAuthorityArn }),
  );
  return Csr;
}

const template = (name: string) => `arn:aws:acm-pca:::template/${name}/V1`;

const BLANK = template('BlankEndEntityCertificate_APIPassthrough');

function order(extensions: Extensions, more: Partial<IssueCertificateCommandInput> = {}) {
  return {
    CertificateAuthorityArn: root,
    Csr: bytes(csr),
    SigningAlgorithm: 'SHA256WITHECDSA',
    TemplateArn: BLANK,
    ApiPassthrough: { Extensions: extensions },
    ...more,
  } as const;
}

/** The certificate that is issued; no extension stands in it twice. */
async function issued(...ordered: Parameters<typeof order>): Promise<X509Certificate> {
  const { Certificate = '' } = await issue(own, order(...ordered));
  const read = new X509Certificate(Certificate);
  const oids = read.extensions.map(({ type }) => type);
  expect(oids).toEqual([...new Set(oids)]);
  return read;
}

function custom(ObjectIdentifier: string, { value }: Pick<Extension, 'value'>): CustomExtension {
  return { ObjectIdentifier, Value: Buffer.from(value).toString('base64'), Critical: true };
}

const anAuthority = new BasicConstraintsExtension(true, undefined, true);
const signsCertificates = new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true);
const signsCode = new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.3'], true);
const otherNames = new SubjectAlternativeNameExtension([{ type: 'dns', value: 'custom.test' }]);
const otherPolicy = new CertificatePolicyExtension(['1.2.3.4']);
const otherList = new CRLDistributionPointsExtension(['http://other.test/list.crl']);

test('IssueCertificate: CustomExtensions can not make what the template decides', async () => {
  const usual = await issued({ SubjectAlternativeNames: [{ DnsName: 'usual.test' }] });
  const identifiers = (certificate: X509Certificate) =>
    ['2.5.29.14', '2.5.29.35'].map((oid) => certificate.getExtension(oid)?.value);
  const cases: readonly (readonly [string, CustomExtension])[] = [
    [BLANK, custom('2.5.29.19', anAuthority)],
    [BLANK, custom('2.5.29.019', anAuthority)],
    [BLANK, custom('2.05.29.0019', anAuthority)],
    [BLANK, custom('2.5.29.14', otherNames)],
    [BLANK, custom('2.5.29.35', otherNames)],
    [template('EndEntityCertificate_APIPassthrough'), custom('2.5.29.15', signsCertificates)],
    [template('EndEntityCertificate_APIPassthrough'), custom('2.5.29.37', signsCode)],
  ];
  let ran = 0;
  for (const [TemplateArn, extension] of cases) {
    const read = await issued({ CustomExtensions: [extension] }, { TemplateArn });
    const what = `${TemplateArn} ${extension.ObjectIdentifier}`;
    expect(read.getExtension(BasicConstraintsExtension)?.ca, what).toBe(false);
    expect(identifiers(read), what).toEqual(identifiers(usual));
    const usages = read.getExtension(KeyUsagesExtension)?.usages ?? 0;
    expect(usages & KeyUsageFlags.keyCertSign, what).toBe(0);
    const further = read.getExtension(ExtendedKeyUsageExtension)?.usages ?? [];
    expect(further, what).not.toContain('1.3.6.1.5.5.7.3.3');
    ran += 1;
  }
  expect(ran).toBe(7);
});

test('IssueCertificate: CustomExtensions come after the members of their kind, and where those are absent in their place', async () => {
  const CustomExtensions = [
    custom('2.5.29.15', signsCertificates),
    custom('2.5.29.17', otherNames),
    custom('2.5.29.32', otherPolicy),
    custom('2.5.29.37', signsCode),
    custom('1.2.3.4.5', otherNames),
  ];
  const members = await issued({
    KeyUsage: { NonRepudiation: true },
    SubjectAlternativeNames: [{ DnsName: 'member.test' }],
    CertificatePolicies: [{ CertPolicyId: '1.2.3.5' }],
    ExtendedKeyUsage: [{ ExtendedKeyUsageType: 'EMAIL_PROTECTION' }],
    CustomExtensions,
  });
  const told = (read: X509Certificate) => ({
    keyUsages: read.getExtension(KeyUsagesExtension)?.usages,
    names: read.getExtension(SubjectAlternativeNameExtension)?.names.toJSON(),
    policies: read.getExtension(CertificatePolicyExtension)?.policies,
    extendedKeyUsages: read.getExtension(ExtendedKeyUsageExtension)?.usages,
    own: read.getExtension('1.2.3.4.5') !== null,
  });
  expect(told(members)).toEqual({
    keyUsages: KeyUsageFlags.nonRepudiation,
    names: [{ type: 'dns', value: 'member.test' }],
    policies: ['1.2.3.5'],
    extendedKeyUsages: ['1.3.6.1.5.5.7.3.4'],
    own: true,
  });
  expect(told(await issued({ CustomExtensions }))).toEqual({
    keyUsages: KeyUsageFlags.keyCertSign,
    names: [{ type: 'dns', value: 'custom.test' }],
    policies: ['1.2.3.4'],
    extendedKeyUsages: ['1.3.6.1.5.5.7.3.3'],
    own: true,
  });
});

test("IssueCertificate: the authority's list is named where it is to be, and otherwise what CustomExtensions name", async () => {
  const CustomExtensions = [custom('2.5.29.31', otherList)];
  const listOf = async () => {
    const read = await issued({ CustomExtensions });
    return JSON.stringify(read.getExtension(CRLDistributionPointsExtension)?.toTextObject());
  };
  const shown = await listOf();
  expect(shown).toContain(`http://lists-${account}.s3.us-east-1.amazonaws.com/crl/`);
  expect(shown).not.toContain('http://other.test/list.crl');
  const list = { Enabled: true, ExpirationInDays: 7, S3BucketName: `lists-${account}` };
  const change = (OmitExtension: boolean) =>
    own.pca.send(
      new UpdateCertificateAuthorityCommand({
        CertificateAuthorityArn: root,
        RevocationConfiguration: {
          CrlConfiguration: {
            ...list,
            CrlDistributionPointExtensionConfiguration: { OmitExtension },
          },
        },
      }),
    );
  await change(true);
  expect(await listOf()).toContain('http://other.test/list.crl');
  await change(false);
});

test('IssueCertificate: an extension is brought once, and a usage has a name or a number', async () => {
  const twice = [custom('1.2.3.4', otherNames), custom('1.2.03.4', otherNames)];
  await expect(issued({ CustomExtensions: twice })).rejects.toMatchObject({
    name: 'InvalidArgsException',
    message: 'CustomExtensions must not contain an object identifier twice.',
  });
  await expect(issued({ ExtendedKeyUsage: [{}] })).rejects.toMatchObject({
    name: 'InvalidArgsException',
    message: 'An extended key usage must have a type or an OID.',
  });
});

test.runIf(hasOpenssl)('IssueCertificate: what the call brings wins over the request', async () => {
  const key = openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']);
  const more = ['subjectAltName=DNS:asked.test', 'extendedKeyUsage=codeSigning'].flatMap((text) => [
    '-addext',
    text,
  ]);
  const asked = openssl(['req', '-new', '-key', '@key', '-subj', '/CN=asked.test', ...more], {
    key,
  });
  const passing = {
    Csr: asked,
    TemplateArn: template('BlankEndEntityCertificate_APICSRPassthrough'),
  };
  const told = (read: X509Certificate) => [
    read.getExtension(SubjectAlternativeNameExtension)?.names.toJSON(),
    read.getExtension(ExtendedKeyUsageExtension)?.usages,
  ];
  const alone = await issued({ CertificatePolicies: [{ CertPolicyId: '1.2.3.4' }] }, passing);
  expect(told(alone)).toEqual([[{ type: 'dns', value: 'asked.test' }], ['1.3.6.1.5.5.7.3.3']]);
  const member = { ExtendedKeyUsage: [{ ExtendedKeyUsageType: 'CLIENT_AUTH' } as const] };
  const both = await issued(
    { ...member, CustomExtensions: [custom('2.5.29.17', otherNames)] },
    passing,
  );
  expect(told(both)).toEqual([[{ type: 'dns', value: 'custom.test' }], ['1.3.6.1.5.5.7.3.2']]);
});

test('IssueCertificate: a validity is a date that a certificate can tell', async () => {
  const pending = await newAuthority(own, 'Endless root', 'ROOT');
  const authorities: readonly (readonly [string, Partial<IssueCertificateCommandInput>])[] = [
    [root, { Csr: bytes(csr) }],
    [pending, { Csr: bytes(await csrOf(pending)), TemplateArn: template('RootCACertificate') }],
  ];
  const tooLate = 'The certificate validity specified is later than the year 9999.';
  const cases: readonly (readonly [Validity, string])[] = [
    [{ Type: 'DAYS', Value: 9_007_199_254_740_991 }, tooLate],
    [{ Type: 'DAYS', Value: 4_000_000 }, tooLate],
    [{ Type: 'MONTHS', Value: 9_007_199_254_740_991 }, tooLate],
    [{ Type: 'YEARS', Value: 9_000 }, tooLate],
    [{ Type: 'ABSOLUTE', Value: 253_402_300_800 }, tooLate],
    [{ Type: 'ABSOLUTE', Value: 9_007_199_254_740_991 }, tooLate],
    [{ Type: 'END_DATE', Value: 20_300_231_000_000 }, '20300231000000 is no valid date.'],
    [{ Type: 'END_DATE', Value: 20_301_331_000_000 }, '20301331000000 is no valid date.'],
  ];
  let ran = 0;
  for (const [CertificateAuthorityArn, more] of authorities) {
    for (const [validity, message] of cases) {
      const given = {
        CertificateAuthorityArn,
        Csr: bytes(csr),
        SigningAlgorithm: 'SHA256WITHECDSA',
        ...more,
      } as const;
      const inputs: readonly IssueCertificateCommandInput[] = [
        { ...given, Validity: validity },
        ...(validity.Type === 'ABSOLUTE' || validity.Type === 'END_DATE'
          ? [
              {
                ...given,
                Validity: { Type: 'DAYS', Value: 1 },
                ValidityNotBefore: validity,
              } as const,
            ]
          : []),
      ];
      for (const input of inputs) {
        await expect(
          own.pca.send(new IssueCertificateCommand(input)),
          JSON.stringify(validity),
        ).rejects.toMatchObject({ name: 'InvalidArgsException', message });
        ran += 1;
      }
    }
  }
  expect(ran).toBe(2 * (8 + 4));
});
