import type { EncryptionAlgorithmSpec } from '../../../models/kms/types.ts';
import type { Context } from '../../contract/operation.ts';
import { clearBytesMax } from '../../crypto/keys/encryption.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { assertAlgorithm, assertUsable, type KeyTarget } from './authorization.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { invalidCiphertext, validation } from './errors.ts';
import type { ExternalKeys } from './external-keys.ts';
import { pairOf, pairSpec } from './key-material.ts';
import { workOn } from './key-work.ts';
import type { OpenedDataKeys } from './opened-data-keys.ts';
import { type Opened, openWith, sealWith } from './symmetric.ts';

/** How a key is asked to encrypt or decrypt. */
export interface EncryptionUse {
  readonly key: KeyTarget;
  /** As errors name it. */
  readonly operation: string;
  readonly algorithm: EncryptionAlgorithmSpec;
  readonly context: EncryptionContext | undefined;
}

export interface Encrypted {
  readonly blob: Uint8Array;
  /** Of symmetric keys alone, and not of those in external key stores. */
  readonly materialId?: string;
}

export interface Decrypted {
  readonly plaintext: Uint8Array;
  /** Of symmetric keys alone, and not of those in external key stores. */
  readonly materialId?: string;
}

/** Everything about the key permits it. Only encryption by a symmetric key is bound to a context. */
export function assertEncrypts({ key, operation, algorithm, context }: EncryptionUse): void {
  assertUsable(key, operation, 'ENCRYPT_DECRYPT');
  assertAlgorithm(key, algorithm);
  if (algorithm === SYMMETRIC || context === undefined) return;
  if (Object.keys(context).length > 0) {
    throw validation(
      'EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.',
    );
  }
}

/**
 * As `assertEncrypts`; but AWS reads a ciphertext before it compares the algorithm that it takes for granted with the
 * key, so what a key pair encrypted is then no ciphertext.
 */
export function assertDecrypts(use: EncryptionUse): void {
  if (use.algorithm === SYMMETRIC) assertUsable(use.key, use.operation, 'ENCRYPT_DECRYPT');
  else assertEncrypts(use);
}

/** The plaintext is not too long for the key's modulus. */
export function assertFits({ key, algorithm }: EncryptionUse, plaintext: Uint8Array): void {
  if (algorithm === SYMMETRIC) return;
  const most = clearBytesMax(algorithm, pairSpec(key.document));
  if (plaintext.length <= most) return;
  throw validation(
    `Algorithm ${algorithm} and key spec ${key.document.spec} cannot encrypt data larger than ` +
      `${most} bytes.`,
  );
}

/** What encrypts beside this thread. */
export interface EncryptionParts {
  readonly work: KeyWork;
  readonly external: ExternalKeys;
  readonly dataKeys: OpenedDataKeys;
}

export async function encryptBy(
  { work, external }: EncryptionParts,
  context: Context,
  use: EncryptionUse,
  plaintext: Uint8Array,
): Promise<Encrypted> {
  const { key, algorithm } = use;
  if (algorithm === SYMMETRIC) {
    return key.document.store === undefined
      ? sealWith(key, plaintext, use.context)
      : { blob: await external.seal(context, use, plaintext) };
  }
  const { publicKey } = await pairOf(key);
  return { blob: await workOn(work.encrypt(algorithm, publicKey, plaintext)) };
}

export async function decryptBy(
  { work, external, dataKeys }: EncryptionParts,
  context: Context,
  use: EncryptionUse,
  blob: Uint8Array,
): Promise<Decrypted> {
  const { key, algorithm } = use;
  if (algorithm === SYMMETRIC) {
    return key.document.store === undefined
      ? openKeeping(dataKeys, context, use, blob)
      : { plaintext: await external.open(context, use, blob) };
  }
  const { privateKey } = await pairOf(key);
  const plaintext = await workOn(work.decrypt(algorithm, privateKey, blob));
  if (plaintext === undefined) throw invalidCiphertext();
  return { plaintext };
}

/** Only what a service opens for its caller is kept: it comes back for it. */
async function openKeeping(
  dataKeys: OpenedDataKeys,
  context: Context,
  { key, context: bound }: EncryptionUse,
  blob: Uint8Array,
): Promise<Opened> {
  if (context.call.calledVia.length === 0) return openWith(context, key, blob, bound);
  const known = dataKeys.find(key.document, blob, bound);
  if (known !== undefined) return known;
  const opened = await openWith(context, key, blob, bound);
  dataKeys.keep(key.document, blob, bound, opened);
  return opened;
}

/** What a key pair encrypted does not tell which key that was. */
export function assertNamesKey(
  keyId: string | undefined,
  algorithm: EncryptionAlgorithmSpec | undefined,
): void {
  if (keyId !== undefined || algorithm === undefined || algorithm === SYMMETRIC) return;
  throw validation('KeyId must not be null');
}
