import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { type IssuedCertificate, newCertificate } from './certificates.ts';

/** An authority of enclaves, in the place of AWS's. */
export interface EnclaveAuthority {
  readonly root: IssuedCertificate;
  /** SHA-256 of the root, hexadecimal. */
  readonly fingerprint: string;
  readonly middle: IssuedCertificate;
  readonly leaf: IssuedCertificate;
}

export async function newEnclaveAuthority(): Promise<EnclaveAuthority> {
  const root = await newCertificate({ name: 'root', isAuthority: true, curve: 'P-384' });
  const middle = await newCertificate({
    name: 'zonal',
    isAuthority: true,
    issuer: root,
    curve: 'P-384',
  });
  const leaf = await newCertificate({ name: 'i-1', issuer: middle, curve: 'P-384' });
  return { root, fingerprint: digestOf(root), middle, leaf };
}

function digestOf({ certificate }: IssuedCertificate): string {
  return createHash('sha256').update(Buffer.from(certificate.rawData)).digest('hex');
}

type Item = number | string | Uint8Array | null | readonly Item[] | ReadonlyMap<Item, Item>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 0x1_00) return Buffer.of((major << 5) | 24, value);
  if (value < 0x1_0000) return Buffer.of((major << 5) | 25, value >> 8, value & 0xff);
  const wide = Buffer.alloc(9);
  wide[0] = (major << 5) | 27;
  wide.writeBigUInt64BE(BigInt(value), 1);
  return wide;
}

/** CBOR, written by the letter of RFC 8949. */
export function cbor(item: Item): Buffer {
  if (item === null) return Buffer.of(0xf6);
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item);
  if (typeof item === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)]);
  }
  if (item instanceof Uint8Array) return Buffer.concat([head(2, item.length), item]);
  if (item instanceof Map) {
    const entries = [...item].flatMap(([key, value]) => [cbor(key), cbor(value)]);
    return Buffer.concat([head(5, item.size), ...entries]);
  }
  if (!Array.isArray(item)) throw new Error('not CBOR');
  return Buffer.concat([head(4, item.length), ...item.map(cbor)]);
}

export interface DocumentOptions {
  readonly publicKey: KeyObject;
  readonly pcr0?: string;
  /** Leave out, or replace, members of the payload. */
  readonly claims?: ReadonlyMap<string, Item>;
  /** Who signs, when not the leaf. */
  readonly signer?: IssuedCertificate;
}

/** PCR 0 of an image: 48 bytes, hexadecimal. */
export const IMAGE = 'ab'.repeat(48);

/** An attestation document as the Nitro Secure Module makes it. */
export function attestationDocument(
  { root, middle, leaf }: EnclaveAuthority,
  { publicKey, pcr0 = IMAGE, claims = new Map(), signer = leaf }: DocumentOptions,
): Buffer {
  const raw = ({ certificate }: IssuedCertificate) => Buffer.from(certificate.rawData);
  const payload = cbor(
    new Map<Item, Item>([
      ['module_id', 'i-1-enc-1'],
      ['timestamp', 1_700_000_000_000],
      ['digest', 'SHA384'],
      [
        'pcrs',
        new Map<Item, Item>([
          [0, Buffer.from(pcr0, 'hex')],
          [8, Buffer.from('cd'.repeat(48), 'hex')],
        ]),
      ],
      ['certificate', raw(leaf)],
      ['cabundle', [raw(root), raw(middle)]],
      ['public_key', publicKey.export({ format: 'der', type: 'spki' })],
      ['user_data', null],
      ['nonce', null],
      ...claims,
    ]),
  );
  const protectedBytes = cbor(new Map<Item, Item>([[1, -35]]));
  const signed = cbor(['Signature1', protectedBytes, Buffer.alloc(0), payload]);
  const signature = sign('sha384', signed, {
    key: createPrivateKey(signer.privateKey),
    dsaEncoding: 'ieee-p1363',
  });
  return cbor([protectedBytes, new Map<Item, Item>(), payload, signature]);
}
