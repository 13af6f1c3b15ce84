import { X509Certificate } from 'node:crypto';
import type { Instant } from '../../core/time.ts';
import { type CertificateKeyAlgorithm, keyAlgorithmOf } from './key-algorithms.ts';
import { x509Library } from './library.ts';
import {
  type AlternativeName,
  type DistinguishedName,
  DOMAIN_COMPONENT,
  NAME_TYPES,
} from './names.ts';
import { keyUsageNames, type KeyUsageName } from './usages.ts';

/** What a certificate says. */
export interface CertificateFacts {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** `0a:1b:…`. */
  readonly serial: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly keyAlgorithm: CertificateKeyAlgorithm;
  /** `SHA256WITHRSA`. */
  readonly signatureAlgorithm: string;
  readonly keyUsages: readonly KeyUsageName[];
  /** Dotted identifiers. */
  readonly extendedKeyUsages: readonly string[];
  readonly alternativeNames: readonly AlternativeName[];
  readonly isAuthority: boolean;
}

const NAME_KINDS: ReadonlyMap<string, AlternativeName['kind']> = new Map([
  ['dns', 'dns'],
  ['email', 'email'],
  ['ip', 'ip'],
  ['url', 'uri'],
  ['id', 'registeredId'],
]);
const SIGNERS: ReadonlyMap<string, string> = new Map([
  ['RSASSA-PKCS1-v1_5', 'RSA'],
  ['RSA-PSS', 'RSAANDMGF1'],
  ['ECDSA', 'ECDSA'],
]);

/** Reads a certificate. Undefined: its key is of a kind that is not taken. Throws for what is no certificate. */
export async function certificateFacts(pem: string): Promise<CertificateFacts | undefined> {
  const library = await x509Library();
  const native = new X509Certificate(pem);
  const keyAlgorithm = keyAlgorithmOf(native.publicKey);
  if (keyAlgorithm === undefined) return undefined;
  const read = new library.X509Certificate(pem);
  const { usages } = read.getExtension(library.KeyUsagesExtension) ?? { usages: 0 };
  const extended = read.getExtension(library.ExtendedKeyUsageExtension)?.usages ?? [];
  const names = read.getExtension(library.SubjectAlternativeNameExtension)?.names.items ?? [];
  return {
    subject: flat(read.subjectName.toJSON()),
    issuer: flat(read.issuerName.toJSON()),
    serial: colonHex(read.serialNumber),
    notBefore: read.notBefore.getTime(),
    notAfter: read.notAfter.getTime(),
    keyAlgorithm,
    signatureAlgorithm: signatureText(read.signatureAlgorithm),
    keyUsages: keyUsageNames(usages),
    extendedKeyUsages: extended.map(String),
    alternativeNames: names.flatMap(({ type, value }) => {
      const kind = NAME_KINDS.get(type);
      return kind === undefined ? [] : [{ kind, value }];
    }),
    isAuthority: native.ca,
  };
}

/** The library tells well-known types by its own short names. */
const SHORT_TYPES: ReadonlyMap<string, string> = new Map([
  ['CN', NAME_TYPES.CommonName],
  ['L', NAME_TYPES.Locality],
  ['ST', NAME_TYPES.State],
  ['O', NAME_TYPES.Organization],
  ['OU', NAME_TYPES.OrganizationalUnit],
  ['C', NAME_TYPES.Country],
  ['DC', DOMAIN_COMPONENT],
  ['E', '1.2.840.113549.1.9.1'],
  ['G', NAME_TYPES.GivenName],
  ['I', NAME_TYPES.Initials],
  ['SN', NAME_TYPES.Surname],
  ['T', NAME_TYPES.Title],
]);

function flat(name: readonly Readonly<Record<string, string[]>>[]): DistinguishedName {
  return name.flatMap((part) =>
    Object.entries(part).flatMap(([type, values]) =>
      values.map((value) => [SHORT_TYPES.get(type) ?? type, value] as const),
    ),
  );
}

function signatureText(algorithm: { readonly hash: object }): string {
  const name = nameIn(algorithm);
  const digest = nameIn(algorithm.hash).replace('-', '');
  return `${digest}WITH${SIGNERS.get(name) ?? name.toUpperCase()}`;
}

function nameIn(algorithm: object): string {
  return 'name' in algorithm ? String(algorithm.name) : '';
}

/** `0a1b` → `0a:1b`, with the leading zero that a single digit lacks. */
export function colonHex(serial: string): string {
  const even = serial.length % 2 === 0 ? serial : `0${serial}`;
  return (even.toLowerCase().match(/../g) ?? []).join(':');
}
