import { randomBytes, scrypt } from 'node:crypto';
import { equalSecrets } from '../core/secret.ts';

/** 16 MiB and some 50 ms for each guess. */
const COST = 2 ** 14;
const BLOCK = 8;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** What is kept of a password: `scrypt$cost$salt$hash`, base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return `scrypt$${COST}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [kind, cost, salt, hash] = kept.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const made = await derive(password, Buffer.from(salt, 'base64'), Number(cost));
  return equalSecrets(made.toString('base64'), hash);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFC'),
      salt,
      HASH_BYTES,
      { N: cost, r: BLOCK, p: 1 },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}
