import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
/** The highest multiple of the alphabet's length that a byte reaches: what is above is drawn again. */
const FAIR = 252;

/** `length` random characters, lower case. */
export function randomId(length: number, alphabet = ALPHABET): string {
  let id = '';
  while (id.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < FAIR && id.length < length) id += alphabet[byte % alphabet.length] ?? '';
    }
  }
  return id;
}
