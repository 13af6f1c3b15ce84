import { createCipheriv, createDecipheriv, hash } from 'node:crypto';
import { pooledRandomBytes } from '../../../crypto/random-pool.ts';
import { authenticatedData, type EncryptionContext } from './encryption-context.ts';

/**
 * The symmetric ciphertext: AWS's envelope and sizes (184 bytes for 32 bytes of plaintext), our own content.
 *
 *   01 02 02 00 78 | locator (32) | 01 | salt (16) | DER length (32-bit) | DER
 *
 * The DER is a CMS EncryptedData with AES-256-GCM: a 12-byte nonce, a 16-byte tag, and as content the encrypted
 * frame: version, plaintext length (32-bit), six zero bytes, plaintext.
 *
 * The locator is a random handle of the key material, the same for all its ciphertexts; it leads to account, Region,
 * key and material, and tells nothing. Each message has a key of its own, by the one-step derivation of NIST
 * SP 800-56C, SHA-256(00000001 ‖ material ‖ label ‖ salt), so that random nonces stay safe at any volume (a single key
 * would wear out at 2^32 messages). All bytes before the content and the encryption context are authenticated.
 */
const PREAMBLE = Buffer.from([0x01, 0x02, 0x02, 0x00, 0x78]);
const SALT_MARK = 0x01;
export const LOCATOR_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LOCATOR_AT = PREAMBLE.length;
const SALT_MARK_AT = LOCATOR_AT + LOCATOR_BYTES;
const SALT_AT = SALT_MARK_AT + 1;
const DER_LENGTH_AT = SALT_AT + SALT_BYTES;
const DER_AT = DER_LENGTH_AT + 4;

const OID_ENCRYPTED_DATA = Buffer.from('06092a864886f70d010706', 'hex');
const OID_DATA = Buffer.from('06092a864886f70d010701', 'hex');
/** SEQUENCE { aes256-GCM, SEQUENCE { OCTET STRING (12) … */
const ALGORITHM_BEFORE_NONCE = Buffer.from('301e060960864801650304012e3011040c', 'hex');
/** … INTEGER 16 } }: the tag's length. */
const ALGORITHM_AFTER_NONCE = Buffer.from('020110', 'hex');
const VERSION_ZERO = Buffer.from('020100', 'hex');
const ALGORITHM_BYTES = ALGORITHM_BEFORE_NONCE.length + NONCE_BYTES + ALGORITHM_AFTER_NONCE.length;

const FRAME_VERSION = 0x01;
const FRAME_HEAD_BYTES = 11;
/** Short, so that counter, material, label and salt fit one block of SHA-256. */
const MESSAGE_KEY_LABEL = Buffer.from('hf1');
const COUNTER_BYTES = 4;
/** The model's limit of a ciphertext. */
const CIPHERTEXT_BYTES_MAX = 6_144;

/** A ciphertext's parts; nothing is authenticated yet. Views of the given bytes. */
export interface Envelope {
  readonly locator: Buffer;
  readonly salt: Buffer;
  readonly nonce: Buffer;
  /** All that stands before the content. */
  readonly head: Buffer;
  readonly content: Buffer;
}

/** What message keys are derived from: all that is hashed, with room for a salt at the end. */
export interface DerivationKey {
  readonly input: Buffer;
  readonly saltAt: number;
}

/** `material` is 32 bytes. */
export function derivationKey(material: Uint8Array): DerivationKey {
  const saltAt = COUNTER_BYTES + material.length + MESSAGE_KEY_LABEL.length;
  const input = Buffer.alloc(saltAt + SALT_BYTES);
  input.writeUInt32BE(1, 0);
  input.set(material, COUNTER_BYTES);
  input.set(MESSAGE_KEY_LABEL, COUNTER_BYTES + material.length);
  return { input, saltAt };
}

