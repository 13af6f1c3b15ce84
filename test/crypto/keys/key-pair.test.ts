import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { privateHandle, publicHandle } from '../../../src/crypto/keys/handle.ts';
import { generatePair, readPair } from '../../../src/crypto/keys/key-pair.ts';
import { KEY_SPECS, type PairSpec } from '../../../src/crypto/keys/key-spec.ts';
import { seedForm } from '../../../src/crypto/keys/lattice-keys.ts';
import { signWith, verifyWith } from '../../../src/crypto/keys/signing.ts';

const PAIRS: readonly PairSpec[] = [
  'RSA_2048',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'ML_DSA_44',
  'ML_DSA_65',
  'ML_DSA_87',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
  'SM2',
];

describe.each(PAIRS)('a %s pair', (spec) => {
  test('read again from its PKCS#8: the same bytes', async () => {
    const pair = await generatePair(spec);
    const again = await readPair(spec, pair.secret);
    expect(Buffer.from(again?.secret ?? [])).toEqual(Buffer.from(pair.secret));
    expect(Buffer.from(again?.publicKey ?? [])).toEqual(Buffer.from(pair.publicKey));
  });

  test('cut short, of another kind, or no DER: none', async () => {
    const pair = await generatePair(spec);
    const other = await generatePair(spec === 'SM2' ? 'ECC_NIST_P256' : 'SM2');
    const bad = [pair.secret.subarray(0, -1), other.secret, Buffer.alloc(48), Buffer.alloc(0)];
    for (const bytes of bad) expect(await readPair(spec, bytes)).toBeUndefined();
    expect(bad).toHaveLength(4);
  });

  test('signs and verifies by every algorithm it offers, and refuses what was altered', async () => {
    const pair = await generatePair(spec);
    const algorithms = KEY_SPECS[spec].SIGN_VERIFY ?? [];
    for (const algorithm of algorithms) {
      const type = algorithm === 'ED25519_PH_SHA_512' ? 'DIGEST' : 'RAW';
      const signed = { message: Buffer.alloc(64, 1), type } as const;
      const signature = await signWith(algorithm, privateHandle(spec, pair.secret), signed);
      const key = publicHandle(spec, pair.publicKey);
      expect(await verifyWith(algorithm, key, signed, signature)).toBe(true);
      const other = { ...signed, message: Buffer.alloc(64, 2) };
      expect(await verifyWith(algorithm, key, other, signature)).toBe(false);
      for (const bad of [signature.subarray(1), Buffer.alloc(signature.length), Buffer.of(0)]) {
        expect(await verifyWith(algorithm, key, signed, bad)).toBe(false);
      }
    }
  });
});

test('an RSA key of another size, or made for PSS alone: none', async () => {
  const { secret } = await generatePair('RSA_2048');
  expect(await readPair('RSA_3072', secret)).toBeUndefined();
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2_048 }).privateKey;
  const der = pss.export({ format: 'der', type: 'pkcs8' });
  expect(await readPair('RSA_2048', der)).toBeUndefined();
});

test('a curve key without its public point: the same pair as with it', async () => {
  const { secret, publicKey } = await generatePair('ECC_NIST_P256');
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const scalar = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const head = '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420';
  const short = Buffer.concat([Buffer.from(head, 'hex'), scalar]);
  const read = await readPair('ECC_NIST_P256', short);
  expect(Buffer.from(read?.secret ?? [])).toEqual(Buffer.from(secret));
  expect(Buffer.from(read?.publicKey ?? [])).toEqual(Buffer.from(publicKey));
});

test('a curve key with the public point of another: none', async () => {
  const { secret } = await generatePair('ECC_NIST_P256');
  const other = await generatePair('ECC_NIST_P256');
  const forged = Buffer.from(secret);
  forged.set(other.publicKey.subarray(-65), forged.length - 65);
  expect(await readPair('ECC_NIST_P256', forged)).toBeUndefined();
});

test('RSA parts that do not belong together: none', async () => {
  const { secret } = await generatePair('RSA_2048');
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const mixed = { ...other.export({ format: 'jwk' }), n: key.export({ format: 'jwk' }).n ?? '' };
  const der = createPrivateKey({ key: mixed, format: 'jwk' }).export({
    format: 'der',
    type: 'pkcs8',
  });
  expect(await readPair('RSA_2048', der)).toBeUndefined();
});

test('ML-KEM: the seed alone gives the same pair', async () => {
  const { secret, publicKey } = await generatePair('ML_KEM_768');
  const seed = seedForm('ML_KEM_768', secret);
  expect(seed).toHaveLength(86);
  const read = await readPair('ML_KEM_768', seed);
  expect(Buffer.from(read?.secret ?? [])).toEqual(Buffer.from(secret));
  expect(Buffer.from(read?.publicKey ?? [])).toEqual(Buffer.from(publicKey));
});

test('public keys that OpenSSL knows are read by it', async () => {
  const { publicKey } = await generatePair('ECC_SECG_P256K1');
  const read = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  expect(read.asymmetricKeyDetails).toEqual({ namedCurve: 'secp256k1' });
});
