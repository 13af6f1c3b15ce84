import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
/** `length` random characters, lower case. */
export function randomId(length: number, alphabet = ALPHABET): string {
  // What is above the highest multiple of the alphabet's length is drawn again, or its first characters would come more often.
  const fair = 256 - (256 % alphabet.length);
  let id = '';
  while (id.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < fair && id.length < length) id += alphabet[byte % alphabet.length] ?? '';
    }
  }
  return id;
}