/** Encrypts under a material's key. `locator` is the material's handle. */
export function seal(
  key: DerivationKey,
  locator: Uint8Array,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
): Buffer {
  const contentBytes = FRAME_HEAD_BYTES + plaintext.length + TAG_BYTES;
  const random = pooledRandomBytes(SALT_BYTES + NONCE_BYTES);
  const salt = random.subarray(0, SALT_BYTES);
  const nonce = random.subarray(SALT_BYTES);
  const blob = writeHead(locator, salt, nonce, contentBytes);
  const contentAt = blob.length - contentBytes;
  const cipher = createCipheriv('aes-256-gcm', messageKey(key, salt), nonce);
  cipher.setAAD(authenticatedData(blob, contentAt, context));
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + plaintext.length);
  frame.fill(0, 0, FRAME_HEAD_BYTES);
  frame[0] = FRAME_VERSION;
  frame.writeUInt32BE(plaintext.length, 1);
  frame.set(plaintext, FRAME_HEAD_BYTES);
  cipher.update(frame).copy(blob, contentAt);
  cipher.final();
  cipher.getAuthTag().copy(blob, blob.length - TAG_BYTES);
  return blob;
}

/** Undefined: altered, or another material or context. Which one is nobody's business. */
export function open(
  key: DerivationKey,
  envelope: Envelope,
  context: EncryptionContext | undefined,
): Buffer | undefined {
  const { salt, nonce, head, content } = envelope;
  const encryptedBytes = content.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', messageKey(key, salt), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(authenticatedData(head, head.length, context));
  decipher.setAuthTag(content.subarray(encryptedBytes));
  const frame = decipher.update(content.subarray(0, encryptedBytes));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  const isOurs =
    frame[0] === FRAME_VERSION && frame.readUInt32BE(1) === frame.length - FRAME_HEAD_BYTES;
  return isOurs ? frame.subarray(FRAME_HEAD_BYTES) : undefined;
}

/** Reads the envelope strictly: the one encoding that `seal` writes, so no second spelling of a ciphertext passes. */
export function readEnvelope(blob: Uint8Array): Envelope | undefined {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  const layout = layoutOfBlob(bytes.length);
  if (layout === undefined || !isLaidOut(bytes, layout)) return undefined;
  const { template, nonceAt } = layout;
  return {
    locator: bytes.subarray(LOCATOR_AT, SALT_MARK_AT),
    salt: bytes.subarray(SALT_AT, DER_LENGTH_AT),
    nonce: bytes.subarray(nonceAt, nonceAt + NONCE_BYTES),
    head: bytes.subarray(0, template.length),
    content: bytes.subarray(template.length),
  };
}

function messageKey({ input, saltAt }: DerivationKey, salt: Uint8Array): Buffer {
  input.set(salt, saltAt);
  return hash('sha256', input, 'buffer');
}

/** The lengths of the nested DER values around a content of `n` bytes, innermost first. */
function lengths(n: number): {
  field: number;
  info: number;
  data: number;
  explicit: number;
  all: number;
} {
  const field = headerBytes(n) + n;
  const info = OID_DATA.length + ALGORITHM_BYTES + field;
  const data = VERSION_ZERO.length + headerBytes(info) + info;
  const explicit = headerBytes(data) + data;
  const all = OID_ENCRYPTED_DATA.length + headerBytes(explicit) + explicit;
  return { field, info, data, explicit, all };
}

/** A DER tag with its length. */
function headerBytes(length: number): number {
  if (length < 0x80) return 2;
  return length < 0x100 ? 3 : 4;
}

function headDerBytes(n: number): number {
  const { all } = lengths(n);
  return headerBytes(all) + all - n;
}

function nonceOffset(n: number): number {
  return headDerBytes(n) - headerBytes(n) - ALGORITHM_AFTER_NONCE.length - NONCE_BYTES;
}

/** The content's length in a DER of `total` bytes: the head has one size for each length, so at most one fits. */
function contentBytesOf(total: number): number | undefined {
  const fewest = headDerBytes(0);
  const most = headDerBytes(CIPHERTEXT_BYTES_MAX);
  for (let head = fewest; head <= most; head += 1) {
    if (headDerBytes(total - head) === head) return total - head;
  }
  return undefined;
}

