import { randomBytes, randomUUID } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A random id of `length` characters of AWS's base-32 alphabet, after a prefix such as `AKIA` or `AROA`. */
export function uniqueId(prefix: string, length: number): string {
  let id = prefix;
  for (const byte of randomBytes(length)) id += BASE32[byte & 31];
  return id;
}

export function uuid(): string {
  return randomUUID();
}

/** `length` lower-case hexadecimal digits, for ids such as `mrk-…` and `ami-…`. */
export function hexId(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
}
