import { randomBytes } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import { DAY_MS, type Instant, SECOND_MS } from '../../core/time.ts';
import {
  type CertificateOrder,
  issueCertificate,
  newSerial,
  selfIssuedCertificate,
  type Signatory,
} from '../../crypto/x509/certificate.ts';
import { certificateFacts } from '../../crypto/x509/facts.ts';
import { NEW_KEYS } from '../../crypto/x509/key-algorithms.ts';
import { NAME_TYPES } from '../../crypto/x509/names.ts';
import { EXTENDED_KEY_USAGES } from '../../crypto/x509/usages.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import {
  authorities,
  type AuthorityDocument,
  type CertificateContent,
  INSTALLATION,
} from './state.ts';

/** Public certificates live no longer, since 2026. */
const LIFETIME_DAYS = 198;
const ROOT_DAYS = 7_300;
const INTERMEDIATE_DAYS = 3_650;
/** An authority that ends sooner signs nothing any more: what it signs must end before it does. */
const LEFT_DAYS_MIN = 400;
const BACKDATED_DAYS = 1;
const ROOT_ALGORITHM = 'EC_secp384r1';
/** Certificates whose holder proved a domain: the CA/Browser Forum's mark. */
const DOMAIN_VALIDATED = '2.23.140.1.2.1';

export type PublicKeyAlgorithm = 'RSA_2048' | 'EC_prime256v1' | 'EC_secp384r1';

/** Kinds of key that public certificates are issued for. */
export function isPublicAlgorithm(algorithm: string): algorithm is PublicKeyAlgorithm {
  return Object.hasOwn(INTERMEDIATE_NAMES, algorithm);
}

const INTERMEDIATE_NAMES: Readonly<Record<PublicKeyAlgorithm, string>> = {
  RSA_2048: 'RSA 2048',
  EC_prime256v1: 'ECDSA 256',
  EC_secp384r1: 'ECDSA 384',
};

/** What a certificate of the installation's own authority is to say. */
export interface WantedCertificate {
  /** The first one is its subject. */
  readonly names: readonly string[];
  readonly algorithm: PublicKeyAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** Where clients ask whether it was taken back. */
  readonly revocations: string;
}

/**
 * What a unit made so far, by what it is and not by the order in which it was made: when the unit runs again, another may
 * have made some of it.
 */
interface Making {
  readonly authorities: Map<string, AuthorityDocument>;
  readonly leaves: Map<string, CertificateContent>;
}

interface Issuing {
  readonly unit: Unit;
  readonly keyWork: KeyWork;
  readonly now: Instant;
}

/** What signs certificates for keys of a kind, and lists of what was taken back of them. */
export async function signatoryFor(
  issuing: Issuing,
  algorithm: PublicKeyAlgorithm,
): Promise<Signatory> {
  const making = await issuing.unit.once(newMaking);
  const root = await rootOf(issuing, making);
  return signatory(await intermediateOf(issuing, making, root, algorithm));
}

/**
 * A certificate of the installation's own authority, which is made when it is first needed: a root, and below it one
 * authority for each kind of key, so that a certificate is signed the way its own key is.
 */
export async function issuePublic(
  issuing: Issuing,
  wanted: WantedCertificate,
): Promise<CertificateContent> {
  const making = await issuing.unit.once(newMaking);
  const root = await rootOf(issuing, making);
  const issuer = await intermediateOf(issuing, making, root, wanted.algorithm);
  const known = making.leaves.get(issuer.certificate);
  if (known !== undefined) return known;
  const { hash } = NEW_KEYS[wanted.algorithm];
  const order = leafOrder(wanted, issuing.now);
  const certificate = await issueCertificate(order, signatory(issuer), hash);
  const facts = await certificateFacts(certificate);
  if (facts === undefined) throw new Error('a certificate was made for a key nobody may have');
  const chain = `${issuer.certificate}${root.certificate}`;
  making.leaves.set(issuer.certificate, { certificate, chain, facts });
  return { certificate, chain, facts };
}

/** The root's certificate, for those who are to trust it. PEM. */
export async function rootCertificate(issuing: Issuing): Promise<string> {
  const making = await issuing.unit.once(newMaking);
  return (await rootOf(issuing, making)).certificate;
}

function newMaking(): Making {
  return { authorities: new Map(), leaves: new Map() };
}

