import {
  ACMPCAClient,
  type CertificateAuthorityType,
  CreateCertificateAuthorityCommand,
  type CreateCertificateAuthorityCommandInput,
  GetCertificateAuthorityCsrCommand,
  GetCertificateCommand,
  type GetCertificateCommandOutput,
  ImportCertificateAuthorityCertificateCommand,
  IssueCertificateCommand,
  type IssueCertificateCommandInput,
} from '@aws-sdk/client-acm-pca';
import type { TestServer } from '../../server.ts';

export const SECOND = 1_000;
export const DAY = 86_400_000;

/** Lets service time pass, with everything that falls due on the way. */
export async function pass(server: TestServer, ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

export const bytes = (text = ''): Uint8Array => Buffer.from(text);

export interface Scene {
  readonly server: TestServer;
  readonly pca: ACMPCAClient;
}

export interface NewAuthority extends Partial<CreateCertificateAuthorityCommandInput> {
  readonly algorithm?: 'RSA_2048' | 'EC_prime256v1' | 'EC_secp384r1';
}

export const signingOf = (algorithm: string) =>
  algorithm.startsWith('RSA') ? ('SHA256WITHRSA' as const) : ('SHA256WITHECDSA' as const);

/** An authority that waits for its certificate; gives its ARN. */
export async function newAuthority(
  { server, pca }: Scene,
  CommonName: string,
  CertificateAuthorityType: CertificateAuthorityType,
  { algorithm = 'EC_prime256v1', ...more }: NewAuthority = {},
): Promise<string> {
  const { CertificateAuthorityArn = '' } = await pca.send(
    new CreateCertificateAuthorityCommand({
      CertificateAuthorityType,
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: algorithm,
        SigningAlgorithm: signingOf(algorithm),
        Subject: { Country: 'US', Organization: 'Example', CommonName },
      },
      ...more,
    }),
  );
  await pass(server, SECOND);
  return CertificateAuthorityArn;
}

/** Has a certificate issued, and waits for it. */
export async function issue(
  { server, pca }: Scene,
  input: Omit<IssueCertificateCommandInput, 'Validity'> &
    Partial<Pick<IssueCertificateCommandInput, 'Validity'>>,
): Promise<GetCertificateCommandOutput & { readonly arn: string }> {
  const { CertificateAuthorityArn } = input;
  const { CertificateArn } = await pca.send(
    new IssueCertificateCommand({ Validity: { Type: 'DAYS', Value: 30 }, ...input }),
  );
  await pass(server, 3 * SECOND);
  const got = await pca.send(
    new GetCertificateCommand({ CertificateAuthorityArn, CertificateArn }),
  );
  return { ...got, arn: CertificateArn ?? '' };
}

/** A root that works; gives its ARN and its certificate. */
export async function newRoot(
  scene: Scene,
  CommonName: string,
  options: NewAuthority = {},
): Promise<{ readonly arn: string; readonly certificate: string }> {
  const arn = await newAuthority(scene, CommonName, 'ROOT', options);
  const { Csr } = await scene.pca.send(
    new GetCertificateAuthorityCsrCommand({ CertificateAuthorityArn: arn }),
  );
  const { Certificate = '' } = await issue(scene, {
    CertificateAuthorityArn: arn,
    Csr: bytes(Csr),
    SigningAlgorithm: signingOf(options.algorithm ?? 'EC_prime256v1'),
    TemplateArn: 'arn:aws:acm-pca:::template/RootCACertificate/V1',
    Validity: { Type: 'YEARS', Value: 10 },
  });
  await scene.pca.send(
    new ImportCertificateAuthorityCertificateCommand({
      CertificateAuthorityArn: arn,
      Certificate: bytes(Certificate),
    }),
  );
  return { arn, certificate: Certificate };
}
