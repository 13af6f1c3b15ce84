import { createHash } from 'node:crypto';

/** The id S3 knows an account by: 64 hexadecimal digits that don't tell its number. */
export function canonicalUser(account: string): string {
  return createHash('sha256').update(`s3 canonical user ${account}`).digest('hex');
}
