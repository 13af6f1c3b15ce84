import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { privateHandle, publicHandle } from '../../../src/crypto/keys/handle.ts';
import { readPair } from '../../../src/crypto/keys/key-pair.ts';
import { signWith, verifyWith } from '../../../src/crypto/keys/signing.ts';

/** Values that standards print. */

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

async function ed25519Pair(seed: string) {
  const pkcs8 = Buffer.concat([hex('302e020100300506032b657004220420'), hex(seed)]);
  const pair = await readPair('ECC_NIST_EDWARDS25519', pkcs8);
  if (pair === undefined) throw new Error('the key was not read');
  return {
    privateKey: privateHandle('ECC_NIST_EDWARDS25519', pair.secret),
    publicKey: publicHandle('ECC_NIST_EDWARDS25519', pair.publicKey),
  };
}

test('Ed25519: RFC 8032, section 7.1, test 3', async () => {
  const seed = 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7';
  const { privateKey, publicKey } = await ed25519Pair(seed);
  const signed = { message: hex('af82'), type: 'RAW' } as const;
  const signature = hex(`
    6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac
    18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a`);
  expect(Buffer.from(await signWith('ED25519_SHA_512', privateKey, signed))).toEqual(signature);
  expect(await verifyWith('ED25519_SHA_512', publicKey, signed, signature)).toBe(true);
});

test('Ed25519ph: RFC 8032, section 7.3', async () => {
  const seed = '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42';
  const { privateKey, publicKey } = await ed25519Pair(seed);
  const signed = { message: Buffer.from('abc'), type: 'DIGEST' } as const;
  const signature = hex(`
    98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae41
    31f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406`);
  expect(Buffer.from(await signWith('ED25519_PH_SHA_512', privateKey, signed))).toEqual(signature);
  expect(await verifyWith('ED25519_PH_SHA_512', publicKey, signed, signature)).toBe(true);
});

test('ML-DSA-44: the example key of RFC 9881', async () => {
  const seed = `
    MDQCAQAwCwYJYIZIAWUDBAMRBCKAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ
    GhscHR4f`;
  const pair = await readPair('ML_DSA_44', Buffer.from(seed, 'base64'));
  const publicKey = Buffer.from(pair?.publicKey ?? []);
  expect(publicKey).toHaveLength(1_334);
  const begins = `
    MIIFMjALBglghkgBZQMEAxEDggUhANeytHJUquDbReeTDUqY0sl9jxOX0Xidr6Fw
    JLMW6b7JT8mUbULxm3mnQTu6oz5xSctC7VEVaTrAQfrLmIretf4OHYYxGEmVtZLD
    l9IpTi4U+QqkFLo4JomaxD9MzKy8JumoMrlRGNXLQzy++WYLABOOCBf2HnYsonTD
    atVU6yKqwRYuSrAay6HjjE79j4C2WzM9D3LlXf5xzpweu5iJ58VhBsD9c4A6Kuz+`;
  expect(publicKey.subarray(0, 192).toString('base64')).toBe(begins.replaceAll(/\s/g, ''));
});

test('ML-KEM-512: the example key of RFC 9935', async () => {
  const seed = `
    MFQCAQAwCwYJYIZIAWUDBAQBBEKAQAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZ
    GhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=`;
  const pair = await readPair('ML_KEM_512', Buffer.from(seed, 'base64'));
  const publicKey = Buffer.from(pair?.publicKey ?? []);
  expect(publicKey).toHaveLength(822);
  const ends = `
    kNIlz2u5LZRiomzbM92lEjx6rw4moLg2Ve6ii/OoB0clAY/WuuS2Ac9huqtxp6PT
    UZejQ+dLSicsEl1UCJZCbYW3lY07OKa6mH7DciXHtEzbEt3kU5tKsII2NoPwS/eg
    nMXEHf6DChsWLgsyQzQ2LwhKFEZ3IzRLrdAA+NjFN8SPmY8FMHzr0e3guBw7xZoG
    WhttY7Js`;
  expect(publicKey.toString('base64').endsWith(ends.replaceAll(/\s/g, ''))).toBe(true);
});

test('ML-DSA: μ is the hash that FIPS 204 prescribes, section 6.2', async () => {
  const pkcs8 = Buffer.from(
    'MDQCAQAwCwYJYIZIAWUDBAMRBCKAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f',
    'base64',
  );
  const pair = await readPair('ML_DSA_44', pkcs8);
  if (pair === undefined) throw new Error('the key was not read');
  const shake = (data: Uint8Array) =>
    createHash('shake256', { outputLength: 64 }).update(data).digest();
  const message = Buffer.from('message');
  const hashed = shake(pair.publicKey.subarray(22));
  const mu = shake(Buffer.concat([hashed, Buffer.of(0, 0), message]));
  const key = privateHandle('ML_DSA_44', pair.secret);
  const signature = await signWith('ML_DSA_SHAKE_256', key, { message: mu, type: 'EXTERNAL_MU' });
  const publicKey = publicHandle('ML_DSA_44', pair.publicKey);
  const signed = { message, type: 'RAW' } as const;
  expect(await verifyWith('ML_DSA_SHAKE_256', publicKey, signed, signature)).toBe(true);
});
