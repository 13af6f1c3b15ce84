import type { KeyAlgorithm, SigningAlgorithm } from '../../../models/acm-pca/types.ts';
import type { Hash, NewKeyAlgorithm } from '../../crypto/x509/key-algorithms.ts';
import { invalidArguments, unbuilt } from './errors.ts';

const HASHES: ReadonlyMap<SigningAlgorithm, Hash> = new Map([
  ['SHA256WITHRSA', 'SHA-256'],
  ['SHA384WITHRSA', 'SHA-384'],
  ['SHA512WITHRSA', 'SHA-512'],
  ['SHA256WITHECDSA', 'SHA-256'],
  ['SHA384WITHECDSA', 'SHA-384'],
  ['SHA512WITHECDSA', 'SHA-512'],
]);

/** Errors: 501 for post-quantum and Chinese kinds of key. */
export function builtAlgorithm(operation: string, algorithm: KeyAlgorithm): NewKeyAlgorithm {
  switch (algorithm) {
    case 'ML_DSA_44':
    case 'ML_DSA_65':
    case 'ML_DSA_87':
    case 'SM2':
      throw unbuilt(operation, `keys of ${algorithm}`);
    default:
      return algorithm;
  }
}

/** The hash of a signing algorithm that a key of the kind can sign by. Errors: InvalidArgsException. */
export function hashFor(key: KeyAlgorithm, algorithm: SigningAlgorithm): Hash {
  const hash = HASHES.get(algorithm);
  const family = key.startsWith('RSA') ? 'RSA' : 'ECDSA';
  if (hash === undefined || !algorithm.endsWith(`WITH${family}`)) {
    throw invalidArguments(
      `The signing algorithm ${algorithm} does not match the key algorithm ${key} of the ` +
        'certificate authority.',
    );
  }
  return hash;
}