/** What stands before a content of a certain length, the same in every ciphertext but for three fields. */
interface Layout {
  /** With zeros where locator, salt and nonce are. */
  readonly template: Buffer;
  readonly nonceAt: number;
}

/** By the content's length: at most as many as there are lengths of ciphertexts, each a few hundred bytes. */
const layouts = new Map<number, Layout>();
/** The same by the whole blob's length. */
const layoutsOfBlobs = new Map<number, Layout>();

function layoutOf(contentBytes: number): Layout {
  const known = layouts.get(contentBytes);
  if (known !== undefined) return known;
  const template = templateOf(contentBytes);
  const derStart = template.length - headDerBytes(contentBytes);
  const layout = { template, nonceAt: derStart + nonceOffset(contentBytes) };
  layouts.set(contentBytes, layout);
  return layout;
}

/** Undefined: no blob is so long. */
function layoutOfBlob(bytes: number): Layout | undefined {
  const smallest =
    DER_AT + headDerBytes(FRAME_HEAD_BYTES + TAG_BYTES) + FRAME_HEAD_BYTES + TAG_BYTES;
  if (bytes < smallest || bytes > CIPHERTEXT_BYTES_MAX) return undefined;
  const known = layoutsOfBlobs.get(bytes);
  if (known !== undefined) return known;
  const contentBytes = contentBytesOf(bytes - DER_AT);
  if (contentBytes === undefined) return undefined;
  const layout = layoutOf(contentBytes);
  layoutsOfBlobs.set(bytes, layout);
  return layout;
}

/** All bytes before the content are the template's, those of the three fields aside. */
function isLaidOut(bytes: Buffer, { template, nonceAt }: Layout): boolean {
  return (
    isSame(bytes, template, 0, LOCATOR_AT) &&
    isSame(bytes, template, SALT_MARK_AT, SALT_AT) &&
    isSame(bytes, template, DER_LENGTH_AT, nonceAt) &&
    isSame(bytes, template, nonceAt + NONCE_BYTES, template.length)
  );
}

function isSame(bytes: Buffer, template: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== template[at]) return false;
  return true;
}

/** The whole blob with its content still to be filled in. */
function writeHead(
  locator: Uint8Array,
  salt: Uint8Array,
  nonce: Uint8Array,
  contentBytes: number,
): Buffer {
  const { template, nonceAt } = layoutOf(contentBytes);
  const blob = Buffer.allocUnsafe(template.length + contentBytes);
  blob.set(template);
  blob.set(locator, LOCATOR_AT);
  blob.set(salt, SALT_AT);
  blob.set(nonce, nonceAt);
  return blob;
}

function templateOf(contentBytes: number): Buffer {
  const { info, data, explicit, all } = lengths(contentBytes);
  const derBytes = headerBytes(all) + all;
  const template = Buffer.alloc(DER_AT + derBytes - contentBytes);
  PREAMBLE.copy(template, 0);
  template[SALT_MARK_AT] = SALT_MARK;
  let at = template.writeUInt32BE(derBytes, DER_LENGTH_AT);
  const put = (bytes: Uint8Array): void => {
    template.set(bytes, at);
    at += bytes.length;
  };
  at = writeHeader(template, at, 0x30, all);
  put(OID_ENCRYPTED_DATA);
  at = writeHeader(template, at, 0xa0, explicit);
  at = writeHeader(template, at, 0x30, data);
  put(VERSION_ZERO);
  at = writeHeader(template, at, 0x30, info);
  put(OID_DATA);
  put(ALGORITHM_BEFORE_NONCE);
  at += NONCE_BYTES;
  put(ALGORITHM_AFTER_NONCE);
  writeHeader(template, at, 0x80, contentBytes);
  return template;
}

function writeHeader(blob: Buffer, at: number, tag: number, length: number): number {
  blob[at] = tag;
  if (length < 0x80) return blob.writeUInt8(length, at + 1);
  if (length < 0x100) {
    blob[at + 1] = 0x81;
    return blob.writeUInt8(length, at + 2);
  }
  blob[at + 1] = 0x82;
  return blob.writeUInt16BE(length, at + 2);
}
