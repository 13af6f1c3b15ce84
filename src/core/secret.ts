import { timingSafeEqual } from 'node:crypto';

/** Compares two strings without telling by its duration where they differ. Lengths are not secret. */
export function equalSecrets(left: string, right: string): boolean {
  const a = Buffer.from(left, 'utf8');
  const b = Buffer.from(right, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}
