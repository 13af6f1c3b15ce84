/**
 * As much DER as keys need that OpenSSL does not know: SubjectPublicKeyInfo (RFC 5280) and PrivateKeyInfo (RFC 5958)
 * around raw keys. Reads strictly: minimal lengths, nothing left over.
 */
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
/** PrivateKeyInfo and OneAsymmetricKey. */
const VERSIONS_MAX = 1;

export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
}

/** One value; at most 65,535 bytes of content. */
export function derValue(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** The values that stand one after the other in the bytes; undefined when they are not DER. */
export function readDer(bytes: Uint8Array): readonly DerValue[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: DerValue[] = [];
  let at = 0;
  while (at < buffer.length) {
    const tag = buffer[at] ?? 0;
    const length = readLength(buffer, at + 1);
    if (length === undefined || length.end + length.value > buffer.length) return undefined;
    const content = buffer.subarray(length.end, length.end + length.value);
    values.push({ tag, content });
    at = length.end + length.value;
  }
  return values;
}

function readLength(buffer: Buffer, at: number): { value: number; end: number } | undefined {
  const first = buffer[at];
  if (first === undefined) return undefined;
  if (first < 0x80) return { value: first, end: at + 1 };
  const count = first - 0x80;
  if (count < 1 || count > 2 || at + 1 + count > buffer.length) return undefined;
  const value = buffer.readUIntBE(at + 1, count);
  const isMinimal = value >= (count === 1 ? 0x80 : 0x100);
  return isMinimal ? { value, end: at + 1 + count } : undefined;
}

/** `algorithm` is the content of an AlgorithmIdentifier: the object id and its parameters, encoded. */
export function publicKeyInfo(algorithm: Uint8Array, key: Uint8Array): Buffer {
  const bits = derValue(BIT_STRING, Buffer.of(0), key);
  return derValue(SEQUENCE, derValue(SEQUENCE, algorithm), bits);
}

export function privateKeyInfo(algorithm: Uint8Array, key: Uint8Array): Buffer {
  const version = derValue(INTEGER, Buffer.of(0));
  return derValue(SEQUENCE, version, derValue(SEQUENCE, algorithm), derValue(OCTET_STRING, key));
}

/** The raw key of a SubjectPublicKeyInfo of exactly this algorithm. */
export function readPublicKeyInfo(algorithm: Uint8Array, info: Uint8Array): Buffer | undefined {
  const [identifier, bits, ...more] = contentOf(info) ?? [];
  if (more.length > 0 || identifier?.tag !== SEQUENCE || bits?.tag !== BIT_STRING) return undefined;
  if (!identifier.content.equals(algorithm) || bits.content[0] !== 0) return undefined;
  return bits.content.subarray(1);
}

/** The privateKey octets of a PrivateKeyInfo of exactly this algorithm. Attributes and public key are left aside. */
export function readPrivateKeyInfo(algorithm: Uint8Array, info: Uint8Array): Buffer | undefined {
  const [version, identifier, key] = contentOf(info) ?? [];
  const isVersion = version?.tag === INTEGER && version.content.length === 1;
  if (!isVersion || (version.content[0] ?? VERSIONS_MAX + 1) > VERSIONS_MAX) return undefined;
  if (identifier?.tag !== SEQUENCE || !identifier.content.equals(algorithm)) return undefined;
  return key?.tag === OCTET_STRING ? key.content : undefined;
}

function contentOf(info: Uint8Array): readonly DerValue[] | undefined {
  const [outer, ...more] = readDer(info) ?? [];
  return outer?.tag === SEQUENCE && more.length === 0 ? readDer(outer.content) : undefined;
}

/** An encoded object identifier from its content's hexadecimal digits. */
export function objectId(hex: string): Buffer {
  return derValue(OBJECT_ID, Buffer.from(hex, 'hex'));
}
