import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decryptWith, encryptTo } from '../../../src/crypto/keys/encryption.ts';
import { privateHandle, publicHandle } from '../../../src/crypto/keys/handle.ts';
import { readPair } from '../../../src/crypto/keys/key-pair.ts';
import type { PairSpec, SigningAlgorithm } from '../../../src/crypto/keys/key-spec.ts';
import { signWith, verifyWith } from '../../../src/crypto/keys/signing.ts';
import { hasOpenssl, openssl } from '../../openssl.ts';

/** What is made by the openssl command is read and verified here, from keys that it made. */

const MESSAGE = Buffer.from('made by the command');

interface Case {
  readonly spec: PairSpec;
  readonly algorithm: SigningAlgorithm;
  readonly generate: readonly string[];
  readonly options: readonly string[];
}

const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
const ec = (curve: string) => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const pss = (hash: string) => [
  '-digest',
  hash,
  '-pkeyopt',
  'rsa_padding_mode:pss',
  '-pkeyopt',
  'rsa_pss_saltlen:digest',
];

const CASES: readonly Case[] = [
  ...(['256', '384', '512'] as const).flatMap((size): readonly Case[] => [
    {
      spec: 'RSA_2048',
      algorithm: `RSASSA_PKCS1_V1_5_SHA_${size}`,
      generate: rsa,
      options: ['-digest', `sha${size}`],
    },
    {
      spec: 'RSA_2048',
      algorithm: `RSASSA_PSS_SHA_${size}`,
      generate: rsa,
      options: pss(`sha${size}`),
    },
  ]),
  {
    spec: 'ECC_NIST_P256',
    algorithm: 'ECDSA_SHA_256',
    generate: ec('P-256'),
    options: ['-digest', 'sha256'],
  },
  {
    spec: 'ECC_NIST_P384',
    algorithm: 'ECDSA_SHA_384',
    generate: ec('P-384'),
    options: ['-digest', 'sha384'],
  },
  {
    spec: 'ECC_NIST_P521',
    algorithm: 'ECDSA_SHA_512',
    generate: ec('P-521'),
    options: ['-digest', 'sha512'],
  },
  {
    spec: 'ECC_SECG_P256K1',
    algorithm: 'ECDSA_SHA_256',
    generate: ec('secp256k1'),
    options: ['-digest', 'sha256'],
  },
  {
    spec: 'ECC_NIST_EDWARDS25519',
    algorithm: 'ED25519_SHA_512',
    generate: ['-algorithm', 'ED25519'],
    options: [],
  },
  {
    spec: 'SM2',
    algorithm: 'SM2DSA',
    generate: ['-algorithm', 'SM2'],
    options: ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'],
  },
];

const made = new Map<string, Buffer>();

/** One key of a kind for all tests. */
function newKey(generate: readonly string[]): Buffer {
  const kind = generate.join(' ');
  const key =
    made.get(kind) ?? openssl(['genpkey', ...generate, '-outform', 'DER', '-out', '@out']);
  made.set(kind, key);
  return key;
}

function pkcs8(key: Buffer): Buffer {
  const convert = ['pkcs8', '-topk8', '-nocrypt', '-inform', 'DER', '-outform', 'DER'];
  return openssl([...convert, '-in', '@key', '-out', '@out'], { key });
}

let ran = 0;

