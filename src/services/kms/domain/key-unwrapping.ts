import { createDecipheriv } from 'node:crypto';
import { privateHandle } from '../../../crypto/keys/handle.ts';
import type { RsaSpec } from '../../../crypto/keys/key-spec.ts';
import { modulusBytes } from '../../../crypto/keys/native-keys.ts';
import type { KeyWork } from '../../../crypto/work/key-work.ts';

/** How imported key material is wrapped under an RSA public key. */
export type WrappingAlgorithm =
  | 'RSAES_OAEP_SHA_1'
  | 'RSAES_OAEP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256';

interface Wrapping {
  readonly encryption: 'RSAES_OAEP_SHA_1' | 'RSAES_OAEP_SHA_256';
  /** RSA wraps a one-time AES key, which wraps the material: for what is too large for RSA. */
  readonly hasAesKey: boolean;
}

const WRAPPINGS: Readonly<Record<WrappingAlgorithm, Wrapping>> = {
  RSAES_OAEP_SHA_1: { encryption: 'RSAES_OAEP_SHA_1', hasAesKey: false },
  RSAES_OAEP_SHA_256: { encryption: 'RSAES_OAEP_SHA_256', hasAesKey: false },
  RSA_AES_KEY_WRAP_SHA_1: { encryption: 'RSAES_OAEP_SHA_1', hasAesKey: true },
  RSA_AES_KEY_WRAP_SHA_256: { encryption: 'RSAES_OAEP_SHA_256', hasAesKey: true },
};

const AES_KEY_BYTES = 32;
/** The initial value of AES key wrap with padding, RFC 5649. */
const KEY_WRAP_IV = Buffer.from('a65959a6', 'hex');
/** What key wrap makes of the shortest key. */
const WRAPPED_BYTES_MIN = 16;
const WRAP_BLOCK_BYTES = 8;

export function isWrappingAlgorithm(name: string): name is WrappingAlgorithm {
  return Object.hasOwn(WRAPPINGS, name);
}

/** A private wrapping key and how it is used. */
export interface WrappingKey {
  readonly algorithm: WrappingAlgorithm;
  readonly spec: RsaSpec;
  /** PKCS#8, DER. */
  readonly privateKey: Uint8Array;
}

/** Whether the wrapped material has a length that the algorithm can give it. */
export function isWrappedLength({ algorithm, spec }: WrappingKey, length: number): boolean {
  const rest = length - modulusBytes(spec);
  if (!WRAPPINGS[algorithm].hasAesKey) return rest === 0;
  return rest >= WRAPPED_BYTES_MIN && rest % WRAP_BLOCK_BYTES === 0;
}

/** The material, or undefined when it was not wrapped so, for this key. Why is nobody's business. */
export async function unwrap(
  work: KeyWork,
  { algorithm, spec, privateKey }: WrappingKey,
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { encryption, hasAesKey } = WRAPPINGS[algorithm];
  const head = modulusBytes(spec);
  const handle = privateHandle(spec, privateKey);
  const opened = await work.decrypt(encryption, handle, wrapped.subarray(0, head));
  if (opened === undefined || !hasAesKey) return opened;
  return opened.length === AES_KEY_BYTES ? unwrapAes(opened, wrapped.subarray(head)) : undefined;
}

function unwrapAes(aesKey: Uint8Array, wrapped: Uint8Array): Buffer | undefined {
  const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, KEY_WRAP_IV);
  try {
    return Buffer.concat([decipher.update(wrapped), decipher.final()]);
  } catch {
    return undefined;
  }
}
