import {
  agreeWith,
  decapsulateWith,
  decryptWith,
  encapsulateTo,
  encryptTo,
} from '../keys/encryption.ts';
import { generatePair, readPair } from '../keys/key-pair.ts';
import { signWith, verifyWith } from '../keys/signing.ts';

/** What is done with key pairs. Everything given and answered can be sent to another thread. */
export const keyTasks = {
  generate: generatePair,
  read: readPair,
  sign: signWith,
  verify: verifyWith,
  encrypt: encryptTo,
  decrypt: decryptWith,
  agree: agreeWith,
  encapsulate: encapsulateTo,
  decapsulate: decapsulateWith,
} as const;

export type KeyTasks = typeof keyTasks;

/** A task as a message. */
export type TaskRequest = {
  [N in keyof KeyTasks]: { readonly task: N; readonly args: Parameters<KeyTasks[N]> };
}[keyof KeyTasks];

export function perform(request: TaskRequest): Promise<unknown> {
  switch (request.task) {
    case 'generate':
      return keyTasks.generate(...request.args);
    case 'read':
      return keyTasks.read(...request.args);
    case 'sign':
      return keyTasks.sign(...request.args);
    case 'verify':
      return keyTasks.verify(...request.args);
    case 'encrypt':
      return keyTasks.encrypt(...request.args);
    case 'decrypt':
      return keyTasks.decrypt(...request.args);
    case 'agree':
      return keyTasks.agree(...request.args);
    case 'encapsulate':
      return keyTasks.encapsulate(...request.args);
    case 'decapsulate':
      return keyTasks.decapsulate(...request.args);
  }
}

/**
 * True for what takes less than a tenth of a millisecond, about as long as asking another thread: OpenSSL's fast curves,
 * and what needs only an RSA public key.
 */
export function isQuick(request: TaskRequest): boolean {
  switch (request.task) {
    case 'sign': {
      const [algorithm, { spec }, { type }] = request.args;
      return algorithm === 'ED25519_SHA_512' || (spec === 'ECC_NIST_P256' && type === 'RAW');
    }
    case 'verify': {
      const [algorithm, { spec }, { type }] = request.args;
      if (algorithm === 'ED25519_SHA_512' || spec.startsWith('RSA_')) return true;
      return spec === 'ECC_NIST_P256' && type === 'RAW';
    }
    case 'encrypt':
      return request.args[0] !== 'SM2PKE';
    case 'agree':
      return request.args[0].spec === 'ECC_NIST_P256';
    default:
      return false;
  }
}
