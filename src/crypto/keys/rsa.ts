import {
  constants,
  createHash,
  type KeyObject,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * RSA as PKCS #1 (RFC 8017) has it, on digests: Node hashes whatever it is given to sign, so the encodings are ours and
 * OpenSSL does the exponentiation, with its blinding.
 */
export type RsaHash = 'sha256' | 'sha384' | 'sha512';

const { RSA_NO_PADDING, RSA_PKCS1_OAEP_PADDING } = constants;

/** DER of the DigestInfo in front of a digest. */
const DIGEST_INFO: Readonly<Record<RsaHash, Buffer>> = {
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};
const PSS_TRAILER = 0xbc;
const PSS_PADDING_ZEROS = 8;

/** RSASSA-PKCS1-v1_5. */
export function signPkcs1(key: KeyObject, hash: RsaHash, digest: Uint8Array): Buffer {
  const size = bytesOf(key);
  return privateEncrypt({ key, padding: RSA_NO_PADDING }, encodePkcs1(hash, digest, size));
}

/** Builds what the signature must hold and compares all of it, so that no lenient reading of it can be abused. */
export function verifyPkcs1(
  key: KeyObject,
  hash: RsaHash,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const held = openSignature(key, signature);
  return held !== undefined && timingSafeEqual(held, encodePkcs1(hash, digest, bytesOf(key)));
}

/** RSASSA-PSS; the salt is as long as the digest, and MGF1 uses the same hash. */
export function signPss(key: KeyObject, hash: RsaHash, digest: Uint8Array): Buffer {
  const encoded = encodePss(hash, digest, randomBytes(digest.length), bytesOf(key));
  return privateEncrypt({ key, padding: RSA_NO_PADDING }, encoded);
}

/** A salt of another length is refused, as AWS refuses it. */
export function verifyPss(
  key: KeyObject,
  hash: RsaHash,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const held = openSignature(key, signature);
  if (held === undefined) return false;
  const masked = held.subarray(0, held.length - digest.length - 1);
  const proof = held.subarray(masked.length, -1);
  const salt = unmask(hash, masked, proof).subarray(masked.length - digest.length);
  return timingSafeEqual(held, encodePss(hash, digest, salt, held.length));
}

export function encryptOaep(key: KeyObject, hash: 'sha1' | 'sha256', clear: Uint8Array): Buffer {
  return publicEncrypt({ key, padding: RSA_PKCS1_OAEP_PADDING, oaepHash: hash }, clear);
}

/** Undefined when the ciphertext is not one for this key and hash. Why is nobody's business. */
export function decryptOaep(
  key: KeyObject,
  hash: 'sha1' | 'sha256',
  ciphertext: Uint8Array,
): Buffer | undefined {
  if (ciphertext.length !== bytesOf(key)) return undefined;
  try {
    return privateDecrypt({ key, padding: RSA_PKCS1_OAEP_PADDING, oaepHash: hash }, ciphertext);
  } catch {
    return undefined;
  }
}

function bytesOf(key: KeyObject): number {
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}

function openSignature(key: KeyObject, signature: Uint8Array): Buffer | undefined {
  if (signature.length !== bytesOf(key)) return undefined;
  try {
    return publicDecrypt({ key, padding: RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}

function encodePkcs1(hash: RsaHash, digest: Uint8Array, size: number): Buffer {
  const info = Buffer.concat([DIGEST_INFO[hash], digest]);
  const encoded = Buffer.alloc(size, 0xff);
  encoded.set([0x00, 0x01], 0);
  encoded[size - info.length - 1] = 0x00;
  encoded.set(info, size - info.length);
  return encoded;
}

/** EMSA-PSS for a modulus of whole bytes: the first bit is clear. */
function encodePss(hash: RsaHash, digest: Uint8Array, salt: Uint8Array, size: number): Buffer {
  const proof = createHash(hash)
    .update(Buffer.alloc(PSS_PADDING_ZEROS))
    .update(digest)
    .update(salt)
    .digest();
  const block = Buffer.alloc(size - proof.length - 1);
  block[block.length - salt.length - 1] = 0x01;
  block.set(salt, block.length - salt.length);
  return Buffer.concat([unmask(hash, block, proof), proof, Buffer.of(PSS_TRAILER)]);
}

/** The block XOR MGF1 of the seed, with the first bit cleared: its own reverse. */
function unmask(hash: RsaHash, block: Uint8Array, seed: Uint8Array): Buffer {
  const result = Buffer.from(block);
  const counter = Buffer.alloc(4);
  for (let at = 0, turn = 0; at < result.length; turn += 1) {
    counter.writeUInt32BE(turn);
    for (const mask of createHash(hash).update(seed).update(counter).digest()) {
      if (at === result.length) break;
      result[at] = (result[at] ?? 0) ^ mask;
      at += 1;
    }
  }
  result[0] = (result[0] ?? 0) & 0x7f;
  return result;
}
