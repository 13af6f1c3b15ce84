import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import {
  cborBytes,
  type CborItem,
  cborList,
  type CborMap,
  cborText,
  readCborItem,
} from './cbor-items.ts';

/** SHA-256 of the certificate of AWS's Nitro Enclaves root, G1. Source: AWS Nitro Enclaves User Guide, "Verifying the root of trust". */
export const NITRO_ROOT = '641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b';

/** What an enclave, or an instance with a NitroTPM, says of itself, once it was proven. */
export interface Attestation {
  readonly moduleId: string;
  /** An RSA key whose other half only the enclave has. */
  readonly publicKey: KeyObject;
  /** Lower-case hexadecimal digits by register: of the enclave's image, and of a NitroTPM. */
  readonly pcrs: ReadonlyMap<number, string>;
  readonly tpmPcrs: ReadonlyMap<number, string>;
}

const ES384 = -35;
const ALGORITHM = 1;
const CHAIN_MAX = 10;
const BYTES_MAX = 64 * 1024;
const RSA_BITS_MIN = 2_048;
const PCRS_MAX = 32;

/**
 * Proves a COSE_Sign1 attestation document (RFC 9052): its signature is the certificate's, whose chain leads to one of the
 * roots, and every certificate is in force. `now` is real time. Undefined: it proves nothing.
 */
export function readAttestation(
  document: Uint8Array,
  { roots, now }: { readonly roots: readonly string[]; readonly now: number },
): Attestation | undefined {
  if (document.length > BYTES_MAX) return undefined;
  const sign1 = readCborItem(document);
  const [protectedBytes, , payload, signature] = isList(sign1) && sign1.length === 4 ? sign1 : [];
  if (!isBytes(protectedBytes) || !isBytes(payload) || !isBytes(signature)) return undefined;
  const header = readCborItem(protectedBytes);
  const claims = readCborItem(payload);
  if (!isMap(header) || header.get(ALGORITHM) !== ES384 || !isMap(claims)) return undefined;
  const certificate = provenCertificate(claims, roots, now);
  if (certificate === undefined) return undefined;
  const signed = cborList(
    cborText('Signature1'),
    cborBytes(protectedBytes),
    cborBytes(Buffer.alloc(0)),
    cborBytes(payload),
  );
  const key = certificate.publicKey;
  if (key.asymmetricKeyDetails?.namedCurve !== 'secp384r1') return undefined;
  if (!verify('sha384', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) return undefined;
  return attestationOf(claims);
}

/** The document's certificate, if signature by signature it leads to a root. The bundle begins with the root. */
function provenCertificate(
  claims: CborMap,
  roots: readonly string[],
  now: number,
): X509Certificate | undefined {
  const bundle = claims.get('cabundle');
  if (!isList(bundle) || bundle.length === 0 || bundle.length > CHAIN_MAX) return undefined;
  const chain = [...bundle, claims.get('certificate')].map(certificateOf);
  const [root, ...below] = chain;
  if (root === undefined || !roots.includes(fingerprintOf(root))) return undefined;
  let issuer = root;
  for (const [index, certificate] of chain.entries()) {
    if (certificate === undefined || !isInForce(certificate, now)) return undefined;
    const isLast = index === below.length;
    if (!isLast && !certificate.ca) return undefined;
    if (!certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return undefined;
    issuer = certificate;
  }
  return issuer;
}

function certificateOf(der: CborItem | undefined): X509Certificate | undefined {
  if (!isBytes(der)) return undefined;
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

function isInForce({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

function attestationOf(claims: CborMap): Attestation | undefined {
  const moduleId = claims.get('module_id');
  const publicKey = rsaKeyOf(claims.get('public_key'));
  const pcrs = registersOf(claims.get('pcrs'));
  if (typeof moduleId !== 'string' || claims.get('digest') !== 'SHA384') return undefined;
  if (publicKey === undefined || pcrs === undefined) return undefined;
  return {
    moduleId,
    publicKey,
    pcrs,
    tpmPcrs: registersOf(claims.get('nitrotpm_pcrs')) ?? new Map(),
  };
}

function rsaKeyOf(der: CborItem | undefined): KeyObject | undefined {
  if (!isBytes(der)) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= RSA_BITS_MIN ? key : undefined;
  } catch {
    return undefined;
  }
}

function registersOf(item: CborItem | undefined): ReadonlyMap<number, string> | undefined {
  if (!isMap(item)) return undefined;
  const registers = new Map<number, string>();
  for (const [index, value] of item) {
    if (typeof index !== 'number' || index < 0 || index >= PCRS_MAX || !isBytes(value)) {
      return undefined;
    }
    registers.set(index, Buffer.from(value).toString('hex'));
  }
  return registers;
}

function isBytes(item: CborItem | undefined): item is Uint8Array {
  return item instanceof Uint8Array;
}

function isList(item: CborItem | undefined): item is readonly CborItem[] {
  return Array.isArray(item);
}

function isMap(item: CborItem | undefined): item is CborMap {
  return item instanceof Map;
}
