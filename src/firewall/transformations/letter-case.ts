import type { ByteString } from '../byte-string.ts';

/** LOWERCASE: A to Z alone; bytes above 127 stay. Linear. Closes: `SeLeCt`. */
export function lowercase(value: ByteString): ByteString {
  return /[A-Z]/.test(value) ? value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : value;
}

/** UPPERCASE: a to z alone. Linear. */
export function uppercase(value: ByteString): ByteString {
  return /[a-z]/.test(value) ? value.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : value;
}
