import { randomBytes, webcrypto } from 'node:crypto';
import type { Instant } from '../../core/time.ts';
import { type Hash, signingKey } from './key-algorithms.ts';
import { x509Library } from './library.ts';
import { alternativeNames as namesInJson, nameInJson } from './library-names.ts';
import type { AlternativeName, DistinguishedName } from './names.ts';
import { keyUsageBits, type KeyUsageName } from './usages.ts';

type Library = Awaited<ReturnType<typeof x509Library>>;

/** Who signs: a certificate's PEM, and the private key it is for, PKCS#8 DER. */
export interface Signatory {
  readonly certificate: string;
  readonly privateKey: Uint8Array;
}

/** What a certificate is to say. */
export interface CertificateOrder {
  readonly subject: DistinguishedName;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Even number of hexadecimal digits. */
  readonly serial: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Set for certificates of authorities. */
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsages: readonly KeyUsageName[];
  /** Dotted identifiers. */
  readonly extendedKeyUsages?: readonly string[];
  /** Which of them clients must understand. Default: what an authority is limited by, and what its key may do. */
  readonly critical?: { readonly constraints?: boolean; readonly extendedKeyUsages?: boolean };
  readonly alternativeNames?: readonly AlternativeName[];
  /** Dotted identifiers. */
  readonly policies?: readonly string[];
  readonly urls?: CertificateUrls;
  /** Further extensions: values are DER. */
  readonly further?: readonly FurtherExtension[];
}

/** Where clients ask about a certificate. */
export interface CertificateUrls {
  readonly revocations?: string;
  readonly ocsp?: string;
  readonly issuer?: string;
}

export interface FurtherExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** A certificate, signed. PEM. */
export async function issueCertificate(
  order: CertificateOrder,
  issuer: Signatory,
  hash: Hash,
): Promise<string> {
  const library = await x509Library();
  const signer = await signingKey(issuer.privateKey, hash);
  const issuerCertificate = new library.X509Certificate(issuer.certificate);
  return generate(library, order, {
    signer,
    issuer: issuerCertificate.subjectName,
    issuerKey: issuerCertificate.publicKey,
  });
}

/** A certificate that is signed by its own key. PEM. */
export async function selfIssuedCertificate(
  order: CertificateOrder,
  privateKey: Uint8Array,
  hash: Hash,
): Promise<string> {
  const library = await x509Library();
  const signer = await signingKey(privateKey, hash);
  const issuer = nameInJson(order.subject);
  return generate(library, order, { signer, issuer, issuerKey: order.publicKey });
}

type JsonName = ReturnType<typeof nameInJson>;

interface Issuing {
  readonly signer: Awaited<ReturnType<typeof signingKey>>;
  readonly issuer: JsonName | InstanceType<Library['Name']>;
  readonly issuerKey: InstanceType<Library['PublicKey']> | Uint8Array;
}

async function generate(
  library: Library,
  order: CertificateOrder,
  { signer, issuer, issuerKey }: Issuing,
): Promise<string> {
  const certificate = await library.X509CertificateGenerator.create(
    {
      serialNumber: order.serial,
      subject: nameInJson(order.subject),
      issuer,
      notBefore: new Date(order.notBefore),
      notAfter: new Date(order.notAfter),
      publicKey: order.publicKey,
      signingKey: signer.key,
      signingAlgorithm: signer.algorithm,
      extensions: [
        ...extensionsOf(library, order),
        await library.SubjectKeyIdentifierExtension.create(order.publicKey, false, webcrypto),
        await library.AuthorityKeyIdentifierExtension.create(issuerKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return `${certificate.toString('pem')}\n`;
}

function extensionsOf(library: Library, order: CertificateOrder) {
  const {
    authority,
    alternativeNames: alternatives = [],
    extendedKeyUsages = [],
    policies = [],
  } = order;
  const { urls = {}, further = [] } = order;
  const isAuthority = authority !== undefined;
  const { constraints = isAuthority, extendedKeyUsages: mustKnowUsages = false } =
    order.critical ?? {};
  const extensions = [
    new library.BasicConstraintsExtension(isAuthority, authority?.pathLength, constraints),
  ];
  const more = [
    order.keyUsages.length > 0 &&
      new library.KeyUsagesExtension(keyUsageBits(order.keyUsages), true),
    alternatives.length > 0 &&
      new library.SubjectAlternativeNameExtension(namesInJson(alternatives)),
    extendedKeyUsages.length > 0 &&
      new library.ExtendedKeyUsageExtension([...extendedKeyUsages], mustKnowUsages),
    policies.length > 0 && new library.CertificatePolicyExtension([...policies]),
    urls.revocations !== undefined &&
      new library.CRLDistributionPointsExtension([urls.revocations]),
    (urls.ocsp ?? urls.issuer) !== undefined && accessInformation(library, urls),
    ...further.map(({ oid, critical, value }) => new library.Extension(oid, critical, value)),
  ];
  return [...extensions, ...more.filter((extension) => extension !== false)];
}

function accessInformation(library: Library, { ocsp, issuer }: CertificateUrls) {
  return new library.AuthorityInfoAccessExtension({
    ...(ocsp === undefined ? {} : { ocsp }),
    ...(issuer === undefined ? {} : { caIssuers: issuer }),
  });
}

/** 16 random bytes that read as a positive number: hexadecimal. */
export function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
