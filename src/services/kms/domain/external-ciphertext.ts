import { hash } from 'node:crypto';
import { LOCATOR_BYTES } from './ciphertext.ts';
import { authenticatedData, type EncryptionContext } from './encryption-context.ts';

/**
 * The ciphertext of a key in an external key store: what the proxy gave, around a ciphertext of the key's own material.
 *
 *   01 02 03 00 78 | locator (32) | IV length, IV | tag (16) | metadata length, metadata | ciphertext
 *
 * The locator is that of the inner ciphertext, so that who decrypts need not name the key. The head, with the encryption
 * context, is what the proxy authenticates.
 */
const PREAMBLE = Buffer.from([0x01, 0x02, 0x03, 0x00, 0x78]);
const HEAD_BYTES = PREAMBLE.length + LOCATOR_BYTES;
const TAG_BYTES = 16;
const METADATA_BYTES_MAX = 20;
/** The longest additional data that every proxy must take. */
const AUTHENTICATED_BYTES_MAX = 8_192;

/** What an external key encrypted. */
export interface OuterCiphertext {
  readonly ciphertext: Uint8Array;
  /** 12 or 16 bytes. */
  readonly iv: Uint8Array;
  /** 16 bytes. */
  readonly tag: Uint8Array;
  /** The proxy's own, at most 20 bytes; empty for none. */
  readonly metadata: Uint8Array;
}

export interface ExternalEnvelope extends OuterCiphertext {
  readonly locator: Buffer;
}

/** True for what the proxy may have made of `plaintextBytes`, which AES-GCM does not lengthen. */
export function isOuterCiphertext(outer: OuterCiphertext, plaintextBytes: number): boolean {
  return (
    outer.ciphertext.length === plaintextBytes &&
    (outer.iv.length === 12 || outer.iv.length === 16) &&
    outer.tag.length === TAG_BYTES &&
    outer.metadata.length <= METADATA_BYTES_MAX
  );
}

export function writeExternal(locator: Uint8Array, outer: OuterCiphertext): Buffer {
  const { iv, tag, metadata, ciphertext } = outer;
  return Buffer.concat([
    PREAMBLE,
    locator,
    Buffer.of(iv.length),
    iv,
    tag,
    Buffer.of(metadata.length),
    metadata,
    ciphertext,
  ]);
}

/** Undefined: not a ciphertext of this kind. Nothing is authenticated yet. */
export function readExternal(blob: Uint8Array): ExternalEnvelope | undefined {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (!bytes.subarray(0, PREAMBLE.length).equals(PREAMBLE)) return undefined;
  const ivBytes = bytes[HEAD_BYTES] ?? 0;
  const tagAt = HEAD_BYTES + 1 + ivBytes;
  const metadataAt = tagAt + TAG_BYTES + 1;
  const metadataBytes = bytes[metadataAt - 1] ?? 0;
  const envelope = {
    locator: bytes.subarray(PREAMBLE.length, HEAD_BYTES),
    iv: bytes.subarray(HEAD_BYTES + 1, tagAt),
    tag: bytes.subarray(tagAt, metadataAt - 1),
    metadata: bytes.subarray(metadataAt, metadataAt + metadataBytes),
    ciphertext: bytes.subarray(metadataAt + metadataBytes),
  };
  const { ciphertext, metadata } = envelope;
  const isWhole = metadata.length === metadataBytes && ciphertext.length > 0;
  return isWhole && isOuterCiphertext(envelope, ciphertext.length) ? envelope : undefined;
}

/** What the proxy authenticates beside the plaintext. A context too long for every proxy is given by its SHA-256. */
export function externallyAuthenticated(
  locator: Uint8Array,
  context: EncryptionContext | undefined,
): Buffer {
  const head = Buffer.concat([PREAMBLE, locator]);
  const data = authenticatedData(head, head.length, context);
  if (data.length <= AUTHENTICATED_BYTES_MAX) return data;
  return Buffer.concat([head, hash('sha256', data, 'buffer')]);
}