/** From midnight on, to the last second of a day. */
function leafOrder(
  { names, algorithm, publicKey, revocations }: WantedCertificate,
  now: Instant,
): CertificateOrder {
  const notBefore = Math.floor(now / DAY_MS) * DAY_MS;
  return {
    subject: [[NAME_TYPES.CommonName, names[0] ?? '']],
    publicKey,
    serial: newSerial(),
    notBefore,
    notAfter: notBefore + LIFETIME_DAYS * DAY_MS - SECOND_MS,
    keyUsages:
      algorithm === 'RSA_2048' ? ['DIGITAL_SIGNATURE', 'KEY_ENCIPHERMENT'] : ['DIGITAL_SIGNATURE'],
    extendedKeyUsages: [EXTENDED_KEY_USAGES.TLS_WEB_SERVER_AUTHENTICATION],
    alternativeNames: names.map((value) => ({ kind: 'dns', value })),
    policies: [DOMAIN_VALIDATED],
    urls: { revocations },
  };
}

function rootOf(issuing: Issuing, making: Making): Promise<AuthorityDocument> {
  return keptAuthority(issuing, making, 'root', async () => {
    const { secret, publicKey } = await issuing.keyWork.generate(NEW_KEYS[ROOT_ALGORITHM].spec);
    const name = `Holdfast Root CA ${randomBytes(4).toString('hex')}`;
    const order = authorityOrder(name, { publicKey, days: ROOT_DAYS, now: issuing.now });
    const { hash } = NEW_KEYS[ROOT_ALGORITHM];
    const certificate = await selfIssuedCertificate(order, secret, hash);
    return authorityDocument(certificate, secret, order.notAfter);
  });
}

function intermediateOf(
  issuing: Issuing,
  making: Making,
  root: AuthorityDocument,
  algorithm: PublicKeyAlgorithm,
): Promise<AuthorityDocument> {
  return keptAuthority(issuing, making, algorithm, async () => {
    const { secret, publicKey } = await issuing.keyWork.generate(NEW_KEYS[algorithm].spec);
    const name = `Holdfast ${INTERMEDIATE_NAMES[algorithm]} ${randomBytes(2).toString('hex')}`;
    const days = INTERMEDIATE_DAYS;
    const wanted = authorityOrder(name, { publicKey, days, now: issuing.now, pathLength: 0 });
    const order = { ...wanted, notAfter: Math.min(wanted.notAfter, root.notAfter) };
    const { hash } = NEW_KEYS[ROOT_ALGORITHM];
    const certificate = await issueCertificate(order, signatory(root), hash);
    return authorityDocument(certificate, secret, order.notAfter);
  });
}

async function keptAuthority(
  { unit, now }: Issuing,
  making: Making,
  id: string,
  make: () => Promise<AuthorityDocument>,
): Promise<AuthorityDocument> {
  const view = unit.view(INSTALLATION);
  const known = await view.get(authorities, id);
  if (known !== undefined && known.notAfter - now > LEFT_DAYS_MIN * DAY_MS) return known;
  const made = making.authorities.get(id) ?? (await make());
  making.authorities.set(id, made);
  view.put(authorities, id, made);
  return made;
}

interface AuthorityTerms {
  readonly publicKey: Uint8Array;
  readonly days: number;
  readonly now: Instant;
  readonly pathLength?: number;
}

function authorityOrder(
  name: string,
  { publicKey, days, now, ...authority }: AuthorityTerms,
): CertificateOrder {
  return {
    subject: [
      [NAME_TYPES.Organization, 'Holdfast'],
      [NAME_TYPES.CommonName, name],
    ],
    publicKey,
    serial: newSerial(),
    notBefore: now - BACKDATED_DAYS * DAY_MS,
    notAfter: now + days * DAY_MS,
    authority,
    keyUsages: ['DIGITAL_SIGNATURE', 'CERTIFICATE_SIGNING', 'CRL_SIGNING'],
  };
}

function authorityDocument(
  certificate: string,
  secret: Uint8Array,
  notAfter: Instant,
): AuthorityDocument {
  return { certificate, secret: Buffer.from(secret).toString('base64'), notAfter };
}

function signatory({ certificate, secret }: AuthorityDocument): Signatory {
  return { certificate, privateKey: Buffer.from(secret, 'base64') };
}
