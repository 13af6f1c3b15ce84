import { createPublicKey, webcrypto } from 'node:crypto';
import {
  keyAlgorithmOf,
  type CertificateKeyAlgorithm,
  type Hash,
  signingKey,
} from './key-algorithms.ts';
import { alternativeNames, flatName, nameInJson } from './library-names.ts';
import { x509Library } from './library.ts';
import type { AlternativeName, DistinguishedName } from './names.ts';

/** A key pair, both parts as DER: PKCS#8, and SubjectPublicKeyInfo. */
export interface RequestKeys {
  readonly secret: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface RequestedNames {
  readonly subject: DistinguishedName;
  readonly alternatives?: readonly AlternativeName[];
}

/** A request to certify a key (PKCS#10), signed by that key. PEM. */
export async function certificateRequest(
  { subject, alternatives = [] }: RequestedNames,
  { secret, publicKey }: RequestKeys,
  hash: Hash,
): Promise<string> {
  const library = await x509Library();
  const { key: privateKey, algorithm } = await signingKey(secret, hash);
  const verifying = await webcrypto.subtle.importKey('spki', publicKey, algorithm, true, [
    'verify',
  ]);
  const request = await library.Pkcs10CertificateRequestGenerator.create(
    {
      name: nameInJson(subject),
      keys: { privateKey, publicKey: verifying },
      signingAlgorithm: algorithm,
      extensions:
        alternatives.length === 0
          ? []
          : [new library.SubjectAlternativeNameExtension(alternativeNames(alternatives))],
    },
    webcrypto,
  );
  return `${request.toString('pem')}\n`;
}

export interface ReadRequest {
  readonly subject: DistinguishedName;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly keyAlgorithm: CertificateKeyAlgorithm;
  /** What it asks for beside a subject: values are DER. */
  readonly extensions: readonly RequestedExtension[];
}

export interface RequestedExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Undefined: it is no request, its signature is wrong, or its key is of a kind that is not taken. */
export async function readRequest(pem: string): Promise<ReadRequest | undefined> {
  const library = await x509Library();
  try {
    const request = new library.Pkcs10CertificateRequest(pem);
    if (!(await request.verify(webcrypto))) return undefined;
    const publicKey = new Uint8Array(request.publicKey.rawData);
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    const keyAlgorithm = keyAlgorithmOf(key);
    if (keyAlgorithm === undefined) return undefined;
    const extensions = request.extensions.map(({ type, critical, value }) => ({
      oid: type,
      critical,
      value: new Uint8Array(value),
    }));
    const subject = flatName(request.subjectName.toJSON());
    return { subject, publicKey, keyAlgorithm, extensions };
  } catch {
    return undefined;
  }
}
