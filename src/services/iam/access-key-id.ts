import { randomBytes } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ID_BYTES = 10;
/** Where the account stands in the first 48 bits. Source: published analyses of AWS's ids. */
const ACCOUNT_SHIFT = 7n;
const ACCOUNT_VALUES = 2 ** 40;
const HEAD_BITS = 48n;
const TOP_BIT = 1n << 47n;
const PATTERN = /^(AKIA|ASIA)[A-Z2-7]{16}$/;

/**
 * A new access key id. It carries its account, as AWS's do, so that whoever sees one knows whose it is. `AKIA`: a
 * long-term key; `ASIA`: a session.
 */
export function newAccessKeyId(prefix: 'AKIA' | 'ASIA', account: string): string {
  const random = BigInt(`0x${randomBytes(ID_BYTES).toString('hex')}`);
  const low = random & ((1n << (80n - HEAD_BITS)) - 1n);
  const noise = (random >> 40n) & ((1n << ACCOUNT_SHIFT) - 1n);
  const head = TOP_BIT | (BigInt(account) << ACCOUNT_SHIFT) | noise;
  return prefix + base32((head << (80n - HEAD_BITS)) | low);
}

/** The account an access key id belongs to; undefined when the text is no such id. */
export function accountOfAccessKey(accessKeyId: string): string | undefined {
  if (!PATTERN.test(accessKeyId)) return undefined;
  // The first ten characters hold 50 bits: one bit, 40 of the account, and nine of noise.
  let bits = 0;
  for (let at = 4; at < 14; at += 1) bits = bits * 32 + BASE32.indexOf(accessKeyId.charAt(at));
  const text = (Math.floor(bits / 512) % ACCOUNT_VALUES).toString().padStart(12, '0');
  return text.length === 12 ? text : undefined;
}

function base32(bits: bigint): string {
  let text = '';
  for (let shift = 75n; shift >= 0n; shift -= 5n) text += BASE32[Number((bits >> shift) & 31n)];
  return text;
}

/** Base64 text of 30 bytes: 40 characters, as AWS's secrets have. */
export function newSecretAccessKey(): string {
  return randomBytes(30).toString('base64');
}
