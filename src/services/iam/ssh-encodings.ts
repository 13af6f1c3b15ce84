import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

const TYPE = 'ssh-rsa';
const RSA_BITS_MIN = 2_048;

/** An RSA public key of at least 2,048 bits, as `ssh-rsa` (RFC 4253, 6.6) or PEM. Undefined: it is none. */
export function readSshKey(text: string): KeyObject | undefined {
  try {
    const trimmed = text.trim();
    const key = trimmed.startsWith('-----') ? createPublicKey(trimmed) : readWire(trimmed);
    const bits = key?.asymmetricKeyDetails?.modulusLength ?? 0;
    return key?.asymmetricKeyType === 'rsa' && bits >= RSA_BITS_MIN ? key : undefined;
  } catch {
    return undefined;
  }
}

function readWire(text: string): KeyObject | undefined {
  const [type, encoded] = text.split(/\s+/);
  if (type !== TYPE || encoded === undefined) return undefined;
  const blob = Buffer.from(encoded, 'base64');
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= blob.length && parts.length < 3) {
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    parts.push(blob.subarray(at + 4, end));
    at = end;
  }
  const [name, exponent, modulus] = parts;
  if (name?.toString('ascii') !== TYPE || exponent === undefined || modulus === undefined) {
    return undefined;
  }
  if (at !== blob.length) return undefined;
  const jwk = { kty: 'RSA', e: unsigned(exponent), n: unsigned(modulus) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function unsigned(integer: Buffer): string {
  const start = integer.findIndex((byte) => byte !== 0);
  return integer.subarray(Math.max(start, 0)).toString('base64url');
}

/** `ssh-rsa AAAA…` */
export function sshText(key: KeyObject): string {
  return `${TYPE} ${wireOf(key).toString('base64')}`;
}

export function pemText(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'spki' }).toString();
}

/** MD5 of the key as SSH sends it: `12:34:…`, as AWS and older tools show it. */
export function sshFingerprint(key: KeyObject): string {
  const digest = createHash('md5').update(wireOf(key)).digest('hex');
  return (digest.match(/../g) ?? []).join(':');
}

function wireOf(key: KeyObject): Buffer {
  const { e = '', n = '' } = key.export({ format: 'jwk' });
  const parts = [Buffer.from(TYPE), integer(e), integer(n)];
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

/** A positive integer of SSH: with a zero before a first bit that is set. */
function integer(encoded: string): Buffer {
  const bytes = Buffer.from(encoded, 'base64url');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
}
