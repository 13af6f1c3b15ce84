import { createCipheriv, createDecipheriv, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * The message format of the AWS Encryption SDK, version 2, with one encrypted data key and algorithm suite 0x0478:
 * AES-256-GCM with HKDF-SHA-512 and key commitment. The suite has no signature, so the encryption context is the
 * caller's own and nothing is added to it. Source: AWS Encryption SDK Developer Guide, "AWS Encryption SDK message format
 * reference" and "Body additional authenticated data (AAD) reference".
 */
const VERSION = 2;
const SUITE = 0x0478;
const FRAMED = 2;
const FRAME_BYTES = 4_096;
const MESSAGE_ID_BYTES = 32;
const COMMITMENT_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const FINAL_FRAME = 0xffffffff;
const PROVIDER = 'aws-kms';
const FRAME_AAD = 'AWSKMSEncryptionClient Frame';
const FINAL_FRAME_AAD = 'AWSKMSEncryptionClient Final Frame';
/** Longer messages were not made here: values are at most 8 KiB. */
const MESSAGE_BYTES_MAX = 64 * 1_024;

export type EncryptionContext = Readonly<Record<string, string>>;

/** A data key as KMS gives it. */
export interface DataKey {
  /** 32 bytes. */
  readonly plaintext: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly keyArn: string;
}

export interface EncryptedMessage {
  readonly keyArn: string;
  readonly encryptedDataKey: Uint8Array;
  readonly context: EncryptionContext;
  /** What `openMessage` needs. */
  readonly messageId: Buffer;
  readonly commitment: Buffer;
  readonly header: Buffer;
  readonly headerTag: Buffer;
  readonly body: Buffer;
}

/** Seals `plaintext`. `messageId` is 32 random bytes, never used twice. */
export function sealMessage(
  plaintext: Uint8Array,
  dataKey: DataKey,
  context: EncryptionContext,
  messageId: Buffer,
): Buffer {
  const { key, commitment } = derivedFrom(dataKey.plaintext, messageId);
  const header = Buffer.concat([
    Buffer.from([VERSION]),
    uint16(SUITE),
    messageId,
    withLength(contextBytes(context)),
    uint16(1),
    withLength(Buffer.from(PROVIDER)),
    withLength(Buffer.from(dataKey.keyArn)),
    withLength(dataKey.ciphertext),
    Buffer.from([FRAMED]),
    uint32(FRAME_BYTES),
    commitment,
  ]);
  // The header's initialization vector is all zero, and no frame's is: frames count from one.
  const headerTag = encrypted(key, ivOf(0), header, Buffer.alloc(0)).tag;
  return Buffer.concat([header, headerTag, ...framesOf(key, messageId, plaintext)]);
}

/** Reads a message without its secrets. Undefined: it is none of ours. */
export function readMessage(bytes: Buffer): EncryptedMessage | undefined {
  if (bytes.length > MESSAGE_BYTES_MAX) return undefined;
  try {
    return parse(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The plaintext; undefined when the data key is not the message's, or anything in it was changed. */
export function openMessage(message: EncryptedMessage, dataKey: Uint8Array): Buffer | undefined {
  const { key, commitment } = derivedFrom(dataKey, message.messageId);
  if (!timingSafeEqual(commitment, message.commitment)) return undefined;
  try {
    decrypted(key, ivOf(0), message.header, { content: Buffer.alloc(0), tag: message.headerTag });
    return openFrames(key, message);
  } catch {
    // Why it failed would help whoever changed it.
    return undefined;
  }
}

function derivedFrom(dataKey: Uint8Array, messageId: Buffer) {
  const derive = (info: Buffer, length: number): Buffer =>
    Buffer.from(hkdfSync('sha512', dataKey, messageId, info, length));
  return {
    key: derive(Buffer.concat([uint16(SUITE), Buffer.from('DERIVEKEY')]), 32),
    commitment: derive(Buffer.from('COMMITKEY'), COMMITMENT_BYTES),
  };
}

/** Pairs in the order of their keys' bytes. */
function contextBytes(context: EncryptionContext): Buffer {
  const pairs = Object.entries(context)
    .map(([key, value]) => [Buffer.from(key), Buffer.from(value)] as const)
    .toSorted(([a], [b]) => Buffer.compare(a, b));
  if (pairs.length === 0) return Buffer.alloc(0);
  return Buffer.concat([
    uint16(pairs.length),
    ...pairs.flatMap(([key, value]) => [withLength(key), withLength(value)]),
  ]);
}

function* framesOf(key: Buffer, messageId: Buffer, plaintext: Uint8Array): Generator<Buffer> {
  let sequence = 1;
  let at = 0;
  for (; plaintext.length - at > FRAME_BYTES; at += FRAME_BYTES, sequence += 1) {
    const iv = ivOf(sequence);
    const frame = plaintext.subarray(at, at + FRAME_BYTES);
    const aad = bodyAad(messageId, FRAME_AAD, sequence, frame.length);
    const { content, tag } = encrypted(key, iv, aad, frame);
    yield Buffer.concat([uint32(sequence), iv, content, tag]);
  }
  const iv = ivOf(sequence);
  const last = plaintext.subarray(at);
  const aad = bodyAad(messageId, FINAL_FRAME_AAD, sequence, last.length);
  const { content, tag } = encrypted(key, iv, aad, last);
  yield Buffer.concat([
    uint32(FINAL_FRAME),
    uint32(sequence),
    iv,
    uint32(last.length),
    content,
    tag,
  ]);
}

function openFrames(key: Buffer, { body, messageId }: EncryptedMessage): Buffer {
  const reader = new Reader(body);
  const contents: Buffer[] = [];
  for (let sequence = 1; ; sequence += 1) {
    const marker = reader.uint32();
    const isFinal = marker === FINAL_FRAME;
    if ((isFinal ? reader.uint32() : marker) !== sequence) throw new RangeError('frame order');
    const iv = reader.take(IV_BYTES);
    const length = isFinal ? reader.uint32() : FRAME_BYTES;
    const content = reader.take(length);
    const tag = reader.take(TAG_BYTES);
    const text = isFinal ? FINAL_FRAME_AAD : FRAME_AAD;
    const aad = bodyAad(messageId, text, sequence, length);
    contents.push(decrypted(key, iv, aad, { content, tag }));
    if (!isFinal) continue;
    reader.end();
    return Buffer.concat(contents);
  }
}

function parse(bytes: Buffer): EncryptedMessage | undefined {
  const reader = new Reader(bytes);
  if (reader.take(1)[0] !== VERSION || reader.uint16() !== SUITE) return undefined;
  const messageId = reader.take(MESSAGE_ID_BYTES);
  const context = contextIn(reader.sized());
  if (reader.uint16() !== 1 || reader.sized().toString() !== PROVIDER) return undefined;
  const keyArn = reader.sized().toString();
  const encryptedDataKey = reader.sized();
  if (reader.take(1)[0] !== FRAMED || reader.uint32() !== FRAME_BYTES) return undefined;
  const commitment = reader.take(COMMITMENT_BYTES);
  const header = bytes.subarray(0, reader.position);
  const headerTag = reader.take(TAG_BYTES);
  const body = bytes.subarray(reader.position);
  return { keyArn, encryptedDataKey, context, messageId, commitment, header, headerTag, body };
}

function contextIn(bytes: Buffer): EncryptionContext {
  if (bytes.length === 0) return {};
  const reader = new Reader(bytes);
  const count = reader.uint16();
  const pairs: [string, string][] = [];
  for (let index = 0; index < count; index += 1) {
    pairs.push([reader.sized().toString(), reader.sized().toString()]);
  }
  reader.end();
  return Object.fromEntries(pairs);
}

function encrypted(key: Buffer, iv: Buffer, aad: Buffer, plaintext: Uint8Array) {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(aad);
  const content = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { content, tag: cipher.getAuthTag() };
}

function decrypted(
  key: Buffer,
  iv: Buffer,
  aad: Buffer,
  { content, tag }: { readonly content: Buffer; readonly tag: Buffer },
): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(content), decipher.final()]);
}

function bodyAad(messageId: Buffer, text: string, sequence: number, length: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([messageId, Buffer.from(text), uint32(sequence), size]);
}

function ivOf(sequence: number): Buffer {
  const iv = Buffer.alloc(IV_BYTES);
  iv.writeUInt32BE(sequence, IV_BYTES - 4);
  return iv;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([uint16(bytes.length), bytes]);
}

/** Reads forward. Errors: RangeError where bytes are missing, or left over at the end. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#at;
  }

  take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('the message ends early');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  uint16(): number {
    return this.take(2).readUInt16BE();
  }

  uint32(): number {
    return this.take(4).readUInt32BE();
  }

  sized(): Buffer {
    return this.take(this.uint16());
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new RangeError('bytes are left over');
  }
}
