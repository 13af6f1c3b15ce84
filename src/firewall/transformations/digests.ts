import { createHash } from 'node:crypto';
import type { ByteString } from '../byte-string.ts';

/** MD5: the 16 bytes of the digest, not their hexadecimal form. Linear. */
export function md5(value: ByteString): ByteString {
  return createHash('md5').update(value, 'latin1').digest().toString('latin1');
}

/** SHA256: the 32 bytes of the digest. Linear. */
export function sha256(value: ByteString): ByteString {
  return createHash('sha256').update(value, 'latin1').digest().toString('latin1');
}