describe.skipIf(!hasOpenssl)('with the openssl command', () => {
  test.each(CASES)('$spec by $algorithm: its signature verifies here', async (row) => {
    const key = newKey(row.generate);
    const pair = await readPair(row.spec, pkcs8(key));
    if (pair === undefined) throw new Error('the key was not read');
    const sign = ['pkeyutl', '-sign', '-rawin', '-in', '@message', '-keyform', 'DER'];
    const signature = openssl([...sign, '-inkey', '@key', '-out', '@out', ...row.options], {
      key,
      message: MESSAGE,
    });
    const publicKey = publicHandle(row.spec, pair.publicKey);
    const signed = { message: MESSAGE, type: 'RAW' } as const;
    expect(await verifyWith(row.algorithm, publicKey, signed, signature)).toBe(true);
    const hash = /SHA_(\d+)$/.exec(row.algorithm)?.[1];
    if (/RSA|ECDSA/.test(row.algorithm)) {
      const message = createHash(`sha${hash}`).update(MESSAGE).digest();
      const digest = { message, type: 'DIGEST' } as const;
      expect(await verifyWith(row.algorithm, publicKey, digest, signature)).toBe(true);
    }
    if (row.algorithm.includes('PKCS1')) {
      const own = await signWith(row.algorithm, privateHandle(row.spec, pair.secret), signed);
      expect(Buffer.from(own)).toEqual(signature);
    }
    ran += 1;
  });

  test('all of the table ran', () => {
    expect(ran).toBe(12);
  });

  test.each(['32', '0', '100'])(
    'RSASSA-PSS: of salts of 32, 0 and 100 bytes only the first, here %s',
    async (salt) => {
      const key = newKey(rsa);
      const pair = await readPair('RSA_2048', pkcs8(key));
      const options = ['-digest', 'sha256', '-pkeyopt', 'rsa_padding_mode:pss'];
      const signature = openssl(
        [
          'pkeyutl',
          '-sign',
          '-rawin',
          '-in',
          '@message',
          '-keyform',
          'DER',
          '-inkey',
          '@key',
          '-out',
          '@out',
          ...options,
          '-pkeyopt',
          `rsa_pss_saltlen:${salt}`,
        ],
        { key, message: MESSAGE },
      );
      const publicKey = publicHandle('RSA_2048', pair?.publicKey ?? new Uint8Array());
      const signed = { message: MESSAGE, type: 'RAW' } as const;
      const isValid = await verifyWith('RSASSA_PSS_SHA_256', publicKey, signed, signature);
      expect(isValid).toBe(salt === '32');
    },
  );

  test.each(['sha1', 'sha256'])(
    'RSAES-OAEP with %s: it opens what is encrypted here',
    async (hash) => {
      const key = newKey(rsa);
      const pair = await readPair('RSA_2048', pkcs8(key));
      const publicKey = publicHandle('RSA_2048', pair?.publicKey ?? new Uint8Array());
      const algorithm = hash === 'sha1' ? 'RSAES_OAEP_SHA_1' : 'RSAES_OAEP_SHA_256';
      const blob = await encryptTo(algorithm, publicKey, MESSAGE);
      const options = ['rsa_padding_mode:oaep', `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`];
      const decrypt = ['pkeyutl', '-decrypt', '-in', '@blob', '-keyform', 'DER', '-inkey', '@key'];
      const flags = options.flatMap((option) => ['-pkeyopt', option]);
      expect(openssl([...decrypt, ...flags, '-out', '@out'], { key, blob })).toEqual(MESSAGE);
    },
  );

  test('SM2PKE: each opens what the other encrypted', async () => {
    const key = newKey(['-algorithm', 'SM2']);
    const pair = await readPair('SM2', pkcs8(key));
    if (pair === undefined) throw new Error('the key was not read');
    const blob = await encryptTo('SM2PKE', publicHandle('SM2', pair.publicKey), MESSAGE);
    const files = { key, blob, clear: MESSAGE };
    const use = ['-keyform', 'DER', '-inkey', '@key', '-out', '@out'];
    expect(openssl(['pkeyutl', '-decrypt', '-in', '@blob', ...use], files)).toEqual(MESSAGE);
    const theirs = openssl(['pkeyutl', '-encrypt', '-in', '@clear', ...use], files);
    const opened = await decryptWith('SM2PKE', privateHandle('SM2', pair.secret), theirs);
    expect(Buffer.from(opened ?? [])).toEqual(MESSAGE);
  });
});
